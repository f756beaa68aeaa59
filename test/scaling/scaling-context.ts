import { Duration } from 'cdk8s';
import { CONTEXT } from '../strategy-context';
import { Cpu, MemorySize, ScalingContext, UpgradeMode } from 'cdk8s-flink';

/** A job that starts with four slots in two TaskManagers; a case changes what it is about. */
export const SCALED: ScalingContext = {
  ...CONTEXT,
  parallelism: 4,
  maxParallelism: 120,
  taskSlots: 2,
  taskManagers: 2,
  taskManagerCpu: Cpu.cores(2),
  taskManagerMemory: MemorySize.ofMebibytes(4096),
  needs: {
    targetUtilization: 0.65,
    minParallelism: 1,
    maxParallelism: 24,
    networkParallelism: 100,
    restartTime: Duration.seconds(90),
    catchUpDuration: Duration.minutes(30),
  },
  upgradeMode: UpgradeMode.SAVEPOINT,
};
