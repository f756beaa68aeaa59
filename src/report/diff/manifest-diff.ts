import { Lever } from './tuning-order';
import { ResourceUpgrade } from '../../operator/upgrade/resource-upgrade';
import { StateNote, StateOutcome } from '../../operator/upgrade/state-note';
import { Judged } from '../../rules/judge';

/** A resource by what tells it from others. */
export interface ResourceName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** An option of Flink's or of the operator's whose value changes in meaning. */
export interface KnobChange {
  /** By its current key. */
  readonly key: string;
  /** As a report may show it; nothing where nobody sets it. */
  readonly before?: string;
  readonly after?: string;
  /** What holds where it is not set. */
  readonly otherwise?: string;
  /** The field or the place that sets it now, or did. */
  readonly origin: string;
  /** What the tuning order knows about it, and which way it goes where it is a number. */
  readonly lever?: Lever;
  readonly direction?: 'up' | 'down';
}

/** An option that is written in another way and means the same. */
export interface Respelling {
  readonly before: string;
  readonly after: string;
}

/** A number of the cluster before and after; bytes, thousandths of a core, or a count. */
export interface AmountChange {
  readonly name: string;
  readonly unit: 'bytes' | 'millicores' | 'count';
  readonly before?: bigint;
  readonly after?: bigint;
}

/** Amounts under one heading, those too that stay. */
export interface AmountTable {
  readonly title: string;
  readonly amounts: readonly AmountChange[];
}

/** A field that changes, by its path; never a secret. */
export interface FieldChange {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/** A field of the pods of a role. */
export interface PodChange extends FieldChange {
  readonly role: 'JobManager' | 'TaskManager' | 'both';
}

/** Levers that move, in the order in which to move them. */
export interface TuningStep {
  readonly lever: Lever;
  /** 0 measure, 1 correctness, 2 throughput and latency, 3 cost. */
  readonly order: number;
  readonly knobs: readonly KnobChange[];
}

/** One resource that is in both, and what becomes of it. */
export interface ResourceDiff {
  readonly resource: ResourceName;
  /** As it was called before, where that was otherwise. */
  readonly formerly?: ResourceName;
  /** None for another name: the operator deletes the one and makes the other. */
  readonly upgrade?: ResourceUpgrade;
  readonly state: readonly StateNote[];
  readonly outcome: StateOutcome;
  /** Of the resource itself, beside options, pods and the size of both roles, which are told by what they come to. */
  readonly fields: readonly FieldChange[];
  readonly knobs: readonly KnobChange[];
  readonly respellings: readonly Respelling[];
  /** Without those in which nothing changes. */
  readonly tables: readonly AmountTable[];
  readonly pods: readonly PodChange[];
  readonly steps: readonly TuningStep[];
  readonly newFindings: readonly Judged[];
  readonly goneFindings: readonly Judged[];
}

/** A resource that goes, and what that means for the state of its job. */
export interface RemovedResource {
  readonly resource: ResourceName;
  readonly state: readonly StateNote[];
}

/** What changes for Flink and for Kubernetes between two sets of resources. */
export interface ManifestDiff {
  readonly added: readonly ResourceName[];
  readonly removed: readonly RemovedResource[];
  /** Those alone of which something changes. */
  readonly changed: readonly ResourceDiff[];
}
