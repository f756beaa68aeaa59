import { Fraction, parseFloatText } from './fraction';
import { Refusal } from '../../refusal';
import { parseBytes, renderBytes } from '../../units/bytes';
import { LONG_MAX } from '../../units/java-text';
import { FlinkSettings } from '../configuration/flink-settings';
import { KeyedOption, readText } from '../configuration/option-reading';

/** Three options that bound a part of a whole: fraction, smallest, largest. */
export interface RangeOptions {
  readonly fraction: KeyedOption;
  readonly min: KeyedOption;
  readonly max: KeyedOption;
  readonly defaultFraction: Fraction;
  readonly defaultMin: bigint;
  readonly defaultMax: bigint;
}

/** Bytes of an option, or undefined when it is not set; the current spelling wins over the older one. */
export function readMemory(settings: FlinkSettings, option: KeyedOption): bigint | undefined {
  const text = readText(settings, option);
  return text === undefined ? undefined : parseBytes(text, option.key);
}

/** Whether an option is set, readable or not; Flink chooses its path before it reads. */
export function isSet(settings: FlinkSettings, option: KeyedOption): boolean {
  return readText(settings, option) !== undefined;
}

/** A part of a whole that Flink keeps between two bounds. */
export class BoundedFraction {
  /** Reads and checks in Flink's order: both bounds, the fraction's text, the bounds' order, the fraction's range. */
  public static read(settings: FlinkSettings, options: RangeOptions): BoundedFraction {
    const min = readMemory(settings, options.min) ?? options.defaultMin;
    const max = readMemory(settings, options.max) ?? options.defaultMax;
    const text = readText(settings, options.fraction);
    const decimal = text === undefined ? undefined : parseFloatText(options.fraction.key, text);
    if (min > max) {
      throw new Refusal({
        code: 'memory-range',
        what: `${options.min.key} is above ${options.max.key}`,
        got: `min ${renderBytes(min)}, max ${renderBytes(max)}`,
        allowed: 'min up to max',
        fix: 'set both',
      });
    }
    return new BoundedFraction(decimal === undefined ? options.defaultFraction : new Fraction(options.fraction.key, decimal), min, max);
  }

  private constructor(private readonly fraction: Fraction, private readonly min: bigint, private readonly max: bigint) {}

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
