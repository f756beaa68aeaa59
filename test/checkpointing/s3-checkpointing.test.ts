import { Chart, Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { refusalOf, says } from '../refusals';
import { CONTEXT } from '../strategy-context';
import { FlinkVersion, S3Checkpointing, S3CheckpointingProps, S3Credentials } from 'cdk8s-flink';

const chart = new Chart(Testing.app(), 'test');
const bind = (props: Partial<S3CheckpointingProps> = {}, flinkVersion = FlinkVersion.V1_20) =>
  new S3Checkpointing({ bucket: 'flink-state', ...props }).bind({ ...CONTEXT, flinkVersion });

test('the bucket, under the name of the deployment, with the plugin of the exact Flink', () => {
  expect(bind()).toEqual({
    directories: { checkpoints: 's3://flink-state/some-job/checkpoints', savepoints: 's3://flink-state/some-job/savepoints', highAvailability: 's3://flink-state/some-job/ha' },
    settings: [],
    pods: { environment: [], volumes: undefined, plugins: ['flink-s3-fs-presto-1.20.5.jar'] },
  });
});

test('a patch of its own decides the jar', () => {
  expect(bind({}, FlinkVersion.of('1.20.3')).pods!.plugins).toEqual(['flink-s3-fs-presto-1.20.3.jar']);
});

test('an endpoint turns path style on', () => {
  expect(bind({ endpoint: 'http://minio.storage.svc:9000', prefix: 'team/job' })).toMatchObject({
    directories: { checkpoints: 's3://flink-state/team/job/checkpoints' },
    settings: [
      { key: 's3.endpoint', value: 'http://minio.storage.svc:9000', reason: 'the store is not AWS' },
      { key: 's3.path.style.access', value: 'true', reason: 'the store knows buckets by path' },
    ],
  });
});

test.each<[Partial<S3CheckpointingProps>, string[]]>([
  [{ endpoint: 'https://store.example.com', pathStyleAccess: false }, ['s3.endpoint']], [{ pathStyleAccess: true }, ['s3.path.style.access']],
])('path style can be said: %j', (props, keys) => expect(bind(props).settings!.map(({ key }) => key)).toEqual(keys));

test('a store that speaks the protocol of S3 needs who the pods are to it', () => {
  const credentials = S3Credentials.fromSecret(Secret.fromSecretName(chart, 'MinIO', 'minio'));
  const props = { bucket: 'flink-state', endpoint: 'http://minio.minio.svc:9000', credentials };
  expect(S3Checkpointing.onCompatibleStore(props).bind(CONTEXT)).toEqual(bind(props));
});

test('an access key is a reference to a Secret', () => {
  const secret = Secret.fromSecretName(chart, 'Secret', 'store-access');
  const rendered = (credentials: S3Credentials) => bind({ credentials }).pods!.environment!.map((variable) => variable._render());
  expect(rendered(S3Credentials.fromSecret(secret))).toEqual([
    { name: 'AWS_ACCESS_KEY_ID', valueFrom: { secretKeyRef: { name: 'store-access', key: 'accesskey' } } },
    { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: { secretKeyRef: { name: 'store-access', key: 'secretkey' } } },
  ]);
  expect(rendered(S3Credentials.fromSecret(secret, { accessKey: 'id', secretKey: 'key' }))).toMatchObject([
    { valueFrom: { secretKeyRef: { key: 'id' } } }, { valueFrom: { secretKeyRef: { key: 'key' } } },
  ]);
  expect(rendered(S3Credentials.fromServiceAccount())).toEqual([]);
});

const ALLOWED = {
  bucket: '3 to 63 lower-case letters, digits, dots and dashes, for example "flink-state"',
  prefix: 'a path without scheme and without a slash at either end, for example "team/product-dedup"',
  endpoint: 'a URL with http or https, without a path and without credentials',
};
const LEAVE_OUT = 'leave out the scheme and everything that belongs to another property; the library puts them together';
const ELSEWHERE = 'give scheme, host and port alone; credentials go through `credentials`, the path through the other properties';
test.each<[keyof typeof ALLOWED, string]>([
  ['bucket', 's3://x'], ['bucket', 'flink-state/job'], ['bucket', ''], ['bucket', 'ab'], ['bucket', 'Flink-State'], ['bucket', '-state'],
  ['prefix', 's3://flink-state/job'], ['prefix', '/job'], ['prefix', 'job/'], ['prefix', ''], ['prefix', 'my job'],
  ['endpoint', 'minio:9000'], ['endpoint', 'https://store.example.com/flink-state'], ['endpoint', 's3://store'], ['endpoint', ''],
])('%s %j is refused', (property, value) => {
  expect(refusalOf(() => bind({ [property]: value })).message).toBe(says(
    `${property} of S3Checkpointing has the wrong form [storage-property]`, `"${value}"`, ALLOWED[property], property === 'endpoint' ? ELSEWHERE : LEAVE_OUT,
  ));
});

test('an endpoint with credentials is refused without repeating them', () => {
  expect(refusalOf(() => bind({ endpoint: 'https://someid:verysecret@store.example.com' })).message).toBe(says(
    'endpoint of S3Checkpointing has the wrong form [storage-property]', 'a text with credentials inside', ALLOWED.endpoint, ELSEWHERE,
  ));
});
