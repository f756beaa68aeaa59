import { isDeepStrictEqual } from 'node:util';
import { Answer, answer, Question } from './answers';
import { Reply } from './oracle';

/** A set of questions of one kind. */
export interface Suite {
  readonly title: string;
  readonly questions: Question[];
  /** Our answer, when it is not simply the one to the question. */
  readonly ours?: (reply: Reply) => Answer;
  /** Their value in the form of ours, where it comes in another. */
  readonly theirs?: (value: any) => unknown;
  /** The code of ours that says what a refusal of theirs says; any refusal equals any other unless given. */
  readonly refusalCode?: (text: string) => string;
}

/** The first case in which we and they differ, and how many agree. */
export interface Verdict {
  readonly refusals: number;
  readonly agreements: number;
  readonly first?: { readonly question: Question; readonly ours: string; readonly theirs: string };
}

export function judge(suite: Suite, replies: Reply[]): Verdict {
  const differing = suite.questions.map((question, index) => {
    const reply = replies[index];
    const ours = suite.ours?.(reply) ?? answer(question);
    return agree(ours, reply, suite) ? undefined : { question, ours: shown(ours), theirs: JSON.stringify(reply.value === undefined ? reply : { value: suite.theirs?.(reply.value) ?? reply.value }) };
  });
  return {
    refusals: replies.filter(({ refused }) => refused !== undefined).length,
    agreements: differing.filter((difference) => difference === undefined).length,
    first: differing.find((difference) => difference !== undefined),
  };
}

/** A reply without a verdict agrees with nothing. */
function agree(ours: Answer, reply: Reply, { refusalCode, theirs = (value) => value }: Suite): boolean {
  if ('value' in ours) {
    return reply.value !== undefined && isDeepStrictEqual(ours.value, theirs(reply.value));
  }
  return reply.refused !== undefined && (refusalCode === undefined || refusalCode(reply.refused) === ours.refusal.code);
}

function shown(ours: Answer): string {
  return 'value' in ours ? JSON.stringify(ours.value) : `refused [${ours.refusal.code}]`;
}
