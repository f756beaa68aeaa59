import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobManagerMemory } from '../src/flink/memory/job-manager-memory';
import { jobManagerJvmArguments, taskManagerJvmArguments } from '../src/flink/memory/jvm-arguments';
import { rocksDbMemory } from '../src/flink/memory/rocksdb-memory';
import { slotMemory } from '../src/flink/memory/slot-memory';
import { taskManagerMemory } from '../src/flink/memory/task-manager-memory';
import { Refusal } from '../src/refusal';
import { parseBytes } from '../src/units/bytes';
import { parseDuration } from '../src/units/flink-duration';
import { parseResourceMemory } from '../src/units/kubernetes-quantity';

/** Questions with the answers that the real classes gave; `npm run conformance` writes them. */
interface Vectors {
  readonly answeredBy: string[];
  readonly vectors: ({ readonly value?: unknown; readonly refused?: string } & Record<string, any>)[];
}

const ANSWERS: Record<string, (question: Record<string, any>) => unknown> = {
  'task-manager-memory': ({ configuration }) => {
    const memory = taskManagerMemory(new Map(Object.entries(configuration)));
    const slots = Number(configuration['taskmanager.numberOfTaskSlots'] ?? 1);
    return { ...memory, jvmArguments: taskManagerJvmArguments(memory).join(' '), slots, slot: slotMemory(memory, slots) };
  },
  'job-manager-memory': ({ configuration }) => {
    const settings = new Map<string, string>(Object.entries(configuration));
    const memory = jobManagerMemory(settings);
    return { ...memory, jvmArguments: jobManagerJvmArguments(memory, settings).join(' ') };
  },
  'rocksdb-memory': ({ totalMemory, writeBufferRatio, highPriorityPoolRatio, writeBufferSize }) =>
    rocksDbMemory(BigInt(totalMemory), { writeBufferRatio, highPriorityPoolRatio, writeBufferSize: BigInt(writeBufferSize) }),
  'memory-size': ({ text }) => parseBytes(text),
  'duration': ({ text }) => parseDuration(text),
  'resource-memory': ({ text }) => parseResourceMemory(text),
};

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? item.toString() : item)));
}

function answer(name: string, question: Record<string, any>): unknown {
  try {
    return plain(ANSWERS[name](question));
  } catch (error) {
    if (error instanceof Refusal) {
      return 'refused';
    }
    throw error;
  }
}

describe.each(Object.keys(ANSWERS))('%s as the real classes answered', (name) => {
  const { answeredBy, vectors } = JSON.parse(readFileSync(join(__dirname, 'vectors', `${name}.json`), 'utf8')) as Vectors;

  test(`all ${vectors.length} answers of ${answeredBy.join(' and ')}`, () => {
    for (const { value, refused, ...question } of vectors) {
      expect({ question, answer: answer(name, question) }).toEqual({ question, answer: refused === undefined ? value : 'refused' });
    }
  });

  test('hold answers and refusals alike', () => {
    const refusals = vectors.filter(({ refused }) => refused !== undefined).length;
    expect(refusals).toBeGreaterThan(5);
    expect(vectors.length - refusals).toBeGreaterThan(20);
  });
});
