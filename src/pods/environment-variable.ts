/** An environment variable of a container: a plain value, or a reference to what the pod reads itself. */
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

  /**
   * A value from a key of a ConfigMap in the pod's namespace.
   * @param name of the variable
   * @param configMapName of the ConfigMap
   * @param key in the ConfigMap
   */
  public static fromConfigMap(name: string, configMapName: string, key: string): EnvironmentVariable {
    return new EnvironmentVariable(name, { valueFrom: { configMapKeyRef: { name: configMapName, key } } });
  }

  /**
   * What only the running pod knows of itself.
   * @param name of the variable
   * @param fieldPath in Kubernetes' own spelling, for example `status.hostIP` or `spec.nodeName`
   */
  public static fromField(name: string, fieldPath: string): EnvironmentVariable {
    return new EnvironmentVariable(name, { valueFrom: { fieldRef: { fieldPath } } });
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
