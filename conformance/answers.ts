import { releaseNamed } from './releases';
import { schemaFields } from './schema-cases';
import { FlinkSettings } from '../src/flink/configuration/flink-settings';
import { FlinkVersion } from '../src/flink/flink-version';
import { jobManagerMemory } from '../src/flink/memory/job-manager-memory';
import { jobManagerJvmArguments, taskManagerJvmArguments } from '../src/flink/memory/jvm-arguments';
import { managedMemoryOf, managedMemoryShare, smallestSlotManagedMemory } from '../src/flink/memory/managed-memory-shares';
import { inputGateBuffers, networkBuffersIn, resultPartitionBuffers, taskBuffers } from '../src/flink/memory/network-buffers';
import { rocksDbMemory } from '../src/flink/memory/rocksdb-memory';
import { slotMemory } from '../src/flink/memory/slot-memory';
import { taskManagerMemory } from '../src/flink/memory/task-manager-memory';
import { optionType } from '../src/flink/options/option-type';
import { readOptionValue } from '../src/flink/options/option-value';
import { valueDialect } from '../src/flink/options/value-dialect';
import { admitDeployment } from '../src/operator/admission/admit-deployment';
import { admitSessionJob } from '../src/operator/admission/admit-session-job';
import { admitStateSnapshot } from '../src/operator/admission/admit-state-snapshot';
import { clusterConfiguration } from '../src/operator/configuration/cluster-configuration';
import { effectiveConfiguration } from '../src/operator/configuration/effective-configuration';
import { sessionJobConfiguration } from '../src/operator/configuration/session-job-configuration';
import { readManifest } from '../src/operator/manifest/read-manifest';
import { blueGreenChange } from '../src/operator/upgrade/blue-green-diff';
import { specChanges, weightiest } from '../src/operator/upgrade/spec-diff';
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
  managedMemoryShare: ({ consumer, others, slotManaged, wanted }) => {
    const share = managedMemoryShare(consumer, others);
    return { share, bytes: managedMemoryOf(BigInt(slotManaged), share), smallestSlot: smallestSlotManagedMemory(BigInt(wanted), share) };
  },
  networkBuffers,
  memorySize: ({ text }) => parseBytes(text),
  duration: ({ text }) => parseDuration(text),
  optionValue,
  resourceMemory: ({ text }) => parseResourceMemory(text),
  configuration: ({ manifest, operatorConfiguration = {}, release }) =>
    sorted(effectiveConfiguration(manifest, { release: releaseNamed(release), defaults: settings(operatorConfiguration) }).settings),
  sessionJobConfiguration: ({ manifest, session, operatorConfiguration = {}, release }) =>
    sorted(sessionJobConfiguration(manifest, session, { release: releaseNamed(release), defaults: settings(operatorConfiguration) })),
  clusterConfiguration: ({ manifest, operatorConfiguration = {}, release }) => {
    const effective = effectiveConfiguration(manifest, { release: releaseNamed(release), defaults: settings(operatorConfiguration) });
    const { file, settings: cluster, random } = clusterConfiguration(effective, releaseNamed(release));
    const drawn = [...random].filter(([key]) => key !== '$internal.pipeline.job-id');
    return { file, settings: sorted(new Map([...cluster, ...drawn])) };
  },
  schema: ({ kind, release }) => schemaFields(kind, releaseNamed(release)),
  readManifest: ({ manifest, release }) => {
    const { manifest: { spec }, pruned } = readManifest(manifest, releaseNamed(release));
    return { spec, pruned };
  },
  admit: admitted,
  specChanges: changesBetween,
};

function networkBuffers({ flink, networkMemory, gates, partitions }: Question): unknown {
  const ofGates = gates.map(inputGateBuffers);
  const ofPartitions = partitions.map((subpartitions: number) => resultPartitionBuffers(FlinkVersion.of(flink), subpartitions));
  const { most: announced } = taskBuffers([...ofGates, ...ofPartitions]);
  return { held: networkBuffersIn(BigInt(networkMemory)), gates: ofGates, partitions: ofPartitions, announced };
}

function changesBetween({ kind, before, after, mode }: Question): unknown {
  if (kind === 'FlinkBlueGreenDeployment') {
    return { type: blueGreenChange(before.spec.template.spec, after.spec.template.spec) };
  }
  const changes = specChanges(before.spec, after.spec, mode?.toLowerCase());
  return { type: weightiest(changes), changes: Object.fromEntries(changes.map(({ field, type }) => [field, type])) };
}

function admitted({ kind, manifest, session, operatorConfiguration = {}, release }: Question): string {
  const installation = { release: releaseNamed(release), defaults: settings(operatorConfiguration) };
  switch (kind) {
    case 'FlinkSessionJob': return admitSessionJob(manifest, session, installation) === 'undecided' ? 'undecided' : 'accepted';
    case 'FlinkStateSnapshot': admitStateSnapshot(manifest); break;
    default: admitDeployment(manifest, installation);
  }
  return 'accepted';
}

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

function sorted(of: FlinkSettings): Record<string, string> {
  return Object.fromEntries([...of].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function settings(configuration: Record<string, string>): FlinkSettings {
  return new Map(Object.entries(configuration));
}

function optionValue({ text, type, flink, file }: Question): unknown {
  const { kind } = optionType(type);
  const value = readOptionValue(text, optionType(type), valueDialect(FlinkVersion.of(flink), file));
  const plain = kind === 'Float' || kind === 'Double' ? bits : kind === 'Map' ? Object.fromEntries : kind === 'Integer' ? String : (item: unknown) => item;
  return Array.isArray(value) ? value.map((item) => plain(item as any)) : plain(value as any);
}

/** Of a double, in digits of 16: JSON would lose a negative zero and all that is not finite. */
function bits(value: number): string {
  return Buffer.from(Float64Array.of(value).buffer).reverse().toString('hex');
}
