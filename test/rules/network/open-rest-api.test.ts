import { exposedRestService, openIngress } from '../../../src/rules/network/open-rest-api';
import { foundBy, told } from '../example-of';

const exposed = (type: string, more = '') => foundBy(exposedRestService, `flinkConfiguration: { kubernetes.rest-service.exposed.type: ${type}${more} }`);
const ingress = (fields: string) => foundBy(openIngress, `ingress: { template: orders.example.com, ${fields} }`);

test('a Service beyond the cluster', () => {
  expect(told(exposed('NodePort'))).toEqual([
    'spec.flinkConfiguration["kubernetes.rest-service.exposed.type"]: a Service of this type opens Flink\'s REST API on every node; got "NodePort"; '
    + 'allowed ClusterIP, or security.ssl.rest.authentication-enabled; becomes everybody who reaches it can stop the job by a request, though not by the button',
  ]);
  expect(exposed('LoadBalancer', ', web.cancel.enable: "true"').map(({ becomes }) => becomes)).toEqual(['everybody who reaches it can stop the job']);
  expect([exposed('ClusterIP'), exposed('Headless_ClusterIP')]).toEqual([[], []]);
});

test('certificates of clients are a login', () => expect(exposed('LoadBalancer', ', security.ssl.rest.authentication-enabled: "true"')).toEqual([]));

test('a session runs the jars of everybody', () => expect(foundBy(exposedRestService,
  'job: null\nflinkConfiguration: { kubernetes.rest-service.exposed.type: LoadBalancer }').map(({ becomes }) => becomes)).toEqual([
  'everybody who reaches it can run a jar, and stop any job',
]));

test('an ingress', () => {
  expect(ingress('className: nginx').map(({ what, got }) => [what, got])).toEqual([
    ['the ingress leads everybody to Flink\'s REST API, without TLS', 'no annotation about a login'],
  ]);
  expect(ingress('tls: [{ hosts: [orders.example.com] }]').map(({ what }) => what)).toEqual(['the ingress leads everybody to Flink\'s REST API']);
});

test.each(['nginx.ingress.kubernetes.io/auth-url', 'nginx.ingress.kubernetes.io/whitelist-source-range', 'alb.ingress.kubernetes.io/auth-type', 'traefik.ingress.kubernetes.io/router.middlewares'])(
  '%s asks for a login', (name) => expect(ingress(`annotations: { ${name}: x }`)).toEqual([]));

test('rewriting is no login', () => expect(ingress('annotations: { nginx.ingress.kubernetes.io/rewrite-target: /$2 }')).toHaveLength(1));
