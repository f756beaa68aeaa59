import { Refusal } from '../refusal';

/** Refuses names that are there twice. */
export function refuseRepeats(what: string, names: string[]): void {
  if (names.length > 1 && new Set(names).size < names.length) {
    throw repeated(what, `"${names.find((name, index) => names.indexOf(name) !== index)}" twice`);
  }
}

/** The one value that all who give one agree on. */
export function agreed<T extends string | number>(what: string, values: (T | undefined)[]): T | undefined {
  const given = values.filter((value) => value !== undefined);
  if (given.some((value) => value !== given[0])) {
    throw repeated(what, [...new Set(given)].join(' and '));
  }
  return given[0];
}

/** Names with values, of which no two contradict. */
export function agreedEntries(what: string, maps: (Readonly<Record<string, string>> | undefined)[]): Record<string, string> {
  const given = maps.filter((map) => map !== undefined);
  const names = new Set(given.flatMap((map) => Object.keys(map)));
  return Object.fromEntries([...names].map((name) => [name, agreed(`${what} ${name}`, given.map((map) => map[name]))!]));
}

function repeated(what: string, got: string): Refusal {
  return new Refusal({
    code: 'pod-conflict',
    what: `one pod is asked for the same ${what} more than once`,
    got,
    allowed: `each ${what} once`,
    fix: 'give one of them another name or port, or leave it out',
  });
}
