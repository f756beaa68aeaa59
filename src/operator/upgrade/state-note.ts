import { refusalIn } from '../../refusal';

/** What becomes of state, the worst last. */
export enum StateOutcome {
  KEPT = 'kept',
  /** Kept, unless what the note says happens. */
  AT_RISK = 'at risk',
  /** It is still there, and the changed job cannot start from it. */
  BLOCKED = 'cannot be restored',
  LOST = 'lost',
}

/** One thing that a change means for the state of a job. */
export interface StateNote {
  readonly outcome: StateOutcome;
  /** Lower case, no full stop. */
  readonly what: string;
  /** Class of the operator or of Flink, or page of Flink's documentation. */
  readonly restsOn: string;
}

/** What is told, or that nobody can tell because an option cannot be read. */
export function notesFrom(tell: () => StateNote[]): StateNote[] {
  let notes: StateNote[] = [];
  const refusal = refusalIn(() => { notes = tell(); });
  return refusal === undefined ? notes : [unknownState(refusal.text.what, `[${refusal.code}]`)];
}

export function unknownState(because: string, restsOn: string): StateNote {
  return { outcome: StateOutcome.AT_RISK, what: `nobody can tell what becomes of the state: ${because}`, restsOn };
}

const WEIGHT = Object.values(StateOutcome);

/** What all of them come to. */
export function worstOutcome(notes: readonly StateNote[]): StateOutcome {
  return WEIGHT[Math.max(0, ...notes.map(({ outcome }) => WEIGHT.indexOf(outcome)))];
}
