import { Amount } from '../sizing/decision/decision';

/** A number with its thousands apart, and the unit that follows it. */
const WITH_UNIT = /^([0-9.,]+) (.+)$/;

/** `1 – 4 slots`: the unit once where both ends are written in it; nothing where they are the same. */
export function amountRange(low: Amount, high: Amount): string {
  return low.text === high.text ? '' : `${sameUnit(low, high) ? numberOf(low) : low.text} – ${high.text}`;
}

/** The same beside the value, which has told the unit where all three are written in it: `1 – 4`. */
export function rangeBeside(value: Amount, low: Amount, high: Amount): string {
  return low.text !== high.text && sameUnit(low, high) && sameUnit(value, low) ? `${numberOf(low)} – ${numberOf(high)}` : amountRange(low, high);
}

function numberOf({ text }: Amount): string {
  return WITH_UNIT.exec(text)?.[1] ?? text;
}

function sameUnit(one: Amount, other: Amount): boolean {
  const [unit, unitOfOther] = [one, other].map(({ text }) => WITH_UNIT.exec(text)?.[2].replace(/(?<=.)s$/, ''));
  return unit !== undefined && unit === unitOfOther;
}
