import { Answer, Question } from './answers';
import { Reply } from './oracle';
import { podRefusalCode } from './refusal-codes';
import { releaseNamed } from './releases';
import { jobManagerMemory } from '../src/flink/memory/job-manager-memory';
import { taskManagerMemory } from '../src/flink/memory/task-manager-memory';
import { nativeTaskManagerCpu } from '../src/flink/task-manager-cpu';
import { effectiveConfiguration } from '../src/operator/configuration/effective-configuration';
import { clusterPorts } from '../src/operator/configuration/fixed-ports';
import { taskManagerObject } from '../src/operator/pods/effective-pods';
import { JobManagerObjects, jobManagerObjects } from '../src/operator/pods/job-manager-deployment';
import { PodSource } from '../src/operator/pods/pod-source';
import { mergedPodTemplates } from '../src/operator/pods/role-pod-templates';
import { Refusal } from '../src/refusal';

/**
 * Both roles in plain JSON without what is empty; a role that cannot be built is its refusal's code. Without an
 * artifact of their own, the classes of standalone mode are those of an older release, which the reply names.
 */
function podAnswer({ manifest, release, operatorConfiguration = {} }: Question, standaloneClasses: string | undefined): PodAnswer {
  const installation = { release: releaseNamed(release), defaults: new Map(Object.entries<string>(operatorConfiguration)) };
  const { settings } = effectiveConfiguration(manifest, installation);
  const source = (): Omit<PodSource, 'jobManager' | 'taskManager'> => ({
    name: manifest.metadata.name,
    spec: manifest.spec,
    settings,
    templates: mergedPodTemplates(manifest.spec, settings, installation.release),
    release: installation.release,
  });
  return {
    jobManager: plain(() => {
      const both = { ...source(), jobManager: jobManagerMemory(settings), taskManager: taskManagerMemory(settings) };
      const objects = jobManagerObjects(both);
      const classes = standaloneClasses === undefined ? installation.release : releaseNamed(standaloneClasses);
      return withArgumentsOf(jobManagerObjects({ ...both, release: classes }), objects);
    }),
    taskManager: plain(() => {
      // A native TaskManager is made inside the JobManager, which has its memory already; ports and CPU come first there.
      const before = manifest.spec.mode === 'standalone'
        ? { jobManager: jobManagerMemory(settings) }
        : { ports: clusterPorts(settings), cpu: nativeTaskManagerCpu(settings) };
      return taskManagerObject({ ...source(), ...before, taskManager: taskManagerMemory(settings) } as PodSource);
    }),
  };
}

/** Both roles of one deployment. */
export interface PodAnswer {
  readonly jobManager: unknown;
  readonly taskManager: unknown;
}

/** Ours, by the classes of standalone mode that answered them. */
export function podsLike({ value }: Reply, question: Question): Answer {
  return { value: podAnswer(question, value?.standaloneClasses) };
}

/** Their answer, with a refusal as the code of ours that says the same. */
export function podReply({ jobManager, taskManager }: { readonly jobManager: any; readonly taskManager: any }): PodAnswer {
  const coded = (role: any) => (role.refused === undefined ? role : { refused: podRefusalCode(role.refused) });
  return { jobManager: coded(jobManager), taskManager: coded(taskManager) };
}

/** The classes of standalone mode, which an older artifact may stand in for, decide no more than these. */
function withArgumentsOf(standIn: JobManagerObjects, { deployment, accompanying }: JobManagerObjects): JobManagerObjects {
  const { args } = standIn.deployment.spec.template.spec.containers!.slice(-1)[0];
  const { template } = deployment.spec;
  const containers = template.spec.containers!.map((container, index, { length }) => (index === length - 1 ? { ...container, args } : container));
  const spec = { ...deployment.spec, template: { ...template, spec: { ...template.spec, containers } } };
  return { accompanying, deployment: { ...deployment, spec } };
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
