import { resolve } from 'node:path';
import { evaluateInFreshProcess } from './fresh-process';
import { Spread, spread } from './statistics';
import { costOf } from './stopwatch';

const LIB = resolve(__dirname, '..', 'lib', 'flink');

/** Milliseconds until the options of one version of Flink are at hand, in a process that has not asked for any before. */
export function coldCatalogue(runs: number): Spread {
  const [version, catalogue] = ['flink-version', 'options/option-catalogue'].map((module) => `require(${JSON.stringify(`${LIB}/${module}`)})`);
  // The stopwatch goes along as its own source text, as for the import of the library.
  const javascript = `${costOf}; const version = ${version}.FlinkVersion.V1_20; console.log(JSON.stringify(costOf(() => ${catalogue}.flinkOptions(version))));`;
  return spread(Array.from({ length: runs }, () => evaluateInFreshProcess(javascript).wall));
}
