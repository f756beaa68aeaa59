import { Category, Finding, Pack, Rule, Severity } from '../rule';
import { snapshotDirectories } from './snapshot-directories';
import { FILE_SYSTEM_PLUGINS } from '../../flink/file-system-plugins';
import { PLUGINS_VARIABLE } from '../../flink/flink-container';
import { officialVersion } from '../../flink/flink-image';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { PodTemplate } from '../../operator/manifest/flink-manifests';
import { isMain, mergedPodTemplates } from '../../operator/pods/role-pod-templates';
import { mountsOf } from '../pods/volume-at';

export const fileSystemPlugin: Rule = {
  id: 'file-system-plugin',
  pack: Pack.PRODUCTION,
  category: Category.STORAGE,
  severity: Severity.ERROR,
  title: 'an official image without the plugin that the directories of snapshots need',
  why: 'the plugins lie in the image\'s opt folder until its entry point is told to enable them, by the exact name of the file',
  fix: 'set ENABLE_BUILT_IN_PLUGINS in flink-main-container of podTemplate to the file of the plugin, by the very version of the image',
  source: 'docker-entrypoint.sh of the official images, ENABLE_BUILT_IN_PLUGINS; META-INF/services of the plugins',
  fires: `
image: flink:1.20.1
`,
  passes: `
image: flink:1.20.1
podTemplate:
  spec:
    containers:
      - name: flink-main-container
        env: [{ name: ENABLE_BUILT_IN_PLUGINS, value: flink-s3-fs-presto-1.20.1.jar }]
`,
  check: (cluster) => {
    // Only of the official images is it known what they carry.
    const version = officialVersion(cluster.manifest.spec.image ?? '');
    const needed = version === undefined ? [] : snapshotDirectories(cluster).filter(({ scheme }) => scheme in FILE_SYSTEM_PLUGINS);
    return needed.length === 0 ? [] : [...new Set(needed.map(({ scheme }) => scheme))].flatMap((scheme) => withoutPlugin(scheme, version!, cluster));
  },
};

function withoutPlugin(scheme: string, version: string, { manifest: { spec }, configuration, installation }: EffectiveCluster): Finding[] {
  const { jobManager, taskManager } = mergedPodTemplates(spec, configuration, installation.release);
  const roles: [string, string, PodTemplate | undefined][] = [['jobManager', 'master', jobManager], ['taskManager', 'taskmanager', taskManager]];
  return roles.flatMap(([role, owner, template]) => {
    const enabled = enabledPlugins(template, configuration.get(`containerized.${owner}.env.${PLUGINS_VARIABLE}`));
    return enabled === undefined || FILE_SYSTEM_PLUGINS[scheme].some((jar) => enabled.some((each) => isJar(each, jar, version))) ? [] : [{
      path: ['spec', role, 'podTemplate'],
      what: `no plugin of this image is enabled that knows ${scheme}:`,
      got: enabled.length === 0 ? `no ${PLUGINS_VARIABLE}` : `${PLUGINS_VARIABLE} ${enabled.join(';')}`,
      allowed: `one of ${FILE_SYSTEM_PLUGINS[scheme].join(', ')}, of Flink ${version}`,
      fix: `give flink-main-container of ${role} the variable ${PLUGINS_VARIABLE} with ${FILE_SYSTEM_PLUGINS[scheme][0]}-${fileVersion(version)}.jar`,
      inConstruct: 'use the checkpointing of the store, which enables it on both roles, instead of a raw directory',
    }];
  });
}

/** What the entry point is told, by the pod or by an option; nothing where that cannot be known, or where plugins come by a volume. */
function enabledPlugins(template: PodTemplate | undefined, option: string | undefined): string[] | undefined {
  const main = template?.spec?.containers?.find(isMain);
  const variable = main?.env?.find(({ name }) => name === PLUGINS_VARIABLE);
  const mounted = mountsOf(main).some(({ mountPath = '' }) => mountPath.startsWith('/opt/flink/plugins'));
  return mounted || variable?.valueFrom !== undefined ? undefined : (variable?.value ?? option ?? '').split(';').filter((jar) => jar !== '');
}

/** A tag without a patch leaves open which one it is. */
function isPatch(version: string): boolean {
  return version.split('.').length > 2;
}

function fileVersion(version: string): string {
  return isPatch(version) ? version : `${version}.<patch of the image>`;
}

function isJar(file: string, jar: string, version: string): boolean {
  return file === `${jar}-${version}.jar` || (!isPatch(version) && file.startsWith(`${jar}-${version}.`));
}
