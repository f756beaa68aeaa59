import { FlinkSetting } from '../flink/configuration/setting';
import { Refusal, shown } from '../refusal';
import { CheckpointingProps, SnapshotDirectories } from './checkpointing';

/** The settings that any checkpointing has, wherever it stores; interval and timeout are the plan's. */
export function checkpointSettings(schedule: CheckpointingProps, directories: SnapshotDirectories): FlinkSetting[] {
  const { maxConcurrent, mode, unaligned, retained = 3 } = schedule;
  refuseCount('maxConcurrent', maxConcurrent);
  refuseCount('retained', retained);
  const settings: FlinkSetting[] = [
    { key: 'execution.checkpointing.dir', value: directories.checkpoints, reason: 'checkpoints outlive every pod' },
    { key: 'execution.checkpointing.savepoint-dir', value: directories.savepoints, reason: 'the operator upgrades through savepoints' },
    { key: 'execution.checkpointing.num-retained', value: String(retained), reason: 'older checkpoints to fall back to' },
  ];
  if (mode !== undefined) {
    settings.push({ key: 'execution.checkpointing.mode', value: mode, reason: 'set explicitly' });
  }
  if (maxConcurrent !== undefined) {
    settings.push({ key: 'execution.checkpointing.max-concurrent-checkpoints', value: String(maxConcurrent), reason: 'set explicitly' });
  }
  if (unaligned !== undefined) {
    settings.push({ key: 'execution.checkpointing.unaligned.enabled', value: String(unaligned), reason: 'set explicitly' });
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
