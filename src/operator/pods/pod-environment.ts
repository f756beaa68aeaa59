import { EnvironmentVariable } from './kubernetes-objects';
import { Role } from './pod-source';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { entriesBehind, readEntryLists } from '../../flink/configuration/structured-option';
import { inHashOrder } from '../../units/java-hash-order';

/** `containerized.….env.*` as Flink lists them, names as they are. */
export function containerizedVariables(settings: FlinkSettings, role: Role, order: typeof inHashOrder = inHashOrder): EnvironmentVariable[] {
  const prefix = role === 'jobmanager' ? 'containerized.master.env.' : 'containerized.taskmanager.env.';
  return order(entriesBehind(settings, prefix), ([name]) => name).map(([name, value]) => ({ name, value }));
}

/** `kubernetes.env.secretKeyRef`: only references, never a value. */
export function secretVariables(settings: FlinkSettings): EnvironmentVariable[] {
  return readEntryLists(settings, 'kubernetes.env.secretKeyRef').map((entries) => {
    const { env, secret, key } = Object.fromEntries(entries);
    return { name: env, valueFrom: { secretKeyRef: { name: secret, key } } };
  });
}

export function logDirectoryVariable(settings: FlinkSettings): EnvironmentVariable[] {
  const directory = settings.get('kubernetes.flink.log.dir');
  return directory === undefined ? [] : [{ name: 'FLINK_LOG_DIR', value: directory }];
}

/** A field of the pod that Kubernetes fills in when it starts. */
export function fieldVariable(name: string, fieldPath: string): EnvironmentVariable {
  return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } };
}
