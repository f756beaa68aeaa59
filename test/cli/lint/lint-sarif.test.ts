import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { CONTRADICTION, SOUND, withOption } from './manifests';
import { runCli } from '../run-cli';

/** Of draft 4, of which it uses nothing that has changed since but these two. */
const { $schema, id, ...SCHEMA } = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }).compile(SCHEMA);

async function sarif(...manifests: string[]) {
  const { out } = await runCli(['lint', '-', '--format', 'sarif', '--pack', 'all'], { input: manifests.join('---\n') });
  return JSON.parse(out);
}

const ACKNOWLEDGED = CONTRADICTION.replace('metadata:\n', 'metadata:\n  annotations:\n    acknowledge.cdk8s-flink/overwritten-option: the next release drops it\n');

test.each([
  ['no finding', [SOUND]],
  ['findings, a fix, an acknowledgement, a refusal', [CONTRADICTION, ACKNOWLEDGED, withOption('state.foo: bar'), SOUND.replace('parallelism: 4', 'parallelism: four')]],
  ['text that is none', ['flink: [']],
])('the JSON Schema of SARIF 2.1.0 takes it: %s', async (_, manifests) => {
  const log = await sarif(...manifests);
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
});

test('a result tells place, fix and help', async () => {
  const { runs: [{ results: [result], tool: { driver: { rules } } }] } = await sarif(CONTRADICTION);
  expect(result).toMatchObject({
    ruleId: 'overwritten-option',
    level: 'warning',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'standard%20input', uriBaseId: '%SRCROOT%' }, region: { startLine: 10, startColumn: 5, endColumn: 24 } } }],
    fixes: [{ artifactChanges: [{ replacements: [{ deletedRegion: { startLine: 10, endLine: 10 } }] }] }],
    suppressions: [],
  });
  expect(rules[result.ruleIndex]).toMatchObject({ id: 'overwritten-option', helpUri: 'https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs/rules/overwritten-option.md' });
});

test('who moves the lines keeps the fingerprint, who acknowledges keeps the result', async () => {
  const printOf = (log: { runs: { results: { partialFingerprints: object }[] }[] }) => log.runs[0].results[0].partialFingerprints;
  expect(printOf(await sarif(`# moved\n\n${CONTRADICTION}`))).toEqual(printOf(await sarif(CONTRADICTION)));
  const { runs: [{ results: [result] }] } = await sarif(ACKNOWLEDGED);
  expect(result.suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'the next release drops it' }]);
});
