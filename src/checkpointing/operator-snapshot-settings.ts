import { OperatorSnapshots } from './operator-snapshots';
import { refuseCount } from './refuse-count';
import { FlinkSetting } from '../flink/configuration/setting';
import { renderDuration } from '../units/flink-duration';

/** The operator's options for snapshots; nothing for what nobody decided. */
export function operatorSnapshotSettings(snapshots: OperatorSnapshots): FlinkSetting[] {
  refuseCount('operatorSnapshots.maxCount', snapshots.maxCount);
  const values: Record<string, unknown> = {
    'periodic.savepoint.interval': snapshots.savepoints?.expression,
    'periodic.checkpoint.interval': snapshots.checkpoints?.expression,
    'savepoint.format.type': snapshots.savepointFormat,
    'checkpoint.type': snapshots.checkpointType,
    'savepoint.history.max.count': snapshots.maxCount,
    'savepoint.history.max.age': snapshots.maxAge && renderDuration(snapshots.maxAge),
    'savepoint.cleanup.enabled': snapshots.cleanup,
    'savepoint.dispose-on-delete': snapshots.disposeOnDelete,
    'job.savepoint-on-deletion': snapshots.savepointOnDeletion,
  };
  return Object.entries(values).filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ key: `kubernetes.operator.${name}`, value: String(value), reason: 'set explicitly' }));
}
