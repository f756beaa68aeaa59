/** Keys that Flink or the operator reads by their prefix, whatever follows; what follows is up to whom it is handed to. */
export interface OpenFamily {
  /** With `<name>` for a name that the user chose. */
  readonly prefix: string;
  readonly handedTo: string;
  /** Where the prefix is written down. */
  readonly source: string;
}

export const FLINK_FAMILIES: readonly OpenFamily[] = [
  { prefix: 'metrics.reporter.', handedTo: 'a metric reporter', source: 'ConfigConstants.METRICS_REPORTER_PREFIX' },
  { prefix: 'traces.reporter.', handedTo: 'a trace reporter', source: 'ConfigConstants.TRACES_REPORTER_PREFIX' },
  { prefix: 'events.reporter.', handedTo: 'an event reporter', source: 'ConfigConstants.EVENTS_REPORTER_PREFIX' },
  { prefix: 'external-resource.', handedTo: 'the driver of an external resource', source: 'ExternalResourceOptions.EXTERNAL_RESOURCE_PREFIX' },
  { prefix: 'containerized.master.env.', handedTo: 'the environment of the JobManager', source: 'ResourceManagerOptions.CONTAINERIZED_MASTER_ENV_PREFIX' },
  {
    prefix: 'containerized.taskmanager.env.',
    handedTo: 'the environment of the TaskManagers',
    source: 'ResourceManagerOptions.CONTAINERIZED_TASK_MANAGER_ENV_PREFIX',
  },
  { prefix: 'security.delegation.token.provider.', handedTo: 'a provider of delegation tokens', source: 'DelegationTokenProvider.CONFIG_PREFIX' },
  { prefix: 's3.', handedTo: 'the S3 file systems', source: 'S3FileSystemFactory.FLINK_CONFIG_PREFIXES' },
  { prefix: 's3a.', handedTo: 'the S3 file system on Hadoop', source: 'S3FileSystemFactory.FLINK_CONFIG_PREFIXES' },
  { prefix: 'fs.s3a.', handedTo: 'the S3 file system on Hadoop', source: 'S3FileSystemFactory.FLINK_CONFIG_PREFIXES' },
  { prefix: 'presto.s3.', handedTo: 'the S3 file system on Presto', source: 'S3FileSystemFactory.FLINK_CONFIG_PREFIXES' },
  { prefix: 'fs.gs.', handedTo: 'the Google Cloud Storage file system', source: 'GSFileSystemFactory.HADOOP_CONFIG_PREFIX' },
  { prefix: 'fs.azure.', handedTo: 'the Azure file systems', source: 'AbstractAzureFSFactory.FLINK_CONFIG_PREFIXES' },
  { prefix: 'azure.', handedTo: 'the Azure file systems', source: 'AbstractAzureFSFactory.FLINK_CONFIG_PREFIXES' },
  { prefix: 'fs.oss.', handedTo: 'the Aliyun OSS file system', source: 'OSSFileSystemFactory.FLINK_CONFIG_PREFIXES' },
  { prefix: 'fs.<scheme>.limit.', handedTo: 'the limit of connections to a file system', source: 'CoreOptions.fileSystemConnectionLimit' },
  { prefix: 'flink.hadoop.', handedTo: 'Hadoop', source: 'HadoopUtils.FLINK_CONFIG_PREFIXES' },
  { prefix: '$internal.', handedTo: 'Flink itself, which sets them', source: 'PipelineOptionsInternal, DeploymentOptionsInternal, ApplicationConfiguration' },
];

export const OPERATOR_FAMILIES: readonly OpenFamily[] = [
  {
    prefix: 'kubernetes.operator.default-configuration.flink-version.',
    handedTo: 'the deployments of a Flink version',
    source: 'KubernetesOperatorConfigOptions.VERSION_CONF_PREFIX',
  },
  {
    prefix: 'kubernetes.operator.default-configuration.namespace.',
    handedTo: 'the deployments of a namespace',
    source: 'KubernetesOperatorConfigOptions.NAMESPACE_CONF_PREFIX',
  },
  { prefix: 'kubernetes.operator.plugins.listeners.', handedTo: 'a listener', source: 'KubernetesOperatorConfigOptions.OPERATOR_LISTENERS' },
  { prefix: 'kubernetes.operator.metrics.', handedTo: 'the metrics of the operator itself', source: 'OperatorMetricUtils.OPERATOR_METRICS_PREFIX' },
  ...['metrics.custom-evaluator', 'scaling.custom-executor', 'scaling.parallelism-alignment.mode']
    .flatMap((name) => ['job.autoscaler.', 'kubernetes.operator.job.autoscaler.'].map((prefix) => (
      { prefix: `${prefix}${name}.`, handedTo: 'a plugin of the autoscaler', source: 'AutoScalerOptions' }))),
];
