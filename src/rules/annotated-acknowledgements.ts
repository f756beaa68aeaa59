import { Acknowledgement } from './acknowledgement';
import { ACKNOWLEDGE, checkedAcknowledgement } from './acknowledging';
import { BROKEN_ACKNOWLEDGEMENT } from './engine-rules';
import { Found } from './rule';
import { Refusal } from '../refusal';

/** What may follow the reason. */
const CLAUSE = /;\s*(where|until)\s+([^;]+?)\s*$/;

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

function clausesOf(text: string): Omit<Acknowledgement, 'id'> {
  let reason = text.trim();
  let clauses = {};
  for (let clause = CLAUSE.exec(reason); clause !== null; clause = CLAUSE.exec(reason)) {
    clauses = { [clause[1]]: clause[2], ...clauses };
    reason = reason.slice(0, clause.index).trim();
  }
  return { reason, ...clauses };
}
