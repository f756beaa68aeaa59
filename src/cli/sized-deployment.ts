import { App, Chart } from 'cdk8s';
import { WorkloadFile } from './workload-file';
import { budgetOf, calibrationOf, nodeShapeOf, workloadOf } from './workload-of';
import { S3Checkpointing } from '../checkpointing/s3-checkpointing';
import { FlinkRules } from '../deployment/constructs/flink-rules';
import { TunedFlinkDeployment } from '../deployment/constructs/tuned-flink-deployment';
import { TunedFlinkDeploymentProps } from '../deployment/props/tuned-flink-deployment-props';
import { FlinkVersion } from '../flink/flink-version';
import { FlinkJob } from '../job/flink-job';
import { OperatorVersion } from '../operator/operator-version';
import { Explained } from '../report/explained';
import { NodeShape } from '../workload/node-shape';

/** The deployment of a workload file, as an app would have it. */
export interface SizedDeployment {
  readonly explained: Explained;
  readonly nodeShape?: NodeShape;
  readonly manifest: string;
}

/** What stands in for a deployment that the file does not tell of. */
export const PLACEHOLDERS = { name: 'flink-job', jarUri: 'local:///opt/flink/usrlib/job.jar', checkpoints: 's3://flink-state/flink-job' };

const LINES = Object.values(OperatorVersion).filter((value) => value instanceof OperatorVersion);

/** Builds what an app with one chart would build, and refuses what it would. */
export function sizedDeployment(file: WorkloadFile): SizedDeployment {
  const { name, namespace } = { ...PLACEHOLDERS, ...file.deployment };
  const props = deploymentProps(file);
  const app = new App();
  const deployment = new TunedFlinkDeployment(new Chart(app, 'size', { namespace }), name, props);
  const rules = FlinkRules.of(deployment);
  deployment.findings.forEach(({ code }) => rules.acknowledge({ id: code, reason: 'the command tells it itself' }));
  return { explained: deployment._explained(), nodeShape: props.nodeShape, manifest: app.synthYaml() };
}

/** The image of a deployment; without one the official image of one patch, which holds no job. */
export function imageOf(file: WorkloadFile): string {
  return file.deployment?.image ?? `flink:${FlinkVersion.of(file.flinkVersion ?? DEFAULT_FLINK).exact}`;
}

const DEFAULT_FLINK = '1.20';

function deploymentProps(file: WorkloadFile): TunedFlinkDeploymentProps {
  const { jarUri, entryClass, args, checkpoints, operatorVersion } = { ...PLACEHOLDERS, ...file.deployment };
  const [, bucket, prefix] = /^s3:\/\/([^/]+)(?:\/(.+))?$/.exec(checkpoints)!;
  return {
    image: imageOf(file),
    flinkVersion: FlinkVersion.of(file.flinkVersion ?? DEFAULT_FLINK),
    operatorVersion: LINES.find(({ minorLine }) => minorLine === operatorVersion),
    job: FlinkJob.jar({ uri: jarUri, entryClass, args }),
    checkpointing: new S3Checkpointing({ bucket, prefix }),
    workload: workloadOf(file),
    calibration: file.calibration === undefined ? undefined : calibrationOf(file.calibration),
    assumptions: file.assumptions,
    nodeShape: file.nodeShape === undefined ? undefined : nodeShapeOf(file.nodeShape),
    budget: file.budget === undefined ? undefined : budgetOf(file.budget),
  };
}
