import { Answer, Question } from './answers';
import { Reply } from './oracle';
import { OPERATOR } from './releases';
import { FlinkDeploymentSpec, FlinkJobSpec, FlinkResource, FlinkRoleSpec, UpgradeMode } from '../src/operator/flink-deployment-spec';
import { fieldsMissingIn } from '../src/operator/manifest/fields-missing-in';
import { OperatorVersion } from '../src/operator/operator-version';
import { renderSpec } from '../src/operator/render-spec';

/** Fields of the CRD that ours hold as raw maps on purpose: everything from these paths down. */
const RAW = ['podTemplate', 'jobManager.podTemplate', 'taskManager.podTemplate', 'jobManager.resources', 'taskManager.resources', 'ingress'];

const RESOURCE: Required<FlinkResource> = { cpu: 1, memory: '', ephemeralStorage: '' };
const ROLE: Required<FlinkRoleSpec> = { resource: RESOURCE, resources: {}, replicas: 1, podTemplate: {} };
const JOB: Required<FlinkJobSpec> = {
  jarUri: '',
  entryClass: '',
  args: [],
  parallelism: 1,
  state: '',
  upgradeMode: UpgradeMode.STATELESS,
  allowNonRestoredState: true,
  initialSavepointPath: '',
  savepointTriggerNonce: 1,
  checkpointTriggerNonce: 1,
  savepointRedeployNonce: 1,
  autoscalerResetNonce: 1,
};
/** Every field that the narrow resource has; the compiler sees to it that none is missing here. */
const EVERY_FIELD: Required<FlinkDeploymentSpec> = {
  image: '',
  imagePullPolicy: '',
  serviceAccount: '',
  flinkVersion: '',
  mode: '',
  flinkConfiguration: {},
  logConfiguration: {},
  podTemplate: {},
  ingress: {},
  jobManager: ROLE,
  taskManager: ROLE,
  job: JOB,
  restartNonce: 1,
};

/** The narrow FlinkDeployment against the CRD: each field of it is modelled or raw on purpose. */
export function fieldsOfTheResource(_cases: number, _seed: number, release: OperatorVersion): Question[] {
  return [{ op: 'schema', kind: 'FlinkDeployment', release: release.minorLine }];
}

/** The CRD with our fields in the place of its own: equal when none is missing, and none is there that no release ever had. */
export function everyFieldOfTheResource({ value }: Reply, { release }: Question): Answer {
  const theirs = Object.keys(value);
  const later = fieldsMissingIn('FlinkDeployment', { spec: renderSpec(EVERY_FIELD) }, OPERATOR.find(([{ minorLine }]) => minorLine === release)![0]);
  const ours = leaves(renderSpec(EVERY_FIELD), 'spec.').filter((path) => !later.includes(path));
  const raw = theirs.filter((path) => RAW.some((name) => path === `spec.${name}` || path.startsWith(`spec.${name}.`)));
  const inner = theirs.filter((path) => path.endsWith('[]') || theirs.some((other) => other.startsWith(`${path}.`)));
  const known = new Set([...ours, ...raw, ...inner]);
  return { value: Object.fromEntries([...known].map((path) => [path, value[path]])) };
}

function leaves(value: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix + key;
    const nested = inner !== null && typeof inner === 'object' && !Array.isArray(inner) && Object.keys(inner).length > 0;
    return nested ? leaves(inner as Record<string, unknown>, `${path}.`) : [path];
  });
}
