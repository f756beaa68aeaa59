import { FlinkVersion } from '../flink/flink-version';
import { Refusal, shown } from '../refusal';

/** A release of the Flink Kubernetes Operator: which Flink it knows, and by which classes it reads. */
export class OperatorVersion {
  /** Reads configuration with the classes of Flink 1.19, so it gets the older spelling of the directories. */
  public static readonly V1_10 = new OperatorVersion('1.10', FlinkVersion.V1_20, FlinkVersion.V1_19);
  /** Knows Flink 2.0. */
  public static readonly V1_11 = new OperatorVersion('1.11', FlinkVersion.V2_0, FlinkVersion.V1_20);
  /** Knows Flink 2.0. */
  public static readonly V1_12 = new OperatorVersion('1.12', FlinkVersion.V2_0, FlinkVersion.V1_20);
  /** Knows Flink 2.2. */
  public static readonly V1_13 = new OperatorVersion('1.13', FlinkVersion.V2_2, FlinkVersion.V1_20);
  /** Knows Flink 2.2. */
  public static readonly V1_14 = new OperatorVersion('1.14', FlinkVersion.V2_2, FlinkVersion.V1_20);
  /** Knows Flink 2.2. */
  public static readonly V1_15 = new OperatorVersion('1.15', FlinkVersion.V2_2, FlinkVersion.V1_20);
  /** Knows Flink 2.3. */
  public static readonly V1_16 = new OperatorVersion('1.16', FlinkVersion.V2_3, FlinkVersion.V1_20);

  /**
   * The release of this name, `1.16` or `1.16.1`.
   * @internal
   */
  public static _of(name: string): OperatorVersion {
    const [, line] = /^v?(\d+\.\d+)(?:\.\d+)?$/.exec(name.trim()) ?? [];
    const all = Object.values(OperatorVersion).filter((each): each is OperatorVersion => each instanceof OperatorVersion);
    const release = all.find(({ minorLine }) => minorLine === line);
    if (release === undefined) {
      throw new Refusal({
        code: 'operator-version',
        what: 'this release of the operator is not known',
        got: shown(name),
        allowed: all.map(({ minorLine }) => minorLine).join(', '),
        fix: 'give the release that runs in the cluster, or the nearest of these',
      });
    }
    return release;
  }

  /** Compared often. */
  private readonly minor: number;

  private constructor(
    /** The minor line, for example `1.16`. */
    public readonly minorLine: string,
    /** The newest Flink that its custom resource accepts. */
    public readonly newestFlink: FlinkVersion,
    /** The Flink whose classes it reads configuration with, whatever the job runs. */
    public readonly flinkClasses: FlinkVersion,
  ) {
    this.minor = Number(minorLine.split('.')[1]);
  }

  /**
   * True when this release is the other or newer.
   * @internal
   */
  public _isAtLeast(other: OperatorVersion): boolean {
    return this.minor >= other.minor;
  }

  /** `operator 1.16`. */
  public toString(): string {
    return `operator ${this.minorLine}`;
  }
}
