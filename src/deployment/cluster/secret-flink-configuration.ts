import { SecretValue } from 'cdk8s-plus-28';
import { refuseOtherReader } from './refuse-secret-option';
import { FlinkVersion } from '../../flink/flink-version';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { StrategyConfig } from '../../strategy/strategy-config';
import { StrategyContext } from '../../strategy/strategy-context';

/** Parts of keys whose values Flink leaves out of its log and its web UI (`GlobalConfiguration`). */
const HIDDEN = [
  'password', 'secret', 'fs.azure.account.key', 'apikey', 'auth-params', 'service-key', 'token', 'basic-auth', 'jaas.config', 'http-headers',
];
const HIDDEN_SINCE_2_1 = ['api-key'];

/** Options that a user takes from Secrets. */
export function secretOptions({ flinkVersion }: StrategyContext, given: Record<string, SecretValue>): StrategyConfig {
  const keys = Object.keys(given);
  keys.forEach(refuseOtherReader);
  return {
    secretSettings: keys.map((key) => ({ key, value: given[key], reason: 'put in by the pods' })),
    findings: keys.filter((key) => !isHidden(key, flinkVersion)).map(shownByFlink),
  };
}

function isHidden(key: string, version: FlinkVersion): boolean {
  const parts = version.isAtLeast(FlinkVersion.V2_1) ? [...HIDDEN, ...HIDDEN_SINCE_2_1] : HIDDEN;
  return parts.some((part) => key.toLowerCase().includes(part));
}

function shownByFlink(key: string): PlanFinding {
  return {
    code: 'secret-option-shown',
    message: `Flink does not know that ${key} is a secret: it writes the value into its log and shows it in its web UI`,
    fix: 'let nobody see these who may not know the value, or let the reader of the option take it from a file or from its environment',
  };
}
