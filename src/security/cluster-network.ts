/** What the pods of a cluster answer on, and who keeps its leader. */
export interface ClusterNetwork {
  /** The REST API and the web UI, on JobManagers. */
  readonly restPort: number;
  /** RPC, on JobManagers. */
  readonly rpcPort: number;
  /** The blob server, on JobManagers. */
  readonly blobPort: number;
  /** What JobManagers declare beyond Flink's own ports: those of metric reporters and of `pods`. */
  readonly jobManagerPorts: number[];
  /** What TaskManagers declare beyond Flink's own ports. */
  readonly taskManagerPorts: number[];
  /** High availability keeps the leader in ConfigMaps, which TaskManagers read. */
  readonly leaderInKubernetes: boolean;
}
