import { refusalOf, says } from '../refusals';
import { FlinkVersion } from 'cdk8s-flink';

const LINES = ['1.19', '1.20', '2.0', '2.1', '2.2', '2.3'];

test.each<[FlinkVersion, string, string, string]>([
  [FlinkVersion.V1_19, '1.19', '1.19.3', 'v1_19'], [FlinkVersion.V1_20, '1.20', '1.20.5', 'v1_20'], [FlinkVersion.V2_0, '2.0', '2.0.2', 'v2_0'],
  [FlinkVersion.V2_1, '2.1', '2.1.3', 'v2_1'], [FlinkVersion.V2_2, '2.2', '2.2.1', 'v2_2'], [FlinkVersion.V2_3, '2.3', '2.3.0', 'v2_3'],
])('%s has its names', (version, minorLine, exact, operatorName) => {
  expect(version).toMatchObject({ minorLine, exact, operatorName });
  expect(String(version)).toBe(`Flink ${minorLine}`);
  expect(FlinkVersion.of(minorLine)).toBe(version);
});

test('a patch of its own changes the exact version only', () => {
  const patched = FlinkVersion.of('1.20.3');
  expect(patched).toMatchObject({ minorLine: '1.20', exact: '1.20.3', operatorName: 'v1_20' });
  expect([patched.isAtLeast(FlinkVersion.V1_20), FlinkVersion.V1_20.isAtLeast(patched)]).toEqual([true, true]);
});

test('lines are in order: 1.19 before 1.20 before 2.0', () => {
  const versions = LINES.map((line) => FlinkVersion.of(line));
  versions.forEach((version, index) => {
    expect(versions.map((other) => version.isAtLeast(other))).toEqual(versions.map((_, other) => index >= other));
  });
});

test.each(['1.18', '1.2', '2.4', '1.20.x', 'v1_20', '1', '', '1.20.3-java17', '1.20 '])('%j is refused', (text) => {
  expect(refusalOf(() => FlinkVersion.of(text)).message).toBe(says(
    'this version of Flink is not known [flink-version]', `"${text}"`, LINES.join(', '),
    'use one of these lines, with a patch if the image has another than the newest: FlinkVersion.of("1.20.3")',
  ));
});
