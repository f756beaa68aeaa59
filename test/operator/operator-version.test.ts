import { FlinkVersion, OperatorVersion } from 'cdk8s-flink';

test.each<[string, OperatorVersion, FlinkVersion, FlinkVersion]>([
  ['1.10', OperatorVersion.V1_10, FlinkVersion.V1_20, FlinkVersion.V1_19],
  ['1.11', OperatorVersion.V1_11, FlinkVersion.V2_0, FlinkVersion.V1_20],
  ['1.12', OperatorVersion.V1_12, FlinkVersion.V2_0, FlinkVersion.V1_20],
  ['1.13', OperatorVersion.V1_13, FlinkVersion.V2_2, FlinkVersion.V1_20],
  ['1.14', OperatorVersion.V1_14, FlinkVersion.V2_2, FlinkVersion.V1_20],
  ['1.15', OperatorVersion.V1_15, FlinkVersion.V2_2, FlinkVersion.V1_20],
  ['1.16', OperatorVersion.V1_16, FlinkVersion.V2_3, FlinkVersion.V1_20],
])('operator %s knows a newest Flink and reads with the classes of one', (minorLine, operator, newestFlink, flinkClasses) => {
  expect(operator).toMatchObject({ minorLine, newestFlink, flinkClasses });
  expect(String(operator)).toBe(`operator ${minorLine}`);
});
