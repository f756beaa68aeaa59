import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { Line } from './arbitrary-cluster';
import { ClusterMode, FlinkApi, ProgrammingLanguage, WorkloadFacts, WorkloadKind } from '../../src';
import { anyUpgradePolicy } from '../availability/arbitrary-availability';
import { anyJarJob, anyPythonJob, anySqlJob } from '../job/arbitrary-job';
import { Drawn, mostly, one, some } from '../making';
import { anyScaling } from '../scaling/arbitrary-scaling';
import { Facts, possibleFacts, workloadOf } from '../sizing/arbitrary-workload';

const count = (least: number, most: number) => fc.integer({ min: least, max: most });
const ordinary: fc.Arbitrary<Facts> = fc.record({
  kind: one(...Object.values(WorkloadKind)),
  rate: count(1, 50_000),
  recordBytes: count(50, 2_000),
  stateMebibytes: count(1_024, 200_000),
  partitions: count(8, 200),
});

/** Mostly the work of every day; much of the rest is too much for what else is drawn. */
const anyFacts = mostly(ordinary, possibleFacts, 3);
export const anyWorkload: Drawn = anyFacts.map(workloadOf);

/** A job with its work, which now and then does not say what the kind of the job asks it to. */
export function anyWork({ flink, mode }: Line): Drawn {
  const work = (job: Drawn, said: Partial<WorkloadFacts>) => fc.record({
    job,
    workload: fc.tuple(anyFacts, mostly(fc.constant(said), fc.constant({}), 20))
      .map(([facts, more]) => workloadOf({ ...facts, more: { ...facts.more, ...more } })),
  });
  return fc.oneof(
    { weight: 4, arbitrary: work(anyJarJob(mode), {}) },
    { weight: 1, arbitrary: work(anyPythonJob, { language: ProgrammingLanguage.PYTHON }) },
    { weight: 1, arbitrary: work(anySqlJob(flink), { api: FlinkApi.SQL }) },
  );
}

export const anySizes = {
  parallelism: mostly(count(1, 8), one(0, 40_000), 20),
  maxParallelism: mostly(one(840, 2_520, 32_768), one(0)),
  calibration: mostly(
    some({ recordsPerSecondPerCore: count(5_000, 50_000), restartTime: one(Duration.seconds(90)) }, 2), one({ coreUtilization: 2 }),
  ),
};

/** Properties of an application cluster beside those of any. */
export const anyApplicationProps = ({ flink, mode }: Line) => ({
  ...anySizes, scaling: anyScaling(flink, mode === ClusterMode.STANDALONE), upgradePolicy: anyUpgradePolicy,
});
