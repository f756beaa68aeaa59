import { Category, Finding, Pack, Rule, Severity } from '../rule';
import { jobManagerSpec, taskManagerSpec } from './volume-at';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readOption } from '../../flink/configuration/option-spelling';
import { FLINK_HOME, PLUGINS_VARIABLE } from '../../flink/flink-container';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { PodContainer, PodSpec } from '../../operator/manifest/flink-manifests';
import { isMain } from '../../operator/pods/role-pod-templates';

/** Options of directories that both roles write to; those of a scheme other than `file` are no path of the pod. */
const OF_BOTH = [
  'io.tmp.dirs', 'process.working-dir', 'blob.storage.directory', 'env.pid.dir',
  'execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'high-availability.storageDir',
];
const OF_JOB_MANAGER = [...OF_BOTH, 'process.jobmanager.working-dir', 'web.tmpdir', 'web.upload.dir'];
const OF_TASK_MANAGER = [
  ...OF_BOTH, 'process.taskmanager.working-dir', 'state.backend.rocksdb.localdir', 'state.backend.forst.local-dir', 'execution.checkpointing.local-backup.dirs',
];

/** Kinds of volume that no container writes to. */
const READ_ONLY_VOLUMES = ['configMap', 'secret', 'projected', 'downwardAPI'];

/** A path that is written to, and why. */
interface Written {
  readonly path: string;
  readonly reason: string;
}

export const readOnlyRoot: Rule = {
  id: 'read-only-root',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'Flink writes where its container is read only',
  why: 'the container cannot start, or starts without its plugins, or fails with the first state that it writes',
  fix: 'mount an emptyDir where Flink writes, or let the option point below a volume',
  source: 'docker-entrypoint.sh of the official image; Flink\'s config.sh and flink-console.sh; the options of directories',
  fires: `
podTemplate:
  spec:
    containers:
      - name: flink-main-container
        securityContext: { readOnlyRootFilesystem: true }
`,
  passes: `
podTemplate:
  spec:
    containers:
      - name: flink-main-container
        securityContext: { readOnlyRootFilesystem: true }
        volumeMounts:
          - { name: tmp, mountPath: /tmp }
          - { name: log, mountPath: /opt/flink/log }
    volumes:
      - { name: tmp, emptyDir: {} }
      - { name: log, emptyDir: {} }
`,
  check: (cluster) => {
    const { jobManager, taskManager, podTemplate } = cluster.manifest.spec;
    // Pods are built only for templates that say so at all.
    const templates = [podTemplate, jobManager?.podTemplate, taskManager?.podTemplate];
    if (!templates.some((template) => (template?.spec?.containers ?? []).some(hasReadOnlyRoot))) {
      return [];
    }
    const { pods } = cluster;
    return [
      ...ofRole(cluster, 'jobManager', jobManagerSpec(pods), OF_JOB_MANAGER),
      ...ofRole(cluster, 'taskManager', taskManagerSpec(pods), OF_TASK_MANAGER),
    ];
  },
};

function ofRole({ configuration }: EffectiveCluster, role: string, spec: PodSpec, options: string[]): Finding[] {
  const main = (spec.containers ?? []).find(isMain);
  if (main === undefined || !hasReadOnlyRoot(main)) {
    return [];
  }
  const writable = writableMounts(main, spec);
  return [...byScripts(main, configuration), ...byOptions(configuration, options)]
    .filter(({ path }) => !writable.some((mount) => path === mount || path.startsWith(`${mount}/`)))
    .map(({ path, reason }) => ({
      path: ['spec', role, 'podTemplate'],
      what: `Flink writes to ${path}, and the root filesystem of its container is read only`,
      got: reason,
      allowed: writable.length === 0 ? 'nothing: no volume can be written to' : `below ${writable.join(', ')}`,
      inConstruct: 'mount a volume there, or let the setting lie below one of these',
    }));
}

function byScripts({ env = [] }: PodContainer, configuration: FlinkSettings): Written[] {
  const valueOf = (variable: string) => env.find(({ name }) => name === variable)?.value;
  const plugins = (valueOf(PLUGINS_VARIABLE) ?? '').split(';').filter((jar) => jar !== '');
  return [
    { path: '/tmp', reason: 'process ids and temporary files' },
    { path: valueOf('FLINK_LOG_DIR') ?? configuration.get('env.log.dir') ?? `${FLINK_HOME}/log`, reason: 'log files' },
    ...plugins.map((jar) => ({ path: `${FLINK_HOME}/plugins/${jar.replace(/\.jar$/, '')}`, reason: `plugin ${jar}` })),
  ];
}

function byOptions(configuration: FlinkSettings, options: string[]): Written[] {
  return options.flatMap((key) => pathsIn(readOption(configuration, key)).map((path) => ({ path, reason: key })));
}

function pathsIn(value = ''): string[] {
  return value.trim().split(/[,|]|:(?!\/\/)/).flatMap((part) => {
    const [, scheme = 'file', path] = /^(?:([a-z0-9+.-]+):\/\/)?(\/.*)$/i.exec(part.trim().replace(/^file:\/(?!\/)/, '/')) ?? [];
    return path === undefined || scheme !== 'file' ? [] : [path.replace(/(.)\/+$/, '$1')];
  });
}

function writableMounts(main: PodContainer, { volumes = [] }: PodSpec): string[] {
  const readOnly = (volumes as Record<string, unknown>[])
    .filter((volume) => READ_ONLY_VOLUMES.some((kind) => kind in volume)).map(({ name }) => name);
  return ((main.volumeMounts ?? []) as { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[])
    .filter((mount) => mount.readOnly !== true && !readOnly.includes(mount.name))
    .map(({ mountPath }) => mountPath);
}

function hasReadOnlyRoot({ securityContext }: PodContainer): boolean {
  return (securityContext as { readonly readOnlyRootFilesystem?: boolean } | undefined)?.readOnlyRootFilesystem === true;
}
