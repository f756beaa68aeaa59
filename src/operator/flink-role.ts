/** A role of Flink's processes, as the label `component` of their pods has it. */
export enum FlinkRole {
  /** Leads: it deploys jobs and takes checkpoints. */
  JOB_MANAGER = 'jobmanager',
  /** Works: it runs the tasks and holds their state. */
  TASK_MANAGER = 'taskmanager',
}
