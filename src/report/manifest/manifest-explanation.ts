import { Made } from './made';
import { RefusalText } from '../../refusal';

/*
 * What is told of the resources of a file: plain, and the same for every format. Memory is in bytes, CPU in cores.
 * The JSON format prints it as it is; docs/guides/explain.md tells the keys, which stay.
 */

export interface ManifestExplanation {
  /** As the command was given it. */
  readonly source: string;
  /** Release of the operator that reads it. */
  readonly operator: string;
  readonly resources: readonly ResourceExplanation[];
  /** Kinds of what is none of the operator's. */
  readonly passedOver: readonly string[];
}

export interface ResourceExplanation {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** Of the file. */
  readonly line: number;
  readonly verdict: VerdictExplanation;
  /** Of a blue/green deployment that of either colour. */
  readonly cluster?: ClusterExplanation;
  readonly job?: JobExplanation;
  /** Of a session cluster: its jobs in the file. */
  readonly hosts?: readonly HostedJob[];
  /** Of a session job: the cluster that it runs on. */
  readonly session?: { readonly name?: string; readonly known: boolean };
  /** Of a session job: what it is submitted with beyond what its session has. */
  readonly settings?: readonly SettingExplanation[];
  /** Of a blue/green deployment: the FlinkDeployments that are made of it, of which both run while it changes over. */
  readonly colours?: readonly string[];
  /** Of a snapshot: what it is taken of. */
  readonly snapshot?: { readonly of: string; readonly kind: 'savepoint' | 'checkpoint' };
}

export enum Outcome {
  RUNS = 'runs',
  /** Only the cluster's name service could tell whether it is admitted. */
  UNDECIDED = 'undecided',
  /** Admitted, and kept from running all the same. */
  FAILS = 'fails',
  REFUSED = 'refused',
  /** Not even read. */
  UNREADABLE = 'unreadable',
}

export interface VerdictExplanation {
  readonly outcome: Outcome;
  /** What refuses it, or keeps it from running. */
  readonly refusals: readonly RefusalText[];
  /** Fields that the API server drops without a word. */
  readonly dropped: readonly string[];
  /** What the rules of the pack `production` find beside these. */
  readonly findings?: FindingsExplanation;
}

export interface FindingsExplanation {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly acknowledged: number;
  /** The weightiest of them. */
  readonly first: readonly FindingExplanation[];
}

export interface FindingExplanation {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly what: string;
  readonly got: string;
  readonly fix: string;
}

export interface ClusterExplanation {
  /** Of the resource, for example `v1_20`. */
  readonly flinkVersion?: string;
  readonly mode: string;
  readonly type: 'application' | 'session';
  readonly jobManager: Made<RoleMemory>;
  readonly taskManager: Made<RoleMemory>;
  readonly shape: Made<ShapeExplanation>;
  readonly totals: Made<TotalsExplanation>;
  readonly pods: Made<readonly PodExplanation[]>;
  readonly stateBackend: Made<StateBackendExplanation>;
  readonly network: Made<NetworkExplanation>;
  readonly checkpoints: readonly SettingExplanation[];
  /** Every setting that the operator hands to Flink, by key. */
  readonly settings: readonly SettingExplanation[];
  /** What Flink takes for options that nobody sets. */
  readonly defaults: readonly SettingExplanation[];
  /** The line whose defaults are told. */
  readonly defaultsOf: string;
}

/** How the JVM holds a pool. */
export type HeldIn = 'heap' | 'direct' | 'managed' | 'metaspace' | 'native';

export interface RoleMemory {
  readonly role: 'JobManager' | 'TaskManager';
  readonly total: bigint;
  readonly decidedBy: DecidedBy;
  readonly pools: readonly PoolExplanation[];
}

export interface PoolExplanation {
  /** As the twin calls it: `taskHeap`. */
  readonly pool: string;
  readonly title: string;
  readonly bytes: bigint;
  readonly heldIn: HeldIn;
  readonly use: string;
  readonly decidedBy: DecidedBy;
}

/** Who decides a size. */
export interface DecidedBy {
  readonly how: 'size' | 'fraction' | 'least' | 'most' | 'remainder' | 'sum';
  readonly key?: string;
  readonly value?: string;
  /** A field of the resource, or as for settings. */
  readonly origin?: string;
}

export interface ShapeExplanation {
  readonly jobManagers: number;
  /** Nothing where the jobs of a session decide it and none is known. */
  readonly taskManagers?: number;
  readonly taskSlots: number;
  /** Of the job, or of all jobs of the session in the file together. */
  readonly parallelism?: number;
  readonly slots?: number;
  /** Slots that the subtasks do not need; below zero where there are too few. */
  readonly idle?: number;
}

/** What the scheduler counts for all pods together. */
export interface TotalsExplanation {
  readonly cpu: number;
  readonly memory: bigint;
}

export interface PodExplanation {
  readonly role: 'JobManager' | 'TaskManager';
  /** Nothing where it is not known. */
  readonly count?: number;
  readonly qualityOfService: 'Guaranteed' | 'Burstable' | 'BestEffort';
  /** Of one pod. */
  readonly cpu: number;
  readonly memory: bigint;
  readonly containers: readonly ContainerExplanation[];
  readonly volumes: readonly VolumeExplanation[];
}

export interface ContainerExplanation {
  readonly name: string;
  readonly image: string;
  /** Runs before the others, and ends. */
  readonly init: boolean;
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

export interface VolumeExplanation {
  readonly name: string;
  readonly source: string;
  /** Where Flink's container has it. */
  readonly mountedAt: readonly string[];
  readonly afterThePod: string;
}

export interface StateBackendExplanation {
  readonly type: string;
  readonly managedMemoryOfSlot: bigint;
  /** In one slot, where Flink manages the memory of RocksDB. */
  readonly rocksDb?: {
    readonly cacheCapacity: bigint;
    readonly writeBuffers: bigint;
    readonly mutableLimit: bigint;
    readonly arenaBlock: bigint;
    readonly arenaBlockFits: boolean;
  };
}

export interface NetworkExplanation {
  readonly memory: bigint;
  readonly segment: bigint;
  readonly buffers: number;
  /** What they are enough for. */
  readonly reading: string;
}

export interface SettingExplanation {
  readonly key: string;
  /** Nothing where neither anybody nor Flink has one. */
  readonly value?: string;
  readonly origin: string;
  /** Of the resource, where its value stands over the option. */
  readonly field?: string;
}

export interface JobExplanation {
  readonly jar?: string;
  readonly entryClass?: string;
  readonly arguments: number;
  readonly upgradeMode: string;
  readonly state: string;
  readonly initialSavepoint?: string;
  /** Nothing where the configuration cannot even be put together. */
  readonly parallelism?: Made<{ readonly value: number }>;
}

export interface HostedJob {
  readonly name: string;
  readonly parallelism?: number;
  readonly upgradeMode: string;
  readonly running: boolean;
}
