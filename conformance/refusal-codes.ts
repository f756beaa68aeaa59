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

/** The same for the operator's validator. */
const ADMISSION: [pattern: RegExp, code: string][] = [
  [/^The FlinkDeployment name/, 'deployment-name'],
  [/^Flink Version must be defined|is not supported by this operator version/, 'flink-version-field'],
  [/^Forbidden Flink config key/, 'forbidden-key'],
  [/^HA must be enabled for rollback/, 'rollback-without-ha'],
  [/^Deployment recovery .* must be enabled for job health check/, 'health-check-without-recovery'],
  [/^Checkpoint directory.* must be defined/, 'checkpoint-directory'],
  [/while config key\[.*savepoint|when config key\[.*savepoint|config key\[.*savepoint.*must be set/, 'savepoint-directory'],
  [/^High availability should be enabled when starting standby/, 'standby-without-ha'],
  [/^spec.serviceAccount must be defined/, 'service-account'],
];

export function memoryRefusalCode(text: string): string {
  return codeIn(MEMORY, text);
}

export function admissionRefusalCode(text: string): string {
  return codeIn(ADMISSION, text);
}

function codeIn(codes: [pattern: RegExp, code: string][], text: string): string {
  return codes.find(([pattern]) => pattern.test(text))?.[1] ?? `unknown: ${text}`;
}
