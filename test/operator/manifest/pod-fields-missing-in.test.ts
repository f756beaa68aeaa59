import { podTemplateFieldsOf, refuseMissingPodFields } from '../../../src/operator/manifest/pod-fields-missing-in';
import { refusalOf, says } from '../../refusals';
import { OperatorVersion } from 'cdk8s-flink';

const RELEASES = [
  OperatorVersion.V1_10, OperatorVersion.V1_11, OperatorVersion.V1_12, OperatorVersion.V1_13, OperatorVersion.V1_14, OperatorVersion.V1_15,
  OperatorVersion.V1_16,
];

test('each release has as many fields as its chart', () => {
  expect(RELEASES.map((release) => podTemplateFieldsOf(release).length)).toEqual([1072, 1072, 1072, 1088, 1088, 1088, 1129]);
});

test('what came and went', () => {
  const releases = [OperatorVersion.V1_12, OperatorVersion.V1_13, OperatorVersion.V1_16];
  const [before, then, now] = releases.map((release) => new Set(podTemplateFieldsOf(release)));
  const tops = (of: Set<string>, without: Set<string>) => [...of].filter((path) =>
    !without.has(path) && without.has(path.slice(0, path.lastIndexOf('.'))) && !/\.(init|ephemeral)Containers\./.test(path));
  expect(tops(before, then)).toEqual(['spec.resourceClaims.source']);
  expect(tops(then, before)).toEqual([
    'spec.containers.lifecycle.stopSignal', 'spec.containers.resources.claims.request', 'spec.resourceClaims.resourceClaimName', 'spec.resourceClaims.resourceClaimTemplateName',
    'spec.resources', 'spec.securityContext.seLinuxChangePolicy', 'spec.securityContext.supplementalGroupsPolicy', 'spec.volumes.image',
  ]);
  expect(tops(now, then)).toEqual([
    'spec.containers.env.valueFrom.fileKeyRef', 'spec.containers.restartPolicyRules', 'spec.hostnameOverride', 'spec.schedulingGroup', 'spec.volumes.projected.sources.podCertificate',
  ]);
});

const refused = (podTemplate: object, release = OperatorVersion.V1_16) => refusalOf(() => refuseMissingPodFields({ podTemplate }, release)).message;

test('a field of a later release, of an earlier one and of none', () => {
  const inSpec = (spec: object) => ({ spec });
  expect(refused(inSpec({ volumes: [{ name: 'a' }, { name: 'b', image: {} }] }), OperatorVersion.V1_12)).toBe(says(
    'operator 1.12 does not have spec.podTemplate.spec.volumes[1].image, and Kubernetes would drop it without a word [field-not-in-release]',
    'spec.podTemplate.spec.volumes[1].image', 'operator 1.13 and newer', 'remove it, or use a release of the operator that has it',
  ));
  expect(refused(inSpec({ resourceClaims: [{ name: 'gpu', source: {} }] }))).toBe(says(
    'operator 1.16 does not have spec.podTemplate.spec.resourceClaims[0].source, and Kubernetes would drop it without a word [field-not-in-release]',
    'spec.podTemplate.spec.resourceClaims[0].source', 'releases before operator 1.13', 'remove it, or use a release of the operator that has it',
  ));
  expect(refused(inSpec({ initContainers: [{ restartpolicy: 'Always' }] }))).toBe(says(
    'a pod template has no such field, and Kubernetes would drop it without a word [unknown-field]', 'spec.podTemplate.spec.initContainers[0].restartpolicy',
    'the fields of a pod template, by Kubernetes\' own names', 'correct "restartpolicy"',
  ));
  expect(refused(inSpec({ securityContext: { seccompProfile: 'RuntimeDefault' } }))).toBe(says(
    'Kubernetes has fields here, and would refuse the resource [manifest-field]', 'string in spec.podTemplate.spec.securityContext.seccompProfile', 'localhostProfile, type', 'correct it, or remove it',
  ));
});

test('names of one\'s own are no fields: labels, requests, selectors', () => {
  const template = {
    metadata: { labels: { some: 'x' }, annotations: { other: 'y' } },
    spec: { nodeSelector: { pool: 'a' }, containers: [{ name: 'a', resources: { requests: { 'nvidia.com/gpu': 1 } } }], volumes: null },
  };
  const spec = { podTemplate: template, jobManager: {}, taskManager: { podTemplate: template } };
  expect(() => refuseMissingPodFields(spec, OperatorVersion.V1_10)).not.toThrow();
});
