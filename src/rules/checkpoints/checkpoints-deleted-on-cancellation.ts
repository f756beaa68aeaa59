import { readOption } from '../../flink/configuration/option-spelling';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const KEY = 'execution.checkpointing.externalized-checkpoint-retention';

export const checkpointsDeletedOnCancellation: Rule = {
  id: 'checkpoints-deleted-on-cancellation',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.ERROR,
  title: 'checkpoints that go with a cancelled job whose upgrades may need them',
  why: 'where a savepoint or the metadata of high availability cannot be had, the operator cancels the job and goes on from its last checkpoint',
  fix: 'remove the option: the operator sets RETAIN_ON_CANCELLATION by itself',
  source: 'operator AbstractJobReconciler.getJobUpgrade, lastStateUsingCancel',
  fires: `
flinkConfiguration:
  execution.checkpointing.externalized-checkpoint-retention: DELETE_ON_CANCELLATION
job:
  upgradeMode: last-state
`,
  passes: `
flinkConfiguration:
  execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
job:
  upgradeMode: last-state
`,
  check: ({ configuration, manifest: { spec: { job } } }) => {
    const retention = readOption(configuration, KEY);
    const { upgradeMode = 'stateless' } = job ?? {};
    return upgradeMode === 'stateless' || retention === undefined || retention.trim().toUpperCase() === 'RETAIN_ON_CANCELLATION' ? [] : [{
      path: optionPath(KEY),
      what: 'an upgrade of this job may have to cancel it, and its checkpoints would go with it',
      got: `"${retention}" with upgradeMode ${upgradeMode}`,
      allowed: 'RETAIN_ON_CANCELLATION, or a job that is upgraded stateless',
      inConstruct: 'leave retention out; old checkpoints are removed by a rule of the store that spares those of running jobs',
    }];
  },
};
