import * as fc from 'fast-check';
import { LEAST, runCli, size, withFile } from './run-cli';
import { says } from '../refusals';

/** What is said about a workload that cannot be used, without its name. */
async function saidOf(workload: unknown, ...options: string[]): Promise<string> {
  const { code, out, err } = await size(workload, ...options);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err.replace(/^standard input: /gm, '').trimEnd();
}

const THROUGHPUT_KEYS = 'recordsPerSecond, peakRecordsPerSecond, averageRecordBytes, growth';
const STATEFUL = 'deduplication, windowed aggregation, unbounded aggregation, interval join, temporal join, regular join, pattern detection';
const KINDS = `stateless transformation, fan-out, asynchronous enrichment, ${STATEFUL}`;
const TIME = 'a whole number with d, h, min, s or ms, for example "10min"';
const SIZE = 'a whole number with Ki, Mi, Gi or Ti (KiB, k and kb, … mean the same, all powers of 1024), for example "40Gi"';
const LEAVE_OUT = 'write it so, or leave it out';

test.each<[string, unknown, string]>([
  ['a misspelled key', 'kind: deduplication\nthroughput:\n  recordsPerSecond: 5\n  averageRecordByte: 512\n', says(
    'there is no such key [input-key]', 'averageRecordByte', THROUGHPUT_KEYS, 'write averageRecordBytes', 'throughput.averageRecordByte, line 4, column 3')],
  ['a key like no other', { ...LEAST, throughput: { recordsPerSecond: 5, zzz: 1 } }, says(
    'there is no such key [input-key]', 'zzz', THROUGHPUT_KEYS, 'remove it', 'throughput.zzz, line 1, column 60')],
  ['a missing key', 'kind: deduplication', says(
    'throughput is missing [input-key]', 'kind', 'throughput is always needed', 'add throughput', 'line 1, column 1')],
  ['a missing key of a part', { ...LEAST, nodeShape: { cpu: 8 } }, says(
    'nodeShape.memory is missing [input-key]', 'cpu', 'memory is always needed', 'add memory', 'nodeShape, line 1, column 65')],
  ['a missing key of nothing', { ...LEAST, nodeShape: { }, throughput: { } }, [
    says('throughput.recordsPerSecond is missing [input-key]', 'nothing', 'recordsPerSecond is always needed', 'add recordsPerSecond', 'throughput, line 1, column 25'),
    says('nodeShape.cpu is missing [input-key]', 'nothing', 'cpu is always needed', 'add cpu', 'nodeShape, line 1, column 41'),
    says('nodeShape.memory is missing [input-key]', 'nothing', 'memory is always needed', 'add memory', 'nodeShape, line 1, column 41'),
  ].join('\n\n')],
  ['a misspelled kind, without a word on the facts that it would have', { ...LEAST, kind: 'windowed-aggregation', windowOverlap: 2 }, says(
    'kind is none of its values [input-value]', '"windowed-aggregation"', KINDS, 'write windowed aggregation', 'kind, line 1, column 2')],
  ['a kind like no other', { ...LEAST, kind: 7 }, says(
    'kind is none of its values [input-value]', '7', KINDS, 'write one of these', 'kind, line 1, column 2')],
  ['a kind as in TypeScript', { ...LEAST, kind: 'asyncEnrichment' }, says(
    'kind is none of its values [input-value]', '"asyncEnrichment"', KINDS, 'write asynchronous enrichment', 'kind, line 1, column 2')],
  ['a kind in half', { ...LEAST, kind: 'stream join' }, says(
    'kind is none of its values [input-value]', '"stream join"', KINDS, 'write interval join or temporal join or regular join', 'kind, line 1, column 2')],
  ['a choice that YAML takes for a number', 'kind: fan-out\nthroughput: {recordsPerSecond: 5}\ndeployment: {operatorVersion: 1.10}', says(
    'deployment.operatorVersion is none of its values [input-value]', '1.1', '1.10, 1.11, 1.12, 1.13, 1.14, 1.15, 1.16', 'write "1.10", in quotes',
    'deployment.operatorVersion, line 3, column 14')],
  ['no CPU at all', { ...LEAST, budget: { cpu: 0 } }, says(
    'budget.cpu cannot be read [input-value]', '0', 'above 0', LEAVE_OUT, 'budget.cpu, line 1, column 75')],
  ['an image without a name', { ...LEAST, deployment: { image: '' } }, says(
    'deployment.image cannot be read [input-value]', '""', 'text that is not empty', LEAVE_OUT, 'deployment.image, line 1, column 79')],
  ['a number in the place of keys', { ...LEAST, throughput: 5 }, says(
    'throughput cannot be read [input-value]', '5', 'keys with values', 'write its keys, recordsPerSecond for one', 'throughput, line 1, column 25')],
  ['a fact of another kind', 'kind: deduplication\nwindowOverlap: 6\nthroughput: {recordsPerSecond: 5}', says(
    'windowOverlap is no fact of this kind of work [fact-of-other-kind]', 'windowOverlap with kind "deduplication"',
    'windowOverlap with kind windowed aggregation', 'leave windowOverlap out, or change kind', 'windowOverlap, line 2, column 1')],
  ['state of a stateless job', { ...LEAST, kind: 'fan-out', expectedState: '4Gi' }, says(
    'expectedState is no fact of this kind of work [fact-of-other-kind]', 'expectedState with kind "fan-out"',
    `expectedState with kind ${STATEFUL}`, 'leave expectedState out, or change kind', 'expectedState, line 1, column 59')],
  ['a number with a word', { ...LEAST, throughput: { recordsPerSecond: '20k' } }, says(
    'throughput.recordsPerSecond cannot be read [input-value]', '"20k"', 'a finite number', 'write the number alone, without quotes, unit or words',
    'throughput.recordsPerSecond, line 1, column 39')],
  ['a number that is not finite', 'kind: deduplication\nthroughput: {recordsPerSecond: .inf}', says(
    'throughput.recordsPerSecond cannot be read [input-value]', 'Infinity', 'a finite number', 'write it so', 'throughput.recordsPerSecond, line 2, column 14')],
  ['a time that Flink cannot read', { ...LEAST, latencyObjective: '10 mins' }, says(
    'latencyObjective cannot be read [input-value]', '"10 mins"', TIME, LEAVE_OUT, 'latencyObjective, line 1, column 65')],
  ['a time without a unit', { ...LEAST, latencyObjective: 500 }, says(
    'latencyObjective cannot be read [input-value]', '500', TIME, 'write it as text, in quotes, with its unit where it has one', 'latencyObjective, line 1, column 65')],
  ['a size with a fraction', { ...LEAST, expectedState: '1.5Ti' }, says(
    'expectedState cannot be read [input-value]', '"1.5Ti"', SIZE, LEAVE_OUT, 'expectedState, line 1, column 65')],
  ['a skew by another name', { ...LEAST, keySkew: 'extreme' }, says(
    'keySkew cannot be read [input-value]', '"extreme"',
    'even, moderate or high, or the share of all keyed records that fall on the hottest key: a number above 0 and below 1', LEAVE_OUT, 'keySkew, line 1, column 65')],
  ['a version that YAML takes for a number', 'kind: fan-out\nthroughput: {recordsPerSecond: 5}\nflinkVersion: 1.20', says(
    'flinkVersion cannot be read [input-value]', '1.2', 'text', 'write it as text, in quotes, with its unit where it has one', 'flinkVersion, line 3, column 1')],
  ['an argument that is no text', { ...LEAST, deployment: { args: ['a', { b: 1 }] } }, says(
    'deployment.args[1] cannot be read [input-value]', 'keys with values', 'text', LEAVE_OUT, 'deployment.args[1], line 1, column 91')],
  ['a bucket without its scheme', { ...LEAST, deployment: { checkpoints: 'flink-state' } }, says(
    'deployment.checkpoints cannot be read [input-value]', '"flink-state"', 'an S3 bucket and a path in it, for example "s3://flink-state/product-dedup"', LEAVE_OUT,
    'deployment.checkpoints, line 1, column 79')],
  ['a list', [LEAST], says('the file cannot be read [input-value]', 'a list', 'keys with values', 'write its keys, kind for one', 'line 1, column 1')],
  ['what the library refuses, as it says it', { ...LEAST, throughput: { recordsPerSecond: 5, peakRecordsPerSecond: 2 } }, says(
    'the peak of the throughput is below its average [workload-peak]', 'peakRecordsPerSecond 2, recordsPerSecond 5', 'a peak of 5 and more',
    'swap the two, or leave the peak out for a steady rate', 'throughput.peakRecordsPerSecond, line 1, column 60')],
  ['what the library refuses of a quoted text, by its place', 'kind: fan-out\nthroughput: {recordsPerSecond: 5}\ndeployment:\n  name: My_Job\n', says(
    'the operator does not accept this name of a FlinkDeployment [deployment-name]', '"My_Job", 6 characters',
    '1 to 45 lower-case letters, digits and dashes, a letter first, no dash last',
    'choose another name; it is never shortened for you, because state belongs to it', 'deployment.name, line 4, column 3')],
  ['what the library refuses of the whole, by the word for it', 'kind: fan-out\nbudget: {cpu: 1}\nthroughput: {recordsPerSecond: 5}', says(
    'the plan asks for more than the budget has [over-budget]', '2 cores and 2,048 MiB for 5 records a second; the budget is 1 core',
    'no throughput with these facts: 1 record a second already asks for 2 cores and 2,048 MiB',
    'raise the budget to that at least, or change another fact: state, objectives, or a size that was set', 'budget, line 2, column 1')],
  ['what the library refuses without a fact of the file', { ...LEAST, throughput: { recordsPerSecond: 1e14 } }, expect.not.stringContaining('\n  at ')],
  ['text that is no YAML', 'a: b: c', says(
    'the text is not YAML that can be read [manifest-text]', 'block as implicit key', 'YAML as kubectl reads it', 'mend it there', 'line 1, column 4')],
  ['nothing', '', says('the file holds something else than one document [input-file]', 'nothing', 'one document of YAML or JSON', 'write its keys: a workload has at least kind and throughput')],
  ['two documents', 'a: 1\n---\nb: 1\n', says(
    'the file holds something else than one document [input-file]', '2 documents', 'one document of YAML or JSON', 'give each document a file of its own')],
])('%s', async (_, workload, said) => {
  expect(await saidOf(workload)).toEqual(said);
});

test('everything that is wrong with a file is said at once, under its name', async () => {
  await withFile('kind: deduplication\nthroughputs: 1\nkeyedShare: half\n', async (path) => {
    const { code, err } = await runCli(['size', path]);
    expect(code).toBe(2);
    expect(err.split('\n').filter((line) => line.startsWith(path))).toEqual([
      `${path}: throughput is missing [input-key]`, `${path}: there is no such key [input-key]`, `${path}: keyedShare cannot be read [input-value]`,
    ]);
  });
});

test('the standard input cannot be two files', async () => {
  const { code, err } = await size(LEAST, '--calibration', '-');
  expect({ code, err }).toEqual({
    code: 2,
    err: `--calibration: ${says('the standard input can be read only once [input-file]', '- for the workload and for its measurements', '- for one of the two',
      'put one of them into a file, or the measurements under calibration in the workload')}\n`,
  });
});

test('a file that is not there', async () => {
  expect(await runCli(['size', 'no/such/workload.yaml'])).toEqual({
    code: 2,
    out: '',
    err: `no/such/workload.yaml: ${says(
      'the file cannot be read [input-file]', 'no such file (ENOENT)', 'a file of YAML or JSON, or - for the standard input', 'check the path and the permissions')}\n`,
  });
});

test('a file of measurements is held against its own part of the schema', async () => {
  await withFile('recordsPerCore: 5', async (path) => {
    const { err } = await size(LEAST, '--calibration', path);
    expect(err).toBe(`${path}: ${says('there is no such key [input-key]', 'recordsPerCore',
      'recordsPerSecondPerCore, coreUtilization, stateBytesPerKey, cacheHitRate, checkpointDuration, checkpointSize, uploadBytesPerSecond, restartTime', 'remove it',
      'recordsPerCore, line 1, column 1')}\n`);
  });
});

test('a measurement out of its range is refused at its own file', async () => {
  await withFile('restartTime: 70s\ncacheHitRate: 5', async (path) => {
    const { err } = await size({ ...LEAST, calibration: { cacheHitRate: 0.5 } }, '--calibration', path);
    expect(err).toBe(`standard input: ${says('calibration.cacheHitRate is not a share of one [calibration-value]', '5', '0 to 1', 'write 20% as 0.2',
      `${path}: cacheHitRate, line 2, column 1`)}\n`);
  });
});

test.each(['8', '8x32', 'x32Gi', '8x32Gi:floppy', '8x32Gi:1Ti:2Ti', '-8x32Gi', '8x3.5Gi'])('a node of %p', async (shape) => {
  const { code, err } = await size(LEAST, `--node-shape=${shape}`);
  expect({ code, err }).toEqual({
    code: 2,
    err: `--node-shape: ${says('this is no shape of a node [node-shape-text]', `"${shape}"`,
      'cores x memory, then :disk and :kind where they are known; the kinds are local-ssd, network-volume, spinning-disk', 'for example 8x32Gi or 8x32Gi:500Gi:local-ssd')}\n`,
  });
});

test('a Flink that is not known', async () => {
  const { code, err } = await size(LEAST, '--flink', '1.18');
  expect({ code, err: err.split('\n')[0] }).toEqual({ code: 2, err: '--flink: this version of Flink is not known [flink-version]' });
});

test('whatever a file holds, it is sized or refused, and never a crash', async () => {
  const mostly = (good: fc.Arbitrary<unknown>, odd: fc.Arbitrary<unknown>) => fc.oneof({ weight: 7, arbitrary: good }, { weight: 1, arbitrary: odd });
  const unit = fc.double({ min: 0, max: 1 });
  const amount = mostly(fc.integer({ min: 1, max: 100_000 }), fc.oneof(fc.double(), unit, fc.constantFrom(0, -1, 1e-9, 1e9, 1e300)));
  const time = mostly(fc.constantFrom('1ms', '5s', '3min', '10d'), fc.oneof(fc.constantFrom('0s', '100000000d', '99999999999999999999d'), fc.string()));
  const disk = mostly(fc.constantFrom('1Ki', '40Gi', '100Ti'), fc.oneof(fc.constantFrom('0Gi', '99999999999999999999Ti'), fc.string()));
  const value = fc.oneof(amount, time, fc.boolean(), fc.constant(null), fc.jsonValue());
  const some = (of: fc.Arbitrary<unknown>, maxKeys: number, ...names: string[]) => fc.dictionary(fc.constantFrom(...names), of, { maxKeys });
  const workload = fc.tuple(
    fc.constantFrom('deduplication', 'fan-out', 'windowed aggregation'),
    some(amount, 1, 'peakRecordsPerSecond', 'averageRecordBytes', 'growth'),
    some(amount, 2, 'sourcePartitions', 'operators', 'shuffles', 'distinctKeys', 'bytesPerKey', 'keyedShare', 'states', 'keySkew'),
    some(time, 1, 'latencyObjective', 'recoveryTimeObjective', 'recoveryPointObjective', 'stateTimeToLive'),
    some(value, 1, 'expectedState', 'assumptions', 'nodeShape', 'budget', 'deployment', 'api', 'language', 'flinkVersion', '__proto__'),
    some(amount, 1, 'recordsPerSecondPerCore', 'cacheHitRate', 'uploadBytesPerSecond'),
    fc.record({ cpu: amount, memory: disk, localDisk: disk }),
    fc.boolean(),
  ).map(([kind, throughput, counts, texts, others, calibration, nodeShape, onNodes]) => ({
    kind, calibration, ...(onNodes ? { nodeShape } : {}), ...counts, ...texts, ...others, throughput: { recordsPerSecond: 1000, ...throughput },
  }));
  const codes = new Set<number>();
  await fc.assert(fc.asyncProperty(workload, fc.constantFrom('table', 'json', 'yaml'), async (file, format) => {
    const { code, out, err } = await size(file, '--format', format);
    expect(code === 0 ? err : out).toBe('');
    codes.add(code);
  }), { numRuns: 400 });
  expect([...codes].sort()).toEqual([0, 2]);
}, 60_000);
