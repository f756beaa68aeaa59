import fc from 'fast-check';

/** A value that is made only when its owner is: making it may be refused. */
class Unmade {
  constructor(public readonly make: () => unknown) {}
}

/** Everything in it made, from the inside out. */
export function made(drawn: any): any {
  if (drawn instanceof Unmade) {
    return drawn.make();
  }
  if (Array.isArray(drawn)) {
    return drawn.map(made);
  }
  const isPlain = drawn !== null && typeof drawn === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(drawn));
  return isPlain ? Object.fromEntries(Object.entries(drawn).map(([key, inner]) => [key, made(inner)])) : drawn;
}

export type Drawn = fc.Arbitrary<any>;
type Model = Record<string, Drawn>;

export function making(drawn: Drawn, make: (props: any) => unknown): Drawn {
  return drawn.map((value) => new Unmade(() => make(made(value))));
}

/** Up to so many of the properties, each as likely as any other. */
export function some(model: Model, most: number, always: Model = {}): Drawn {
  return fc.subarray(Object.keys(model), { maxLength: Math.min(most, Object.keys(model).length) })
    .chain((keys) => fc.record({ ...Object.fromEntries(keys.map((key): [string, Drawn] => [key, model[key]])), ...always }));
}

/** One in `weight` is what should be refused. */
export function mostly(sound: Drawn, wrong: Drawn, weight = 60): Drawn {
  return fc.oneof({ weight: weight - 1, arbitrary: sound }, { weight: 1, arbitrary: wrong });
}

export const one = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** What cdk8s-plus hands about by its name. */
export const named = (...names: string[]): Drawn => one(...names).map((name) => ({ name }));
