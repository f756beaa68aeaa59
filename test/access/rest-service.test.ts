import fc from 'fast-check';
import { restServiceConfig } from '../../src/access/rest-service';
import { readEntries } from '../../src/flink/configuration/structured-option';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { EffectiveCluster } from '../../src/operator/effective-cluster';
import { deploymentOf } from '../deployment/sample-deployment';
import { CONTEXT } from '../strategy-context';
import { ClusterMode, FlinkVersion, OperatorVersion, RestService, RestServiceType } from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];
const ANNOTATIONS = {
  'service.beta.kubernetes.io/aws-load-balancer-internal': 'true',
  'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8,192.168.0.0/16',
  'example.com/note': 'a: b; "c", \'d\'',
};

const serviceOf = (restService?: RestService) => {
  const { metadata, spec } = deploymentOf({ restService }).toJson();
  const twin = new EffectiveCluster({ metadata, spec }, { release: OperatorVersion.V1_16, defaults: new Map() });
  return twin.pods.jobManager.accompanying.find((object) => object.kind === 'Service' && object.metadata.name === 'some-job-rest') as any;
};

test.each([
  [undefined, { type: 'ClusterIP' }],
  [RestServiceType.HEADLESS, { type: 'ClusterIP', clusterIP: 'None' }],
  [RestServiceType.NODE_PORT, { type: 'NodePort' }],
  [RestServiceType.LOAD_BALANCER, { type: 'LoadBalancer' }],
])('%s: the Service that the operator makes has the type and the annotations', (type, spec) => {
  const made = serviceOf({ type, annotations: ANNOTATIONS });
  expect(made.spec).toMatchObject(spec);
  expect(made.metadata.annotations).toEqual(ANNOTATIONS);
});

test('every text of an annotation comes back as Flink reads maps', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab:,;\'" /.-'), maxLength: 8 });
  const name = text.filter((given) => given !== '');
  fc.assert(fc.property(fc.dictionary(name, text, { minKeys: 1, maxKeys: 4 }), (annotations) => {
    const { settings = [] } = restServiceConfig({ annotations }, CONTEXT);
    const [, { key, value }] = settings;
    expect(Object.fromEntries(readEntries(new Map([[key, value]]), key))).toEqual(annotations);
  }));
});

test.each(LINES)('%s knows the options', (flinkVersion) => {
  const { settings = [] } = restServiceConfig({ annotations: ANNOTATIONS }, { ...CONTEXT, flinkVersion });
  settings.forEach(({ key }) => expect([key, flinkOptions(flinkVersion).find(key).is]).toEqual([key, 'option']));
});

test('what is reached from outside is told, with what the operator needs for it in native mode', () => {
  const findings = (type: RestServiceType, mode: ClusterMode) => restServiceConfig({ type }, { ...CONTEXT, mode }).findings ?? [];
  const codes = (type: RestServiceType, mode: ClusterMode) => findings(type, mode).map(({ code }) => code);
  expect(codes(RestServiceType.CLUSTER_IP, ClusterMode.NATIVE)).toEqual([]);
  expect(codes(RestServiceType.HEADLESS, ClusterMode.NATIVE)).toEqual([]);
  expect(codes(RestServiceType.LOAD_BALANCER, ClusterMode.NATIVE)).toEqual(['open-rest-service', 'rest-service-nodes']);
  expect(codes(RestServiceType.NODE_PORT, ClusterMode.STANDALONE)).toEqual(['open-rest-service']);
});
