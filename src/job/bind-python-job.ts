import { FlinkJobConfig } from './flink-job-config';
import { refuseHidden } from './jar-address';
import { pythonArguments } from './job-arguments';
import { PythonJobProps } from './python-job';
import { Refusal, shown } from '../refusal';
import { StrategyContext } from '../strategy/strategy-context';

/**
 * No jar is named: by these arguments every operator and every Flink knows a Python job and takes the jar of the driver
 * from the image. A jar would do harm in standalone mode, where the operator then hides `/opt/flink/usrlib`.
 */
export function bindPythonJob(props: PythonJobProps, { mode }: StrategyContext): FlinkJobConfig {
  const { script, files = [], archives = [], jars = [], executable, args = [] } = props;
  if (jars.length > 0) {
    [script ?? '', ...files, ...archives.map(({ path }) => path), ...jars].forEach((path) => refuseHidden(path, mode));
  }
  const requirements = requirementsOf(props);
  return {
    kind: 'python',
    entryClass: 'org.apache.flink.client.python.PythonDriver',
    args: [
      ...entryOf(props),
      ...option('-pyfs', files.map((path) => checked('files', path))),
      ...option('-pyreq', requirements),
      ...option('-pyarch', archives.map(({ path, directory }) => withPart(checked('archives', path, /\.zip$/), directory))),
      ...option('-pyexec', executable === undefined ? [] : [interpreter(executable)]),
      ...option('-pyclientexec', executable === undefined ? [] : [executable]),
      ...pythonArguments(args),
    ],
    settings: jars.length === 0 ? [] : [{
      key: 'pipeline.classpaths',
      value: jars.map((path) => `file://${checked('jars', path, /\.jar$/)}`).join(';'),
      reason: 'jars of the image that the Python program uses',
    }],
  };
}

function entryOf({ script, module }: PythonJobProps): string[] {
  if ((script === undefined) === (module === undefined)) {
    throw new Refusal({
      code: 'python-entry',
      what: 'a Python job starts with a script or with a module',
      got: script === undefined ? 'neither' : 'both',
      allowed: 'script or module',
      fix: 'for example script: "/opt/flink/usrlib/job.py"',
    });
  }
  if (script !== undefined) {
    return ['-py', checked('script', script, /\.py$/)];
  }
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(module!)) {
    throw refusedPath('module', module, 'names with dots between them', 'for example "jobs.orders"');
  }
  return ['-pym', module!];
}

function requirementsOf({ requirements, requirementsCache }: PythonJobProps): string[] {
  if (requirements === undefined) {
    if (requirementsCache !== undefined) {
      throw refusedPath('requirementsCache', requirementsCache, 'a folder beside `requirements`', 'name the requirements.txt too');
    }
    return [];
  }
  return [withPart(checked('requirements', requirements), requirementsCache === undefined ? undefined : checked('requirementsCache', requirementsCache))];
}

function option(name: string, values: string[]): string[] {
  return values.length === 0 ? [] : [name, values.join(',')];
}

function withPart(path: string, part: string | undefined): string {
  if (part !== undefined && !/^\/?[\w.+@=~-]+(\/[\w.+@=~-]+)*$/.test(part)) {
    throw refusedPath('the folder of an archive', part, 'letters, digits, dots and dashes', 'for example "venv"');
  }
  return part === undefined ? path : `${path}#${part}`;
}

function interpreter(path: string): string {
  if (!/^\/?[\w.+@=~-]+(\/[\w.+@=~-]+)*$/.test(path)) {
    throw refusedPath('executable', path, 'a path, without arguments', 'for example "/usr/bin/python3"');
  }
  return path;
}

/** Commas and hashes are Flink's own separators here. */
function checked(property: string, path: string, ending: RegExp = /./): string {
  if (typeof path !== 'string' || !/^(\/[\w.+@=~-]+)+$/.test(path) || !ending.test(path)) {
    throw refusedPath(property, path, `an absolute path in the image${ending.source === '.' ? '' : ` that ends with "${ending.source.slice(1, -1)}"`}`,
      'put the file into the image and name it from the root, without commas, blanks and hashes');
  }
  return path;
}

function refusedPath(property: string, got: unknown, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'python-path', what: `${property} of the Python job names nothing that Flink could take`, got: shown(got), allowed, fix });
}
