import { endpointWithoutPathStyle, mixedS3Schemes } from '../../../src/rules/storage/object-store';
import { found, Read } from '../examples';

describe('mixed-s3-schemes', () => {
  test('another scheme than the first is found', () => expect(found(mixedS3Schemes)).toEqual([{
    at: 'spec.flinkConfiguration["execution.checkpointing.savepoint-dir"]',
    what: 'this directory has another scheme than the others, and may need another plugin',
    got: '"s3a://flink-state/orders/savepoints" beside "s3://flink-state/orders/checkpoints"',
    allowed: 'one scheme, such as s3',
  }]));

  test.each([
    mixedS3Schemes.passes!,
    'flinkConfiguration: { execution.checkpointing.savepoint-dir: "gs://flink-state/orders" }',
    'flinkConfiguration: { execution.checkpointing.savepoint-dir: null }',
  ])('%s is none', (part) => expect(found(mixedS3Schemes, part)).toEqual([]));
});

describe('endpoint-without-path-style', () => {
  test('a Service without path style is found', () => expect(found(endpointWithoutPathStyle)).toEqual([{
    at: 'spec.flinkConfiguration["s3.endpoint"]',
    what: 'the client asks this store for a host of the bucket\'s name',
    got: 'host minio.storage.svc.cluster.local, and no path style',
    allowed: 's3.path.style.access "true" for a store within the cluster',
    becomes: 'requests to <bucket>.minio.storage.svc.cluster.local',
    edits: [{ set: ['spec', 'flinkConfiguration', 's3.path.style.access'], value: 'true' }],
  }]));

  test.each<[string, Partial<Read>]>([
    ['flinkConfiguration: { s3.endpoint: "https://user:secret@minio:9000" }', { got: 'host minio, and no path style', becomes: 'requests to <bucket>.minio' }],
  ])('%s is found', (part, read) => expect(found(endpointWithoutPathStyle, part)).toMatchObject([read]));

  test.each([
    endpointWithoutPathStyle.passes!,
    'flinkConfiguration: { s3.endpoint: "https://s3.eu-central-1.amazonaws.com" }',
    'flinkConfiguration: { s3.endpoint: "http://10.0.0.7:9000" }',
    'flinkConfiguration: { s3.endpoint: "http://minio.storage.svc:9000", fs.s3a.path.style.access: "True" }',
    'flinkConfiguration: { s3.endpoint: "http://minio:9000", s3.path-style-access: "true" }',
    'flinkConfiguration: { s3.endpoint: "http://minio:9000", execution.checkpointing.dir: "gs://a/b", execution.checkpointing.savepoint-dir: "gs://a/c", high-availability.storageDir: "gs://a/d" }',
  ])('%s is none', (part) => expect(found(endpointWithoutPathStyle, part)).toEqual([]));
});
