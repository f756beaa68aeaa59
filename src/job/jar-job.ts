import { FlinkJobConfig } from './flink-job-config';
import { JobProps } from './job-props';

/** A job in a jar. */
export interface JarJobProps extends JobProps {
  /** Where the jar is; `local:///opt/flink/usrlib/…` for one inside the image. Field `spec.job.jarURI`. */
  readonly uri: string;
  /**
   * Class with the main method. Field `spec.job.entryClass`.
   * @default - the jar's manifest says
   */
  readonly entryClass?: string;
}

export function bindJarJob({ uri, entryClass, args }: JarJobProps): FlinkJobConfig {
  return { jarUri: uri, entryClass, args };
}
