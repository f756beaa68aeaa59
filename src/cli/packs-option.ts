import { InvalidArgumentError, Option } from 'commander';
import { Pack } from '../rules/rule';

/** Those that can be chosen: what is refused is always on. */
export const PACKS = Object.values(Pack).filter((pack) => pack !== Pack.REFUSED);

/** `--pack production,cost`, `--pack all`. */
export function packsOption(description: string): Option {
  return new Option('--pack <packs>', `${description}; several with commas`).choices([...PACKS, 'all']).argParser(packsOf);
}

function packsOf(text: string): Pack[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => name !== 'all' && !PACKS.some((pack) => pack === name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`There is no pack ${JSON.stringify(unknown)}. Packs are ${PACKS.join(', ')} and all.`);
  }
  return PACKS.filter((pack) => names.includes('all') || names.includes(pack));
}
