import { CompanionsOfRoles, companionsOfPods } from './companions-of-pods';
import { SecretSettings } from './secret-settings';
import { FlinkConfiguration } from '../../flink/configuration/flink-configuration';
import { ProvenSetting, SettingRank } from '../../flink/configuration/provenance';
import { FlinkRole } from '../../operator/flink-role';
import { NewConfigMap, NewVolumeClaim, PodContribution } from '../../pods/pod-contribution';
import { PodSecurity } from '../../pods/pod-security';
import { PodTemplate, podTemplate } from '../../pods/pod-template';
import { Refusal } from '../../refusal';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { StrategyConfig } from '../../strategy/strategy-config';
import { StrategyContext } from '../../strategy/strategy-context';
import { MemorySize } from '../../units/memory-size';

/** Pod templates in the fields of the resource: one for both roles, or one for each. */
export interface PodTemplates {
  readonly common?: PodTemplate;
  readonly jobManager?: PodTemplate;
  readonly taskManager?: PodTemplate;
}

/** Ports beyond Flink's own, by the role whose pods declare them. */
export interface DeclaredPorts {
  readonly jobManager: number[];
  readonly taskManager: number[];
}

/** What the strategies of one cluster add up to; none of them sees another. */
export class ClusterParts {
  public readonly configuration = new FlinkConfiguration();
  public readonly findings: PlanFinding[] = [];
  private readonly secrets: SecretSettings;
  private readonly pods: PodContribution[] = [];
  private readonly jobManagerPods: PodContribution[] = [];
  private readonly taskManagerPods: PodContribution[] = [];

  constructor(public readonly context: StrategyContext, private readonly image: string) {
    this.secrets = new SecretSettings(context.flinkVersion);
  }

  /** Takes what one strategy brings; `author` is its name in the explanation. */
  public take(author: string, config: StrategyConfig): void {
    const { settings = [], pods, jobManagerPods, taskManagerPods, findings = [] } = config;
    this.refuseEarlier(author, config);
    this.configuration.add(SettingRank.STRATEGY, author, settings);
    this.secrets.take(author, config);
    this.findings.push(...findings);
    push(this.pods, pods);
    push(this.jobManagerPods, jobManagerPods);
    push(this.taskManagerPods, taskManagerPods);
  }

  /** Options that the pods put in, each with the place of its value. */
  public get secretSettings(): ProvenSetting[] {
    return this.secrets.settings;
  }

  /** Claims that are made with the cluster. */
  public get newClaims(): NewVolumeClaim[] {
    return [...this.pods, ...this.jobManagerPods, ...this.taskManagerPods].flatMap(({ newClaims = [] }) => newClaims);
  }

  /** ConfigMaps that are made with the cluster. */
  public get newConfigMaps(): NewConfigMap[] {
    return [...this.pods, ...this.jobManagerPods, ...this.taskManagerPods].flatMap(({ newConfigMaps = [] }) => newConfigMaps);
  }

  /** Jars of `opt` that the JobManagers load as plugins. */
  public get jobManagerPlugins(): string[] {
    return [...this.pods, ...this.jobManagerPods].flatMap(({ plugins = [] }) => plugins);
  }

  /** Ports that the strategies declare, by role. */
  public get declaredPorts(): DeclaredPorts {
    const portsOf = (pods: PodContribution[]) => [...this.pods, ...pods].flatMap(({ ports = [] }) => ports.map(({ port }) => port));
    return { jobManager: portsOf(this.jobManagerPods), taskManager: portsOf(this.taskManagerPods) };
  }

  /** Whether any pod has fields that nothing of ours has written. */
  public get hasRawPods(): boolean {
    return [...this.pods, ...this.jobManagerPods, ...this.taskManagerPods].some(({ raw }) => raw !== undefined);
  }

  /** What runs beside Flink in the pods of each role. */
  public get companions(): CompanionsOfRoles {
    const { pods, jobManagerPods, taskManagerPods } = this.completed;
    return {
      jobManagerCompanions: companionsOfPods([...pods, ...jobManagerPods]),
      taskManagerCompanions: companionsOfPods([...pods, ...taskManagerPods]),
    };
  }

  /** Two complete templates as soon as the roles differ: the operator would merge a common one by index. */
  public podTemplates(security: PodSecurity): PodTemplates {
    // Pods of a role are spread among themselves, which each role says in words of its own.
    const { pods, jobManagerPods, taskManagerPods } = this.completed;
    const spread = pods.some(({ topologySpread }) => topologySpread !== undefined);
    const alike = jobManagerPods.length + taskManagerPods.length === 0 && !spread;
    const templateOf = (component: string, own: PodContribution[]) =>
      podTemplate([...pods, ...own], { selector: { app: this.context.name, component }, security });
    return alike
      ? { common: templateOf('', []) }
      : { jobManager: templateOf(FlinkRole.JOB_MANAGER, jobManagerPods), taskManager: templateOf(FlinkRole.TASK_MANAGER, taskManagerPods) };
  }

  /** Ephemeral storage that all of them together ask of the pods of one role. */
  public ephemeralStorage(role: 'jobManagerPods' | 'taskManagerPods'): MemorySize | undefined {
    const asked = [...this.pods, ...this[role]].flatMap(({ ephemeralStorage }) => ephemeralStorage ?? []);
    return asked.length === 0 ? undefined : MemorySize._of(asked.reduce((sum, size) => sum + MemorySize.fromSize(size)._bytes, 0n));
  }

  /** With the containers that put secret options in, which nobody asks for by itself. */
  private get completed(): Record<'pods' | 'jobManagerPods' | 'taskManagerPods', PodContribution[]> {
    const secrets = this.secrets.contributions(this.image);
    const and = (contributions: PodContribution[], one?: PodContribution) => one === undefined ? contributions : [...contributions, one];
    return {
      pods: and(this.pods, secrets.pods),
      jobManagerPods: and(this.jobManagerPods, secrets.jobManagerPods),
      taskManagerPods: and(this.taskManagerPods, secrets.taskManagerPods),
    };
  }

  private refuseEarlier(author: string, { since, operatorSince }: StrategyConfig): void {
    const { flinkVersion, operatorVersion } = this.context;
    if (since !== undefined && !flinkVersion.isAtLeast(since)) {
      throw ofLaterVersion('Flink', author, flinkVersion.toString(), since.toString());
    }
    if (operatorSince !== undefined && !operatorVersion._isAtLeast(operatorSince)) {
      throw ofLaterVersion('operator', author, operatorVersion.toString(), operatorSince.toString());
    }
  }
}

function push<T>(list: T[], one: T | undefined): void {
  if (one !== undefined) {
    list.push(one);
  }
}

function ofLaterVersion(what: string, author: string, got: string, since: string): Refusal {
  return new Refusal({
    code: 'strategy-of-later-version',
    what: `this ${what} does not have what ${author} stands for`,
    got,
    allowed: `${since} and newer`,
    fix: `use another strategy, or a newer ${what}`,
  });
}
