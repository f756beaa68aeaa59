import { podRefusalCode } from './pod-refusal-codes';
import { jobManagerMemory } from '../src/flink/memory/job-manager-memory';
import { taskManagerMemory } from '../src/flink/memory/task-manager-memory';
import { FlinkDeploymentManifest } from '../src/operator/manifest/flink-manifests';
import { OperatorVersion } from '../src/operator/operator-version';
import { taskManagerObject } from '../src/operator/pods/effective-pods';
import { clusterPorts } from '../src/operator/pods/fixed-ports';
import { JobManagerObjects, jobManagerObjects } from '../src/operator/pods/job-manager-deployment';
import { PodSource } from '../src/operator/pods/pod-source';
import { mergedPodTemplates } from '../src/operator/pods/role-pod-templates';
import { nativeTaskManagerCpu } from '../src/operator/pods/task-manager-cpu';
import { Refusal } from '../src/refusal';

/** A resource, the configuration that the operator makes of it, and the release (`1.16`) that does. */
export interface PodQuestion {
  readonly manifest: FlinkDeploymentManifest;
  readonly configuration: Record<string, string>;
  readonly release: string;
  /** The release of the classes behind standalone mode, when others stand in. */
  readonly standaloneRelease?: string;
}

/** Both roles in plain JSON without what is empty; a role that cannot be built is its refusal's code. */
export function podAnswer(question: PodQuestion): { readonly jobManager: unknown; readonly taskManager: unknown } {
  return {
    jobManager: plain(() => {
      const { settings, ...rest } = podSource(question);
      const source = { ...rest, settings, jobManager: jobManagerMemory(settings), taskManager: taskManagerMemory(settings) };
      const objects = jobManagerObjects(source);
      const { standaloneRelease = question.release } = question;
      return withArgumentsOf(jobManagerObjects({ ...source, release: versionOf(standaloneRelease) }), objects);
    }),
    taskManager: plain(() => {
      const source = podSource(question);
      const { spec, settings } = source;
      // A native TaskManager is made inside the JobManager, which has its memory already; ports and CPU come first there.
      const before = spec.mode === 'standalone'
        ? { jobManager: jobManagerMemory(settings) }
        : { ports: clusterPorts(settings), cpu: nativeTaskManagerCpu(settings) };
      return taskManagerObject({ ...source, ...before, taskManager: taskManagerMemory(settings) } as PodSource);
    }),
  };
}

/** Their answer, with a refusal as the code of ours that says the same. */
export function podReply(value: { readonly jobManager: any; readonly taskManager: any }): ReturnType<typeof podAnswer> {
  const coded = (role: any) => (role.refused === undefined ? role : { refused: podRefusalCode(role.refused) });
  return { jobManager: coded(value.jobManager), taskManager: coded(value.taskManager) };
}

/** The classes of standalone mode, which an older artifact may stand in for, decide no more than these. */
function withArgumentsOf(standIn: JobManagerObjects, { deployment, accompanying }: JobManagerObjects): JobManagerObjects {
  const { args } = standIn.deployment.spec.template.spec.containers!.slice(-1)[0];
  const { template } = deployment.spec;
  const containers = template.spec.containers!.map((container, index, { length }) => (index === length - 1 ? { ...container, args } : container));
  const spec = { ...deployment.spec, template: { ...template, spec: { ...template.spec, containers } } };
  return { accompanying, deployment: { ...deployment, spec } };
}

function podSource({ manifest, configuration, release }: PodQuestion): Omit<PodSource, 'jobManager' | 'taskManager'> {
  const { metadata: { name }, spec } = manifest;
  const settings = new Map(Object.entries(configuration));
  const templates = mergedPodTemplates(spec, settings, versionOf(release));
  return { name, spec, settings, templates, release: versionOf(release) };
}

export function versionOf(release: string): OperatorVersion {
  const minorLine = /^[0-9]+\.[0-9]+/.exec(release)![0];
  return Object.values(OperatorVersion).find((version) => version instanceof OperatorVersion && version.minorLine === minorLine);
}

function plain(work: () => unknown): unknown {
  try {
    return withoutEmpty(JSON.parse(JSON.stringify(work())));
  } catch (error) {
    if (error instanceof Refusal) {
      return { refused: error.code };
    }
    throw error;
  }
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutEmpty);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)])
    .filter(([, inner]) => inner !== null && (typeof inner !== 'object' || Object.keys(inner as object).length > 0)));
}
