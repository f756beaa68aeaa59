import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  AzureBlobCheckpointing, AzureBlobCredentials, AzureBlobDriver, Checkpointing, FlinkJob, FlinkVersion, OssCheckpointing, OssCredentials, Throughput,
  TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** One job in four regions of two clouds: only the store of its checkpoints differs. */
const app = new App({ outdir: process.env.OUTDIR ?? 'dist/object-stores' });
const chart = new Chart(app, 'object-stores', { namespace: 'flink' });
const secret = Secret.fromSecretName(chart, 'StoreAccess', 'store-access');
const identity = { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-000000000000' };

const stores: Record<string, Checkpointing> = {
  // The nodes of the cluster carry a managed identity; no secret is anywhere.
  'clicks-azure': new AzureBlobCheckpointing({
    account: 'exampleflink', container: 'state', credentials: AzureBlobCredentials.fromManagedIdentity(identity),
  }),
  // An application of Microsoft Entra, where the nodes carry none.
  'clicks-azure-app': new AzureBlobCheckpointing({
    account: 'exampleflink', container: 'state', credentials: AzureBlobCredentials.fromServicePrincipal(identity, secret),
  }),
  // An older account, spoken to as before.
  'clicks-azure-key': new AzureBlobCheckpointing({
    account: 'exampleclassic', container: 'state', credentials: AzureBlobCredentials.fromSecret(secret), driver: AzureBlobDriver.WASB,
  }),
  'clicks-oss': new OssCheckpointing({
    bucket: 'example-flink-state', endpoint: 'oss-eu-central-1-internal.aliyuncs.com', credentials: OssCredentials.fromSecret(secret),
  }),
};

for (const [name, checkpointing] of Object.entries(stores)) {
  new TunedFlinkDeployment(chart, name, {
    image: 'flink:2.2.1-java17',
    flinkVersion: FlinkVersion.V2_2,
    job: FlinkJob.jar({ uri: 'local:///opt/flink/usrlib/clicks.jar' }),
    workload: Workload.statelessTransformation({ throughput: Throughput.of({ recordsPerSecond: 2_000, averageRecordBytes: 250 }) }),
    checkpointing,
  });
}

app.synth();
