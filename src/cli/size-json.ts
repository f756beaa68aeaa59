import { Duration, Size } from 'cdk8s';
import { SizedDeployment } from './sized-deployment';
import { WorkloadFile } from './workload-file';
import { spelledFacts } from './workload-of';
import { TuningPlan } from '../sizing/plan/tuning-plan';
import { Cpu } from '../units/cpu';
import { renderDuration } from '../units/flink-duration';
import { MemorySize } from '../units/memory-size';

/** The plan for programs: docs/guides/size.md tells the keys, which stay. */
export function sizeJson(file: WorkloadFile, { explained: { plan, flinkVersion }, nodeShape }: SizedDeployment): string {
  return `${JSON.stringify({
    workload: { kind: file.kind, ...spelledFacts(file) },
    flinkVersion: flinkVersion.minorLine,
    calibration: file.calibration,
    assumptions: file.assumptions,
    values: { ...valuesOf(plan), ...totalsOf(plan) },
    decisions: plan.decisions,
    findings: plan.findings,
    alternatives: plan.alternatives().map(({ plan: neighbour, ...alternative }) => ({ ...alternative, ...totalsOf(neighbour) })),
    autoscaler: plan.autoscaler,
    fit: nodeShape === undefined ? undefined : plan.fitsNodes(nodeShape),
  }, spelled, 2)}\n`;
}

function totalsOf({ totalCpu, totalMemory }: TuningPlan): Pick<TuningPlan, 'totalCpu' | 'totalMemory'> {
  return { totalCpu, totalMemory };
}

/** The values of a plan, without what they were derived from and what stands beside them; a file knows no containers beside Flink and no standby JobManagers. */
function valuesOf(plan: TuningPlan): Partial<TuningPlan> {
  const { workload, findings, autoscaler, jobManagers, jobManagerPod, taskManagerPod, ...values } = Object.fromEntries(Object.entries(plan).filter(([name]) => name !== 'origin'));
  return values;
}

/** CPU in cores, times and sizes in Flink's spelling; memory spells itself so. */
function spelled(_key: string, value: unknown): unknown {
  return value instanceof Cpu ? value.amountInCores
    : value instanceof Duration ? renderDuration(value)
      : value instanceof Size ? MemorySize.fromSize(value).toFlinkText()
        : value;
}
