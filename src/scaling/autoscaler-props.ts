import { Duration } from 'cdk8s';
import { RestartAllowance, ScalingPace, ScalingQuota, UtilizationTarget, VertexScaling } from './autoscaler-bounds-props';
import { MemoryPressure, MemoryTuning } from './autoscaler-memory-props';
import { EffectivenessDetection, LoadObservation, ObservedScalability, ScalingHistory } from './autoscaler-observation-props';
import { AutoscalerPlugin } from './autoscaler-plugin';
import { ExcludedPeriod } from './excluded-period';
import { Rescaling } from './rescaling';

/** What is known better than by the plan and the operator; what is left out is derived, or the operator's own. */
export interface AutoscalerProps {
  /**
   * What happens when a better parallelism is found.
   * @default Rescaling.inPlace()
   */
  readonly rescaling?: Rescaling;
  /**
   * How busy the job shall be.
   * @default - what the plan aims at, 0.2 up and down
   */
  readonly utilization?: UtilizationTarget;
  /**
   * What holds for each vertex.
   * @default - as many subtasks as the plan allows
   */
  readonly vertices?: VertexScaling;
  /**
   * How soon, how much and how often.
   * @default - the operator's own
   */
  readonly pace?: ScalingPace;
  /**
   * What a rescale costs.
   * @default - as the plan reckons it
   */
  readonly restart?: RestartAllowance;
  /**
   * When nothing is rescaled. Option `job.autoscaler.excluded.periods`.
   * @default - never
   */
  readonly excludedPeriods?: ExcludedPeriod[];
  /**
   * What all TaskManagers together may request.
   * @default - what the budget leaves; without one, no limit
   */
  readonly quota?: ScalingQuota;
  /**
   * Smaller TaskManagers where they need less.
   * @default - they stay as planned
   */
  readonly memoryTuning?: MemoryTuning;
  /**
   * When a lack of heap stops all scaling.
   * @default - never
   */
  readonly memoryPressure?: MemoryPressure;
  /**
   * How the load is measured.
   * @default - the operator's own
   */
  readonly observation?: LoadObservation;
  /**
   * Learns what a further subtask adds. Operator 1.12 and newer, or refused with `[scaling-option-of-other-version]`.
   * @default - as much as any other
   */
  readonly observedScalability?: ObservedScalability;
  /**
   * Gives up where more does not help.
   * @default - it is only told
   */
  readonly effectivenessDetection?: EffectivenessDetection;
  /**
   * What is remembered.
   * @default - the operator's own
   */
  readonly history?: ScalingHistory;
  /**
   * How long the same event is not repeated. Option `job.autoscaler.scaling.event.interval`.
   * @default - 30 minutes
   */
  readonly eventInterval?: Duration;
  /**
   * How long the job's REST API may take to answer. Operator 1.16 and newer, since an older one puts its own in this place, or refused
   * with `[scaling-option-of-other-version]`. Option `job.autoscaler.flink.rest-client.timeout`.
   * @default - 10 seconds
   */
  readonly restClientTimeout?: Duration;
  /**
   * Classes of your own that look at each decision last. Operator 1.16 and newer. Option `job.autoscaler.scaling.custom-executors`.
   * @default - none
   */
  readonly customExecutors?: AutoscalerPlugin[];
  /**
   * A class of your own that changes what was measured; the operator calls one. Operator 1.16 and newer. Option `job.autoscaler.metrics.custom-evaluators`.
   * @default - none
   */
  readonly customEvaluator?: AutoscalerPlugin;
}
