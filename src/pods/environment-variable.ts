/** An environment variable of the Flink containers: a plain value, or a reference to a Secret. */
export class EnvironmentVariable {
  /** A value that anybody may read. */
  public static literal(name: string, value: string): EnvironmentVariable {
    return new EnvironmentVariable(name, { value });
  }

  /**
   * A value that only the pod reads, from a key of a Secret in its namespace.
   * @param name of the variable
   * @param secretName of the Secret
   * @param key in the Secret
   */
  public static fromSecret(name: string, secretName: string, key: string): EnvironmentVariable {
    return new EnvironmentVariable(name, { valueFrom: { secretKeyRef: { name: secretName, key } } });
  }

  private constructor(
    /** The variable's name. */
    public readonly name: string,
    private readonly source: Record<string, unknown>,
  ) {}

  /** @internal */
  public _render(): Record<string, unknown> {
    return { name: this.name, ...this.source };
  }
}
