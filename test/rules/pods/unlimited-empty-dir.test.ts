import { unlimitedEmptyDir } from '../../../src/rules/pods/unlimited-empty-dir';
import { foundBy, told } from '../example-of';

const volumes = (list: string) => foundBy(unlimitedEmptyDir, `podTemplate: { spec: { volumes: ${list} } }`);

test('on the disk, and in memory', () => {
  expect(told(volumes('[{ name: scratch, emptyDir: {} }]'))).toEqual([
    'spec.podTemplate.spec.volumes[0]: nothing ends how much scratch takes of its node; got no sizeLimit; allowed a sizeLimit; becomes the disk of the node',
  ]);
  expect(volumes('[{ name: scratch, emptyDir: { medium: Memory } }]').map(({ becomes }) => becomes)).toEqual(['memory of the container, up to its limit']);
});

test('other volumes, and one with a size', () =>
  expect(volumes('[{ name: a, configMap: { name: a } }, { name: b, emptyDir: { sizeLimit: 1Gi } }]')).toEqual([]));
