import { Question } from './answers';
import { Disagreement, disagreement } from './judge';
import { Oracle, Reply } from './oracle';
import { shrink } from './shrink';
import { Suite } from './suite';

/** What a suite came to with one oracle. */
export interface Outcome {
  readonly cases: number;
  /** Questions that were not asked, because only the operator's own jars could answer. */
  readonly withheld: number;
  readonly refused: number;
  readonly agree: number;
  readonly seconds: number;
  readonly note?: string;
  /** The first disagreement, made as small as it gets. */
  readonly smallest?: Disagreement;
  readonly asked: Question[];
  readonly replies: Reply[];
}

export async function run<Version>(
  suite: Suite<Version>, oracle: Oracle, ownJars: boolean, version: Version, cases: number, seed: number,
): Promise<Outcome> {
  const started = performance.now();
  const all = suite.questions(cases, seed, version);
  const asked = ownJars ? all : all.filter((question) => suite.ofOwnJars?.(question) !== true);
  const replies = await oracle.ask(asked);
  const differing = asked.flatMap((question, index) => disagreement(suite, question, replies[index]) ?? []);
  return {
    cases: asked.length,
    withheld: all.length - asked.length,
    refused: replies.filter(({ refused }) => refused !== undefined).length,
    agree: asked.length - differing.length,
    seconds: (performance.now() - started) / 1000,
    note: suite.note?.(cases, seed, version),
    smallest: differing.length === 0 ? undefined : await smallestOf(suite, oracle, differing[0]),
    asked,
    replies,
  };
}

async function smallestOf<Version>(suite: Suite<Version>, oracle: Oracle, first: Disagreement): Promise<Disagreement> {
  const differs = async (question: Question) => disagreement(suite, question, (await oracle.ask([question]))[0]);
  const question = await shrink(first.question, async (smaller) => (await differs(smaller))?.kind === first.kind);
  return (await differs(question))!;
}
