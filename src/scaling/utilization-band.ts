import { UtilizationTarget } from './autoscaler-bounds-props';
import { ScalingContext } from './scaling';
import { given, outOfRange, refuseOfOtherVersion, share } from './scaling-values';
import { FlinkSetting } from '../flink/configuration/setting';
import { OperatorVersion } from '../operator/operator-version';
import { shown } from '../refusal';

/** Half of the band in which nothing happens: 0.4 to 0.8 around 0.6 in the operator's documentation, where its code has 0.3. */
const HALF_BAND = 0.2;
const PREFIX = 'job.autoscaler.';

/** The target and the band around it, in the spelling of the release. */
export function utilizationSettings(utilization: UtilizationTarget, { needs, operatorVersion }: ScalingContext): FlinkSetting[] {
  const target = utilization.target ?? needs.targetUtilization;
  if (!(target > 0 && target <= 1)) {
    throw outOfRange('utilization.target', shown(target), 'above 0 to 1');
  }
  share('utilization.min', utilization.min, 0, target);
  share('utilization.max', utilization.max, target, 1);
  const why = utilization.target === undefined ? 'what the plan aims at' : 'how busy it shall be';
  return operatorVersion._isAtLeast(OperatorVersion.V1_11) ? [
    ...given(`${PREFIX}utilization.target`, String(target), why),
    ...given(`${PREFIX}utilization.min`, String(utilization.min ?? rounded(Math.max(0, target - HALF_BAND))), 'less busy, it is scaled down'),
    ...given(`${PREFIX}utilization.max`, String(utilization.max ?? rounded(Math.min(1, target + HALF_BAND))), 'busier, it is scaled up'),
  ] : [
    ...given(`${PREFIX}target.utilization`, String(target), why),
    ...given(`${PREFIX}target.utilization.boundary`, String(boundary(utilization, target, operatorVersion)), 'as far from it, it is scaled'),
  ];
}

/** Operator 1.10 has one distance for both sides. */
function boundary({ min, max }: UtilizationTarget, target: number, release: OperatorVersion): number {
  const [down, up] = [min === undefined ? undefined : rounded(target - min), max === undefined ? undefined : rounded(max - target)];
  const uneven = down !== undefined && up !== undefined && down !== up ? [min, max] : undefined;
  refuseOfOtherVersion('utilization with min and max unequally far from target', uneven, false, release.toString(), `${OperatorVersion.V1_11} and newer`);
  return down ?? up ?? HALF_BAND;
}

/** Without the tail of a sum of doubles. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
