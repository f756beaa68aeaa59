import { JobArtifact } from './job-artifact';
import { JobProps } from './job-props';

/** A job in a jar. */
export interface JarJobProps extends JobProps {
  /**
   * Where the jar is: `local:///opt/flink/usrlib/…` for one inside the image, with three slashes. In native mode also what the
   * JobManager fetches: `https://…`, or an address of a file system whose plugin the pods have. Refused with `[jar-address]`,
   * `[jar-hidden]`, `[jar-not-in-pods]`, `[jar-over-http]` and `[jar-file-system]`. Field `spec.job.jarURI`.
   * @default - `artifact` says; one of the two must, or it is refused with `[jar-source]`
   */
  readonly uri?: string;
  /**
   * A jar that is in the image, downloaded before Flink starts, or on a claim.
   * @default - `uri` says
   */
  readonly artifact?: JobArtifact;
  /**
   * Class with the main method. Field `spec.job.entryClass`.
   * @default - the jar's manifest says
   */
  readonly entryClass?: string;
  /**
   * True: Flink fetches `uri` over plain http. Flink option `user.artifacts.raw-http-enabled`.
   * @default false
   */
  readonly plainHttp?: boolean;
  /**
   * True: the image itself brings the file system of `uri`, in its `plugins` folder or on its class path.
   * @default false
   */
  readonly fileSystemInImage?: boolean;
}
