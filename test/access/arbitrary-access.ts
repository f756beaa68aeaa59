import fc from 'fast-check';
import { FlinkIngress, RestServiceType } from '../../src';
import { Drawn, making, mostly, named, one, some } from '../making';

export const anyIngress: Drawn = making(some({
  path: mostly(one('/', '/{{name}}(/|$)(.*)'), one('ui')),
  className: one('nginx'),
  annotations: one({ 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' }),
  labels: one({ team: 'streams' }),
  tlsSecret: named('certificate'),
  authenticated: fc.boolean(),
}, 4, { host: mostly(one('{{name}}.flink.example.com', '{{name}}.{{namespace}}.example.com', 'flink.example.com'), one('https://x', '')) }), FlinkIngress.host);

export const anyRestService: Drawn = some({
  type: one(...Object.values(RestServiceType)), annotations: one<Record<string, string>>({ 'example.com/internal': 'true' }, { a: 'b:c,d', e: '\'f\'' }),
}, 2);
