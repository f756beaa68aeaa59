import { Size } from 'cdk8s';
import { FlinkSetting } from '../flink/configuration/setting';
import { FlinkVersion } from '../flink/flink-version';
import { PodContribution } from '../pods/pod-contribution';
import { StateLocation } from '../sizing/facts/state-location';
import { TuningPlan } from '../sizing/plan/tuning-plan';

/** What a state backend may look at. */
export interface StateBackendContext {
  /** The version that the image runs. */
  readonly flinkVersion: FlinkVersion;
  /** The finished plan. */
  readonly plan: TuningPlan;
}

/** What the user of a state backend has decided; the plan decides the rest. */
export interface StateBackendDecisions {
  /**
   * Checkpoints upload only what changed.
   * @default - derived by the plan
   */
  readonly incremental?: boolean;
  /**
   * Filters that spare disk reads for absent keys.
   * @default - derived by the plan
   */
  readonly bloomFilter?: boolean;
  /**
   * Disk of one TaskManager for the state.
   * @default - derived by the plan
   */
  readonly localDisk?: Size;
}

/** What a state backend brings. */
export interface StateBackendConfig {
  /** Settings of the backend. */
  readonly settings: FlinkSetting[];
  /**
   * What it needs of the pods of both roles.
   * @default - nothing
   */
  readonly pods?: PodContribution;
  /**
   * What it needs of the TaskManagers' pods alone.
   * @default - nothing
   */
  readonly taskManagerPods?: PodContribution;
  /**
   * The oldest Flink that has it; with an older one the deployment is refused with `[strategy-of-later-version]`.
   * @default - every version has it
   */
  readonly since?: FlinkVersion;
}

/**
 * Where and how Flink keeps the state that a job works on. Extend it for a backend of your own:
 * say where the state lives, so that the plan gives memory to the right pool, and `bind` the settings.
 */
export abstract class StateBackend {
  /** Where the state lives; decides which memory pool the plan makes large. */
  public abstract readonly location: StateLocation;

  constructor(
    /** What its user has decided. */
    public readonly decisions: StateBackendDecisions = {},
  ) {}

  /** Settings and pod needs of this backend for one deployment. Asked whenever that is made or explained. */
  public abstract bind(context: StateBackendContext): StateBackendConfig;
}
