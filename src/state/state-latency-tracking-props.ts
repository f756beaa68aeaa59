/** How long accesses to state take, as metrics of each state. Measuring costs some of the throughput. */
export interface StateLatencyTrackingProps {
  /**
   * One access in so many is measured, from 1. Flink option `state.latency-track.sample-interval`.
   * @default - Flink's own, 100
   */
  readonly sampleInterval?: number;
  /**
   * Measurements that a histogram keeps, from 1. Flink option `state.latency-track.history-size`.
   * @default - Flink's own, 128
   */
  readonly historySize?: number;
  /**
   * The name of the state is a label of the metric and not a part of its name. Flink option `state.latency-track.state-name-as-variable`.
   * @default - Flink's own, true
   */
  readonly stateNameAsVariable?: boolean;
}
