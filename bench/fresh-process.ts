import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Cost } from './statistics';

const PACKAGE = resolve(__dirname, '..');

/**
 * Runs a script of this folder as a process of its own, with the loader of this one, and reads the cost that
 * it prints. A user's synth is a process of its own too: it pays for its own compilation and collects only
 * its own garbage. In one long process the second of two pays for what the first left behind.
 */
export function inFreshProcess(script: string, args: string[], input: string): Cost {
  return read([...process.execArgv, resolve(__dirname, script), ...args], input);
}

/** The same for a line of JavaScript, without a loader. */
export function evaluateInFreshProcess(javascript: string): Cost {
  return read(['-e', javascript]);
}

function read(args: string[], input = ''): Cost {
  return JSON.parse(execFileSync(process.execPath, args, { cwd: PACKAGE, encoding: 'utf8', input }));
}
