import { POD_TEMPLATE } from './pod-template-fields';
import { OperatorVersion } from '../operator-version';
import { BOOLEAN, FieldKind, fields, FieldsKind, INT, listOf, LONG, NUMBER, oneOf, QUANTITIES, RAW, SETTINGS, since, TEXT, TEXTS } from './field-kinds';

/** The kinds of custom resource that the operator reads. */
export type ManifestKind = 'FlinkDeployment' | 'FlinkSessionJob' | 'FlinkStateSnapshot' | 'FlinkBlueGreenDeployment';

export interface ManifestSchema {
  readonly since: OperatorVersion;
  readonly spec: FieldsKind;
}

/** `spec.flinkVersion` as the chart of each release lets it through; the first that has a version, then the version. */
const FLINK_VERSIONS: readonly (readonly [since: OperatorVersion, versions: readonly string[]])[] = [
  [OperatorVersion.V1_10, ['v1_13', 'v1_14', 'v1_15', 'v1_16', 'v1_17', 'v1_18', 'v1_19', 'v1_20']],
  [OperatorVersion.V1_11, ['v2_0']],
  [OperatorVersion.V1_13, ['v2_1', 'v2_2']],
  [OperatorVersion.V1_16, ['v2_3', 'v2_4']],
];
const FLINK_VERSION: FieldKind = {
  holds: 'name',
  names: (release) => FLINK_VERSIONS.flatMap(([first, versions]) => (release._isAtLeast(first) ? versions : [])),
};

const JOB = fields({
  jarURI: TEXT,
  entryClass: TEXT,
  args: listOf(TEXT),
  parallelism: INT,
  state: oneOf('running', 'suspended'),
  upgradeMode: oneOf('last-state', 'savepoint', 'stateless'),
  allowNonRestoredState: BOOLEAN,
  initialSavepointPath: TEXT,
  savepointTriggerNonce: LONG,
  checkpointTriggerNonce: LONG,
  savepointRedeployNonce: LONG,
  autoscalerResetNonce: since(OperatorVersion.V1_11, LONG),
});

const INGRESS = fields({
  template: TEXT,
  className: TEXT,
  annotations: TEXTS,
  labels: TEXTS,
  tls: listOf(fields({ hosts: listOf(TEXT), secretName: TEXT })),
});

const ROLE = fields({
  replicas: INT,
  resource: fields({ cpu: NUMBER, memory: TEXT, ephemeralStorage: TEXT }),
  resources: since(OperatorVersion.V1_16, fields({
    requests: QUANTITIES,
    limits: QUANTITIES,
    claims: listOf(fields({ name: TEXT, request: TEXT })),
  })),
  podTemplate: POD_TEMPLATE,
});

const DEPLOYMENT = fields({
  image: TEXT,
  imagePullPolicy: TEXT,
  serviceAccount: TEXT,
  flinkVersion: FLINK_VERSION,
  mode: oneOf('native', 'standalone'),
  flinkConfiguration: SETTINGS,
  logConfiguration: TEXTS,
  podTemplate: POD_TEMPLATE,
  ingress: INGRESS,
  jobManager: ROLE,
  taskManager: ROLE,
  job: JOB,
  restartNonce: LONG,
});

/** Every field of `spec`, by kind of resource. */
export const MANIFEST_SCHEMAS: ReadonlyMap<string, ManifestSchema> = new Map<ManifestKind, ManifestSchema>([
  ['FlinkDeployment', { since: OperatorVersion.V1_10, spec: DEPLOYMENT }],
  ['FlinkSessionJob', {
    since: OperatorVersion.V1_10,
    spec: fields({ deploymentName: TEXT, flinkConfiguration: SETTINGS, job: JOB, restartNonce: LONG }),
  }],
  ['FlinkStateSnapshot', {
    since: OperatorVersion.V1_10,
    spec: fields({
      backoffLimit: INT,
      checkpoint: fields({}),
      savepoint: fields({ path: TEXT, formatType: oneOf('CANONICAL', 'NATIVE', 'UNKNOWN'), disposeOnDelete: BOOLEAN, alreadyExists: BOOLEAN }),
      jobReference: fields({ kind: oneOf('FlinkDeployment', 'FlinkSessionJob'), name: TEXT }),
    }),
  }],
  ['FlinkBlueGreenDeployment', {
    since: OperatorVersion.V1_14,
    spec: fields({ configuration: TEXTS, ingress: INGRESS, template: fields({ metadata: RAW, spec: DEPLOYMENT }) }),
  }],
]);
