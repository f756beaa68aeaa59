import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { compare, Comparison } from './statistics';

const PACKAGE = resolve(__dirname, '..');

/** What a program pays for the import of this library, against that of the two libraries that it stands on. */
export function coldRequire(pairs: number): Comparison {
  return compare(pairs, () => requireInFreshProcess('cdk8s-flink'), () => requireInFreshProcess('cdk8s', 'cdk8s-plus-28'));
}

/** Milliseconds by the process's own clock, so that the start of node itself does not soften the ratio. */
function requireInFreshProcess(...modules: string[]): number {
  const requires = modules.map((name) => `require(${JSON.stringify(name)});`).join(' ');
  const script = `const start = process.hrtime.bigint(); ${requires} console.log(String(process.hrtime.bigint() - start));`;
  return Number(execFileSync(process.execPath, ['-e', script], { cwd: PACKAGE, encoding: 'utf8' })) / 1e6;
}
