import { FlinkVersion } from '../src/flink/flink-version';
import { OperatorVersion } from '../src/operator/operator-version';

export const FLINK = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];

/** The newest patch of each minor line of the operator, oldest first. */
export const OPERATOR: readonly (readonly [release: OperatorVersion, exact: string])[] = [
  [OperatorVersion.V1_10, '1.10.0'],
  [OperatorVersion.V1_11, '1.11.0'],
  [OperatorVersion.V1_12, '1.12.1'],
  [OperatorVersion.V1_13, '1.13.0'],
  [OperatorVersion.V1_14, '1.14.0'],
  [OperatorVersion.V1_15, '1.15.0'],
  [OperatorVersion.V1_16, '1.16.1'],
];

export const NEWEST_OPERATOR = OperatorVersion.V1_16;

/** By its minor line or its exact version; the newest without one. */
export function releaseNamed(name = '1.16'): OperatorVersion {
  return OPERATOR.find(([{ minorLine }]) => name === minorLine || name.startsWith(`${minorLine}.`))![0];
}
