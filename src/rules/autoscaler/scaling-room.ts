import { autoscalerActs } from './acting-autoscaler';
import { readWholeNumber } from '../../flink/configuration/option-reading';
import { nativeTaskManagerCpu } from '../../flink/task-manager-cpu';
import { autoscalerOption } from '../../operator/admission/autoscaler-rules';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { isWholeCluster } from '../whole-cluster';

const MAX_PARALLELISM = 'pipeline.max-parallelism';
const ENABLED = autoscalerOption('enabled');
const VERTEX_MAX = autoscalerOption('vertex.max-parallelism');
const QUOTAS = ['quota.cpu', 'quota.memory'].map(autoscalerOption);
/** Of what the autoscaler's options say when nobody does. */
const DEFAULT_VERTEX_MAX = 200;
/** 120, the least of the numbers that the operator's docs name, has 16. */
const ENOUGH_DIVISORS = 12;
/** Of Flink; beyond it the job does not start. */
const MOST = 32768;
const MEBIBYTE = 1024n ** 2n;

export const fewDivisors: Rule = {
  id: 'few-divisors',
  pack: Pack.PRODUCTION,
  category: Category.AUTOSCALER,
  severity: Severity.INFO,
  title: 'a max parallelism that leaves the autoscaler few steps',
  why: 'behind a keyBy the autoscaler looks for divisors of the max parallelism, by which the key groups lie evenly: with few of them it scales in large steps, or takes a number with which some subtasks have more to do than others',
  fix: 'set pipeline.max-parallelism to 120, 180, 240, 360 or 720 before the job has state',
  source: 'operator docs, Autoscaler: max parallelism with a lot of divisors; JobVertexScaler.scale up to 1.15, ParallelismAligner from 1.16; Flink KeyGroupRangeAssignment: 128 by default',
  fires: `flinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive, ${MAX_PARALLELISM}: "128" }`,
  passes: `flinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive, ${MAX_PARALLELISM}: "360" }`,
  check: ({ configuration, manifest: { spec: { job } } }) => {
    const max = readWholeNumber(configuration, MAX_PARALLELISM, 128);
    const steps = divisors(Math.min(max, MOST));
    return job === undefined || !autoscalerActs(configuration) || max > MOST || steps.length >= ENOUGH_DIVISORS ? [] : [{
      path: optionPath(MAX_PARALLELISM),
      what: 'only a few parallelisms divide the key groups evenly',
      got: configuration.has(MAX_PARALLELISM) ? `"${configuration.get(MAX_PARALLELISM)}"` : 'nothing: 128 up to a parallelism of 85',
      allowed: 'a number with many divisors: 120, 180, 240, 360, 720',
      becomes: `evenly with parallelism ${steps.join(', ')}`,
    }];
  },
};

export const unboundedAutoscaler: Rule = {
  id: 'unbounded-autoscaler',
  pack: Pack.COST,
  category: Category.AUTOSCALER,
  severity: Severity.INFO,
  title: 'an autoscaler without an end',
  why: 'a backlog or a slow sink drives every vertex up to its largest parallelism, and the cluster pays for it',
  fix: 'set job.autoscaler.vertex.max-parallelism, or job.autoscaler.quota.cpu and quota.memory',
  source: 'operator AutoScalerOptions: vertex.max-parallelism 200, no quota',
  fires: 'flinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive }',
  passes: 'flinkConfiguration: { job.autoscaler.enabled: "true", jobmanager.scheduler: adaptive, job.autoscaler.vertex.max-parallelism: "24" }',
  check: (cluster) => {
    const { configuration, taskSlots } = cluster;
    const bound = [VERTEX_MAX, ...QUOTAS].some(({ key, older = [] }) => [key, ...older].some((each) => configuration.has(each)));
    if (bound || !autoscalerActs(configuration) || cluster.manifest.spec.job === undefined) {
      return [];
    }
    const most = Math.min(DEFAULT_VERTEX_MAX, readWholeNumber(configuration, MAX_PARALLELISM, DEFAULT_VERTEX_MAX));
    const taskManagers = Math.ceil(most / taskSlots);
    const cpu = Math.round(nativeTaskManagerCpu(configuration) * taskManagers * 100) / 100;
    return [{
      path: optionPath(ENABLED.key),
      what: 'nothing but the max parallelism ends how far the autoscaler goes',
      got: 'no vertex.max-parallelism and no quota',
      allowed: 'a bound that you would pay for',
      becomes: !isWholeCluster(cluster) ? undefined : `up to ${taskManagers} TaskManagers: ${cpu} CPU and ${cluster.taskManager.totalProcess * BigInt(taskManagers) / MEBIBYTE} MiB`,
    }];
  },
};

function divisors(of: number): number[] {
  return Array.from({ length: of }, (_, index) => index + 1).filter((each) => of % each === 0);
}
