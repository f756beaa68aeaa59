import { Code } from './code';

/** The constructs that a resource may be imported as, from the most that they say to the least. */
export type ImportedConstruct = 'TunedFlinkDeployment' | 'TunedFlinkSession' | 'FlinkDeployment' | 'ApiObject';

/** What is called on the construct afterwards: `addJsonPatch`, `metadata.addLabel`. */
export interface LaterCall {
  readonly method: string;
  readonly args: readonly Code[];
  readonly comment?: string;
}

/** A part of the manifest that no property stands for, and why. */
export interface RawPart {
  readonly what: string;
  readonly why: string;
}

/** A resource as a construct: what is printed, and what is run to compare it. */
export interface ImportedResource {
  readonly construct: ImportedConstruct;
  /** Without it, that of no namespace. */
  readonly namespace?: string;
  readonly id: string;
  /** The third argument of the constructor. */
  readonly props: Code;
  readonly calls: readonly LaterCall[];
  /** Above the construct. */
  readonly comments: readonly string[];
  /** Properties and strategies that say what the manifest said. */
  readonly recognised: readonly string[];
  readonly raw: readonly RawPart[];
  /** What the library would decide, and the manifest does not. */
  readonly leftOpen: readonly string[];
}
