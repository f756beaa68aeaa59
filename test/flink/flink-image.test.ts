import { versionInImage } from '../../src/flink/flink-image';
import { refusalOf, says } from '../refusals';
import { FlinkVersion } from 'cdk8s-flink';

test.each([
  ['flink:1.20.3', '1.20.3'], ['flink:1.20.3-java17', '1.20.3'], ['apache/flink:1.20.1-scala_2.12-java11', '1.20.1'],
  ['docker.io/library/flink:1.20.0', '1.20.0'], ['docker.io/apache/flink:1.20.2-java11', '1.20.2'],
  [`flink:1.20.3-java17@sha256:${'0'.repeat(64)}`, '1.20.3'], [`flink:1.20.3@sha256:${'0'.repeat(64)}`, '1.20.3'],
])('the tag of the official image %s tells the patch', (image, exact) => {
  expect(versionInImage(image, FlinkVersion.V1_20).exact).toBe(exact);
});

test.each([
  'flink:1.20', 'flink:1.20-java17', 'flink', 'flink:latest', 'registry.example.com/flink:1.19.3', 'registry.example.com/team/job:2.0.0',
  'team/flink:1.19', 'my-flink:1.19',
])('%s tells no patch, so the declared version stands', (image) => {
  expect(versionInImage(image, FlinkVersion.V1_20)).toBe(FlinkVersion.V1_20);
});

test('an official image of another line is refused', () => {
  expect(refusalOf(() => versionInImage('flink:2.0.0-java17', FlinkVersion.V1_20)).message).toBe(says(
    'the image carries another Flink than flinkVersion says [image-version]', 'image "flink:2.0.0-java17", flinkVersion 1.20',
    'an image of Flink 1.20', 'set flinkVersion to FlinkVersion.of("2.0.0"), or take another image',
  ));
});

test('an official image of another patch than the declared one is refused', () => {
  expect(refusalOf(() => versionInImage('public.ecr.aws/docker/library/flink:1.20.4', FlinkVersion.of('1.20.3'))).message).toBe(says(
    'the image carries another Flink than flinkVersion says [image-version]',
    'image "public.ecr.aws/docker/library/flink:1.20.4", flinkVersion 1.20.3',
    'an image of Flink 1.20.3', 'set flinkVersion to FlinkVersion.of("1.20.4"), or take another image',
  ));
});
