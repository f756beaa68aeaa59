import { containersInTemplates, containersOf, podTemplates } from './containers-in-templates';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { PodSpec } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { Category, Finding, Pack, Rule, Severity } from '../rule';
import { jobManagerSpec, taskManagerSpec, Volume } from './volume-at';

type Role = 'jobManager' | 'taskManager';

interface Mount {
  readonly name?: unknown;
  readonly mountPath?: unknown;
}

export const mountWithoutVolume: Rule = {
  id: 'mount-without-volume',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'a container that mounts a volume which its pod does not have',
  why: 'Kubernetes refuses the pod; the operator and its webhook do not look',
  fix: 'add the volume to the template of the pods that mount it, or correct the name',
  source: 'Kubernetes validation of pods: volumeMounts.name must match the name of a volume; Flink adds volumes of its own alone',
  fires: 'podTemplate: { spec: { containers: [{ name: flink-main-container, volumeMounts: [{ name: state, mountPath: /state }] }] } }',
  passes: 'podTemplate:\n  spec:\n    containers: [{ name: flink-main-container, volumeMounts: [{ name: state, mountPath: /state }] }]\n    volumes: [{ name: state, emptyDir: {} }]\ntaskManager: { podTemplate: null }\n',
  check: (cluster) => containersInTemplates(cluster.manifest.spec).flatMap(({ path, container }) => mountsOf(container.volumeMounts)
    .flatMap(({ name }, index): Finding[] => {
      const lacking = rolesOf(path).filter((role) => !volumesOf(specOf(role, cluster)).some((volume) => volume.name === name));
      return lacking.length === 0 ? [] : [{
        path: [...path, 'volumeMounts', index],
        what: `the pods of ${lacking.map((role) => (role === 'jobManager' ? 'the JobManager' : 'the TaskManagers')).join(' and ')} have no volume of this name`,
        got: `"${String(name)}"`,
        allowed: volumesOf(specOf(lacking[0], cluster)).map((volume) => String(volume.name)).join(', '),
      }];
    })),
};

export const volumeTwice: Rule = {
  id: 'volume-twice',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'two volumes of one name in a pod, or two mounts at one path',
  why: 'Kubernetes refuses the pod; the operator and its webhook do not look',
  fix: 'give each volume a name of its own, and each mount a path of its own',
  source: 'Kubernetes validation of pods: volumes[*].name and volumeMounts[*].mountPath must be unique',
  fires: 'podTemplate: { spec: { volumes: [{ name: state, emptyDir: {} }, { name: state, emptyDir: {} }] } }',
  passes: 'podTemplate: { spec: { volumes: [{ name: state, emptyDir: {} }, { name: scratch, emptyDir: {} }] } }',
  check: ({ manifest: { spec } }) => podTemplates(spec).flatMap(({ path, template }): Finding[] => [
    ...repeated(volumesOf(template.spec).map(({ name }) => name))
      .map((index) => finding([...path, 'spec', 'volumes', index], 'another volume of this pod has this name', volumesOf(template.spec)[index].name)),
    ...containersOf(template.spec, [...path, 'spec']).flatMap(({ path: at, container }) => {
      const paths = mountsOf(container.volumeMounts).map(({ mountPath }) => mountPath);
      return repeated(paths).map((index) => finding([...at, 'volumeMounts', index], 'another volume is mounted at this path', paths[index]));
    }),
  ]),
};

export const volumeWithoutSource: Rule = {
  id: 'volume-without-source',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a volume that does not say what it is',
  why: 'Kubernetes makes an empty directory of it, which is deleted with the pod, whatever the name of the volume promises',
  fix: 'say its source: emptyDir: {} if that is meant, otherwise persistentVolumeClaim, configMap, secret',
  source: 'Kubernetes API defaults, SetDefaults_Volume: a volume without a source is an emptyDir',
  fires: 'podTemplate: { spec: { volumes: [{ name: fast-disk }] } }',
  passes: 'podTemplate: { spec: { volumes: [{ name: fast-disk, emptyDir: {} }] } }',
  check: (cluster) => podTemplates(cluster.manifest.spec).flatMap(({ path, template }) => volumesOf(template.spec)
    .flatMap(({ name }, index): Finding[] => {
      const sources = rolesOf(path).flatMap((role) => volumesOf(specOf(role, cluster)).filter((volume) => volume.name === name));
      return sources.some((volume) => Object.keys(volume).some((key) => key !== 'name')) ? [] : [{
        path: [...path, 'spec', 'volumes', index],
        what: `the volume ${String(name)} has no source`,
        got: 'a name alone',
        allowed: 'a name and a source',
        becomes: 'emptyDir: {}',
      }];
    })),
};

/** Whose pods a template shapes. */
function rolesOf([, role]: ManifestPath): Role[] {
  return role === 'podTemplate' ? ['jobManager', 'taskManager'] : [role as Role];
}

function specOf(role: Role, { pods }: EffectiveCluster): PodSpec {
  return role === 'jobManager' ? jobManagerSpec(pods) : taskManagerSpec(pods);
}

function volumesOf(spec: PodSpec | undefined): readonly Volume[] {
  return Array.isArray(spec?.volumes) ? spec.volumes : [];
}

function mountsOf(mounts: unknown): readonly Mount[] {
  return Array.isArray(mounts) ? mounts : [];
}

/** Where something stands that an earlier place has too. */
function repeated(values: readonly unknown[]): number[] {
  const known = new Set<unknown>();
  return values.flatMap((value, index) => {
    const isNew = value === undefined || !known.has(value);
    known.add(value);
    return isNew ? [] : [index];
  });
}

function finding(path: ManifestPath, what: string, name: unknown): Finding {
  return { path, what, got: `"${String(name)}"`, allowed: 'one of its own' };
}
