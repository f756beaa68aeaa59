import { Duration, Size } from 'cdk8s';
import { JarJobProps } from '../job/jar-job';
import { Cpu } from '../units/cpu';
import { Calibration } from '../workload/calibration';
import { KeySkew } from '../workload/key-skew';
import { Budget, NodeShape } from '../workload/node-shape';
import { Throughput, ThroughputProps } from '../workload/throughput';
import { WorkloadFacts } from '../workload/workload-facts';
import { WorkloadKind } from '../workload/workload-kind';

/** A value of the library as a file spells it. */
export type Spelled<T> = T extends Duration | Size ? string
  : T extends Cpu ? number
    : T extends KeySkew ? string | number
      : T extends Throughput ? ThroughputProps
        : T;

/** Props of the library as a file spells them, under the same names. */
export type SpelledProps<T> = { readonly [Key in keyof T]: Spelled<T[Key]> };

export type SpelledCalibration = SpelledProps<Calibration>;
export type SpelledFacts = SpelledProps<WorkloadFacts>;

/** What the manifest needs besides the sizes. */
export interface SpelledDeployment extends Partial<Pick<JarJobProps, 'entryClass' | 'args'>> {
  readonly name?: string;
  readonly namespace?: string;
  readonly image?: string;
  readonly jarUri?: string;
  /** `s3://bucket/prefix`. */
  readonly checkpoints?: string;
  /** Minor line. */
  readonly operatorVersion?: string;
}

/** A workload file that the schema has let through. */
export interface WorkloadFile extends SpelledFacts {
  readonly $schema?: string;
  readonly kind: WorkloadKind;
  readonly calibration?: SpelledCalibration;
  readonly assumptions?: Record<string, number>;
  readonly nodeShape?: SpelledProps<NodeShape>;
  readonly budget?: SpelledProps<Budget>;
  readonly flinkVersion?: string;
  readonly deployment?: SpelledDeployment;
}
