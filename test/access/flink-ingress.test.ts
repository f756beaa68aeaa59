import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { blueGreenOutcome } from '../../src/operator/admission/blue-green-outcome';
import { ingressObjection } from '../../src/operator/admission/ingress-rules';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { FlinkIngress, FlinkIngressProps, OperatorVersion } from 'cdk8s-flink';

const tlsSecret = Secret.fromSecretName(new Chart(new App(), 'secrets'), 'Tls', 'web-tls');
const ingressOf = (props: FlinkIngressProps) => deploymentOf({ ingress: FlinkIngress.host(props) }).toJson().spec.ingress;

test('a host and a path become the template, and the hosts of the certificate are written out', () => {
  expect(ingressOf({
    host: '{{name}}.flink.example.com',
    path: '/ui(/|$)(.*)',
    className: 'nginx',
    annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' },
    labels: { team: 'orders' },
    tlsSecret,
  })).toEqual({
    template: '{{name}}.flink.example.com/ui(/|$)(.*)',
    className: 'nginx',
    annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' },
    labels: { team: 'orders' },
    tls: [{ hosts: ['some-job.flink.example.com'], secretName: 'web-tls' }],
  });
  expect(ingressOf({ host: 'flink.example.com' })).toEqual({ template: 'flink.example.com' });
});

test('an ingress that nobody guards is told, one that asks who comes is not', () => {
  const codes = (authenticated?: boolean) => deploymentOf({ ingress: FlinkIngress.host({ host: 'a.example.com', authenticated }) }).findings.map(({ code }) => code);
  expect(codes()).toContain('open-web-ui');
  expect(codes(true)).not.toContain('open-web-ui');
  expect(deploymentOf().toJson().spec.ingress).toBeUndefined();
});

const label = fc.constantFrom('{{name}}', '{{namespace}}', 'flink', 'a1', 'x-{{name}}', '{{NAME}}-y');
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const path = fc.option(fc.array(fc.constantFrom('/{{name}}', '/ui', '(/|$)(.*)', '/a.b'), { maxLength: 3 }).map((parts) => `/${parts.join('')}`), { nil: undefined });

test('whatever is accepted, the operator reads as a URL, and a blue/green deployment as a child\'s', () => {
  fc.assert(fc.property(host, path, (someHost, somePath) => {
    const ingress = FlinkIngress.host({ host: someHost, path: somePath })._render('some-job');
    expect(ingressObjection(ingress, 'some-job', 'flink')).toBeUndefined();
    const { failures, children } = blueGreenOutcome(
      { metadata: { name: 'some-job' }, spec: { template: { spec: { job: {}, ingress } } } } as any, { release: OperatorVersion.V1_16, defaults: new Map() },
    );
    expect(failures).toEqual([]);
    expect(ingressObjection(children[0].spec.ingress, 'some-job-blue', 'flink')).toBeUndefined();
  }));
});

test.each(['https://flink.example.com', 'flink.example.com/ui', 'flink.example.com:8443', 'Flink.example.com', '', '-a.example.com', 'a..b', '{{cluster}}.example.com'])(
  'a host that is none is refused: %s', (given) => {
    expect(refusalOf(() => FlinkIngress.host({ host: given })).message).toBe(says(
      'the host of an ingress is a host name alone [ingress-host]', `"${given}"`,
      'lower-case letters, digits, dashes and dots, with {{name}} and {{namespace}}; no protocol, port or path',
      'for example "{{name}}.flink.example.com"; a path has a property of its own',
    ));
  });

test.each(['ui', '', '/a b', '/a?b', '/a#b'])('a path that is none is refused: %j', (given) => {
  expect(refusalOf(() => FlinkIngress.host({ host: 'a.example.com', path: given })).message).toBe(says(
    'the path of an ingress begins with a slash [ingress-path]', `"${given}"`, 'a slash and what follows it, without blanks, "?" and "#"',
    'for example "/{{namespace}}/{{name}}(/|$)(.*)"',
  ));
});

test('a certificate for a host that only the operator knows is refused', () => {
  expect(refusalOf(() => FlinkIngress.host({ host: '{{name}}.{{namespace}}.example.com', tlsSecret })).message).toBe(says(
    'the operator fills {{namespace}} into the rule of an ingress, but not into the hosts of its certificate [ingress-tls-host]',
    '"{{name}}.{{namespace}}.example.com"', 'a host without {{namespace}} where there is a tlsSecret', 'write the namespace itself',
  ));
});
