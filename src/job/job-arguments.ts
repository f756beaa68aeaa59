import { ClusterMode } from '../operator/cluster-mode';
import { Refusal } from '../refusal';

/** By one of these Flink takes a job for a Python job. */
const PYTHON_OPTIONS = ['-py', '-pym', '--python', '--pyModule'];

/**
 * Arguments of a Java main method. A standalone cluster reads its own options first and would keep `--host` and the
 * like for itself; two dashes end them.
 */
export function javaArguments(args: string[], mode: ClusterMode): string[] {
  refuseCommandLine(args);
  const python = args.find((argument) => PYTHON_OPTIONS.includes(argument));
  if (python !== undefined) {
    throw refusedArgument('Flink takes a job with this argument for a Python job', `"${python}"`, 'any other name', 'use FlinkJob.python, or rename the option');
  }
  return mode === ClusterMode.STANDALONE ? separated(args, ['--']) : args;
}

/** Arguments of a Python program: Flink reads its own options twice, first for the cluster, then for the driver. */
export function pythonArguments(args: string[]): string[] {
  refuseCommandLine(args);
  return separated(args, ['--', '--']);
}

function separated(args: string[], separator: string[]): string[] {
  return args[0]?.startsWith('-') ? [...separator, ...args] : args;
}

/** An element reaches the program as it is: no shell splits it. */
function refuseCommandLine(args: string[]): void {
  for (const argument of args) {
    const [, option] = /^(--?[A-Za-z][\w.-]*)\s+\S/.exec(argument) ?? [];
    if (option !== undefined) {
      throw refusedArgument('an option and its value stand in one element, and no shell splits them', `"${option} …"`,
        'one argument an element', `write "${option}" and its value as two elements`);
    }
  }
}

function refusedArgument(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'job-argument', what, got, allowed, fix });
}
