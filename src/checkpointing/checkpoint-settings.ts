import { CheckpointingProps, SnapshotDirectories } from './checkpointing';
import { operatorSnapshotSettings } from './operator-snapshot-settings';
import { refuseCount } from './refuse-count';
import { FlinkSetting } from '../flink/configuration/setting';

/** The settings that any checkpointing has, wherever it stores; when and how checkpoints are taken is the plan's. */
export function checkpointSettings(schedule: CheckpointingProps, directories: SnapshotDirectories): FlinkSetting[] {
  const { maxConcurrent, mode, retained, retention, operatorSnapshots = {} } = schedule;
  refuseCount('maxConcurrent', maxConcurrent);
  refuseCount('retained', retained);
  const settings: FlinkSetting[] = [
    { key: 'execution.checkpointing.dir', value: directories.checkpoints, reason: 'checkpoints outlive every pod' },
    { key: 'execution.checkpointing.savepoint-dir', value: directories.savepoints, reason: 'the operator upgrades through savepoints' },
  ];
  if (mode !== undefined) {
    settings.push({ key: 'execution.checkpointing.mode', value: mode, reason: 'set explicitly' });
  }
  if (maxConcurrent !== undefined) {
    settings.push({ key: 'execution.checkpointing.max-concurrent-checkpoints', value: String(maxConcurrent), reason: 'set explicitly' });
  }
  if (retention !== undefined) {
    settings.push({ key: 'execution.checkpointing.externalized-checkpoint-retention', value: retention, reason: 'set explicitly' });
  }
  return [...settings, ...operatorSnapshotSettings(operatorSnapshots)];
}
