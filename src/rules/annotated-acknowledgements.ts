import { Acknowledgement } from './acknowledgement';
import { ACKNOWLEDGE, checkedAcknowledgement } from './acknowledging';
import { BROKEN_ACKNOWLEDGEMENT } from './engine-rules';
import { Found } from './rule';
import { Refusal } from '../refusal';

/** What may follow the reason, between semicolons. */
const CLAUSE = /^(where|until)\s(.+)$/s;

/** What a resource says of itself. */
interface Annotated {
  readonly acknowledgements: Acknowledgement[];
  readonly broken: Found[];
}

/** What the annotations of a resource acknowledge, and those that say something else than `reason; where spec.job; until 2027-03-31`. */
export function acknowledgementsOf(annotations: Readonly<Record<string, string>> = {}): Annotated {
  const acknowledgements: Acknowledgement[] = [];
  const broken: Found[] = [];
  for (const [key, text] of Object.entries(annotations).filter(([name]) => name.startsWith(ACKNOWLEDGE))) {
    try {
      acknowledgements.push(checkedAcknowledgement({ id: key.slice(ACKNOWLEDGE.length), ...clausesOf(text) }));
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      const { what, got, allowed, fix } = error.text;
      broken.push({ rule: BROKEN_ACKNOWLEDGEMENT, finding: { path: ['metadata', 'annotations', key], what, got, allowed, fix } });
    }
  }
  return { acknowledgements, broken };
}

/** From the end on: a semicolon may stand in the reason. */
function clausesOf(text: string): Omit<Acknowledgement, 'id'> {
  const parts = text.split(';');
  let clauses = {};
  for (let clause = clauseIn(parts); clause !== undefined; clause = clauseIn(parts)) {
    clauses = { ...clause, ...clauses };
    parts.pop();
  }
  return { reason: parts.join(';').trim(), ...clauses };
}

/** The last part, where it is one and not the reason itself. */
function clauseIn(parts: readonly string[]): object | undefined {
  const [, word, value] = CLAUSE.exec(parts.length < 2 ? '' : parts[parts.length - 1].trim()) ?? [];
  return word === undefined ? undefined : { [word]: value.trim() };
}
