import { Throughput } from './throughput';
import {
  EnrichmentWorkloadProps, FanOutWorkloadProps, StatefulWorkloadProps, StatelessWorkloadProps, WindowedWorkloadProps, WorkloadFacts,
} from './workload-facts';
import { WorkloadKind } from './workload-kind';

/**
 * What a job has to do, in the words of the people who know it. Facts only; what follows from them is
 * the plan. Impossible facts are refused by whoever uses them, a construct with its path.
 */
export class Workload {
  /** Map, filter, route. */
  public static statelessTransformation(props: StatelessWorkloadProps): Workload {
    return new Workload(WorkloadKind.STATELESS_TRANSFORMATION, false, props);
  }

  /** Each record becomes many. */
  public static fanOut(props: FanOutWorkloadProps): Workload {
    return new Workload(WorkloadKind.FAN_OUT, false, props);
  }

  /** Look-ups in another system for each record, without state of its own. */
  public static asyncEnrichment(props: EnrichmentWorkloadProps): Workload {
    return new Workload(WorkloadKind.ASYNC_ENRICHMENT, false, props);
  }

  /** First record of each key passes, repeats are dropped. */
  public static deduplication(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.DEDUPLICATION, true, props);
  }

  /** Counts and sums by key and window. */
  public static windowedAggregation(props: WindowedWorkloadProps): Workload {
    return new Workload(WorkloadKind.WINDOWED_AGGREGATION, true, props);
  }

  /** Counts and sums by key that never close. */
  public static unboundedAggregation(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.UNBOUNDED_AGGREGATION, true, props);
  }

  /** Records of two streams meet by key within a span of time. */
  public static intervalJoin(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.INTERVAL_JOIN, true, props);
  }

  /** Each record meets the version of a table that was valid at its time. */
  public static temporalJoin(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.TEMPORAL_JOIN, true, props);
  }

  /** Records of two streams meet by key, however long ago the other one came. */
  public static regularJoin(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.REGULAR_JOIN, true, props);
  }

  /** A state machine or pattern for each key. */
  public static patternDetection(props: StatefulWorkloadProps): Workload {
    return new Workload(WorkloadKind.PATTERN_DETECTION, true, props);
  }

  private constructor(
    /** What the job mainly does. */
    public readonly kind: WorkloadKind,
    /** True when the job remembers something between records. */
    public readonly stateful: boolean,
    /** All that is known of it, as given. */
    public readonly facts: WorkloadFacts,
  ) {}

  /** The same work on another stream. @internal */
  public _withThroughput(throughput: Throughput): Workload {
    return new Workload(this.kind, this.stateful, { ...this.facts, throughput });
  }
}
