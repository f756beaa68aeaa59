/** What Flink says when it refuses, by the code of ours that says the same. */
const MEMORY: [pattern: RegExp, code: string][] = [
  [/Could not parse value .* for key '.*\.fraction'/, 'memory-fraction'],
  [/Could not parse value/, 'memory-size-text'],
  [/min value must be less/, 'memory-range'],
  [/fraction must be in range/, 'memory-fraction'],
  [/need to be configured explicitly/, 'memory-not-configured'],
  [/Sum of configured JVM Metaspace/, 'memory-jvm-exceeds-process'],
  [/Derived JVM Overhead size|is less than the sum of the derived Total Flink Memory/, 'memory-overhead-remainder'],
  [/Derived Network Memory size/, 'memory-network-remainder'],
  [/does not match the configured Total Flink Memory|JVM Heap Memory .* exceeds the configured Total Flink Memory/, 'memory-sum-mismatch'],
  [/exceed configured Total Flink Memory|less than the configured Off-heap Memory/, 'memory-parts-exceed-flink'],
  [/long overflow/, 'memory-overflow'],
];

/** The same for the operator's reader and its validator. */
const ADMISSION: [pattern: RegExp, code: string][] = [
  [/^unreadable: .*FlinkVersion`/s, 'flink-version-field'],
  [/^unreadable: /, 'unreadable-field'],
  [/^threw .*for key|^threw IllegalArgumentException/s, 'option-value'],
  [/^The FlinkDeployment name/, 'deployment-name'],
  [/^Flink Version must be defined|is not supported by this operator version/, 'flink-version-field'],
  [/^Forbidden Flink config key/, 'forbidden-key'],
  [/^HA must be enabled for rollback/, 'rollback-without-ha'],
  [/^Deployment recovery .* must be enabled for job health check/, 'health-check-without-recovery'],
  [/^Ingress template must be defined/, 'ingress-template'],
  [/^Unable to process the Ingress template/, 'ingress-url'],
  [/^Invalid log config key/, 'log-configuration-key'],
  [/^Checkpoint directory.* must be defined/, 'checkpoint-directory'],
  [/while config key\[.*savepoint|when config key\[.*savepoint|config key\[.*savepoint.*must be set/, 'savepoint-directory'],
  [/^TaskManager replicas (must be larger|should not be configured less)/, 'task-manager-replicas'],
  [/^Job parallelism must be larger/, 'job-parallelism'],
  [/^JobManager resource memory must be defined/, 'job-manager-memory'],
  [/^TaskManager resource memory must be defined/, 'task-manager-memory'],
  [/^\w+ resource memory parse error/, 'resource-memory-text'],
  [/^\w+ resource ephemeral storage parse error/, 'ephemeral-storage'],
  [/^\w+ resource requirements /, 'resource-requirements'],
  [/^JobManager replicas should not be configured less/, 'job-manager-replicas'],
  [/^High availability should be enabled when starting standby/, 'standby-without-ha'],
  [/^spec.serviceAccount must be defined/, 'service-account'],
  [/^The AutoScalerOption .* is invalid/, 'autoscaler-range'],
  [/^Invalid value in the autoscaler config/, 'autoscaler-number'],
  [/^Invalid value [^]* in the autoscaler config/, 'excluded-period'],
  [/^The autoscaler metric window/, 'metrics-window'],
  [/^The job spec should not be empty/, 'session-job-empty'],
  [/^Can not submit session job to application/, 'session-job-on-application'],
  [/^The session job's cluster id is not match/, 'session-cluster-name'],
  [/^jarURI is not a valid URI/, 'jar-uri'],
  [/^jarURI must include a scheme|^jarURI scheme/, 'jar-uri-scheme'],
  [/^jarURI must include a host/, 'jar-uri-host'],
  [/^jarURI host .* restricted address/, 'jar-uri-restricted'],
  [/^Exactly one of checkpoint or savepoint/, 'snapshot-kind'],
  [/^Job reference must be supplied/, 'snapshot-job'],
];

/** The same where Flink builds a pod; sizes of memory are refused on the way there. */
const PODS: [pattern: RegExp, code: string][] = [
  [/limit-factor should be greater or equal to 1/, 'limit-factor'],
  [/Do not support a range of ports/, 'port-range'],
  [/port should not be 0/, 'port-negative'],
  [/positive number of CPU cores/, 'task-manager-cpu'],
  [/replicas' should not be configured less than one/, 'job-manager-replicas'],
  [/replicas' should not be configured less than 1/, 'task-manager-replicas'],
  [/High availability should be enabled when starting standby/, 'standby-without-ha'],
  [/Invalid .*kubernetes\.container\.image\.ref/, 'image-blank'],
  [/^Overlapping key prefixes/, 'overlapping-keys'],
  [/PVC|[Mm]ount path|[Vv]olume name/, 'persistent-volume-claims'],
  [/Could not parse value '.*' for key '(kubernetes\.|external-)|key-value pair|Could not split string/, 'option-value'],
  ...MEMORY,
];

export function memoryRefusalCode(text: string): string {
  return codeIn(MEMORY, text);
}

export function admissionRefusalCode(text: string): string {
  return codeIn(ADMISSION, text);
}

export function podRefusalCode(text: string): string {
  return codeIn(PODS, text);
}

function codeIn(codes: [pattern: RegExp, code: string][], text: string): string {
  return codes.find(([pattern]) => pattern.test(text))?.[1] ?? `unknown: ${text}`;
}
