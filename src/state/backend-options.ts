import { Duration, Size } from 'cdk8s';
import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';
import { Refusal } from '../refusal';
import { isTellable, millisecondsOf, renderDuration } from '../units/flink-duration';
import { grouped } from '../units/grouped-number';
import { MemorySize } from '../units/memory-size';
import { isWhole } from '../units/whole-number';

/** An option as the user of a backend knows it, and as Flink does. */
export interface BackendOption {
  readonly property: string;
  readonly key: string;
  /** The oldest Flink that reads it. */
  readonly since?: FlinkVersion;
}

/** The numbers that Flink, or RocksDB below it, makes sense of; both ends are among them. */
export interface Bounds<T> {
  readonly least: T;
  readonly most?: T;
}

/** What the user of a backend has set, as settings; refused where Flink has no such option or could not use the value. */
export class BackendOptions {
  public readonly settings: FlinkSetting[] = [];

  constructor(private readonly backend: string, private readonly flink: FlinkVersion) {}

  public onOff(option: BackendOption, value: boolean | undefined): void {
    this.set(option, value, String);
  }

  /** One of an enum, which plain JavaScript may miss. */
  public choice(option: BackendOption, value: string | undefined, choices: Record<string, string>): void {
    const names = Object.values(choices);
    this.set(option, value, (name) => this.within(option, name, names.includes(name), names.join(', ')));
  }

  /** Several of an enum, in this order. */
  public list(option: BackendOption, values: string[] | undefined, choices: Record<string, string>, most: number): void {
    const names = Object.values(choices);
    this.set(option, values, (list) => this.within(
      option, list.join(';'), list.length > 0 && list.length <= most && list.every((each) => names.includes(each)), `1 to ${most} of ${names.join(', ')}`,
    ));
  }

  /** An option that stands for one of an enum, switched on. */
  public named(option: BackendOption, name: string, choices: Record<string, string>): void {
    const names = Object.values(choices);
    this.set(option, name, () => {
      this.within(option, name, names.includes(name), names.join(', '));
      return 'true';
    });
  }

  public count(option: BackendOption, value: number | undefined, { least, most }: Bounds<number> = { least: 1 }): void {
    this.set(option, value, (count) => this.within(option, count, isWhole(count, least, most), `a whole number, ${least} ${most === undefined ? 'and more' : `to ${most}`}`));
  }

  public decimal(option: BackendOption, value: number | undefined, fits: (value: number) => boolean, allowed: string): void {
    this.set(option, value, (number) => this.within(option, number, Number.isFinite(number) && fits(number), allowed));
  }

  public size(option: BackendOption, value: Size | undefined, { least, most }: Bounds<Size> = { least: Size.kibibytes(1) }): void {
    this.set(option, value, (size) => {
      const [bytes, from, to] = [size, least, most].map((each) => each === undefined ? undefined : MemorySize.fromSize(each));
      const fits = bytes!._bytes >= from!._bytes && (to === undefined || bytes!._bytes <= to._bytes);
      this.within(option, `${bytes}`, fits, to === undefined ? `${from} and more` : `${from} to ${to}`);
      return bytes!.toFlinkText();
    });
  }

  public time(option: BackendOption, value: Duration | undefined, least: Duration): void {
    this.set(option, value, (time) => {
      this.within(option, `${grouped(millisecondsOf(time))} ms`, isTellable(time, least.toMilliseconds()), `${least.toHumanString()} and more, in whole milliseconds`);
      return renderDuration(time);
    });
  }

  private set<T>(option: BackendOption, value: T | undefined, render: (value: T) => string): void {
    if (value === undefined) {
      return;
    }
    const { property, key, since } = option;
    if (since !== undefined && !this.flink.isAtLeast(since)) {
      throw new Refusal({
        code: 'option-of-later-version',
        what: `${property} of ${this.backend} is an option that this Flink does not have`,
        got: `${this.flink}`,
        allowed: `${since} and newer`,
        fix: `leave ${property} out, or use a newer Flink`,
      });
    }
    this.settings.push({ key, value: render(value), reason: 'set explicitly' });
  }

  private within(option: BackendOption, value: string | number, fits: boolean, allowed: string): string {
    if (!fits) {
      throw new Refusal({
        code: 'state-backend-option',
        what: `${option.property} of ${this.backend} is not a value that works`,
        got: value === '' ? 'nothing' : String(value),
        allowed,
        fix: `leave ${option.property} out, or use a value from these`,
      });
    }
    return String(value);
  }
}

/** An option that another one switches off: it would be read and do nothing. */
export function withoutEffect(property: string, backend: string, because: string, fix: string): Refusal {
  return new Refusal({
    code: 'state-option-without-effect',
    what: `${property} of ${backend} does nothing ${because}`,
    got: property,
    allowed: 'options that work together',
    fix,
  });
}
