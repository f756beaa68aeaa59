import { FlinkVersion } from '../../src/flink/flink-version';
import { knownLine, OLDEST_LINE } from '../../src/flink/known-line';

test('a line is known by the name that resources have for it', () => {
  expect(knownLine('v1_20')).toBe(FlinkVersion.V1_20);
  expect(knownLine('v2_3')).toBe(FlinkVersion.V2_3);
  expect(['v1_17', 'v1_20_3', '1.20', undefined].map(knownLine)).toEqual([undefined, undefined, undefined, undefined]);
  expect(OLDEST_LINE).toBe(FlinkVersion.V1_19);
});
