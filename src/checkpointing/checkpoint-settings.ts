import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { CheckpointingProps, SnapshotDirectories } from './checkpointing';

/** The settings that any checkpointing has, wherever it stores; when and how checkpoints are taken is the plan's. */
export function checkpointSettings(schedule: CheckpointingProps, directories: SnapshotDirectories): FlinkSetting[] {
  const { maxConcurrent, mode, retained } = schedule;
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
  return settings;
}

function refuseCount(property: string, value: number | undefined): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 1)) {
    throw new Refusal({
      code: 'checkpointing-count',
      what: `${property} of the checkpointing must be a whole number from 1`,
      got: shown(value),
      allowed: '1, 2, 3, …',
      fix: `leave ${property} out`,
    });
  }
}
