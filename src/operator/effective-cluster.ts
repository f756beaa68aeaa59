import { Refusal, refusalIn } from '../refusal';
import { clusterConfiguration, ClusterConfiguration } from './configuration/cluster-configuration';
import { EffectiveConfiguration, effectiveConfiguration, SettingOrigin } from './configuration/effective-configuration';
import { FieldOverOption } from './configuration/field-over-option';
import { flattenConfiguration } from './configuration/flatten-configuration';
import { deployTimeFailures } from './deploy/deploy-time-failures';
import { FlinkDeploymentManifest } from './manifest/flink-manifests';
import { OperatorInstallation } from './operator-installation';
import { EffectivePods, effectivePods } from './pods/effective-pods';
import { mergedPodTemplates } from './pods/role-pod-templates';
import { rocksDbOfSlot } from './rocksdb-of-cluster';
import { startableMemory } from './startable-memory';
import { FlinkSettings } from '../flink/configuration/flink-settings';
import { readWholeNumber } from '../flink/configuration/option-reading';
import { JOB_MANAGER_PROCESS, JobManagerMemory, jobManagerMemory } from '../flink/memory/job-manager-memory';
import { RocksDbMemory } from '../flink/memory/rocksdb-memory';
import { SlotMemory, slotMemory } from '../flink/memory/slot-memory';
import { TASK_MANAGER_PROCESS, TaskManagerMemory, taskManagerMemory } from '../flink/memory/task-manager-memory';

/**
 * The twin of a FlinkDeployment: what the operator and Flink will make of it. A part is computed when it is first
 * asked for; one that they could not make is thrown as a refusal, and the others can still be asked for.
 */
export class EffectiveCluster {
  private readonly effective: EffectiveConfiguration;
  private knownFile?: ClusterConfiguration;
  private knownJobManager?: JobManagerMemory;
  private knownTaskManager?: TaskManagerMemory;
  private knownPods?: EffectivePods;

  constructor(
    public readonly manifest: FlinkDeploymentManifest,
    public readonly installation: OperatorInstallation,
    /** `flinkConfiguration` as the resource has it, flattened. */
    public readonly written: FlinkSettings = flattenConfiguration(manifest.spec.flinkConfiguration ?? {}),
  ) {
    this.effective = effectiveConfiguration(manifest, installation, written);
  }

  /** What the operator hands to Flink. */
  public get configuration(): FlinkSettings {
    return this.effective.settings;
  }

  /** The fields of the resource that the operator writes over options. */
  public get overwritten(): FieldOverOption[] {
    return this.effective.fields;
  }

  /** Who decides a setting of the configuration. */
  public originOf(key: string): SettingOrigin {
    return this.effective.originOf(key);
  }

  /** What the pods read. */
  public get file(): ClusterConfiguration {
    return this.knownFile ??= clusterConfiguration(this.effective, this.installation.release);
  }

  public get jobManager(): JobManagerMemory {
    return this.knownJobManager ??= startableMemory(this.configuration, JOB_MANAGER_PROCESS, jobManagerMemory);
  }

  public get taskManager(): TaskManagerMemory {
    return this.knownTaskManager ??= startableMemory(this.configuration, TASK_MANAGER_PROCESS, taskManagerMemory);
  }

  public get taskSlots(): number {
    return readWholeNumber(this.configuration, 'taskmanager.numberOfTaskSlots', 1, 1);
  }

  public get slot(): SlotMemory {
    return slotMemory(this.taskManager, this.taskSlots);
  }

  /** What RocksDB gets in one slot, when it is the state backend and Flink manages its memory. */
  public get rocksDb(): RocksDbMemory | undefined {
    return rocksDbOfSlot(this.configuration, this.slot.managed);
  }

  public get parallelism(): number {
    return readWholeNumber(this.configuration, 'parallelism.default', 1, 1);
  }

  /** Native applications ask for as many as the job needs, and native sessions for none before a job comes; standalone clusters have their replicas. */
  public get taskManagers(): number {
    if (this.manifest.spec.mode === 'standalone') {
      return readWholeNumber(this.configuration, 'kubernetes.internal.taskmanager.replicas', 1, 1);
    }
    return this.manifest.spec.job === undefined ? 0 : Math.ceil(this.parallelism / this.taskSlots);
  }

  /** The objects that Flink would make: a JobManager, and one TaskManager that stands for all. */
  public get pods(): EffectivePods {
    return this.knownPods ??= this.podsOf(this.manifest, this.installation);
  }

  /** What admission lets pass and what keeps the cluster from running all the same. */
  public get failures(): Refusal[] {
    const failures = this.failuresBeforePods;
    return failures.length > 0 ? failures : refusals(() => [this.file, this.pods]);
  }

  /** The same without a look at the pods, for settings that cannot shape them. */
  public get failuresBeforePods(): Refusal[] {
    const parts = [
      () => this.taskSlots, () => this.parallelism, () => this.taskManagers, () => this.jobManager, () => [this.taskManager, this.rocksDb],
    ];
    const failures = [
      ...deployTimeFailures(this.manifest, this.configuration, this.installation.release),
      ...parts.flatMap((part) => refusals(part)),
    ];
    return failures.filter(({ message }, index) => failures.findIndex((other) => other.message === message) === index);
  }

  private podsOf({ metadata: { name }, spec }: FlinkDeploymentManifest, { release }: OperatorInstallation): EffectivePods {
    const settings = this.configuration;
    const templates = mergedPodTemplates(spec, settings, release);
    return effectivePods({ name, spec, settings, release, templates, jobManager: this.jobManager, taskManager: this.taskManager });
  }
}

function refusals(part: () => unknown): Refusal[] {
  const refusal = refusalIn(part);
  return refusal === undefined ? [] : [refusal];
}
