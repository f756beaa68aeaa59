import { FlinkSettings } from '../lib/flink/configuration/flink-settings';

/** Sizes of a process in MiB, from a small pod to a large one; whole quarters, as a text may hold no fraction. */
const SIZES = [1728, 2048, 3072, 4100, 6144, 8196, 12_288, 16_384, 24_576, 32_768];
const FRACTIONS = ['0', '0.1', '0.25', '0.4', '.55'];

type Options = Record<string, string>;

/** One configuration for every way of Flink to arrive at a TaskManager's memory, size and fraction. */
export function taskManagerConfigurations(): FlinkSettings[] {
  return forEach('taskmanager', (size, fraction): Options[] => [
    { 'process.size': `${size}m`, 'managed.fraction': fraction },
    { 'process.size': `${size}m`, 'managed.size': '256 mb', 'network.min': '64m', 'network.max': '128m' },
    { 'process.size': `${size}m`, 'managed.fraction': fraction, 'jvm-metaspace.size': '192m', 'jvm-overhead.max': '512m' },
    { 'flink.size': `${size}m`, 'managed.fraction': fraction, 'network.fraction': '0.05' },
    { 'flink.size': `${size}m`, 'managed.size': `${size / 4}m`, 'jvm-overhead.fraction': '0.2' },
    { 'task.heap.size': `${size / 2}m`, 'managed.size': `${size / 4}m`, 'framework.off-heap.size': '192m' },
  ]);
}

/** The same for a JobManager, which has no managed memory to share out. */
export function jobManagerConfigurations(): FlinkSettings[] {
  return forEach('jobmanager', (size, fraction): Options[] => [
    { 'process.size': `${size}m`, 'jvm-overhead.fraction': fraction },
    { 'flink.size': `${size}m`, 'off-heap.size': '256m', 'jvm-overhead.fraction': fraction },
    { 'heap.size': `${size}m`, 'jvm-metaspace.size': '300m', 'jvm-overhead.fraction': fraction },
  ]);
}

function forEach(role: string, optionsFor: (size: number, fraction: string) => Options[]): FlinkSettings[] {
  const options = SIZES.flatMap((size) => FRACTIONS.flatMap((fraction) => optionsFor(size, fraction)));
  return options.map((some) => new Map(Object.entries(some).map(([name, value]) => [`${role}.memory.${name}`, value])));
}
