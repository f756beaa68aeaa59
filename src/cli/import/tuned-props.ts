import { ImportPlace } from './as-it-is';
import { CheckpointingChoice, countCode } from './checkpointing-code';
import { call, Code, data, fieldsOf, list, make, name, unlessEmpty } from './code';
import { dataCode } from './data-code';
import { isPython, jobCode } from './job-code';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { knownLine } from '../../flink/known-line';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { ManifestSpec } from '../../operator/manifest/flink-manifests';
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
export function tunedProps(source: TunedSource): Props {
  const { cluster, settings, checkpointing, place } = source;
  const { manifest: { spec }, installation } = cluster;
  const version = knownLine(spec.flinkVersion);
  if (spec.image === undefined || version === undefined) {
    throw notTunable(spec);
  }
  return {
    image: data(spec.image),
    flinkVersion: name(`FlinkVersion.V${version.minorLine.replace('.', '_')}`),
    mode: spec.mode === 'standalone' ? name('ClusterMode.STANDALONE') : undefined,
    imagePullPolicy: pullPolicyCode(spec.imagePullPolicy),
    serviceAccount: spec.serviceAccount === undefined ? undefined
      : call('ServiceAccount.fromServiceAccountName', name('chart'), data(`${place.id}-ServiceAccount`), data(spec.serviceAccount)),
    ...operatorProps(installation, place),
    ...workProps(source),
    checkpointing: checkpointing.code,
    stateBackend: make(/^rocksdb$/i.test(settings.get('state.backend.type') ?? '') ? 'RocksDbStateBackend' : 'HashMapStateBackend'),
    highAvailability: highAvailabilityCode(spec, settings),
    jobManager: fieldsOf({ memory: memoryCode(cluster.jobManager.totalProcess), cpu: cpuCode(spec.jobManager?.resource?.cpu ?? 1) }),
    taskManager: fieldsOf({
      memory: memoryCode(cluster.taskManager.totalProcess),
      cpu: cpuCode(spec.taskManager?.resource?.cpu ?? cluster.taskSlots),
      taskSlots: data(cluster.taskSlots),
    }),
    podSecurity: call('PodSecurity.ofImage', fieldsOf({ reason: data('the pods as the manifest had them') })),
    restartNonce: spec.restartNonce === undefined ? undefined : data(spec.restartNonce),
  };
}

/** What runs, and what it has to do: a job of its own, or what a session is for. */
function workProps({ cluster, settings, checkpointing, place }: TunedSource): Props {
  const { job } = cluster.manifest.spec;
  const workload = workloadCode(checkpointing.called !== 'Checkpointing.disabled', job !== undefined && isPython(job));
  return job === undefined ? { hosts: list([fieldsOf({ workload })]) } : {
    job: jobCode(job, place),
    workload,
    parallelism: data(cluster.parallelism),
    maxParallelism: countCode(settings.get('pipeline.max-parallelism')),
  };
}

/** Of what they say, what no reader could guess. */
export const PROP_COMMENTS: Readonly<Record<string, string>> = {
  workload: 'COMPLETE THIS: a manifest does not say what its job has to do. All sizes are pinned below; leave one out, and it follows from the workload.',
  hosts: 'COMPLETE THIS: a manifest does not say what the jobs of a session have to do. All sizes are pinned below; leave one out, and it follows from them.',
};

function notTunable({ image, flinkVersion }: ManifestSpec): Refusal {
  const [what, got, fix] = image === undefined ? ['the image is that of the operator\'s choice', 'no image', 'write the image into the manifest']
    : ['this line of Flink is not one that the library sizes', flinkVersion ?? 'none', 'upgrade to Flink 1.19 or newer'];
  return new Refusal({ code: 'import-not-tuned', what, got, allowed: 'a cluster with its image on a line from Flink 1.19 on', fix });
}

function operatorProps({ release, defaults }: OperatorInstallation, place: ImportPlace): Props {
  return {
    operatorVersion: release === OperatorVersion.V1_16 ? undefined : name(`OperatorVersion.V${release.minorLine.replace('.', '_')}`),
    operatorConfiguration: defaults.size === 0 ? undefined : dataCode(Object.fromEntries(defaults), place),
  };
}

/** So little that it asks for nothing beyond the sizes that are pinned. */
function workloadCode(stateful: boolean, python: boolean): Code {
  return call(stateful ? 'Workload.unboundedAggregation' : 'Workload.statelessTransformation', fieldsOf({
    throughput: call('Throughput.of', fieldsOf({ recordsPerSecond: data(1) })),
    language: python ? name('ProgrammingLanguage.PYTHON') : undefined,
  }));
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

const MEBIBYTE = 1_048_576n;

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
