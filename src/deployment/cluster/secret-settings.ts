import { currentKey, keyFor } from '../../flink/configuration/option-spelling';
import { ProvenSetting, SettingRank } from '../../flink/configuration/provenance';
import { FlinkVersion } from '../../flink/flink-version';
import { PodContribution } from '../../pods/pod-contribution';
import { Refusal, shown } from '../../refusal';
import { sourceOf, withSecretOptions } from '../../security/secret-options';
import { SecretSetting } from '../../strategy/secret-setting';
import { StrategyConfig } from '../../strategy/strategy-config';

/** What a key of an option may be made of; it stands in a script and in a file of either format. */
const OPTION_KEY = /^[A-Za-z0-9][\w.-]*$/;
/** What Kubernetes allows as a key of a Secret. */
const SECRET_KEY = /^[-._a-zA-Z0-9]{1,253}$/;

interface TakenSecret extends SecretSetting {
  readonly by: string;
  readonly jobManagerAlone: boolean;
}

/** Options whose values the pods put in, from several hands, one Secret each. */
export class SecretSettings {
  private readonly taken = new Map<string, TakenSecret>();

  constructor(private readonly version: FlinkVersion) {}

  /** Takes what one strategy brings. */
  public take(by: string, { secretSettings = [], jobManagerSecretSettings = [] }: StrategyConfig): void {
    secretSettings.forEach((setting) => this.put({ ...setting, by, jobManagerAlone: false }));
    jobManagerSecretSettings.forEach((setting) => this.put({ ...setting, by, jobManagerAlone: true }));
  }

  /** Keys as the pods' Flink reads them, sorted, with the place of the value in the place of the value. */
  public get settings(): ProvenSetting[] {
    return this.spelled.map(({ key, value, reason, by }) =>
      ({ key, value: `from Secret ${sourceOf(value)}`, reason, by, rank: SettingRank.STRATEGY }));
  }

  /** What puts the values in: in the pods of both roles alike, or in those of each. */
  public contributions(image: string): Pick<StrategyConfig, 'pods' | 'jobManagerPods' | 'taskManagerPods'> {
    const all = this.spelled;
    const ofBoth = all.filter(({ jobManagerAlone }) => !jobManagerAlone);
    const prepared = (settings: SecretSetting[]): PodContribution | undefined =>
      settings.length === 0 ? undefined : withSecretOptions(image, settings);
    return ofBoth.length === all.length
      ? { pods: prepared(all) }
      : { jobManagerPods: prepared(all), taskManagerPods: prepared(ofBoth) };
  }

  private get spelled(): TakenSecret[] {
    return [...this.taken].map(([key, setting]) => ({ ...setting, key: keyFor(this.version, key) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private put(setting: TakenSecret): void {
    refuseForm(setting);
    const key = currentKey(setting.key);
    const present = this.taken.get(key);
    if (present !== undefined && sourceOf(present.value) !== sourceOf(setting.value)) {
      throw new Refusal({
        code: 'setting-conflict',
        what: `two sources disagree on the secret option ${key}`,
        got: `Secret ${sourceOf(present.value)} by ${present.by}, Secret ${sourceOf(setting.value)} by ${setting.by}`,
        allowed: 'one Secret',
        fix: 'remove one of the two',
      });
    }
    const jobManagerAlone = setting.jobManagerAlone && present?.jobManagerAlone !== false;
    this.taken.set(key, { ...present ?? setting, jobManagerAlone });
  }
}

function refuseForm({ key, value, by }: TakenSecret): void {
  if (typeof key !== 'string' || !OPTION_KEY.test(key)) {
    throw new Refusal({
      code: 'secret-option',
      what: `a secret option by ${by} has a key that no option has`,
      got: shown(key),
      allowed: 'letters, digits, ".", "-" and "_"',
      fix: 'write the key of the option alone',
    });
  }
  // What is no reference may be the secret itself.
  if (typeof value?.secret?.name !== 'string' || typeof value.key !== 'string' || !SECRET_KEY.test(value.key)) {
    throw new Refusal({
      code: 'secret-option-source',
      what: `the value of ${key} by ${by} must be a key of a Secret of cdk8s-plus`,
      got: `${typeof value}, not shown`,
      allowed: '{ secret, key }, with an ISecret and letters, digits, "-", "_" and "." for the key',
      fix: 'for a Secret that exists: { secret: Secret.fromSecretName(scope, id, name), key: \'password\' }',
    });
  }
}
