import { JobManagerObjects, jobManagerObjects } from './job-manager-deployment';
import { Deployment, Pod } from './kubernetes-objects';
import { isStandalone, PodSource } from './pod-source';
import { nativeTaskManagerPod, standaloneTaskManagerDeployment } from './task-manager-pod';

/** What a deployment becomes in the cluster. */
export interface EffectivePods {
  readonly jobManager: JobManagerObjects;
  /** A pod that stands for all that a native JobManager asks for, or the Deployment of a standalone cluster. */
  readonly taskManager: Pod | Deployment;
}

/** Both roles; throws where Flink could not build one of them. */
export function effectivePods(source: PodSource): EffectivePods {
  return { jobManager: jobManagerObjects(source), taskManager: taskManagerObject(source) };
}

/** The first TaskManager that a native JobManager asks for, or the Deployment of all of a standalone cluster. */
export function taskManagerObject(source: PodSource): Pod | Deployment {
  return isStandalone(source) ? standaloneTaskManagerDeployment(source) : nativeTaskManagerPod(source, `${source.name}-taskmanager-1-1`);
}
