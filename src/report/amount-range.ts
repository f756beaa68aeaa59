import { Amount } from '../sizing/decision';

/** A number with its thousands apart, and the unit that follows it. */
const WITH_UNIT = /^([0-9.,]+) (.+)$/;

/** `1 – 4 slots`: the unit once where both ends are written in it; nothing where they are the same. */
export function amountRange(low: Amount, high: Amount): string {
  if (low.text === high.text) {
    return '';
  }
  const [, number, unit] = WITH_UNIT.exec(low.text) ?? [];
  const [, , unitOfHigh] = WITH_UNIT.exec(high.text) ?? [];
  return `${unit !== undefined && unitOfHigh !== undefined && singular(unit) === singular(unitOfHigh) ? number : low.text} – ${high.text}`;
}

function singular(unit: string): string {
  return unit.replace(/(?<=.)s$/, '');
}
