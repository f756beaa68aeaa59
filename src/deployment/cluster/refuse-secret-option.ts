import { ClusterParts } from './cluster-parts';
import { currentKey } from '../../flink/configuration/option-spelling';
import { overlappingKeys } from '../../operator/configuration/overlapping-keys';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Refusal, shown } from '../../refusal';
import { reporterNeverStarts } from '../../rules/metrics/reporter-never-starts';
import { unfamiliarOption, unknownOption } from '../../rules/options/unknown-option';
import { refuseFindings } from '../../rules/rule';
import { FlinkClusterProps } from '../props/flink-cluster-props';

interface OtherReader {
  readonly keys: RegExp;
  readonly why: string;
  readonly fix: string;
}

/** Options that somebody reads who never sees what a pod puts into its own copy. */
const OTHER_READERS: OtherReader[] = [
  {
    keys: /^(kubernetes\.operator|job\.autoscaler)\./,
    why: 'the operator alone reads it, and never sees what a pod puts in',
    fix: 'write it in flinkConfiguration, or give it to the operator in the values of its Helm chart',
  },
  {
    keys: /^security\.ssl\./,
    why: 'keystores need their files and their passwords at once, and the operator reads some of these options',
    fix: 'use tls: new FlinkTls({ … })',
  },
  {
    keys: new RegExp(`^(${[
      'kubernetes', 'containerized', 'external-resources?', 'high-availability', 'security\\.kerberos', 'state', 'execution', 'restart-strategy',
      'jobmanager', 'taskmanager', 'parallelism', 'pipeline', 'rest', 'web', 'blob', 'cluster', 'process', 'env',
    ].join('|')})(\\.|$)`),
    why: 'the operator and Flink decide by it what pods there are, before any of them puts a secret in',
    fix: 'write it in flinkConfiguration; a secret of the environment is EnvironmentVariable.fromSecret(…) in pods',
  },
];

/** Refuses an option that would not reach its reader from a Secret. */
export function refuseOtherReader(key: string): void {
  const other = OTHER_READERS.find(({ keys }) => keys.test(key) || keys.test(currentKey(key)));
  if (other !== undefined) {
    throw new Refusal({
      code: 'secret-option',
      what: `${key} cannot come from a Secret: ${other.why}`,
      got: `${shown(key)} in secretFlinkConfiguration`,
      allowed: 'options that Flink\'s processes read when they run, for example s3.secret-key or those of a connector',
      fix: other.fix,
    });
  }
}

/**
 * Holds the secret options against the others, by their keys alone: no twin knows their values. Only what was written by
 * hand may be written wrong.
 */
export function refuseSecretOptions(cluster: EffectiveCluster, { secretSettings }: ClusterParts, props: FlinkClusterProps): void {
  if (secretSettings.length === 0) {
    return;
  }
  const { manifest, installation, configuration, written } = cluster;
  const known = new Set([...configuration.keys()].map(currentKey));
  const twice = secretSettings.find(({ key }) => known.has(currentKey(key)));
  if (twice !== undefined) {
    throw new Refusal({
      code: 'setting-conflict',
      what: `${twice.key} has a value and comes from a Secret too`,
      got: `a value in the configuration, and ${twice.value.replace('from ', '')} by ${twice.by}`,
      allowed: 'one of the two',
      fix: 'remove it from flinkConfiguration, of the cluster, of its FlinkDefaults or of the operator',
    });
  }
  const keys = Object.fromEntries(secretSettings.map(({ key }) => [key, 'from a Secret']));
  const withKeys = { ...manifest, spec: { ...manifest.spec, flinkConfiguration: { ...Object.fromEntries(written), ...keys } } };
  const together = new EffectiveCluster(withKeys, installation);
  const overlap = overlappingKeys(manifest.spec.flinkVersion, together.configuration, installation.release);
  if (overlap !== undefined) {
    throw overlap;
  }
  const byHand = Object.keys(props.secretFlinkConfiguration ?? {}).length > 0;
  refuseFindings(byHand ? [unknownOption, unfamiliarOption, reporterNeverStarts] : [], together);
}
