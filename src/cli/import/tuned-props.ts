import { call, Code, data, fieldsOf, make, name, unlessEmpty } from './code';
import { upgradeModeName, ImportPlace } from './as-it-is';
import { CheckpointingChoice, countCode } from './checkpointing-code';
import { listCode, dataCode } from './data-code';
import { versionNamed } from './same-setting';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { ManifestJob, ManifestSpec } from '../../operator/manifest/flink-manifests';
import { OperatorInstallation } from '../../operator/operator-installation';
import { OperatorVersion } from '../../operator/operator-version';
import { Refusal } from '../../refusal';

/** Properties with their names in the order in which they are printed. */
export type Props = Readonly<Record<string, Code | undefined>>;

/** What a TunedFlinkDeployment is imported from. */
export interface TunedSource {
  readonly cluster: EffectiveCluster;
  /** `flinkConfiguration` under the current keys. */
  readonly settings: FlinkSettings;
  readonly checkpointing: CheckpointingChoice;
  readonly place: ImportPlace;
}

/** Properties that pin what the manifest says; of what it has to do it says nothing. */
export function tunedProps({ cluster, settings, checkpointing, place }: TunedSource): Props {
  const { manifest: { spec }, installation } = cluster;
  const version = versionNamed(spec.flinkVersion);
  if (spec.job === undefined || spec.image === undefined || version === undefined) {
    throw notTunable(spec);
  }
  return {
    image: data(spec.image),
    flinkVersion: name(`FlinkVersion.V${version.minorLine.replace('.', '_')}`),
    mode: spec.mode === 'standalone' ? name('ClusterMode.STANDALONE') : undefined,
    imagePullPolicy: pullPolicyCode(spec.imagePullPolicy),
    serviceAccount: spec.serviceAccount === undefined ? undefined
      : call('ServiceAccount.fromServiceAccountName', name('chart'), data(`${place.id}-account`), data(spec.serviceAccount)),
    ...operatorProps(installation, place),
    job: jobCode(spec.job, place),
    workload: workloadCode(checkpointing.called !== 'Checkpointing.disabled'),
    checkpointing: checkpointing.code,
    stateBackend: make(/^rocksdb$/i.test(settings.get('state.backend.type') ?? '') ? 'RocksDbStateBackend' : 'HashMapStateBackend'),
    highAvailability: highAvailabilityCode(spec, settings),
    jobManager: fieldsOf({ memory: memoryCode(cluster.jobManager.totalProcess), cpu: cpuCode(spec.jobManager?.resource?.cpu ?? 1) }),
    taskManager: fieldsOf({
      memory: memoryCode(cluster.taskManager.totalProcess),
      cpu: cpuCode(spec.taskManager?.resource?.cpu ?? cluster.taskSlots),
      taskSlots: data(cluster.taskSlots),
    }),
    parallelism: data(cluster.parallelism),
    maxParallelism: countCode(settings.get('pipeline.max-parallelism')),
    podSecurity: call('PodSecurity.ofImage', fieldsOf({ reason: data('the pods as the manifest had them') })),
    restartNonce: spec.restartNonce === undefined ? undefined : data(spec.restartNonce),
  };
}

/** Of what they say, what no reader could guess. */
export const PROP_COMMENTS: Readonly<Record<string, string>> = {
  workload: 'COMPLETE THIS: a manifest does not say what its job has to do. All sizes are pinned below; leave one out, and it follows from the workload.',
};

function notTunable({ job, image, flinkVersion }: ManifestSpec): Refusal {
  const [what, got, fix] = job === undefined ? ['a session cluster does not say which jobs run on it', 'no job', 'use TunedFlinkSession with the workloads of its jobs']
    : image === undefined ? ['the image is that of the operator\'s choice', 'no image', 'write the image into the manifest']
      : ['this line of Flink is not one that the library sizes', flinkVersion ?? 'none', 'upgrade to Flink 1.19 or newer'];
  return new Refusal({ code: 'import-not-tuned', what, got, allowed: 'an application with its image on a line from Flink 1.19 on', fix });
}

function operatorProps({ release, defaults }: OperatorInstallation, place: ImportPlace): Props {
  return {
    operatorVersion: release === OperatorVersion.V1_16 ? undefined : name(`OperatorVersion.V${release.minorLine.replace('.', '_')}`),
    operatorConfiguration: defaults.size === 0 ? undefined : dataCode(Object.fromEntries(defaults), place),
  };
}

function jobCode({ jarURI, entryClass, args, state, upgradeMode, ...job }: ManifestJob, place: ImportPlace): Code {
  const remote = /^([a-z][a-z0-9+.-]*):/i.exec(jarURI ?? '')?.[1];
  return call('FlinkJob.jar', fieldsOf({
    uri: dataCode(jarURI, place, 'jarURI'),
    plainHttp: remote === 'http' ? data(true) : undefined,
    fileSystemInImage: remote === undefined || ['local', 'http', 'https'].includes(remote) ? undefined : data(true),
    entryClass: dataCode(entryClass, place),
    args: args === undefined || args.length === 0 ? undefined : listCode(args, place, 'args'),
    state: state === 'suspended' ? name('JobState.SUSPENDED') : undefined,
    upgradeMode: name(upgradeModeName(upgradeMode ?? 'stateless')),
    initialSavepoint: job.initialSavepointPath === undefined ? undefined : fieldsOf({
      path: dataCode(job.initialSavepointPath, place, 'initialSavepointPath'),
      redeployNonce: job.savepointRedeployNonce === undefined ? undefined : data(job.savepointRedeployNonce),
    }),
    allowNonRestoredState: job.allowNonRestoredState === undefined ? undefined : data(job.allowNonRestoredState),
    autoscalerResetNonce: job.autoscalerResetNonce === undefined ? undefined : data(job.autoscalerResetNonce),
  }));
}

/** So little that it asks for nothing beyond the sizes that are pinned. */
function workloadCode(stateful: boolean): Code {
  const throughput = call('Throughput.of', fieldsOf({ recordsPerSecond: data(1) }));
  return call(stateful ? 'Workload.unboundedAggregation' : 'Workload.statelessTransformation', fieldsOf({ throughput }));
}

function highAvailabilityCode({ jobManager }: ManifestSpec, settings: FlinkSettings): Code | undefined {
  const directory = settings.get('high-availability.storageDir');
  if (!/^kubernetes$/i.test(settings.get('high-availability.type') ?? '') || directory === undefined) {
    return undefined;
  }
  const standby = (jobManager?.replicas ?? 1) - 1;
  return make('KubernetesHighAvailability', ...unlessEmpty(fieldsOf({
    storageDirectory: data(directory), standbyJobManagers: standby > 0 ? data(standby) : undefined,
  })));
}

const MEBIBYTE = 1n << 20n;

/** Nothing where it is not whole: it follows from the plan then, and is corrected. */
function memoryCode(bytes: bigint): Code | undefined {
  return bytes % MEBIBYTE === 0n ? call('Size.mebibytes', data(Number(bytes / MEBIBYTE))) : undefined;
}

function cpuCode(cores: number): Code {
  return Number.isInteger(cores) ? call('Cpu.cores', data(cores)) : call('Cpu.millis', data(Math.max(1, Math.round(cores * 1000))));
}

function pullPolicyCode(policy: string | undefined): Code | undefined {
  const constants: Record<string, string> = { Always: 'ALWAYS', IfNotPresent: 'IF_NOT_PRESENT', Never: 'NEVER' };
  return policy === undefined || constants[policy] === undefined ? undefined : name(`ImagePullPolicy.${constants[policy]}`);
}
