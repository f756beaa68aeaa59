import { Fraction } from './fraction';
import { Refusal } from '../../refusal';
import { LONG_MAX } from '../../units/java-text';
import { parseBytes, renderBytes } from '../../units/memory-size';

/** A Flink configuration as the process reads it: flat keys, text values. */
export type FlinkSettings = ReadonlyMap<string, string>;

/** An option that holds an amount of memory, and the older spelling that Flink falls back to. */
export interface MemoryOption {
  readonly key: string;
  readonly olderKey?: string;
}

/** Three options that bound a part of a whole: fraction, smallest, largest. */
export interface RangeOptions {
  readonly fraction: MemoryOption;
  readonly min: MemoryOption;
  readonly max: MemoryOption;
  readonly defaultFraction: Fraction;
  readonly defaultMin: bigint;
  readonly defaultMax: bigint;
}

/** Bytes of an option, or undefined when it is not set; the current spelling wins over the older one. */
export function readMemory(settings: FlinkSettings, option: MemoryOption): bigint | undefined {
  const text = readText(settings, option);
  return text === undefined ? undefined : parseBytes(text);
}

/** A part of a whole that Flink keeps between two bounds. */
export class BoundedFraction {
  public static read(settings: FlinkSettings, options: RangeOptions): BoundedFraction {
    const text = readText(settings, options.fraction);
    const range = new BoundedFraction(
      text === undefined ? options.defaultFraction : Fraction.ofFloatText(options.fraction.key, text),
      readMemory(settings, options.min) ?? options.defaultMin,
      readMemory(settings, options.max) ?? options.defaultMax,
    );
    if (range.min > range.max) {
      throw new Refusal({
        code: 'memory-range',
        what: `${options.min.key} is above ${options.max.key}`,
        got: `min ${renderBytes(range.min)}, max ${renderBytes(range.max)}`,
        allowed: 'min up to max',
        fix: 'set both',
      });
    }
    return range;
  }

  private constructor(private readonly fraction: Fraction, public readonly min: bigint, public readonly max: bigint) {}

  public of(whole: bigint): bigint {
    return this.clamp(this.fraction.of(whole));
  }

  public besides(rest: bigint): bigint {
    return this.clamp(this.fraction.besides(rest));
  }

  public holds(bytes: bigint): boolean {
    return bytes >= this.min && bytes <= this.max;
  }

  /** `64m to 1024m`, for messages. */
  public toString(): string {
    return `${renderBytes(this.min)} to ${this.max === LONG_MAX ? 'no limit' : renderBytes(this.max)}`;
  }

  private clamp(bytes: bigint): bigint {
    return bytes < this.min ? this.min : bytes > this.max ? this.max : bytes;
  }
}

function readText(settings: FlinkSettings, option: MemoryOption): string | undefined {
  return settings.get(option.key) ?? (option.olderKey === undefined ? undefined : settings.get(option.olderKey));
}
