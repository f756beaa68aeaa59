import { ImportPlace, upgradeModeName } from './as-it-is';
import { call, Code, data, fieldsOf, name } from './code';
import { dataCode, listCode } from './data-code';
import { ManifestJob } from '../../operator/manifest/flink-manifests';

/** The job of an application as a FlinkJob. */
export function jobCode(job: ManifestJob, place: ImportPlace): Code {
  const { jarURI, entryClass, args = [] } = job;
  const python = pythonEntry(job);
  if (python !== undefined) {
    return call('FlinkJob.python', fieldsOf({ ...python, ...startProps({ ...job, args: args.slice(2) }, place) }));
  }
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(jarURI ?? '') ?? [];
  return call('FlinkJob.jar', fieldsOf({
    uri: dataCode(jarURI, place, 'jarURI'),
    plainHttp: scheme === 'http' ? data(true) : undefined,
    fileSystemInImage: scheme === undefined || ['local', 'http', 'https'].includes(scheme) ? undefined : data(true),
    entryClass: dataCode(entryClass, place),
    ...startProps(job, place),
  }));
}

/** Whether it is imported as a Python program. */
export function isPython(job: ManifestJob): boolean {
  return pythonEntry(job) !== undefined;
}

/** The program that Flink's Python driver starts. */
function pythonEntry({ entryClass, args = [] }: ManifestJob): Record<string, Code> | undefined {
  const [option, program] = args;
  if (entryClass !== 'org.apache.flink.client.python.PythonDriver' || program === undefined) {
    return undefined;
  }
  return ['-py', '--python'].includes(option) ? { script: data(program) } : ['-pym', '--pyModule'].includes(option) ? { module: data(program) } : undefined;
}

/** How it starts and how it is upgraded. */
function startProps({ args = [], ...job }: ManifestJob, place: ImportPlace): Record<string, Code | undefined> {
  const { state, upgradeMode = 'stateless', initialSavepointPath, savepointRedeployNonce, allowNonRestoredState, autoscalerResetNonce } = job;
  return {
    args: args.length === 0 ? undefined : listCode(args, place, 'args'),
    state: state === undefined ? undefined : name(state === 'suspended' ? 'JobState.SUSPENDED' : 'JobState.RUNNING'),
    upgradeMode: name(upgradeModeName(upgradeMode)),
    initialSavepoint: initialSavepointPath === undefined ? undefined : fieldsOf({
      path: dataCode(initialSavepointPath, place, 'initialSavepointPath'),
      redeployNonce: savepointRedeployNonce === undefined ? undefined : data(savepointRedeployNonce),
    }),
    allowNonRestoredState: allowNonRestoredState === undefined ? undefined : data(allowNonRestoredState),
    autoscalerResetNonce: autoscalerResetNonce === undefined ? undefined : data(autoscalerResetNonce),
  };
}
