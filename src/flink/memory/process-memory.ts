import { exactBytes } from './exact-bytes';
import { Fraction } from './fraction';
import { BoundedFraction, RangeOptions, readMemory } from './memory-settings';
import { Refusal } from '../../refusal';
import { MEBIBYTE, renderBytes } from '../../units/bytes';
import { FlinkSettings } from '../configuration/flink-settings';
import { KeyedOption } from '../configuration/option-reading';

/** What the JVM takes beside the memory that Flink itself divides. */
export interface JvmMemory {
  readonly jvmMetaspace: bigint;
  readonly jvmOverhead: bigint;
}

/** The options that a JobManager and a TaskManager have alike, under their own prefix. */
export interface ProcessOptions {
  readonly role: 'JobManager' | 'TaskManager';
  readonly processSize: KeyedOption;
  readonly flinkSize: KeyedOption;
  readonly jvmMetaspace: KeyedOption;
  readonly jvmOverhead: RangeOptions;
}

const DEFAULT_METASPACE = 256n * MEBIBYTE;

export function processOptions(role: 'JobManager' | 'TaskManager'): ProcessOptions {
  const prefix = `${role.toLowerCase()}.memory`;
  return {
    role,
    processSize: { key: `${prefix}.process.size` },
    flinkSize: { key: `${prefix}.flink.size` },
    jvmMetaspace: { key: `${prefix}.jvm-metaspace.size` },
    jvmOverhead: {
      fraction: { key: `${prefix}.jvm-overhead.fraction` },
      min: { key: `${prefix}.jvm-overhead.min` },
      max: { key: `${prefix}.jvm-overhead.max` },
      defaultFraction: new Fraction(`${prefix}.jvm-overhead.fraction`, 0.1),
      defaultMin: 192n * MEBIBYTE,
      defaultMax: 1024n * MEBIBYTE,
    },
  };
}

/** The whole process is given: the JVM's parts come off first, the rest is Flink's. */
export function jvmMemoryOfProcess(settings: FlinkSettings, options: ProcessOptions, process: bigint): JvmMemory {
  const jvmMetaspace = metaspaceOf(settings, options);
  const jvmOverhead = BoundedFraction.read(settings, options.jvmOverhead).of(process);
  if (exactBytes(jvmMetaspace + jvmOverhead) > process) {
    throw new Refusal({
      code: 'memory-jvm-exceeds-process',
      what: `the JVM alone needs more than the whole ${options.role} process`,
      got: `${options.processSize.key} ${renderBytes(process)}`,
      allowed: `above metaspace ${renderBytes(jvmMetaspace)} plus overhead ${renderBytes(jvmOverhead)}`,
      fix: `raise the memory of the ${options.role}`,
    });
  }
  return { jvmMetaspace, jvmOverhead };
}

/** Flink's own memory is given: the JVM's parts come on top, or are what the process leaves. */
export function jvmMemoryBesideFlink(settings: FlinkSettings, options: ProcessOptions, flink: bigint): JvmMemory {
  const jvmMetaspace = metaspaceOf(settings, options);
  // Flink adds these two before it looks at the process, so that this sum is refused first.
  const beside = exactBytes(flink + jvmMetaspace);
  const process = readMemory(settings, options.processSize);
  if (process === undefined) {
    return { jvmMetaspace, jvmOverhead: BoundedFraction.read(settings, options.jvmOverhead).besides(beside) };
  }
  const jvmOverhead = process - beside;
  const parts = () => `process ${renderBytes(process)}, Flink ${renderBytes(flink)}, metaspace ${renderBytes(jvmMetaspace)}`;
  if (jvmOverhead < 0n) {
    throw overheadRemainder(options, parts(), 'a process that holds its parts');
  }
  const range = BoundedFraction.read(settings, options.jvmOverhead);
  if (!range.holds(jvmOverhead)) {
    throw overheadRemainder(options, `${parts()}, so overhead ${renderBytes(jvmOverhead)}`, `an overhead of ${range}`);
  }
  return { jvmMetaspace, jvmOverhead };
}

function overheadRemainder(options: ProcessOptions, got: string, allowed: string): Refusal {
  return new Refusal({
    code: 'memory-overhead-remainder',
    what: `${options.processSize.key} and the other ${options.role} sizes leave no valid JVM overhead`,
    got,
    allowed,
    fix: `leave the parts to Flink: the memory of the ${options.role} is already given as a process`,
  });
}

/** None of the sizes that start a derivation is set. */
export function notConfigured(options: ProcessOptions, fineGrained: string): Refusal {
  return new Refusal({
    code: 'memory-not-configured',
    what: `the memory of the ${options.role} is not configured`,
    got: 'nothing',
    allowed: `${options.processSize.key}, ${options.flinkSize.key} or ${fineGrained}`,
    fix: `set the memory of the ${options.role}`,
  });
}

/** Parts that are given or derived need more than their sum may be. */
export function partsExceedFlink(role: string, parts: Record<string, bigint>, flink: bigint): Refusal {
  return new Refusal({
    code: 'memory-parts-exceed-flink',
    what: `the parts of the ${role} memory need more than Flink has`,
    got: Object.entries(parts).map(([name, bytes]) => `${name} ${renderBytes(bytes)}`).join(' + '),
    allowed: `${renderBytes(flink)} of total Flink memory`,
    fix: `raise the memory of the ${role}, or make its parts smaller`,
  });
}

function metaspaceOf(settings: FlinkSettings, options: ProcessOptions): bigint {
  return readMemory(settings, options.jvmMetaspace) ?? DEFAULT_METASPACE;
}
