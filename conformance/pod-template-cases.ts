import * as fc from 'fast-check';
import { sometimes } from './sometimes';

/** Small pools of names, so that common and role templates clash as often as they differ. */
const name = fc.constantFrom('data', 'logs', 'cache', 'secrets');
const label = fc.constantFrom('team', 'app', 'component', 'tier', 'example.com/owner');
const labels = fc.dictionary(label, fc.constantFrom('streams', 'a', 'b-1', ''), { maxKeys: 3 });
const quantity = fc.constantFrom<string | number>('100m', '0.5', '1', '64Mi', '1Gi', '500M', 2, '1e3', '128974848');
const amounts = fc.dictionary(fc.constantFrom('cpu', 'memory', 'ephemeral-storage', 'nvidia.com/gpu', 'hugepages-2Mi'), quantity, { maxKeys: 3 });

/** Some of the fields, each in about as many percent of the objects as it says. */
export function some<T extends Record<string, [percent: number, value: fc.Arbitrary<unknown>]>>(fields: T): fc.Arbitrary<Record<string, any>> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([key, [percent, value]]) => [key, sometimes(value, percent)])))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
}

const variable = fc.oneof(
  fc.record({ name: fc.constantFrom('TZ', 'LANG', 'FLINK_X', 'JAVA_TOOL_OPTIONS'), value: fc.constantFrom('UTC', '', 'a b', '$(_POD_IP_ADDRESS)') }),
  fc.record({ name: fc.constantFrom('TZ', 'PASSWORD'), valueFrom: fc.constant({ secretKeyRef: { name: 'credentials', key: 'password' } }) }),
  fc.record({ name: fc.constantFrom('NODE', 'TZ'), valueFrom: fc.constant({ fieldRef: { fieldPath: 'spec.nodeName' } }) }),
);
const mount = some({ name: [100, name], mountPath: [100, fc.constantFrom('/data', '/opt/flink/usrlib', '/opt/flink/usrlib/x', '/tmp')], readOnly: [20, fc.boolean()], subPath: [20, fc.constantFrom('a', 'b')] });
const port = some({ name: [80, fc.constantFrom('metrics', 'debug', 'rest')], containerPort: [100, fc.constantFrom(9249, 5005, 8081)], protocol: [20, fc.constant('TCP')] });
const probe = some({
  httpGet: [60, fc.constantFrom({ path: '/ready', port: 8081 }, { path: '/jobs', port: 'rest', scheme: 'HTTPS' })],
  exec: [20, fc.constant({ command: ['true'] })],
  periodSeconds: [50, fc.integer({ min: 1, max: 60 })],
  failureThreshold: [50, fc.integer({ min: 1, max: 9 })],
});
const resources = some({ requests: [70, amounts], limits: [70, amounts] });
const securityContext = some({
  runAsUser: [50, fc.constantFrom(1000, 9999)],
  runAsNonRoot: [30, fc.boolean()],
  readOnlyRootFilesystem: [30, fc.boolean()],
  capabilities: [30, fc.constantFrom({ drop: ['ALL'] }, { add: ['SYS_PTRACE'], drop: ['NET_RAW', 'ALL'] })],
});
const common = {
  image: [60, fc.constantFrom('busybox:1', 'registry.example.com/flink:1', 'fluent-bit:3')],
  imagePullPolicy: [20, fc.constantFrom('Always', 'Never')],
  env: [60, fc.array(variable, { maxLength: 3 })],
  envFrom: [20, fc.array(fc.constantFrom({ secretRef: { name: 'credentials' } }, { prefix: 'X_', configMapRef: { name: 'settings', optional: true } }), { maxLength: 2 })],
  resources: [60, resources],
  volumeMounts: [60, fc.array(mount, { maxLength: 3 })],
  ports: [40, fc.array(port, { maxLength: 2 })],
  args: [20, fc.array(fc.constantFrom('-x', 'run', 'two words'), { maxLength: 3 })],
  command: [20, fc.array(fc.constantFrom('sh', '-c', 'sleep 1'), { maxLength: 3 })],
  livenessProbe: [20, probe],
  securityContext: [30, securityContext],
  workingDir: [10, fc.constant('/opt')],
  lifecycle: [10, fc.constant({ preStop: { exec: { command: ['sleep', '5'] } } })],
  terminationMessagePolicy: [10, fc.constant('FallbackToLogsOnError')],
} as const;
const container = fc.oneof(
  { weight: 3, arbitrary: some({ name: [100, fc.constant('flink-main-container')], ...common, startupProbe: [15, probe] } as any) },
  { weight: 2, arbitrary: some({ name: [100, fc.constantFrom('sidecar', 'log-shipper')], ...common } as any) },
);
const init = some({ name: [100, fc.constantFrom('fetch', 'chown', 'proxy')], ...common, restartPolicy: [30, fc.constant('Always')] } as any);
const volume = fc.oneof(
  fc.record({ name, emptyDir: fc.constantFrom({}, { medium: 'Memory' }, { sizeLimit: '1Gi' }) }),
  fc.record({ name, configMap: fc.constantFrom({ name: 'settings' }, { name: 'other', items: [{ key: 'a', path: 'b' }, { key: 'c', path: 'd', mode: 420 }] }) }),
  fc.record({ name, secret: fc.constant({ secretName: 'credentials' }) }),
  fc.record({ name, persistentVolumeClaim: fc.constant({ claimName: 'claim' }) }),
  fc.record({ name, hostPath: fc.constant({ path: '/mnt', type: 'Directory' }) }),
);
const toleration = some({
  key: [80, fc.constantFrom('dedicated', 'spot')],
  operator: [70, fc.constantFrom('Equal', 'Exists')],
  value: [50, fc.constantFrom('flink', 'x')],
  effect: [70, fc.constantFrom('NoSchedule', 'NoExecute')],
  tolerationSeconds: [20, fc.nat({ max: 600 })],
});
const affinity = fc.constantFrom(
  { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 50, podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } } } }] } },
  { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'arch', operator: 'In', values: ['amd64', 'arm64'] }] }] } } },
);
const podSpec = some({
  containers: [80, fc.array(container, { maxLength: 3 })],
  initContainers: [35, fc.array(init, { maxLength: 2 })],
  volumes: [50, fc.array(volume, { maxLength: 3 })],
  nodeSelector: [20, labels],
  tolerations: [30, fc.array(toleration, { maxLength: 2 })],
  affinity: [20, affinity],
  serviceAccountName: [15, fc.constantFrom('jobs', 'other')],
  serviceAccount: [5, fc.constant('older')],
  imagePullSecrets: [20, fc.array(fc.record({ name: fc.constantFrom('registry', 'mirror') }), { maxLength: 2 })],
  securityContext: [25, some({ fsGroup: [70, fc.constant(9999)], runAsUser: [30, fc.constant(1)], seccompProfile: [30, fc.constant({ type: 'RuntimeDefault' })] })],
  topologySpreadConstraints: [15, fc.constant([{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { app: 'x' } } }])],
  priorityClassName: [10, fc.constant('high')],
  terminationGracePeriodSeconds: [15, fc.nat({ max: 90 })],
  dnsPolicy: [10, fc.constantFrom('Default', 'None', '')],
  dnsConfig: [10, fc.constant({ nameservers: ['10.0.0.1'], options: [{ name: 'ndots', value: '2' }] })],
  hostNetwork: [5, fc.boolean()],
  restartPolicy: [10, fc.constantFrom('Always', 'OnFailure')],
  enableServiceLinks: [10, fc.boolean()],
  shareProcessNamespace: [10, fc.boolean()],
  hostAliases: [10, fc.constant([{ ip: '10.0.0.2', hostnames: ['kafka', 'kafka.example.com'] }])],
  schedulerName: [5, fc.constant('volcano')],
});

/** A pod template as people write it, and now and then one that makes no sense. */
export const podTemplate: fc.Arbitrary<Record<string, any>> = some({
  apiVersion: [10, fc.constant('v1')],
  kind: [10, fc.constant('Pod')],
  metadata: [50, some({ labels: [60, labels], annotations: [60, labels], name: [20, fc.constant('pod-template')], finalizers: [5, fc.constant(['a/b'])] })],
  spec: [92, podSpec],
});
