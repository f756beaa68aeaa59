import { Answer, Question } from './answers';
import { Reply } from './oracle';

/** A set of questions of one kind; `Version` is what the oracle is a version of. */
export interface Suite<Version> {
  readonly title: string;
  /** How many cases a default run has; a fixed set has none. */
  readonly cases?: number;
  readonly questions: (cases: number, seed: number, version: Version) => Question[];
  /** Our answer, when it is not simply the one to the question. */
  readonly ours?: (reply: Reply, question: Question) => Answer;
  /** Their value in the form of ours, where it comes in another. */
  readonly theirs?: (value: any) => unknown;
  /** The code of ours that says what a refusal of theirs says; any refusal equals any other unless given. */
  readonly refusalCode?: (text: string) => string;
  /** The file in test/vectors that keeps the first answers for the tests without Java, and how many. */
  readonly vectors?: readonly [file: string, count: number];
  /** True when the answers of each release go into a file of their own; else the newest speaks for all. */
  readonly vectorsOfEach?: boolean;
  /** False for a version without what is asked about. */
  readonly has?: (version: Version) => boolean;
  /** What a reader of the run should know beside the numbers. */
  readonly note?: (cases: number, seed: number, version: Version) => string;
  /** True when nothing but the operator's own jars can answer. */
  readonly ownJars?: boolean;
  /** The questions of which that is true, where the others need no more than the jars at hand. */
  readonly ofOwnJars?: (question: Question) => boolean;
}
