import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import {
  FindingLevel, FlinkDefaults, FlinkJob, FlinkVersion, OperatorVersion, PrometheusReporter, S3Checkpointing, TunedFlinkDeployment, Workload,
} from 'cdk8s-flink';

/** Applied once to the app: what holds for every Flink cluster of the company. */
export function companyDefaults(scope: Construct): void {
  FlinkDefaults.of(scope).apply({
    imageRegistry: 'registry.example.com/streams',
    labels: { 'example.com/platform': 'streams' },
    checkpointing: new S3Checkpointing({ bucket: 'company-flink-state', minPause: Duration.seconds(5) }),
    metricReporters: [new PrometheusReporter()],
    operatorVersion: OperatorVersion.V1_15,
    findingLevels: { 'recovery-time-objective': FindingLevel.ERROR },
  });
}

/** All that a team says about a job. */
export interface CompanyJobProps {
  readonly version: string;
  readonly workload: Workload;
}

/** A job of the company: its image is its name. */
export class CompanyJob extends TunedFlinkDeployment {
  constructor(scope: Construct, id: string, { version, workload }: CompanyJobProps) {
    super(scope, id, { image: `${id}:${version}`, flinkVersion: FlinkVersion.V1_20, job: FlinkJob.jar({ uri: `local:///opt/flink/usrlib/${id}.jar` }), workload });
  }
}
