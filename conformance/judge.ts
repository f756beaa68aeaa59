import { isDeepStrictEqual } from 'node:util';
import { answer, Answer, Question } from './answers';
import { Reply } from './oracle';
import { Suite } from './suite';

/** A question to which we and they answer differently. */
export interface Disagreement {
  readonly question: Question;
  readonly ours: string;
  readonly theirs: string;
  /** Which way it differs, so that a smaller question can be told to differ in the same way. */
  readonly kind: string;
}

/** So much of a refusal's text tells one reason from another, and has no values in it yet. */
const REASON = 24;

type Judged = Pick<Suite<never>, 'ours' | 'theirs' | 'refusalCode'>;

/** Nothing when both agree; a reply without a verdict agrees with nothing, nor does an error of ours. */
export function disagreement(suite: Judged, question: Question, told: Reply): Disagreement | undefined {
  const reply = told.value === undefined || suite.theirs === undefined ? told : { value: suite.theirs(told.value) };
  let ours: Answer;
  try {
    ours = suite.ours?.(told, question) ?? answer(question);
  } catch (error) {
    return { question, ours: `broke: ${(error as Error).stack}`, theirs: JSON.stringify(reply), kind: 'broke' };
  }
  if (agree(ours, reply, suite)) {
    return undefined;
  }
  const theirs = 'value' in reply ? 'value' : reply.refused?.slice(0, REASON) ?? 'error';
  return { question, ours: shown(ours), theirs: JSON.stringify(reply), kind: `${'value' in ours ? 'value' : ours.refusal.message.split('\n')[0]}/${theirs}` };
}

function agree(ours: Answer, reply: Reply, { refusalCode }: Judged): boolean {
  if ('value' in ours) {
    return isDeepStrictEqual(ours.value, reply.value);
  }
  return reply.refused !== undefined && (refusalCode === undefined || refusalCode(reply.refused) === ours.refusal.code);
}

function shown(ours: Answer): string {
  return 'value' in ours ? JSON.stringify(ours.value) : `refused [${ours.refusal.code}]`;
}
