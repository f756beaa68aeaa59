import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandIo } from '../../src/cli/command-io';
import { run } from '../../src/cli/main';

/** What a run came to. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program within this process, its streams caught. */
export async function runCli(args: string[], { input = '', ...terminal }: { input?: string } & Partial<CommandIo> = {}): Promise<Outcome> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    readInput: () => Promise.resolve(input),
    colours: false,
    ...terminal,
  });
  return { code, out, err };
}

/** `size` of a workload that is an object or a text. */
export function size(workload: unknown, ...options: string[]): Promise<Outcome> {
  return runCli(['size', '-', ...options], { input: typeof workload === 'string' ? workload : JSON.stringify(workload) });
}

/** A file for the time of the work, by its path. */
export async function withFile<T>(text: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-flink-'));
  const path = join(folder, 'input.yaml');
  try {
    writeFileSync(path, text);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The least that a workload says. */
export const LEAST = { kind: 'deduplication', throughput: { recordsPerSecond: 20_000 } };
