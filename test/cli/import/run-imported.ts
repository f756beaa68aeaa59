import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { comparison, Comparison } from '../../../src/cli/import/equivalence';
import { readResources } from '../../../src/operator/manifest/read-resources';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { ResourceTwin, resourceTwins } from '../../../src/operator/resource-twin';
import { Refusal } from '../../../src/refusal';

const release = OperatorVersion.V1_16;

/** Runs printed TypeScript as an app of its own; the manifests that it writes. */
export function synthesized(typescript: string): string {
  const { outputText } = transpileModule(typescript, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  const before = process.env.CDK8S_OUTDIR;
  process.env.CDK8S_OUTDIR = outdir;
  try {
    new Function('require', 'exports', outputText)((name: string) => jest.requireActual(name), {});
    return readdirSync(outdir).sort().map((file) => readFileSync(join(outdir, file), 'utf8')).join('---\n');
  } finally {
    process.env.CDK8S_OUTDIR = before;
    if (before === undefined) {
      delete process.env.CDK8S_OUTDIR;
    }
    rmSync(outdir, { recursive: true });
  }
}

/** What would happen to the resources of a text, by kind, namespace and name. */
export function twinsByName(text: string): Map<string, ResourceTwin> {
  const read = readResources(text, release).resources.flatMap((each) => (each.read instanceof Refusal ? [] : [each.read]));
  return new Map(resourceTwins(read, { release, defaults: new Map() })
    .map((twin) => [`${twin.kind} ${twin.metadata.namespace ?? ''}/${twin.metadata.name}`, twin]));
}

/** Each resource of one text beside that of another. */
export function comparisons(before: string, after: string): (readonly [string, Comparison | undefined])[] {
  const made = twinsByName(after);
  return [...twinsByName(before)].map(([name, twin]) => [name, made.has(name) ? comparison(twin, made.get(name)!) : undefined] as const);
}
