import { Refusal, shown } from '../refusal';

/**
 * A version of Apache Flink: the minor line decides which options exist, the patch which plugin jars
 * the official image carries.
 */
export class FlinkVersion {
  /** Flink 1.19, with the jars of 1.19.3. */
  public static readonly V1_19 = new FlinkVersion(1, 19, 3);
  /** Flink 1.20, the long-term support line, with the jars of 1.20.5. */
  public static readonly V1_20 = new FlinkVersion(1, 20, 5);
  /** Flink 2.0, with the jars of 2.0.2. */
  public static readonly V2_0 = new FlinkVersion(2, 0, 2);
  /** Flink 2.1, with the jars of 2.1.3. */
  public static readonly V2_1 = new FlinkVersion(2, 1, 3);
  /** Flink 2.2, with the jars of 2.2.1. */
  public static readonly V2_2 = new FlinkVersion(2, 2, 1);
  /** Flink 2.3, with the jars of 2.3.0. Needs operator 1.16. */
  public static readonly V2_3 = new FlinkVersion(2, 3, 0);

  /**
   * An exact version, for an image that carries another patch than the newest.
   * Refused with `[flink-version]`: a minor line that this library does not know.
   * @param text major, minor and optionally patch, for example `1.20.3`; without a patch the newest known
   */
  public static of(text: string): FlinkVersion {
    const [, major, minor, patch] = /^([0-9]+)\.([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
    const line = KNOWN.find((version) => version.minorLine === `${major}.${minor}`);
    if (line === undefined) {
      throw new Refusal({
        code: 'flink-version',
        what: 'this version of Flink is not known',
        got: shown(text),
        allowed: KNOWN.map((version) => version.minorLine).join(', '),
        fix: 'use one of these lines, with a patch if the image has another than the newest: FlinkVersion.of("1.20.3")',
      });
    }
    return patch === undefined ? line : new FlinkVersion(line.major, line.minor, Number(patch));
  }

  private constructor(private readonly major: number, private readonly minor: number, private readonly patch: number) {}

  /** The minor line, for example `1.20`. */
  public get minorLine(): string {
    return `${this.major}.${this.minor}`;
  }

  /** The exact version, for example `1.20.5`; the suffix of the image's plugin jars. */
  public get exact(): string {
    return `${this.minorLine}.${this.patch}`;
  }

  /** What `spec.flinkVersion` of the operator's resources calls it, for example `v1_20`. */
  public get operatorName(): string {
    return `v${this.major}_${this.minor}`;
  }

  /** True when this minor line is the other's or newer; patches do not count. */
  public isAtLeast(other: FlinkVersion): boolean {
    return this.major > other.major || (this.major === other.major && this.minor >= other.minor);
  }

  /** `Flink 1.20`. */
  public toString(): string {
    return `Flink ${this.minorLine}`;
  }
}

const KNOWN = [
  FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3,
];
