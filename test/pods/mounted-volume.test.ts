import { Size, Testing } from 'cdk8s';
import { ConfigMap, PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { MountedVolume } from 'cdk8s-flink';

const chart = Testing.chart();
const place = { name: 'some', mountPath: '/some' };
const claim = PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'some-claim');

test.each([
  ['an empty folder', MountedVolume.emptyDir({ ...place, sizeLimit: Size.mebibytes(1536) }), { ...place, source: { emptyDir: { sizeLimit: '1536Mi' } } }],
  ['a ConfigMap', MountedVolume.configMap(ConfigMap.fromConfigMapName(chart, 'Map', 'some-map'), { ...place, subPath: 'key' }),
    { ...place, subPath: 'key', readOnly: true, source: { configMap: { name: 'some-map' } } }],
  ['a Secret', MountedVolume.secret(Secret.fromSecretName(chart, 'Secret', 'some-secret'), place), { ...place, readOnly: true, source: { secret: { secretName: 'some-secret' } } }],
  ['a claim', MountedVolume.claim(claim, place), { ...place, source: { persistentVolumeClaim: { claimName: 'some-claim' } } }],
  ['a claim to read', MountedVolume.claim(claim, { ...place, readOnly: true }),
    { ...place, readOnly: true, source: { persistentVolumeClaim: { claimName: 'some-claim', readOnly: true } } }],
])('%s', (_, volume, expected) => expect(volume).toEqual(expected));
