import { effectiveConfiguration } from './configuration/effective-configuration';
import { FieldOverOption } from './configuration/field-over-option';
import { FlinkDeploymentManifest } from './manifest/flink-manifests';
import { OperatorInstallation } from './operator-installation';
import { readOption } from '../flink/configuration/option-spelling';
import { readWholeNumber } from '../flink/configuration/read-whole-number';
import { JOB_MANAGER_PROCESS, JobManagerMemory, jobManagerMemory } from '../flink/memory/job-manager-memory';
import { FlinkSettings, readMemory } from '../flink/memory/memory-settings';
import { ProcessOptions } from '../flink/memory/process-memory';
import { rocksDbMemory, RocksDbMemory } from '../flink/memory/rocksdb-memory';
import { SlotMemory, slotMemory } from '../flink/memory/slot-memory';
import { smallestProcess } from '../flink/memory/smallest-process';
import { TASK_MANAGER_PROCESS, TaskManagerMemory, taskManagerMemory } from '../flink/memory/task-manager-memory';
import { Refusal } from '../refusal';
import { ceilToMebibyte, MEBIBYTE, renderBytes } from '../units/bytes';

/** What Flink and the operator will make of a resource. */
export interface EffectiveCluster {
  readonly manifest: FlinkDeploymentManifest;
  /** `flinkConfiguration` as the resource has it. */
  readonly written: FlinkSettings;
  /** What the operator writes over it. */
  readonly overwritten: FieldOverOption[];
  readonly configuration: FlinkSettings;
  readonly jobManager: JobManagerMemory;
  readonly taskManager: TaskManagerMemory;
  readonly slot: SlotMemory;
  /** What RocksDB gets in one slot, when it is the state backend and Flink manages its memory. */
  readonly rocksDb?: RocksDbMemory;
  readonly taskSlots: number;
  readonly parallelism: number;
  readonly taskManagers: number;
}

/** The twin: one resource in, what will run out. Throws where Flink could not start. */
export function effectiveCluster(manifest: FlinkDeploymentManifest, installation: OperatorInstallation): EffectiveCluster {
  const { settings: configuration, written, fields: overwritten } = effectiveConfiguration(manifest, installation);
  const taskSlots = readWholeNumber(configuration, 'taskmanager.numberOfTaskSlots', 1, 1);
  const parallelism = readWholeNumber(configuration, 'parallelism.default', 1, 1);
  const jobManager = startable(configuration, JOB_MANAGER_PROCESS, jobManagerMemory);
  const taskManager = startable(configuration, TASK_MANAGER_PROCESS, taskManagerMemory);
  const slot = slotMemory(taskManager, taskSlots);
  return {
    manifest,
    written,
    overwritten,
    configuration,
    jobManager,
    taskManager,
    slot,
    rocksDb: usesRocksDb(configuration) ? rocksDbMemory(slot.managed, rocksDbOptions(configuration)) : undefined,
    taskSlots,
    parallelism,
    taskManagers: Math.ceil(parallelism / taskSlots),
  };
}

function usesRocksDb(configuration: FlinkSettings): boolean {
  return readOption(configuration, 'state.backend.type')?.toLowerCase() === 'rocksdb'
    && configuration.get('state.backend.rocksdb.memory.managed')?.toLowerCase() !== 'false'
    && !configuration.has('state.backend.rocksdb.memory.fixed-per-slot');
}

function rocksDbOptions(configuration: FlinkSettings) {
  const ratio = (name: string) => {
    const text = configuration.get(`state.backend.rocksdb.memory.${name}`);
    return text === undefined ? undefined : Number(text);
  };
  return {
    writeBufferRatio: ratio('write-buffer-ratio'),
    highPriorityPoolRatio: ratio('high-prio-pool-ratio'),
    writeBufferSize: readMemory(configuration, { key: 'state.backend.rocksdb.writebuffer.size' }),
  };
}

/** The memory of a role; a process that is only too small is refused with the size that would do. */
function startable<T>(settings: FlinkSettings, options: ProcessOptions, derive: (settings: FlinkSettings) => T): T {
  try {
    return derive(settings);
  } catch (error) {
    const needed = error instanceof Refusal ? smallestProcess(settings, options.processSize.key, derive) : undefined;
    if (!(error instanceof Refusal) || needed === undefined) {
      throw error;
    }
    throw new Refusal({
      code: 'process-memory-too-small',
      what: `Flink cannot start a ${options.role} with this memory: ${error.message.split(' [')[0]}`,
      got: sizeShown(settings, options),
      allowed: `${ceilToMebibyte(needed) / MEBIBYTE} MiB and more, with the other settings as they are`,
      fix: `raise the memory of the ${options.role}, or leave it out to have it derived`,
    });
  }
}

function sizeShown(settings: FlinkSettings, { processSize }: ProcessOptions): string {
  const size = readMemory(settings, processSize);
  return size === undefined ? 'nothing' : renderBytes(size);
}
