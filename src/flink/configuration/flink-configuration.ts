import { Refusal } from '../../refusal';
import { FlinkVersion } from '../flink-version';
import { FlinkSettings } from './flink-settings';
import { currentKey, keyFor } from './option-spelling';
import { ProvenSetting, SettingRank } from './provenance';
import { holdsSecret } from './sensitive-key';
import { FlinkSetting } from './setting';

/**
 * Settings from several hands, one value each: the higher rank wins, equals that differ are refused.
 * Spellings of one option meet under its current key, so that a raw older key takes the place of ours.
 */
export class FlinkConfiguration {
  private readonly settings = new Map<string, ProvenSetting>();

  /** Adds what one hand sets. */
  public add(rank: SettingRank, by: string, settings: FlinkSetting[]): this {
    for (const { key, value, reason } of settings) {
      this.put({ key, value, reason, rank, by });
    }
    return this;
  }

  /** What the user wrote raw: it wins, whatever spelling of the option it uses. */
  public addRaw(raw: Record<string, string>): this {
    return this.add(SettingRank.RAW, 'flinkConfiguration', Object.entries(raw).map(([key, value]) => ({ key, value, reason: 'set raw' })));
  }

  /** What a platform decides for many clusters: it gives way to everything else, and that of a place farther away to that of a nearer one. */
  public addDefaults(from: string, flinkConfiguration: Record<string, string>): this {
    Object.keys(flinkConfiguration).map(currentKey).filter((key) => this.settings.get(key)?.rank === SettingRank.DEFAULTS)
      .forEach((key) => this.settings.delete(key));
    return this.add(SettingRank.DEFAULTS, `the defaults of ${from}`,
      Object.entries(flinkConfiguration).map(([key, value]) => ({ key, value, reason: 'set for all clusters below' })));
  }

  /** All settings under keys that a version of Flink reads, sorted by them. */
  public spelledFor(version: FlinkVersion): ProvenSetting[] {
    return [...this.settings.values()]
      .map((setting) => ({ ...setting, key: keyFor(version, currentKey(setting.key)) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Whether anybody sets an option, given by its newest key. */
  public has(key: string): boolean {
    return this.settings.has(key);
  }

  /** All settings under the newest keys. */
  public get values(): FlinkSettings {
    return new Map([...this.settings].map(([key, { value }]) => [key, value]));
  }

  /** Flat, sorted, text values, one spelling per setting: what `spec.flinkConfiguration` holds. */
  public render(version: FlinkVersion): Record<string, string> {
    const values: Record<string, string> = {};
    this.settings.forEach(({ value }, key) => { values[keyFor(version, key)] = value; });
    const rendered: Record<string, string> = {};
    Object.keys(values).sort().forEach((key) => { rendered[key] = values[key]; });
    return rendered;
  }

  private put(setting: ProvenSetting): void {
    if (typeof setting.key !== 'string' || typeof setting.value !== 'string') {
      throw new Refusal({
        code: 'setting-not-text',
        what: `${setting.key} by ${setting.by} is not text`,
        got: setting.value === null ? 'null' : typeof setting.value,
        allowed: 'a key and a value in text, which every release of the operator accepts',
        fix: 'put the value in quotes',
      });
    }
    const key = currentKey(setting.key);
    const present = this.settings.get(key);
    if (present !== undefined && present.rank === setting.rank && present.value !== setting.value) {
      throw new Refusal({
        code: 'setting-conflict',
        what: `two sources of the same rank disagree on ${key}`,
        got: `${told(present)} by ${present.by} (${present.reason}), ${told(setting)} by ${setting.by} (${setting.reason})`,
        allowed: 'one value',
        fix: 'remove one of the two, or decide it in flinkConfiguration, which wins over both',
      });
    }
    if (present === undefined || present.rank <= setting.rank) {
      this.settings.set(key, setting);
    }
  }
}

function told({ key, value }: ProvenSetting): string {
  return holdsSecret(key, value) ? 'a secret' : `"${value}"`;
}
