import { autoscalerObjection } from './autoscaler-rules';
import { broken, firstOf, Objection } from '../broken-rule';
import { isCanary } from './canary';
import { jarUriVerdict } from './jar-uri-rules';
import { jobObjection } from './job-rules';
import { nameObjection } from './names';
import { refuseNested, refuseUnreadableDeployment, refuseUnreadableJob } from './refuse-unreadable';
import { namespaceOf, settingsUnderRules } from './settings-under-rules';
import { shown } from '../../refusal';
import { flattenConfiguration } from '../configuration/flatten-configuration';
import { FlinkDeploymentManifest, FlinkSessionJobManifest } from '../manifest/flink-manifests';
import { OperatorInstallation } from '../operator-installation';
import { OperatorVersion } from '../operator-version';

/**
 * Every rule for a FlinkSessionJob that is new to the cluster; the first that it breaks is thrown. Without its session
 * cluster only the rules about the job alone are looked at, as the operator does.
 * @returns `undecided` where only the cluster's name service could tell
 */
export function admitSessionJob(
  job: FlinkSessionJobManifest, session: FlinkDeploymentManifest | undefined, installation: OperatorInstallation,
): 'admitted' | 'undecided' {
  if (isCanary(job.metadata)) {
    return 'admitted';
  }
  const { release, defaults } = installation;
  refuseUnreadableJob(job.spec.job);
  refuseNested('spec.flinkConfiguration', job.spec.flinkConfiguration, release);
  if (session !== undefined) {
    refuseUnreadableDeployment(session, release);
  }
  const jar = release._isAtLeast(OperatorVersion.V1_15) ? jarUriVerdict(job.spec.job?.jarURI, defaults) : undefined;
  const objection = firstOf(
    nameObjection(job.spec.deploymentName ?? ''),
    job.spec.job !== undefined ? undefined : broken('session-job-empty', 'a session job needs its job', 'none', 'spec.job', 'write spec.job'),
    jar === 'undecided' ? undefined : jar,
    session === undefined ? undefined : besideSession(job, session, installation),
  );
  if (objection !== undefined) {
    throw objection;
  }
  return jar === 'undecided' ? 'undecided' : 'admitted';
}

/** The rules that need the session cluster: the defaults of the job's namespace and the cluster's Flink lie under both configurations. */
function besideSession(job: FlinkSessionJobManifest, session: FlinkDeploymentManifest, installation: OperatorInstallation): Objection {
  const settings = settingsUnderRules(installation, namespaceOf(job.metadata), session.spec.flinkVersion,
    flattenConfiguration(session.spec.flinkConfiguration ?? {}), flattenConfiguration(job.spec.flinkConfiguration ?? {}));
  return firstOf(
    session.spec.job === undefined ? undefined
      : broken('session-job-on-application', 'a session job cannot run on an application cluster', `${session.metadata.name} has spec.job`,
        'a FlinkDeployment without spec.job', 'name a session cluster in spec.deploymentName'),
    session.metadata.name === job.spec.deploymentName ? undefined
      : broken('session-cluster-name', 'the session job names another cluster', shown(job.spec.deploymentName), shown(session.metadata.name),
        'correct spec.deploymentName'),
    jobObjection(job.spec.job, undefined, settings, installation.release),
    autoscalerObjection(settings, installation.release),
  );
}
