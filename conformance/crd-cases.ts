import { Answer, Question } from './answers';
import { Reply } from './oracle';
import { FlinkVersion } from '../src/flink/flink-version';
import { FlinkDeploymentSpec, FlinkJobSpec, FlinkResource, FlinkRoleSpec, UpgradeMode } from '../src/operator/flink-deployment-spec';
import { renderSpec } from '../src/operator/render-spec';

/** Fields of the CRD that ours hold as raw maps on purpose: everything below these paths. */
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

/** The ends of the range of versions that the library offers. */
const VERSIONS = [FlinkVersion.V1_19.operatorName, FlinkVersion.V2_3.operatorName];

/** The narrow FlinkDeployment against the CRD: each field of it is modelled or raw on purpose. */
export function fieldsOfTheResource(): Question[] {
  return [{ op: 'crd' }];
}

/** The CRD with our fields in the place of its own: equal when none is missing and none invented. */
export function everyFieldOfTheResource({ value: { spec, flinkVersions } }: Reply): Answer {
  return {
    value: {
      spec: [
        ...(spec as string[]).filter((path) => RAW.some((raw) => path.startsWith(`${raw}.`))),
        ...leaves(renderSpec(EVERY_FIELD)).filter((path) => path !== 'ingress' && !path.endsWith('.resources')),
      ].sort(),
      flinkVersions: VERSIONS.every((version) => flinkVersions.includes(version)) ? flinkVersions : VERSIONS,
    },
  };
}

function leaves(value: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix + key;
    const nested = inner !== null && typeof inner === 'object' && !Array.isArray(inner) && Object.keys(inner).length > 0;
    return nested ? leaves(inner as Record<string, unknown>, `${path}.`) : [path];
  });
}
