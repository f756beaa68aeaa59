import { SecretValue } from 'cdk8s-plus-28';

/**
 * A Flink option whose value only the pods read: before Flink starts, they put it into a copy of the configuration in memory.
 * It stands in no manifest, no ConfigMap and no argument of a pod. Neither the operator nor the twin sees it, so that it must
 * be an option of Flink's processes alone.
 */
export interface SecretSetting {
  /** The option's key as Flink 1.20 and newer spell it; options that this library knows get an older version's spelling. */
  readonly key: string;
  /** The Secret, in the cluster's namespace, and the key in it. A changed value takes effect when a pod starts. */
  readonly value: SecretValue;
  /** Why, in one short phrase for the explanation. */
  readonly reason: string;
}
