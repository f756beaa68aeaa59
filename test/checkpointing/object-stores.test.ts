import { Chart, Duration, Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { holdsSecret } from '../../src/flink/configuration/sensitive-key';
import { FILE_SYSTEM_PLUGINS } from '../../src/flink/file-system-plugins';
import { flinkOptions } from '../../src/flink/options/option-catalogue';
import { deploymentOf, emitted, freshChart } from '../deployment/sample-deployment';
import { refusalOf, says } from '../refusals';
import { CONTEXT } from '../strategy-context';
import {
  AzureBlobCheckpointing, AzureBlobCredentials, AzureBlobDriver, Checkpointing, FlinkVersion, GcsCheckpointing, GcsCredentials, ObjectStoreProps,
  OssCheckpointing, OssCredentials, S3Checkpointing,
} from 'cdk8s-flink';

const LINES = [FlinkVersion.V1_19, FlinkVersion.V1_20, FlinkVersion.V2_0, FlinkVersion.V2_1, FlinkVersion.V2_2, FlinkVersion.V2_3];
const chart = new Chart(Testing.app(), 'test');
const secret = Secret.fromSecretName(chart, 'Secret', 'store-access');
const IDENTITY = { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-000000000000' };
const settingsOf = (checkpointing: Checkpointing) =>
  Object.fromEntries((checkpointing.bind(CONTEXT).settings ?? []).map(({ key, value }) => [key, value]));
const environmentOf = (checkpointing: Checkpointing) => (checkpointing.bind(CONTEXT).pods!.environment ?? []).map((variable) => variable._render());
const fromSecret = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: 'store-access', key } } });

const ossKeys = OssCredentials.fromSecret(secret);
const gcs = (props: Partial<ConstructorParameters<typeof GcsCheckpointing>[0]> = {}) => new GcsCheckpointing({ bucket: 'flink-state', ...props });
const azure = (props: Partial<ConstructorParameters<typeof AzureBlobCheckpointing>[0]> = {}) => new AzureBlobCheckpointing({
  account: 'flinkstate', container: 'jobs', credentials: AzureBlobCredentials.fromSecret(secret), ...props,
});
const oss = (props: Partial<ConstructorParameters<typeof OssCheckpointing>[0]> = {}) => new OssCheckpointing({
  bucket: 'flink-state', endpoint: 'oss-eu-central-1-internal.aliyuncs.com', credentials: ossKeys, ...props,
});
const STORES: [string, (props?: ObjectStoreProps) => Checkpointing, string][] = [
  ['s3://flink-state', (props) => new S3Checkpointing({ bucket: 'flink-state', ...props }), 'flink-s3-fs-presto'],
  ['gs://flink-state', gcs, 'flink-gs-fs-hadoop'],
  ['abfss://jobs@flinkstate.dfs.core.windows.net', azure, 'flink-azure-fs-hadoop'],
  ['wasbs://jobs@flinkstate.blob.core.windows.net', (props) => azure({ ...props, driver: AzureBlobDriver.WASB }), 'flink-azure-fs-hadoop'],
  ['oss://flink-state', oss, 'flink-oss-fs-hadoop'],
];

describe.each(STORES)('%s', (root, store, plugin) => {
  test('holds all directories under the name of the deployment', () => {
    expect(store().bind(CONTEXT).directories).toEqual({
      checkpoints: `${root}/some-job/checkpoints`, savepoints: `${root}/some-job/savepoints`, highAvailability: `${root}/some-job/ha`,
    });
  });

  test('holds savepoints elsewhere where they are kept by other rules', () => {
    expect(store({ prefix: 'team/job', savepointPrefix: 'savepoints/team' }).bind(CONTEXT).directories).toEqual({
      checkpoints: `${root}/team/job/checkpoints`, savepoints: `${root}/savepoints/team`, highAvailability: `${root}/team/job/ha`,
    });
  });

  test.each(LINES)('enables its plugin by the exact %s on both roles, which knows the scheme', (flinkVersion) => {
    const made = freshChart();
    deploymentOf({ image: `flink:${flinkVersion.exact}`, flinkVersion, checkpointing: store() }, made);
    const [{ spec }] = emitted(made, 'FlinkDeployment');
    [spec.jobManager, spec.taskManager].forEach((role) => expect((role.podTemplate ?? spec.podTemplate).spec.containers[0].env)
      .toContainEqual({ name: 'ENABLE_BUILT_IN_PLUGINS', value: `${plugin}-${flinkVersion.exact}.jar` }));
    expect(FILE_SYSTEM_PLUGINS[root.split(':')[0]]).toContain(plugin);
  });

  test('whatever the prefix, the directories start with the root or the prefix is refused', () => {
    fc.assert(fc.property(fc.string(), (prefix) => {
      let directories;
      try {
        ({ directories } = store({ prefix }).bind(CONTEXT));
      } catch {
        return;
      }
      Object.values(directories!).forEach((directory) => {
        expect(directory).toMatch(new RegExp(`^${root.replace(/[.]/g, '\\.')}/[^/:\\s]`));
        expect(directory).not.toMatch(/\s|:.*:/);
      });
    }));
  });

  test('holds no secret in its settings, which are all known or handed to its file system', () => {
    for (const version of LINES) {
      const catalogue = flinkOptions(version);
      Object.entries(settingsOf(store())).forEach(([key, value]) => {
        expect(holdsSecret(key, value)).toBe(false);
        expect(['option', 'older-spelling', 'handed-on']).toContain(catalogue.find(key).is);
      });
    }
  });
});

describe('Google Cloud Storage', () => {
  test('finds the service account by itself', () => {
    expect(gcs().bind(CONTEXT)).toMatchObject({ settings: [], pods: { environment: undefined, volumes: undefined } });
  });

  test('finds a key file of a Secret where the variable says', () => {
    const checkpointing = gcs({ credentials: GcsCredentials.fromSecret(secret, 'flink.json') });
    expect(environmentOf(checkpointing)).toEqual([{ name: 'GOOGLE_APPLICATION_CREDENTIALS', value: '/etc/gcs-credentials/key.json' }]);
    expect(checkpointing.bind(CONTEXT).pods!.volumes).toEqual([{
      name: 'gcs-credentials',
      mountPath: '/etc/gcs-credentials',
      source: { secret: { secretName: 'store-access', items: [{ key: 'flink.json', path: 'key.json' }] } },
    }]);
  });
});

describe('Azure Blob Storage', () => {
  const HOST = 'flinkstate.dfs.core.windows.net';

  test('reads an account key from the environment, by either driver', () => {
    expect(settingsOf(azure())).toEqual({ [`fs.azure.account.key.${HOST}`]: '${env.AZURE_STORAGE_KEY}' });
    expect(environmentOf(azure())).toEqual([fromSecret('AZURE_STORAGE_KEY', 'accountkey')]);
    expect(settingsOf(azure({ driver: AzureBlobDriver.WASB }))).toEqual({ 'fs.azure.account.key.flinkstate.blob.core.windows.net': '${env.AZURE_STORAGE_KEY}' });
  });

  test('takes the identity of the nodes, without anything in the environment', () => {
    const checkpointing = azure({ credentials: AzureBlobCredentials.fromManagedIdentity(IDENTITY) });
    expect(settingsOf(checkpointing)).toEqual({
      [`fs.azure.account.auth.type.${HOST}`]: 'OAuth',
      [`fs.azure.account.oauth.provider.type.${HOST}`]: 'org.apache.hadoop.fs.azurebfs.oauth2.MsiTokenProvider',
      [`fs.azure.account.oauth2.msi.tenant.${HOST}`]: IDENTITY.tenantId,
      [`fs.azure.account.oauth2.client.id.${HOST}`]: IDENTITY.clientId,
    });
    expect(environmentOf(checkpointing)).toEqual([]);
  });

  test('takes an application, whose secret it reads from the environment', () => {
    const checkpointing = azure({ credentials: AzureBlobCredentials.fromServicePrincipal(IDENTITY, secret) });
    expect(settingsOf(checkpointing)).toEqual({
      [`fs.azure.account.auth.type.${HOST}`]: 'OAuth',
      [`fs.azure.account.oauth.provider.type.${HOST}`]: 'org.apache.hadoop.fs.azurebfs.oauth2.ClientCredsTokenProvider',
      [`fs.azure.account.oauth2.client.endpoint.${HOST}`]: `https://login.microsoftonline.com/${IDENTITY.tenantId}/oauth2/token`,
      [`fs.azure.account.oauth2.client.id.${HOST}`]: IDENTITY.clientId,
      [`fs.azure.account.oauth2.client.secret.${HOST}`]: '${env.AZURE_CLIENT_SECRET}',
    });
    expect(environmentOf(checkpointing)).toEqual([fromSecret('AZURE_CLIENT_SECRET', 'clientsecret')]);
    expect(() => deploymentOf({ checkpointing })).not.toThrow();
  });

  test.each([AzureBlobCredentials.fromManagedIdentity(IDENTITY), AzureBlobCredentials.fromServicePrincipal(IDENTITY, secret)])(
    'refuses an identity with WASB (%#)', (credentials) => {
      expect(refusalOf(() => azure({ credentials, driver: AzureBlobDriver.WASB }).bind(CONTEXT)).message).toBe(says(
        'the driver WASB knows account keys alone [azure-driver]', 'an identity', 'AzureBlobCredentials.fromSecret with WASB; any with ABFS',
        'leave the driver out for ABFS',
      ));
    },
  );
});

test('OSS reads an access key from the environment', () => {
  expect(settingsOf(oss())).toEqual({
    'fs.oss.endpoint': 'oss-eu-central-1-internal.aliyuncs.com',
    'fs.oss.accessKeyId': '${env.OSS_ACCESS_KEY_ID}',
    'fs.oss.accessKeySecret': '${env.OSS_ACCESS_KEY_SECRET}',
  });
  expect(environmentOf(oss())).toEqual([fromSecret('OSS_ACCESS_KEY_ID', 'accesskey'), fromSecret('OSS_ACCESS_KEY_SECRET', 'secretkey')]);
  expect(environmentOf(oss({ credentials: OssCredentials.fromSecret(secret, { accessKeyId: 'id', accessKeySecret: 'key' }) })))
    .toEqual([fromSecret('OSS_ACCESS_KEY_ID', 'id'), fromSecret('OSS_ACCESS_KEY_SECRET', 'key')]);
});

const LEAVE_OUT = 'leave out the scheme and everything that belongs to another property; the library puts them together';
const PATH = 'a path without scheme and without a slash at either end, for example "team/product-dedup"';
const UUID = 'a UUID, for example "00000000-0000-0000-0000-000000000000"';
test.each<[string, string, string, () => unknown, string, string?]>([
  ['bucket', 'GcsCheckpointing', '"gs://x"', () => gcs({ bucket: 'gs://x' }), '3 to 222 lower-case letters, digits, dots, dashes and underscores, for example "flink-state"'],
  ['bucket', 'OssCheckpointing', '"flink.state"', () => oss({ bucket: 'flink.state' }), '3 to 63 lower-case letters, digits and dashes, for example "flink-state"'],
  ['endpoint', 'OssCheckpointing', '"https://oss-eu-central-1.aliyuncs.com"', () => oss({ endpoint: 'https://oss-eu-central-1.aliyuncs.com' }),
    'a host name alone, for example "oss-eu-central-1-internal.aliyuncs.com"',
    'give scheme, host and port alone; credentials go through `credentials`, the path through the other properties'],
  ['account', 'AzureBlobCheckpointing', '"flink-state"', () => azure({ account: 'flink-state' }), '3 to 24 lower-case letters and digits'],
  ['container', 'AzureBlobCheckpointing', '"jo--bs"', () => azure({ container: 'jo--bs' }), '3 to 63 lower-case letters, digits and single dashes, for example "flink-state"'],
  ['container', 'AzureBlobCheckpointing', '"jb"', () => azure({ container: 'jb' }), '3 to 63 lower-case letters, digits and single dashes, for example "flink-state"'],
  ['container', 'AzureBlobCheckpointing', 'a text with credentials inside', () => azure({ container: 'jobs@flinkstate' }),
    '3 to 63 lower-case letters, digits and single dashes, for example "flink-state"'],
  ['savepointPrefix', 'GcsCheckpointing', '"gs://x/y"', () => gcs({ savepointPrefix: 'gs://x/y' }), PATH],
  ['savepointPrefix', 'OssCheckpointing', '"/y"', () => oss({ savepointPrefix: '/y' }), PATH],
  ['tenantId', 'AzureBlobCredentials.fromManagedIdentity', '"contoso"', () => AzureBlobCredentials.fromManagedIdentity({ ...IDENTITY, tenantId: 'contoso' }), UUID],
  ['clientId', 'AzureBlobCredentials.fromServicePrincipal', '""', () => AzureBlobCredentials.fromServicePrincipal({ ...IDENTITY, clientId: '' }, secret), UUID],
])('a %s of %s as %s is refused', (property, owner, got, make, allowed, fix = LEAVE_OUT) => {
  const bound = () => { const made = make(); return made instanceof Checkpointing ? made.bind(CONTEXT) : made; };
  expect(refusalOf(bound).message).toBe(says(`${property} of ${owner} has the wrong form [storage-property]`, got, allowed, fix));
});

test.each<[string, () => unknown]>([
  ['GcsCredentials.fromSecret', () => GcsCredentials.fromSecret('key' as any)],
  ['OssCredentials.fromSecret', () => OssCredentials.fromSecret('key' as any)],
  ['AzureBlobCredentials.fromSecret', () => AzureBlobCredentials.fromSecret('key' as any)],
  ['AzureBlobCredentials.fromServicePrincipal', () => AzureBlobCredentials.fromServicePrincipal(IDENTITY, 'key' as any)],
])('%s takes no secret in text', (owner, make) => {
  expect(refusalOf(make).message).toBe(says(
    `${owner} needs a Secret of cdk8s-plus [storage-secret]`, 'string', 'an ISecret', 'for one that exists: Secret.fromSecretName(scope, id, name)',
  ));
});

test('a schedule of the store is the schedule of the checkpoints', () => expect(gcs({ interval: Duration.minutes(3) }).schedule.interval).toEqual(Duration.minutes(3)));
