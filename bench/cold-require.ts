import { evaluateInFreshProcess } from './fresh-process';
import { compare, Comparison } from './statistics';
import { costOf } from './stopwatch';

/** What a program pays for the import of this library, against that of the two libraries that it stands on. */
export function coldRequire(pairs: number): Comparison {
  const cost = (...modules: string[]) => evaluateInFreshProcess(requiring(modules));
  return compare(pairs, () => cost('cdk8s-flink'), () => cost('cdk8s', 'cdk8s-plus-28'));
}

/** By the process's own clock, so that the start of node itself does not soften the ratio. */
function requiring(modules: string[]): string {
  const requires = modules.map((name) => `require(${JSON.stringify(name)});`).join(' ');
  // The stopwatch goes along as its own source text: the process under test loads nothing else.
  return `${costOf}; console.log(JSON.stringify(costOf(() => { ${requires} })));`;
}
