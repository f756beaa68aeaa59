import * as fc from 'fast-check';
import { anyDeployment } from './arbitrary-deployment';
import { comparisons, synthesized } from './run-imported';
import { manifests } from '../../../conformance/manifest-cases';
import { Import, importResources } from '../../../src/cli/import/import-resources';
import { printProgram } from '../../../src/cli/import/print-program';
import { twinsIn } from '../../../src/cli/manifest-file';
import { readResources } from '../../../src/operator/manifest/read-resources';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { Refusal } from '../../../src/refusal';

const release = OperatorVersion.V1_16;
const installation = { release, defaults: new Map<string, string>() };

function imported(manifest: unknown): Import {
  const text = JSON.stringify(manifest);
  return importResources(twinsIn([{ name: 'manifest', text, ...readResources(text, release) }], installation), installation)[0];
}

test('whatever people write comes out equivalent, and of no secret a letter is printed', () => {
  const constructs: string[] = [];
  fc.assert(fc.property(fc.noBias(anyDeployment), (manifest) => {
    const { resource, comparison } = imported(manifest);
    expect(comparison?.different).toEqual([]);
    expect(printProgram([resource!], { source: 'manifest', chart: 'chart' })).not.toContain('hunter2');
    constructs.push(resource!.construct);
  }), { numRuns: 120, seed: 20 });
  expect(constructs.filter((each) => each === 'TunedFlinkDeployment').length).toBeGreaterThan(8);
  expect(constructs.filter((each) => each === 'FlinkDeployment').length).toBeGreaterThan(5);
});

test('what is printed makes what was compared', () => {
  const secrets = { ...process.env };
  fc.assert(fc.property(fc.noBias(anyDeployment), (manifest) => {
    const { resource } = imported(manifest);
    const text = printProgram([resource!], { source: 'manifest', chart: 'chart' });
    [...text.matchAll(/secretOf\('(\w+)'\)/g)].forEach(([, variable]) => { process.env[variable] = 'hunter2'; });
    expect(comparisons(JSON.stringify(manifest), synthesized(text)).map(([, compared]) => compared?.different)).toEqual([[]]);
  }), { numRuns: 12, seed: 21 });
  process.env = secrets;
});

test('manifests of all kinds, sound and not: each is equivalent, or said to be none', () => {
  for (const { manifest } of manifests(200, 22, release)) {
    const { resource, obstacle, comparison } = imported(manifest);
    expect([comparison?.different ?? [], resource !== undefined || obstacle instanceof Refusal]).toEqual([[], true]);
  }
});
