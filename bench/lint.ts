import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { throughputs, Throughputs } from './memory-model';
import { Spread, spread } from './statistics';
import { ReadManifest } from '../lib/operator/manifest/read-manifest';
import { readResources } from '../lib/operator/manifest/read-resources';
import { OperatorVersion } from '../lib/operator/operator-version';
import { resourceTwins } from '../lib/operator/resource-twin';
import { Refusal } from '../lib/refusal';
import { judged } from '../lib/rules/judge';
import { Pack } from '../lib/rules/rule';

const PACKAGE = resolve(__dirname, '..');
const EXAMPLES = join(PACKAGE, 'examples');
const PACKS = [Pack.PRODUCTION, Pack.COST, Pack.STRICT];

/** The same without the text: twin and findings of manifests that are read already. */
export function rules(slices: number): Throughputs {
  const installation = { release: OperatorVersion.V1_16, defaults: new Map() };
  const read = manifests().flatMap((text) => readResources(text, installation.release).resources.map(({ read: each }) => each as ReadManifest));
  return throughputs('twin and all rules', slices, read, (one) => resourceTwins([one], installation).map((each) => judged(each, { packs: PACKS, today: '2026-11-22' })));
}

/** Manifests of the operator a second, from the text to the findings of all packs; each one a text of its own, no two alike. */
export function lint(slices: number): Throughputs {
  const installation = { release: OperatorVersion.V1_16, defaults: new Map() };
  return throughputs('lint of a manifest', slices, manifests(), (text) => {
    const reads = readResources(text, installation.release).resources.map(({ read }) => read);
    return resourceTwins(reads.filter((read): read is ReadManifest => !(read instanceof Refusal)), installation)
      .map((each) => judged(each, { packs: PACKS, today: '2026-11-22' }));
  });
}

/** The start of the command on one small file, and of node alone, in milliseconds. */
export function lintStart(runs: number): { readonly ours: Spread; readonly node: Spread } {
  const file = join(EXAMPLES, 'basic/basic.k8s.yaml');
  const start = (...args: string[]) => {
    const began = process.hrtime.bigint();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return Number(process.hrtime.bigint() - began) / 1e6;
  };
  const pairs = Array.from({ length: runs }, () => [start(join(PACKAGE, 'bin/cdk8s-flink'), 'lint', file), start('-e', '0')]);
  return { ours: spread(pairs.map(([ours]) => ours)), node: spread(pairs.map(([, node]) => node)) };
}

/**
 * Whole runs over the same files as processes of their own, in milliseconds; nothing where there is no kubeconform.
 * Its schema is empty, so that it does no more than read: its best case.
 */
export function lintBesideKubeconform(runs: number): { readonly files: number; readonly ours: Spread; readonly theirs: Spread } | undefined {
  if (spawnSync('kubeconform', ['-v']).status !== 0) {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-bench-'));
  try {
    const texts = manifests(1_000);
    texts.forEach((text, index) => writeFileSync(join(folder, `${index}.yaml`), text));
    writeFileSync(join(folder, 'schema.json'), '{}');
    const timed = (command: string, ...args: string[]) => {
      const began = process.hrtime.bigint();
      spawnSync(command, args, { stdio: 'ignore' });
      return Number(process.hrtime.bigint() - began) / 1e6;
    };
    const pairs = Array.from({ length: runs }, () => [
      timed(process.execPath, join(PACKAGE, 'bin/cdk8s-flink'), 'lint', folder, '--pack', 'all', '--format', 'json'),
      timed('kubeconform', '-n', '1', '-schema-location', join(folder, 'schema.json'), folder),
    ]);
    return { files: texts.length, ours: spread(pairs.map(([ours]) => ours)), theirs: spread(pairs.map(([, theirs]) => theirs)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The resources of the operator in the examples, as they are written there, under many names. */
function manifests(count = 200): string[] {
  const texts = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.k8s.yaml')).sort()
    .map((file) => readFileSync(join(EXAMPLES, file), 'utf8'));
  const own = texts.flatMap((text) => text.split(/^---\n/m)).filter((text) => /^kind: Flink/m.test(text));
  return Array.from({ length: count }, (_, index) => own[index % own.length].replace(/^ {2}name: .*$/m, `  name: job-${index}`));
}
