import { Question } from './answers';

/** Of a question: what is asked stays, the rest may go. */
const KEPT = ['op', 'release'];
const STEPS = 2_000;

/**
 * The smallest question found that still differs: fields and items are left out and texts shortened, one at a time,
 * until nothing more can go.
 */
export async function shrink(question: Question, stillDiffers: (smaller: Question) => Promise<boolean>): Promise<Question> {
  let smallest = question;
  let steps = 0;
  for (let progress = true; progress;) {
    progress = false;
    for (const smaller of smallerQuestions(smallest)) {
      if (++steps > STEPS) {
        return smallest;
      }
      if (await stillDiffers(smaller)) {
        smallest = smaller;
        progress = true;
        break;
      }
    }
  }
  return smallest;
}

function* smallerQuestions(question: Question): Generator<Question> {
  for (const [name, value] of Object.entries(question)) {
    if (!KEPT.includes(name)) {
      for (const smaller of smallerValues(value)) {
        yield { ...question, [name]: smaller };
      }
    }
  }
}

/** Large pieces first, so that a big question becomes small in few steps. */
function* smallerValues(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    if (value.length > 1) {
      yield value.slice(0, Math.floor(value.length / 2));
      yield value.slice(Math.floor(value.length / 2));
      yield value.slice(1);
    }
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      yield value.filter((_, other) => other !== index);
    }
    for (let index = 0; index < value.length; index++) {
      for (const smaller of smallerValues(value[index])) {
        yield value.map((item, other) => (other === index ? smaller : item));
      }
    }
  } else if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    for (const [key] of entries) {
      yield Object.fromEntries(entries.filter(([other]) => other !== key));
    }
    for (const [key, inner] of entries) {
      for (const smaller of smallerValues(inner)) {
        yield Object.fromEntries(entries.map(([other, old]) => [other, other === key ? smaller : old]));
      }
    }
  }
}
