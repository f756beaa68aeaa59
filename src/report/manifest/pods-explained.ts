import { ContainerExplanation, PodExplanation, ShapeExplanation, VolumeExplanation } from './manifest-explanation';
import { qualityOfService } from './quality-of-service';
import { jobManagerPod, taskManagerPod } from './shape-explained';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Amounts, PodContainer, PodSpec } from '../../operator/manifest/flink-manifests';
import { podFootprint } from '../../operator/pods/pod-footprint';
import { isMain } from '../../operator/pods/role-pod-templates';
import { quantityText } from '../../units/quantity';

/** One pod of each role, as Flink and the operator would make it. */
export function podsExplained({ pods }: EffectiveCluster, { jobManagers, taskManagers }: ShapeExplanation): PodExplanation[] {
  return [podExplained('JobManager', jobManagers, jobManagerPod(pods)), podExplained('TaskManager', taskManagers, taskManagerPod(pods))];
}

function podExplained(role: PodExplanation['role'], count: number | undefined, spec: PodSpec): PodExplanation {
  const { requests } = podFootprint(spec);
  return {
    role,
    count,
    qualityOfService: qualityOfService(spec),
    cpu: Number(requests.cpu) / 1000,
    memory: requests.memory,
    containers: [
      ...(spec.initContainers ?? []).map((container) => containerExplained(container, container.restartPolicy !== 'Always')),
      ...(spec.containers ?? []).map((container) => containerExplained(container, false)),
    ],
    volumes: volumesOf(spec),
  };
}

function containerExplained({ name = '', image, resources }: PodContainer, init: boolean): ContainerExplanation {
  return { name, image: typeof image === 'string' ? image : '', init, requests: texts(resources?.requests), limits: texts(resources?.limits) };
}

function texts(amounts: Amounts | undefined | null): Record<string, string> {
  return Object.fromEntries(Object.entries(amounts ?? {}).map(([name, amount]) => [name, quantityText(amount)]));
}

/** By source of a volume: what is left of it when the pod is gone. */
const AFTER_THE_POD: Record<string, string> = {
  emptyDir: 'goes with the pod',
  ephemeral: 'goes with the pod, its claim too',
  persistentVolumeClaim: 'stays, with the claim',
  hostPath: 'stays on the node, and the pod may come back on another',
  configMap: 'nothing is written there',
  secret: 'nothing is written there',
  projected: 'nothing is written there',
  downwardAPI: 'nothing is written there',
  image: 'nothing is written there',
  nfs: 'stays on the server',
};

function volumesOf({ volumes, containers = [] }: PodSpec): VolumeExplanation[] {
  return listOf(volumes).map((volume) => {
    const source = Object.keys(volume).find((key) => key !== 'name') ?? 'emptyDir';
    return {
      name: String(volume.name),
      source: inMemory(volume) ? 'emptyDir in memory' : source,
      mountedAt: containers.filter(isMain).flatMap((main) => listOf(main.volumeMounts))
        .filter(({ name }) => name === volume.name).map(({ mountPath }) => String(mountPath)),
      afterThePod: inMemory(volume) ? 'goes with the pod, and counts against its memory limit' : AFTER_THE_POD[source] ?? 'as its driver has it',
    };
  });
}

function inMemory({ emptyDir }: Readonly<Record<string, unknown>>): boolean {
  return (emptyDir as { readonly medium?: unknown } | null | undefined)?.medium === 'Memory';
}

/** Pod templates pass as they are, so that anything may stand where a list should. */
function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}
