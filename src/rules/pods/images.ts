import { containersInTemplates } from './containers-in-templates';
import { isFloatingTag, officialVersion } from '../../flink/flink-image';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { isMain } from '../../operator/pods/role-pod-templates';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

/** Tags that are made to move. */
const MOVING = ['latest', 'main', 'master', 'dev', 'develop', 'stable', 'nightly', 'snapshot', 'edge', 'test', 'prod', 'staging'];

interface PlacedImage {
  readonly path: ManifestPath;
  readonly image: string;
  /** Of Flink's own container. */
  readonly main: boolean;
}

export const mutableImage: Rule = {
  id: 'mutable-image',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'an image that means another one tomorrow',
  why: 'each node keeps what it has pulled first, so that JobManager and TaskManagers, or a job before and after a restart, run different builds; and nobody can go back',
  fix: 'write the tag of one build, or its digest',
  source: 'Flink KubernetesConfigOptions.CONTAINER_IMAGE_PULL_POLICY: IfNotPresent; Kubernetes docs, Images',
  fires: 'image: registry.example.com/orders:latest',
  passes: 'image: registry.example.com/orders:1.4.0',
  check: (cluster) => imagesIn(cluster).filter(({ image }) => isMoving(image)).map(({ path, image, main }): Finding => ({
    path,
    what: tagOf(image) === undefined ? 'an image without a tag is whatever is latest' : 'this tag is moved from build to build',
    got: `"${image}"`,
    allowed: 'a tag of one build, or a digest',
    becomes: !main ? undefined : `pull policy ${pullPolicy(cluster)}: ${pullPolicy(cluster) === 'Always' ? 'each new pod takes the build of its own moment' : 'each node keeps the first build that it got'}`,
  })),
};

export const floatingImage: Rule = {
  id: 'floating-tag',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.INFO,
  title: 'a tag of Flink that moves from patch to patch',
  why: 'nodes that pulled it at different times run different patches together, and a plugin that is enabled by its exact version is missing after a move',
  fix: 'write the patch too, for example flink:1.20.5',
  source: 'official images of Flink: 1.20 is moved to each new patch; docker-entrypoint.sh, ENABLE_BUILT_IN_PLUGINS',
  fires: 'image: flink:1.20',
  passes: 'image: flink:1.20.5',
  check: (cluster) => imagesIn(cluster).filter(({ image }) => isFloatingTag(image) && !isMoving(image)).map(({ path, image }): Finding => ({
    path, what: 'this tag is moved to each new patch of Flink', got: `"${image}"`, allowed: 'a tag with a patch, or a digest',
  })),
};

export const imageVersionDiffers: Rule = {
  id: 'image-version-differs',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'an image of another Flink than flinkVersion says',
  why: 'the operator writes the configuration file and speaks to the REST API for the version in the field; Flink 2 does not even look at the file that it writes for Flink 1',
  fix: 'set flinkVersion to the Flink in the image',
  source: 'operator FlinkConfMountDecorator: flink-conf.yaml below 2.0, config.yaml from it; AbstractFlinkService.runJar; Flink 2 GlobalConfiguration reads config.yaml alone',
  fires: 'image: flink:1.19.3',
  passes: 'image: flink:1.20.5',
  check: (cluster) => imagesIn(cluster).flatMap(({ path, image, main }): Finding[] => {
    const [line] = /^\d+\.\d+/.exec(officialVersion(image) ?? '') ?? [];
    const declared = cluster.manifest.spec.flinkVersion;
    const carried = line === undefined ? undefined : `v${line.replace('.', '_')}`;
    return !main || carried === undefined || declared === undefined || carried === declared ? [] : [{
      path,
      what: 'the image carries another Flink than flinkVersion says',
      got: `"${image}" with flinkVersion ${declared}`,
      allowed: `flinkVersion ${carried}, or an image of ${declared.replace(/^v(\d+)_/, 'Flink $1.')}`,
    }];
  }),
};

export const neverPulledImage: Rule = {
  id: 'never-pulled-image',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.INFO,
  title: 'an image that is never pulled',
  why: 'the pods start only on nodes that somebody has given the image by hand, so that on a new node they wait for ever',
  fix: 'push the image to a registry, and set imagePullPolicy to IfNotPresent',
  source: 'Kubernetes docs, Images: imagePullPolicy Never',
  fires: 'imagePullPolicy: Never',
  passes: 'imagePullPolicy: IfNotPresent',
  check: (cluster) => (pullPolicy(cluster) !== 'Never' ? [] : [{
    path: ['spec', 'imagePullPolicy'], what: 'no node pulls this image', got: 'Never', allowed: 'IfNotPresent, or Always',
  }]),
};

export const imageWithoutDigest: Rule = {
  id: 'image-without-digest',
  pack: Pack.STRICT,
  category: Category.PODS,
  severity: Severity.INFO,
  title: 'an image by its tag alone',
  why: 'whoever may write to the registry can put another image under the same tag, and no pod notices',
  fix: 'add the digest: image: registry.example.com/orders:1.4.0@sha256:…',
  source: 'Kubernetes docs, Images: image names, digests',
  fires: 'image: registry.example.com/orders:1.4.0',
  passes: `image: registry.example.com/orders:1.4.0@sha256:${'0123456789abcdef'.repeat(4)}`,
  // Of tags that move, other rules say it.
  check: (cluster) => imagesIn(cluster).filter(({ image }) => !image.includes('@') && !isMoving(image) && !isFloatingTag(image)).map(({ path, image }): Finding => ({
    path, what: 'only a digest names one image for ever', got: `"${image}"`, allowed: 'an image with @sha256:…',
  })),
};

export const imagesOfRolesDiffer: Rule = {
  id: 'images-of-roles-differ',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a JobManager and TaskManagers of two images',
  why: 'they send each other serialized objects of Flink and of the job, which only the same classes on both sides read for certain',
  fix: 'name one image, as spec.image',
  source: 'Flink docs, Native Kubernetes: one image for the cluster; Java serialization of TaskDeploymentDescriptor',
  fires: 'image: null\njobManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, image: "registry.example.com/orders:1.4.0" }] } } }\n'
    + 'taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, image: "registry.example.com/orders:1.4.1" }] } } }\n',
  passes: 'image: null\npodTemplate: { spec: { containers: [{ name: flink-main-container, image: "registry.example.com/orders:1.4.0" }] } }\n',
  check: (cluster) => {
    const [common, jobManager, taskManager] = (['podTemplate', 'jobManager', 'taskManager'] as const)
      .map((place) => imagesIn(cluster).find(({ path, main }) => main && path[1] === place && path.includes('image'))?.image);
    const [ofJobManager, ofTaskManager] = [jobManager ?? common, taskManager ?? common];
    return ofJobManager === undefined || ofTaskManager === undefined || ofJobManager === ofTaskManager ? [] : [{
      path: ['spec', 'image'],
      what: 'JobManager and TaskManagers run two images',
      got: `"${ofJobManager}" and "${ofTaskManager}"`,
      allowed: 'one image',
    }];
  },
};

/** The images that a resource names: of Flink, as `spec.image` or in a template, and of the containers beside it. */
function imagesIn({ manifest: { spec } }: EffectiveCluster): PlacedImage[] {
  const own = spec.image;
  const hasOwn = own !== undefined && own.trim() !== '';
  const images: PlacedImage[] = [
    ...(hasOwn ? [{ path: ['spec', 'image'], image: own, main: true }] : []),
    ...containersInTemplates(spec).flatMap(({ path, container }) => {
      const main = isMain(container);
      // The field goes before an image in the template.
      return typeof container.image !== 'string' || (main && hasOwn) ? [] : [{ path: [...path, 'image'], image: container.image, main }];
    }),
  ];
  // What a tool has still to fill in says nothing yet.
  return images.filter(({ image }) => !/[${<]/.test(image));
}

function tagOf(image: string): string | undefined {
  return /:([^:/@]+)$/.exec(image.replace(/@.*$/, ''))?.[1];
}

function isMoving(image: string): boolean {
  const tag = tagOf(image);
  return !image.includes('@') && (tag === undefined || MOVING.includes(tag.toLowerCase()));
}

function pullPolicy({ configuration }: EffectiveCluster): string {
  return configuration.get('kubernetes.container.image.pull-policy') ?? 'IfNotPresent';
}
