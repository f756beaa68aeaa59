import { SessionPlan } from './session-plan';
import { SessionRequest } from './session-request';
import { FlinkSetting } from '../../flink/configuration/setting';
import { PlanSettings, planSettings, RequestedPlan, WrittenPlan } from '../plan/plan-settings';

/** Read when the cluster starts or by its JobManager, whatever a job says. */
const OF_CLUSTER = /^(taskmanager\.|execution\.state-recovery\.from-local$|execution\.checkpointing\.num-retained$)/;

/** The part of a session's plan that is Flink configuration of the cluster. */
export function sessionSettings({ shared }: SessionRequest, plan: SessionPlan): PlanSettings {
  const derived: FlinkSetting[] = [];
  const explicit: FlinkSetting[] = [];
  const set = (key: string, value: string | undefined, reason: string, given?: unknown) => {
    if (value !== undefined) {
      (given === undefined ? derived : explicit).push({ key, value, reason });
    }
  };
  const some = (of: (job: SessionPlan['jobs'][number]) => boolean | undefined) => (plan.jobs.some(of) ? 'true' : undefined);
  const retained = plan.jobs.flatMap(({ checkpoints }) => checkpoints?.retained ?? []);
  const network = plan.networkMemory?.toFlinkText();
  set('taskmanager.numberOfTaskSlots', String(plan.taskSlots), 'task-slots', shared.taskSlots);
  set('taskmanager.memory.managed.size', plan.managedMemory?.toFlinkText(), 'managed-memory');
  set('taskmanager.memory.network.min', network, 'network-memory');
  set('taskmanager.memory.network.max', network, 'network-memory');
  set('taskmanager.memory.jvm-metaspace.size', plan.jvmMetaspace?.toFlinkText(), 'jvm-metaspace');
  set('taskmanager.network.memory.buffer-debloat.enabled', some(({ bufferDebloating }) => bufferDebloating), 'buffer-debloating');
  set('execution.state-recovery.from-local', some(({ checkpoints }) => checkpoints?.localRecovery), 'local-recovery');
  set('execution.checkpointing.num-retained', retained.length === 0 ? undefined : String(Math.max(...retained)), 'retained-checkpoints', shared.retainedCheckpoints);
  return { derived, explicit };
}

/** The part of a job's plan that the job itself may say. */
export function hostedJobSettings(requested: RequestedPlan, written?: WrittenPlan): PlanSettings {
  const { derived, explicit } = planSettings(requested, written);
  const ofJob = (settings: FlinkSetting[]) => settings.filter(({ key }) => !OF_CLUSTER.test(key));
  return { derived: ofJob(derived), explicit: ofJob(explicit) };
}
