/** A job in a jar. */
export interface JarJobProps {
  /** Where the jar is; `local:///opt/flink/usrlib/…` for one inside the image. Field `spec.job.jarURI`. */
  readonly uri: string;
  /**
   * Class with the main method. Field `spec.job.entryClass`.
   * @default - the jar's manifest says
   */
  readonly entryClass?: string;
  /**
   * Arguments of the main method, one an element. Field `spec.job.args`.
   * @default - none
   */
  readonly args?: string[];
}

/** What runs. */
export class FlinkJob {
  /** A Java or Scala job in a jar. */
  public static jar(props: JarJobProps): FlinkJob {
    return new FlinkJob(props.uri, props.entryClass, props.args);
  }

  private constructor(
    /** Where the jar is. */
    public readonly uri: string,
    /** Class with the main method, if said. */
    public readonly entryClass?: string,
    private readonly arguments_?: string[],
  ) {}

  /** Arguments of the main method. */
  public get args(): string[] {
    return [...(this.arguments_ ?? [])];
  }
}
