import { FlinkDeploymentManifest, FlinkSessionJobManifest } from './manifest/flink-manifests';

/** Stands in for a session that is not known: of any size that Flink starts with. */
const UNKNOWN_SESSION: FlinkDeploymentManifest['spec'] = { jobManager: { resource: { memory: '2g' } }, taskManager: { resource: { memory: '8g' } } };

/** What a session job would be on a cluster of its own, with the pods of the session: the rules about a job look at that. */
export function sessionJobAsApplication(
  { metadata, spec }: FlinkSessionJobManifest, flinkVersion: string | undefined, session?: FlinkDeploymentManifest,
): FlinkDeploymentManifest {
  const flinkConfiguration = { ...session?.spec.flinkConfiguration, ...spec.flinkConfiguration };
  const { podTemplate, jobManager, taskManager } = session?.spec ?? UNKNOWN_SESSION;
  // How many TaskManagers the session has is not for the job to say.
  const pods = { podTemplate, jobManager, taskManager: { ...taskManager, replicas: undefined } };
  return { metadata, spec: { ...pods, flinkVersion, job: spec.job, flinkConfiguration } };
}
