import { OPERATOR } from './releases';
import { schemaFields } from './schema-cases';
import { jobManagerMemory } from '../src/flink/memory/job-manager-memory';
import { jobManagerJvmArguments, taskManagerJvmArguments } from '../src/flink/memory/jvm-arguments';
import { FlinkSettings } from '../src/flink/memory/memory-settings';
import { rocksDbMemory } from '../src/flink/memory/rocksdb-memory';
import { slotMemory } from '../src/flink/memory/slot-memory';
import { taskManagerMemory } from '../src/flink/memory/task-manager-memory';
import { admit } from '../src/operator/admission';
import { readManifest } from '../src/operator/manifest/read-manifest';
import { OperatorVersion } from '../src/operator/operator-version';
import { Refusal } from '../src/refusal';
import { parseBytes } from '../src/units/bytes';
import { parseDuration } from '../src/units/flink-duration';
import { parseResourceMemory } from '../src/units/kubernetes-quantity';

/** A question that a real class and our code both answer. */
export type Question = { readonly op: string } & Record<string, any>;

/** An answer in plain JSON, whole numbers as digits; or the refusal that came instead. */
export type Answer = { readonly value: unknown } | { readonly refusal: Refusal };

/** What our code says to each kind of question; conformance asks it, and so do the golden vectors. */
const ANSWERS: Record<string, (question: Question) => unknown> = {
  taskManagerMemory: ({ configuration }) => {
    const memory = taskManagerMemory(settings(configuration));
    const slots = Number(configuration['taskmanager.numberOfTaskSlots'] ?? 1);
    return { ...memory, jvmArguments: taskManagerJvmArguments(memory).join(' '), slots, slot: slotMemory(memory, slots) };
  },
  jobManagerMemory: ({ configuration }) => {
    const memory = jobManagerMemory(settings(configuration));
    return { ...memory, jvmArguments: jobManagerJvmArguments(memory, settings(configuration)).join(' ') };
  },
  rocksDbMemory: ({ totalMemory, writeBufferRatio, highPriorityPoolRatio, writeBufferSize }) =>
    rocksDbMemory(BigInt(totalMemory), { writeBufferRatio, highPriorityPoolRatio, writeBufferSize: BigInt(writeBufferSize) }),
  memorySize: ({ text }) => parseBytes(text),
  duration: ({ text }) => parseDuration(text),
  resourceMemory: ({ text }) => parseResourceMemory(text),
  admit: ({ manifest }) => {
    admit(manifest);
    return 'accepted';
  },
  schema: ({ kind, release }) => schemaFields(kind, releaseNamed(release)),
  readManifest: ({ manifest, release }) => {
    const { manifest: { spec }, pruned } = readManifest(manifest, releaseNamed(release));
    return { spec, pruned };
  },
};

export function answer(question: Question): Answer {
  try {
    const value = ANSWERS[question.op](question);
    return { value: JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? item.toString() : item))) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { refusal: error };
    }
    throw error;
  }
}

function releaseNamed(minorLine: string): OperatorVersion {
  return OPERATOR.find(([release]) => release.minorLine === minorLine)![0];
}

function settings(configuration: Record<string, string>): FlinkSettings {
  return new Map(Object.entries(configuration));
}
