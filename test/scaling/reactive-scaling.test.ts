import { Duration } from 'cdk8s';
import { SCALED } from './scaling-context';
import { deploymentOf, emitted, freshChart } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { ClusterMode, FlinkVersion, ReactiveScaling, ReactiveScalingProps, ScalingContext, TaskManagerRange } from 'cdk8s-flink';

const bind = (props: ReactiveScalingProps = {}, context: Partial<ScalingContext> = {}) => new ReactiveScaling(props).bind({ ...SCALED, ...context });
const MODE = { key: 'scheduler-mode', value: 'reactive', reason: 'the job uses all TaskManagers that there are' };

test('the mode, and the TaskManagers of the plan by number', () => {
  expect(bind()).toEqual({ settings: [MODE], taskManagers: 2 });
  expect(bind({ taskManagers: 3, scheduler: { rescaleCooldown: Duration.minutes(1) } })).toEqual({
    settings: [MODE, { key: 'jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling', value: '1min', reason: 'least time between rescales' }],
    taskManagers: 3,
  });
});

test('what is not said of the range follows from the plan', () => {
  expect(bind({ horizontalPodAutoscaler: { max: 10 } })).toEqual({
    settings: [MODE],
    taskManagers: 2,
    horizontalPodAutoscaler: {
      minTaskManagers: 1, maxTaskManagers: 10, targetCpuPercent: 65, scaleUpStabilizationSeconds: 90, scaleDownStabilizationSeconds: 300,
    },
    findings: [{
      code: 'replicas-of-two-owners',
      message: 'applying the manifest again sets the TaskManagers back to 2, whatever the HorizontalPodAutoscaler has made of them',
      fix: 'tell your GitOps tool to ignore /spec/taskManager/replicas of this FlinkDeployment',
    }],
  });
});

test('a state that would not fit fewer TaskManagers is a bound', () => {
  const { horizontalPodAutoscaler } = bind({ horizontalPodAutoscaler: { max: 10 } }, { needs: { ...SCALED.needs, minParallelism: 3 } });
  expect(horizontalPodAutoscaler!.minTaskManagers).toBe(2);
});

test.each<[string, ReactiveScalingProps, Partial<ScalingContext>, number, number, string]>([
  ['beyond the partitions', { taskManagers: 13 }, {}, 13, 12, 'max parallelism 120, and 24 slots'],
  [
    'above an odd max parallelism', { taskManagers: 2 }, { maxParallelism: 3, needs: { ...SCALED.needs, maxParallelism: 3 } },
    2, 1, 'max parallelism 3, and 3 slots',
  ],
])('TaskManagers %s are refused', (_, props, context, taskManagers, most, bound) => expect(refusalOf(() => bind(props, context)).message).toBe(says(
  'taskManagers has more slots than the job can use [task-managers-idle]', `${taskManagers} TaskManagers with ${2 * taskManagers} slots`,
  `at most ${most}: ${bound} by partitions of the source and network buffers`, 'take fewer, or raise maxParallelism before the job has state',
)));

test.each<[string, TaskManagerRange, string, string]>([
  ['min', { min: 3, max: 4 }, '3', 'a whole number, 1 to 2'], ['max', { max: 1 }, '1', 'a whole number, 2 and more'],
  ['targetCpu', { max: 4, targetCpu: 0 }, '0', '0.01 to 1'],
  ['scaleUpStabilization', { max: 4, scaleUpStabilization: Duration.hours(2) }, '7200 s', '0 to 3600 s'],
])('%s of the range is refused', (property, horizontalPodAutoscaler, got, allowed) =>
  expect(refusalOf(() => bind({ horizontalPodAutoscaler })).message).toBe(says(
    `horizontalPodAutoscaler.${property} is out of its range [scaling-value]`, got, allowed, 'move it into the range, or leave it out',
  )));

const reactive = (mode: ClusterMode, props: ReactiveScalingProps = {}) => deploymentOf({ mode, scaling: new ReactiveScaling(props) });

test('the resource has replicas in the place of a parallelism, and Flink 1 its own spelling', () => {
  const { spec } = reactive(ClusterMode.STANDALONE, { taskManagers: 3, scheduler: { resourceWaitTimeout: Duration.minutes(1) } }).toJson();
  expect([spec.mode, spec.taskManager.replicas, spec.job.parallelism]).toEqual(['standalone', 3, undefined]);
  expect(spec.flinkConfiguration).toMatchObject({ 'scheduler-mode': 'reactive', 'jobmanager.adaptive-scheduler.resource-wait-timeout': '1min' });
});

test('a HorizontalPodAutoscaler works on the scale sub-resource of the deployment', () => {
  const chart = freshChart();
  const scaling = new ReactiveScaling({ horizontalPodAutoscaler: { max: 4 } });
  deploymentOf({ mode: ClusterMode.STANDALONE, flinkVersion: FlinkVersion.V2_2, scaling }, chart);
  expect(emitted(chart, 'HorizontalPodAutoscaler')).toEqual([{
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'some-job', namespace: 'flink' },
    spec: {
      scaleTargetRef: { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', name: 'some-job' },
      minReplicas: 1,
      maxReplicas: 4,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 65 } } }],
      behavior: { scaleUp: { stabilizationWindowSeconds: 910 }, scaleDown: { stabilizationWindowSeconds: 300 } },
    },
  }]);
});

test('native mode is refused', () => expect(refusalOf(() => reactive(ClusterMode.NATIVE)).message).toBe(says(
  'Flink has reactive mode for standalone applications alone [reactive-mode]',
  '"reactive" in a native application, in spec.flinkConfiguration.scheduler-mode', 'a standalone application',
  'set mode to ClusterMode.STANDALONE, or use Autoscaler in the place of ReactiveScaling', 'chart/some-job',
)));
