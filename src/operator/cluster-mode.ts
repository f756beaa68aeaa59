/** Who starts the TaskManagers. Field `spec.mode`. */
export enum ClusterMode {
  /** Flink asks Kubernetes for as many TaskManagers as the job needs. */
  NATIVE = 'native',
  /** The operator keeps a Deployment of TaskManagers; Flink needs no rights in the cluster. */
  STANDALONE = 'standalone',
}
