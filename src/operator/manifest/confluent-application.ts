import { isObject } from './read-field';

const GROUPS = ['platform.confluent.io/', 'cmf.confluent.io/'];
/** What Confluent's manager reads itself and does not hand to the operator. */
const OF_THE_MANAGER = ['cmfRestClassRef', 'flinkEnvironment', 'startFromSavepoint', 'savepointSchedule'];

/**
 * The FlinkDeployment in a FlinkApplication of Confluent, whose `spec` has the same fields and a few of its own;
 * any other value as it is. What its environment lays over it stands elsewhere.
 */
export function asFlinkDeployment(value: unknown): unknown {
  const { apiVersion, kind, spec, ...others } = isObject(value) ? value as Record<string, unknown> : {};
  if (kind !== 'FlinkApplication' || typeof apiVersion !== 'string' || !GROUPS.some((group) => apiVersion.startsWith(group))) {
    return value;
  }
  return { ...others, apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', spec: isObject(spec) ? shared(spec as Record<string, unknown>) : spec };
}

function shared(spec: Record<string, unknown>): Record<string, unknown> {
  const fields = Object.fromEntries(Object.entries(spec).filter(([name]) => !OF_THE_MANAGER.includes(name)));
  return { ...fields, jobManager: withNumber(fields.jobManager), taskManager: withNumber(fields.taskManager) };
}

/** Its schema asks for the CPU as text where it is no whole number. */
function withNumber(role: unknown): unknown {
  const { resource } = isObject(role) ? role as { readonly resource?: unknown } : {};
  const { cpu } = isObject(resource) ? resource as { readonly cpu?: unknown } : {};
  return typeof cpu === 'string' && /^\d+(\.\d+)?$/.test(cpu) ? { ...role as object, resource: { ...resource as object, cpu: Number(cpu) } } : role;
}
