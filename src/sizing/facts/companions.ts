/** What containers ask for, as request and limit alike. */
export interface ContainerAmounts {
  readonly millicores: number;
  readonly bytes: number;
}

/** What stands in a pod beside Flink, as Kubernetes counts it. */
export interface Companions {
  /** All sidecars together. */
  readonly beside: ContainerAmounts;
  /** The largest init container, with the sidecars that have started by then. */
  readonly before: ContainerAmounts;
}
