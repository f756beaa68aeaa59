/** What the operator or Flink refuses a resource with, as the twin calls it; rows of docs/guides/refusals.md, and no rules. */
export const TWIN_CODES: readonly string[] = [
  'application-jar', 'autoscaler-number', 'autoscaler-range', 'blue-green-ingress', 'blue-green-job', 'blue-green-name', 'blue-green-savepoints',
  'checkpoint-directory', 'cpu-amount', 'deployment-name', 'duration-text', 'ephemeral-storage', 'excluded-period', 'field-not-in-release',
  'flink-version', 'flink-version-field', 'forbidden-key', 'health-check-without-recovery', 'hidden-memory', 'image-blank', 'image-pull-policy',
  'image-version', 'ingress-template', 'ingress-url', 'jar-uri', 'jar-uri-host', 'jar-uri-restricted', 'jar-uri-scheme', 'job-manager-memory',
  'job-manager-replicas', 'job-parallelism', 'kind-not-in-release', 'legacy-memory', 'limit-factor', 'log-configuration-key', 'manifest-depth',
  'manifest-field', 'manifest-size', 'manifest-text', 'memory-fraction', 'memory-jvm-exceeds-process', 'memory-network-remainder',
  'memory-not-configured', 'memory-overflow', 'memory-overhead-remainder', 'memory-parts-exceed-flink', 'memory-range', 'memory-size-number',
  'memory-size-text', 'memory-sum-mismatch', 'metrics-window', 'option-value', 'overlapping-keys', 'persistent-volume-claims', 'port-negative',
  'port-range', 'process-memory-too-small', 'quantity-text', 'resource-memory-text', 'resource-requirements', 'rocksdb-memory-ratios',
  'rollback-without-ha', 'savepoint-directory', 'service-account', 'session-cluster-name', 'session-job-empty', 'session-job-on-application',
  'setting-conflict', 'setting-not-text', 'snapshot-job', 'snapshot-kind', 'standby-without-ha', 'task-manager-cpu', 'task-manager-memory',
  'task-manager-replicas', 'unknown-field', 'unreadable-field',
];
