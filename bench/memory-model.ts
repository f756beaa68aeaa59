import { Size } from 'cdk8s';
import { jobManagerConfigurations, taskManagerConfigurations } from './memory-configurations';
import { Spread, spread } from './statistics';
import { callsPerSecond } from './stopwatch';
import { FlinkVersion } from '../lib/flink/flink-version';
import { jobManagerMemory } from '../lib/flink/memory/job-manager-memory';
import { taskManagerMemory } from '../lib/flink/memory/task-manager-memory';
import { EffectiveCluster } from '../lib/operator/effective-cluster';
import { OperatorVersion } from '../lib/operator/operator-version';
import { derivePlan } from '../lib/sizing/plan/derive-plan';
import { Throughput } from '../lib/workload/throughput';
import { Workload } from '../lib/workload/workload';

export interface Throughputs {
  readonly what: string;
  readonly inputs: number;
  readonly slices: number;
  readonly perSecond: Spread;
}

const WARM_UP = 500;
const SLICE = 250;

/** Evaluations a second on one core, after warm-up; the inputs differ, so that no call repeats the one before. */
export function memoryModel(slices: number): Throughputs[] {
  return [
    throughputs('taskManagerMemory', slices, taskManagerConfigurations(), taskManagerMemory),
    throughputs('jobManagerMemory', slices, jobManagerConfigurations(), jobManagerMemory),
    throughputs('plan and twin', slices, workloads(), planAndTwin),
  ];
}

export function throughputs<T>(what: string, slices: number, inputs: T[], evaluate: (input: T) => unknown): Throughputs {
  // What is computed must be used, or the compiler may leave it out.
  let used: unknown;
  const all = () => inputs.forEach((input) => { used = evaluate(input); });
  callsPerSecond(WARM_UP, inputs.length, all);
  const perSecond = spread(Array.from({ length: slices }, () => callsPerSecond(SLICE, inputs.length, all)));
  if (used === undefined) {
    throw new Error(`${what} computed nothing`);
  }
  return { what, inputs: inputs.length, slices, perSecond };
}

/** From what a job is to what will run, without constructs and YAML. */
function planAndTwin(workload: Workload): unknown {
  const plan = derivePlan({ workload, flinkVersion: FlinkVersion.V1_20, checkpoints: true });
  const cluster = new EffectiveCluster({
    metadata: { name: 'product-dedup', namespace: 'flink' },
    spec: {
      flinkConfiguration: {
        'state.backend.type': 'rocksdb',
        'taskmanager.numberOfTaskSlots': String(plan.taskSlots),
        'taskmanager.memory.managed.size': plan.managedMemory!.toFlinkText(),
        'taskmanager.memory.network.min': plan.networkMemory!.toFlinkText(),
        'taskmanager.memory.network.max': plan.networkMemory!.toFlinkText(),
      },
      jobManager: { resource: { cpu: plan.jobManagerCpu.amountInCores, memory: plan.jobManagerMemory.toFlinkText() } },
      taskManager: { resource: { cpu: plan.taskManagerCpu.amountInCores, memory: plan.taskManagerMemory.toFlinkText() } },
      job: { parallelism: plan.parallelism },
    },
  }, { release: OperatorVersion.V1_16, defaults: new Map() });
  return [cluster.jobManager, cluster.rocksDb];
}

function workloads(): Workload[] {
  return [2, 4, 8, 16, 32].flatMap((gibibytes) => [500, 1_000, 5_000, 20_000, 50_000].map((recordsPerSecond) => Workload.deduplication({
    throughput: Throughput.of({ recordsPerSecond, averageRecordBytes: 512 }),
    expectedState: Size.gibibytes(gibibytes),
    sourcePartitions: 48,
  })));
}
