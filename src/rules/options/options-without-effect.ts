import { valueShown } from '../../flink/configuration/sensitive-key';
import { flattenConfiguration } from '../../operator/configuration/flatten-configuration';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { FlinkSessionJobManifest } from '../../operator/manifest/flink-manifests';
import { Category, Finding, optionPath, Pack, ResourceRule, Rule, Severity } from '../rule';

/** Which the operator reads once, for itself, from its own configuration. */
const OF_OPERATOR = new RegExp(`^kubernetes\\.operator\\.(${[
  'reconcile\\.(interval|parallelism)', 'observer\\.(rest-ready\\.delay|progress-check\\.interval)', 'flink\\.client\\.(cancel\\.)?timeout',
  'resource\\.cleanup\\.timeout', 'job\\.submission\\.timeout', 'user\\.artifacts\\.(base\\.dir|allowed-schemes|disallow-restricted-hosts)',
  'dynamic\\.(config|namespaces)\\..+', 'config\\.cache\\..+', 'savepoint\\.history\\.max\\.(age|count)\\.threshold',
  'exception\\.(stacktrace|field|throwable)\\..+', 'watched\\.namespaces', 'label\\.selector', 'retry\\..+', 'rate-limiter\\..+',
  'health\\.(probe|canary)\\..+', 'startup\\.stop-on-informer-error', 'termination\\.timeout', 'leader-election\\..+',
  'events\\.exceptions\\..+', 'ingress\\.manage', 'default-configuration\\..+',
].join('|')})$`);

interface Replaced {
  readonly key: string;
  readonly instead: string;
  readonly when?: (cluster: EffectiveCluster) => boolean;
}

const isApplication = ({ manifest: { spec: { job } } }: EffectiveCluster) => job !== undefined;

/** What the operator writes or takes away whatever the resource says, and what counts in its place. */
const REPLACED: readonly Replaced[] = [
  { key: 'execution.savepoint.path', instead: 'spec.job.initialSavepointPath', when: isApplication },
  { key: 'execution.target', instead: 'spec.job and spec.mode' },
  { key: 'execution.shutdown-on-application-finish', instead: 'kubernetes.operator.jm-deployment.shutdown-ttl', when: isApplication },
  {
    key: 'job-result-store.storage-path',
    instead: 'high-availability.storageDir, below which the operator puts it',
    when: (cluster) => isApplication(cluster) && cluster.configuration.has('high-availability.storageDir'),
  },
  ...['rest.bind-address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'taskmanager.host'].map((key) => ({ key, instead: 'nothing' })),
];

const SESSION_JOB = (setting: string) => `kind: FlinkSessionJob
apiVersion: flink.apache.org/v1beta1
metadata: { name: orders }
spec:
  deploymentName: session
  flinkConfiguration: { ${setting} }
  job: { jarURI: "https://example.com/orders.jar", parallelism: 4, upgradeMode: stateless }
`;

/** Read by processes when they start, and those of a session run already; of the exceptions one also tells the operator how to rescale, the others are older keys of the job's. */
const OF_CLUSTER = /^(taskmanager|jobmanager(?!\.(scheduler|adaptive-batch-scheduler\..*)$)|kubernetes(?!\.operator\.)|high-availability|blob|metrics\.reporters?|env|process|cluster|io|s3a?|fs)\./;

export const optionOfOperator: Rule = {
  id: 'option-of-the-operator',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'an option of the operator as a whole, in one resource',
  why: 'the operator reads it from its own configuration alone, so that in a resource it changes nothing',
  fix: 'set it in `defaultConfiguration` of the operator\'s chart, for all resources',
  source: 'operator FlinkOperatorConfiguration.fromConfiguration, FlinkConfigManager, FlinkOperator: read from the default configuration',
  fires: 'flinkConfiguration: { kubernetes.operator.reconcile.interval: 15 s }',
  passes: 'flinkConfiguration: { kubernetes.operator.deployment.readiness.timeout: 15 min }',
  check: ({ written }) => [...written].filter(([key]) => OF_OPERATOR.test(key)).map(([key, value]): Finding => ({
    path: optionPath(key),
    what: `the operator does not read ${key} from a resource`,
    got: valueShown(key, value),
    allowed: 'the operator\'s own configuration',
    edits: [{ remove: optionPath(key) }],
  })),
};

export const replacedByOperator: Rule = {
  id: 'option-replaced-by-operator',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'an option that the operator always replaces',
  why: 'the operator writes its own value over it, or takes it out before it deploys, without a word',
  fix: 'remove it; the finding names the field or option that the operator goes by',
  source: 'operator FlinkConfigBuilder.applyJobOrSessionSpec, ApplicationReconciler.deploy, FlinkConfMountDecorator',
  fires: 'flinkConfiguration: { execution.savepoint.path: s3://flink-state/orders/savepoints/savepoint-1 }',
  passes: 'job: { initialSavepointPath: s3://flink-state/orders/savepoints/savepoint-1 }',
  check: (cluster) => REPLACED.filter(({ key, when = () => true }) => cluster.written.has(key) && when(cluster))
    .map(({ key, instead }): Finding => ({
      path: optionPath(key),
      what: `the operator replaces or removes ${key} when it deploys`,
      got: valueShown(key, cluster.written.get(key)!),
      allowed: instead,
      fix: instead === 'nothing' ? 'remove it' : `remove it; what counts is ${instead}`,
      edits: [{ remove: optionPath(key) }],
    })),
};

export const clusterOptionInSessionJob: ResourceRule = {
  id: 'cluster-option-in-session-job',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'an option of the cluster in a job of a session',
  why: 'JobManager and TaskManagers read it when they start, and those of the session run already',
  fix: 'set it in the session\'s FlinkDeployment, for all of its jobs',
  source: 'operator AbstractFlinkService.runJar: the configuration goes with the job into JarRunRequestBody; Flink reads these options in its entry points alone',
  fires: SESSION_JOB('taskmanager.numberOfTaskSlots: "4"'),
  passes: SESSION_JOB('pipeline.max-parallelism: "120"'),
  checkResource: ({ kind, manifest: { spec } }) => {
    const { flinkConfiguration = {} } = kind === 'FlinkSessionJob' ? spec as FlinkSessionJobManifest['spec'] : {};
    return [...flattenConfiguration(flinkConfiguration)].filter(([key]) => OF_CLUSTER.test(key) || key === 'high-availability').map(([key, value]): Finding => ({
      path: optionPath(key),
      what: `${key} is read when the processes of the session start, and does nothing in a job of it`,
      got: valueShown(key, value),
      allowed: 'options of one job, such as execution.*, pipeline.*, table.* and kubernetes.operator.*',
      edits: [{ remove: optionPath(key) }],
    }));
  },
};
