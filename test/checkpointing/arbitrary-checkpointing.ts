import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import {
  AzureBlobCheckpointing, AzureBlobCredentials, AzureBlobDriver, Checkpointing, CheckpointingMode, CheckpointRetention, CheckpointType, FlinkVersion,
  GcsCheckpointing, GcsCredentials, OssCheckpointing, OssCredentials, PersistentVolumeCheckpointing, S3Checkpointing, S3Credentials, SavepointFormat,
  SnapshotSchedule,
} from '../../src';
import { Drawn, making, mostly, named, one, some } from '../making';

const seconds = (least: number, most: number) => fc.integer({ min: least, max: most }).map(Duration.seconds);
const schedule: Drawn = fc.oneof(
  making(fc.integer({ min: 1, max: 48 }).map(Duration.hours), SnapshotSchedule.every),
  making(mostly(one('0 0 3 * * ?', '0 */30 * * * ?'), one('0 3 * * *')), SnapshotSchedule.cron),
);
const operatorSnapshots = some({
  savepoints: schedule,
  checkpoints: schedule,
  savepointFormat: one(...Object.values(SavepointFormat)),
  checkpointType: one(...Object.values(CheckpointType)),
  maxCount: mostly(fc.integer({ min: 1, max: 50 }), one(0)),
  maxAge: fc.integer({ min: 1, max: 30 }).map(Duration.days),
  cleanup: fc.boolean(),
  disposeOnDelete: fc.boolean(),
  savepointOnDeletion: fc.boolean(),
}, 3);
const schedules = {
  interval: seconds(5, 1_800),
  timeout: seconds(1_800, 7_200),
  minPause: seconds(0, 600),
  mode: one(...Object.values(CheckpointingMode)),
  unaligned: fc.boolean(),
  maxConcurrent: mostly(one(1, 1, 1, 2), one(0)),
  retained: mostly(fc.integer({ min: 1, max: 20 }), one(0)),
  retention: one(...Object.values(CheckpointRetention)),
  operatorSnapshots,
};
const word = mostly(one('a', 'team-a', 'jobs/clicks'), one('', 'a//b'));
const inStore = { ...schedules, prefix: word, savepointPrefix: word };
const bucket = mostly(one('flink-state', 'team-a.state'), one('s3://b', 'Bucket_'), 80);
const secret = named('store-keys', 'azure');
const identity = one({ tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-000000000000' });

const s3Credentials = fc.oneof(
  making(fc.constant({}), S3Credentials.fromServiceAccount),
  making(secret, (from) => S3Credentials.fromSecret(from)),
  making(secret, (from) => S3Credentials.fromSecret(from, { accessKey: 'id', secretKey: 'key' })),
);
const endpoint = mostly(one('http://minio.storage:9000', 'https://s3.example.com'), one('minio'));
const azureCredentials = fc.oneof(
  making(secret, (from) => AzureBlobCredentials.fromSecret(from)),
  making(identity, AzureBlobCredentials.fromManagedIdentity),
  making(fc.record({ identity, secret }), (from) => AzureBlobCredentials.fromServicePrincipal(from.identity, from.secret)),
);
const claim = { storage: fc.integer({ min: 1, max: 500 }).map(Size.gibibytes) };
const onVolume = { ...schedules, mountPath: one('/checkpoints', '/mnt/state'), prefix: one('a', 'b/c') };

/** Any store of snapshots, with any schedule; now and then none. */
export function anyCheckpointing(flink: FlinkVersion): Drawn {
  const driver = flink.isAtLeast(FlinkVersion.V2_0) ? one(...Object.values(AzureBlobDriver)) : one(AzureBlobDriver.WASB);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: making(some({ ...inStore, endpoint, credentials: s3Credentials, pathStyleAccess: fc.boolean() }, 4, { bucket }),
        (props) => new S3Checkpointing(props)),
    },
    { weight: 2, arbitrary: making(some(inStore, 4, { bucket, endpoint, credentials: s3Credentials }), S3Checkpointing.onCompatibleStore) },
    {
      weight: 3,
      arbitrary: making(some({
        ...inStore,
        credentials: fc.oneof(making(fc.constant({}), GcsCredentials.fromServiceAccount), making(secret, (from) => GcsCredentials.fromSecret(from))),
      }, 4, { bucket }), (props) => new GcsCheckpointing(props)),
    },
    {
      weight: 3,
      arbitrary: making(some({ ...inStore, driver }, 4, { account: one('flinkstate'), container: one('state'), credentials: azureCredentials }),
        (props) => new AzureBlobCheckpointing(props)),
    },
    {
      weight: 3,
      arbitrary: making(some(inStore, 4, {
        bucket: one('flink-state'), endpoint: one('oss-eu-central-1.aliyuncs.com'), credentials: making(secret, (from) => OssCredentials.fromSecret(from)),
      }), (props) => new OssCheckpointing(props)),
    },
    { weight: 2, arbitrary: making(some({ ...onVolume, storageClassName: one('efs') }, 4, claim), PersistentVolumeCheckpointing.onNewClaim) },
    {
      weight: 2,
      arbitrary: making(some(onVolume, 4, { claim: named('state') }), ({ claim: from, ...props }) => PersistentVolumeCheckpointing.onClaim(from, props)),
    },
    { weight: 1, arbitrary: making(mostly(one('it has no state'), one('')), (reason) => Checkpointing.disabled({ reason })) },
  );
}
