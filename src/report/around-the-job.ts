import { textTable } from './text-table';
import { FlinkSettings } from '../flink/configuration/flink-settings';
import { readBoolean, readWholeNumber } from '../flink/configuration/option-reading';
import { readOption } from '../flink/configuration/option-spelling';
import { isHighlyAvailable } from '../flink/high-availability';
import { EffectiveCluster } from '../operator/effective-cluster';
import { ManifestSpec, PodSpec } from '../operator/manifest/flink-manifests';

/** What is left in the way when nothing says where snapshots go. */
const NO_SNAPSHOTS = 'none are kept';

/** What surrounds the work: upgrades, failures, scaling, storage, pods, traffic, metrics, each in a line. */
export function aroundTheJob({ manifest: { spec }, configuration, pods }: EffectiveCluster, width: number): string {
  const rows = [
    ...(spec.job === undefined ? [] : [['upgrades', upgrades(spec.job.upgradeMode)]]),
    ['a lost JobManager', lostJobManager(spec, configuration)],
    ...(spec.job === undefined ? [] : [['scaling', scaling(configuration)]]),
    ['checkpoints', readOption(configuration, 'execution.checkpointing.dir') ?? NO_SNAPSHOTS],
    ['savepoints', readOption(configuration, 'execution.checkpointing.savepoint-dir') ?? NO_SNAPSHOTS],
    ['pods', `${podsOf(pods.jobManager.deployment.spec.template.spec)}, account ${spec.serviceAccount}`],
    ['traffic', traffic(configuration)],
    ['metrics', reporters(configuration).join(', ') || 'no reporter'],
    ['web UI', webUi(spec, configuration)],
  ];
  return `AROUND THE ${spec.job === undefined ? 'JOBS' : 'JOB'}\n${textTable(rows, width, '  ')}`;
}

function upgrades(mode = 'stateless'): string {
  const ways: Record<string, string> = {
    'savepoint': 'the job stops with one and goes on from it',
    'last-state': 'from the newest checkpoint, without a savepoint',
    'stateless': 'from nothing',
  };
  return `${mode}: ${ways[mode]}`;
}

function lostJobManager({ jobManager, job }: ManifestSpec, settings: FlinkSettings): string {
  const others = (jobManager?.replicas ?? 1) - 1;
  if (isHighlyAvailable(settings)) {
    return `high availability: the next one goes on from the newest checkpoint${others === 0 ? '' : `; ${others} stand${others === 1 ? 's' : ''} by`}`;
  }
  return `no high availability: ${job === undefined ? 'its jobs stop with it' : 'the job starts from what it was deployed with, or from nothing'}`;
}

function scaling(settings: FlinkSettings): string {
  if (readBoolean(settings, 'job.autoscaler.enabled', false)) {
    const least = readWholeNumber(settings, 'job.autoscaler.vertex.min-parallelism', 1);
    const most = readWholeNumber(settings, 'job.autoscaler.vertex.max-parallelism', 200);
    return `by the operator's autoscaler, ${least} to ${most} subtasks a vertex`;
  }
  return readOption(settings, 'scheduler-mode')?.toLowerCase() === 'reactive' ? 'reactive: as many slots as there are TaskManagers for' : 'fixed';
}

/** The JobManager's; both roles have the same standard. */
function podsOf({ containers = [], securityContext }: PodSpec): string {
  const contexts = [securityContext, ...containers.map((container) => container.securityContext)] as ({ [field: string]: unknown } | undefined)[];
  const [pod, ...each] = contexts;
  const restricted = pod?.runAsNonRoot === true && each.every((context) => context?.allowPrivilegeEscalation === false);
  const readOnly = each.every((context) => context?.readOnlyRootFilesystem === true);
  return `${restricted ? 'restricted' : 'not restricted'}${readOnly ? ', root filesystem read-only' : ''}`;
}

function traffic(settings: FlinkSettings): string {
  const encrypted = [['between the pods', 'security.ssl.internal.enabled'], ['to the REST API', 'security.ssl.rest.enabled']]
    .filter(([, key]) => readBoolean(settings, key, false)).map(([where]) => where);
  return encrypted.length === 0 ? 'in plain text' : `TLS ${encrypted.join(' and ')}`;
}

function reporters(settings: FlinkSettings): string[] {
  return [...settings.keys()].flatMap((key) => /^metrics\.reporter\.(.+)\.factory\.class$/.exec(key)?.[1] ?? []).sort();
}

function webUi({ ingress }: ManifestSpec, settings: FlinkSettings): string {
  const type = settings.get('kubernetes.rest-service.exposed.type') ?? 'ClusterIP';
  return ingress?.template === undefined ? `a Service of type ${type}, no ingress` : `ingress ${ingress.template}`;
}
