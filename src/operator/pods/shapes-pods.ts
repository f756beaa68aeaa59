import { FlinkSettings } from '../../flink/configuration/flink-settings';

const SHAPING = /^(kubernetes\.(?!operator\.)|containerized\.|external-resource|rest\.|web\.port|blob\.server\.|jobmanager\.rpc\.|taskmanager\.(rpc|cpu)\.|high-availability\.jobmanager\.|user\.artifacts\.)/;

/** Whether any of these settings is looked at when pods are made of them, so that a pod may fail because of it. */
export function shapePods(settings: FlinkSettings): boolean {
  for (const key of settings.keys()) {
    if (SHAPING.test(key)) {
      return true;
    }
  }
  return false;
}
