import { Question, Reply } from './oracle';
import { Refusal } from '../src/refusal';

/** One question to a real class and what our code answers to it. */
export interface Case {
  readonly question: Question;
  readonly ours: () => unknown;
}

/** A set of questions of one kind. */
export interface Suite {
  readonly title: string;
  readonly cases: Case[];
  /** What the real answer looks like in our terms; the answer itself unless given. */
  readonly theirs?: (reply: Reply) => unknown;
  /** The code of ours that says what a refusal of theirs says; any refusal equals any other unless given. */
  readonly refusalCode?: (text: string) => string | undefined;
}

export interface Disagreement {
  readonly question: Question;
  readonly ours: string;
  readonly theirs: string;
}

/** The first case in which we and they differ, and how many agree. */
export interface Verdict {
  readonly cases: number;
  readonly refusals: number;
  readonly agreements: number;
  readonly first?: Disagreement;
}

export function judge(suite: Suite, replies: Reply[]): Verdict {
  let agreements = 0;
  let first: Disagreement | undefined;
  suite.cases.forEach((one, index) => {
    const reply = replies[index];
    const ours = ourAnswer(one, suite);
    const theirs = theirAnswer(reply, suite);
    if (ours === theirs) {
      agreements += 1;
    } else {
      first ??= { question: one.question, ours, theirs: reply.refused ?? theirs };
    }
  });
  return { cases: suite.cases.length, refusals: replies.filter((reply) => reply.refused !== undefined).length, agreements, first };
}

function ourAnswer({ ours }: Case, suite: Suite): string {
  try {
    return text(ours());
  } catch (error) {
    if (error instanceof Refusal) {
      return refused(suite.refusalCode === undefined ? undefined : error.code);
    }
    throw error;
  }
}

function theirAnswer(reply: Reply, suite: Suite): string {
  if (reply.error !== undefined) {
    return `no verdict: ${reply.error}`;
  }
  return reply.refused === undefined ? text(suite.theirs?.(reply) ?? reply.value) : refused(suite.refusalCode?.(reply.refused));
}

function refused(code: string | undefined): string {
  return code === undefined ? 'refused' : `refused [${code}]`;
}

/** Same keys in the same order, whole numbers as digits. */
function text(value: unknown): string {
  const sorted = (item: unknown): unknown => (item !== null && typeof item === 'object' && !Array.isArray(item)
    ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
    : item);
  return JSON.stringify(sorted(value), (_, item) => (typeof item === 'bigint' ? item.toString() : item));
}
