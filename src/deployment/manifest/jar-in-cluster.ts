import { OperatorVersion } from '../../operator/operator-version';
import { PlanFinding } from '../../sizing/plan/plan-finding';

/** A name of a Service, in any of its lengths. */
const IN_CLUSTER = /^https?:\/\/(?:[^/@]*@)?(?:[a-z0-9-]+|[a-z0-9.-]+\.svc(?:\.cluster\.local)?)(?::\d+)?(?:\/|$)/i;
const REFUSE_RESTRICTED = 'kubernetes.operator.user.artifacts.disallow-restricted-hosts';

/** What the name resolves to only the cluster knows, so that it is told and not refused. */
export function jarInCluster(uri: string | undefined, release: OperatorVersion, configuration: { readonly [key: string]: string }): PlanFinding[] {
  const looked = release._isAtLeast(OperatorVersion.V1_15) && configuration[REFUSE_RESTRICTED] !== 'false';
  return !looked || !IN_CLUSTER.test(uri ?? '') ? [] : [{
    code: 'jar-in-cluster',
    message: `the jar comes from a Service of Kubernetes, and the operator fetches none from a private address, which Services usually have: ${REFUSE_RESTRICTED} is on`,
    fix: 'publish the jar on a public https address, or turn the option off in the operator\'s Helm values and say so in operatorConfiguration of the session',
  }];
}
