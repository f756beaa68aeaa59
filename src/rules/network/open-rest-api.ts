import { readBoolean } from '../../flink/configuration/option-reading';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';

const EXPOSED = 'kubernetes.rest-service.exposed.type';
const WEB_CANCEL = 'web.cancel.enable';
const CLIENT_CERTIFICATES = 'security.ssl.rest.authentication-enabled';

export const exposedRestService: Rule = {
  id: 'open-rest-service',
  pack: Pack.PRODUCTION,
  category: Category.NETWORK,
  severity: Severity.WARNING,
  title: 'a REST API that is open beyond the cluster',
  why: 'Flink\'s REST API asks nobody who they are: whoever reaches it reads the configuration, rescales and stops the job, and in a session uploads a jar that runs with the rights of the pods',
  fix: 'remove kubernetes.rest-service.exposed.type, which is ClusterIP then, and give access by kubectl port-forward or an ingress that asks who it is',
  source: 'Flink KubernetesConfigOptions.REST_SERVICE_EXPOSED_TYPE; Flink docs, REST API: no authentication but mutual TLS',
  fires: `flinkConfiguration: { ${EXPOSED}: LoadBalancer }`,
  passes: `flinkConfiguration: { ${EXPOSED}: ClusterIP }`,
  check: (cluster) => {
    const type = cluster.configuration.get(EXPOSED)?.trim().toLowerCase();
    return (type !== 'loadbalancer' && type !== 'nodeport') || asksForCertificates(cluster) ? [] : [{
      path: optionPath(EXPOSED),
      what: `a Service of this type opens Flink's REST API ${type === 'nodeport' ? 'on every node' : 'to wherever the load balancer is reached from'}`,
      got: `"${cluster.configuration.get(EXPOSED)}"`,
      allowed: `ClusterIP, or ${CLIENT_CERTIFICATES}`,
      becomes: powersOf(cluster),
    }];
  },
};

export const openIngress: Rule = {
  id: 'open-web-ui',
  pack: Pack.PRODUCTION,
  category: Category.NETWORK,
  severity: Severity.WARNING,
  title: 'an ingress to the REST API that asks nobody who they are',
  why: 'the ingress leads to Flink\'s REST API, which has no login of its own: whoever knows the host can stop the job, and in a session run a jar',
  fix: 'let the ingress controller ask for a login by its annotations, and give it TLS',
  source: 'operator IngressUtils: an Ingress to <name>-rest; Flink docs, REST API: no authentication but mutual TLS',
  fires: 'ingress: { template: "flink.example.com/{{namespace}}/{{name}}(/|$)(.*)", className: nginx }',
  passes: 'ingress:\n  template: "flink.example.com/{{namespace}}/{{name}}(/|$)(.*)"\n  className: nginx\n'
    + '  annotations: { nginx.ingress.kubernetes.io/auth-url: "https://login.example.com/oauth2/auth" }\n  tls: [{ hosts: [flink.example.com], secretName: flink-tls }]\n',
  check: (cluster) => {
    const { ingress } = cluster.manifest.spec;
    const login = Object.keys(ingress?.annotations ?? {}).some((name) => /auth|middleware|whitelist|allowlist|inbound-cidrs/i.test(name));
    return ingress === undefined || login || asksForCertificates(cluster) ? [] : [{
      path: ['spec', 'ingress'],
      what: `the ingress leads everybody to Flink's REST API${(ingress.tls ?? []).length === 0 ? ', without TLS' : ''}`,
      got: 'no annotation about a login',
      allowed: 'an ingress that asks for a login, or none',
      becomes: powersOf(cluster),
    }];
  },
};

function asksForCertificates({ configuration }: EffectiveCluster): boolean {
  return readBoolean(configuration, CLIENT_CERTIFICATES, false);
}

/** What the REST API lets everybody do. */
function powersOf({ manifest: { spec: { job } }, configuration }: EffectiveCluster): string {
  return job === undefined ? 'everybody who reaches it can run a jar, and stop any job'
    : `everybody who reaches it can stop the job${readBoolean(configuration, WEB_CANCEL, false) ? '' : ' by a request, though not by the button'}`;
}
