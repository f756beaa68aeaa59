import { Size } from 'cdk8s';
import { DownloadCredentials } from './download-credentials';

/** A jar that each pod downloads before Flink starts. */
export interface ArtifactDownloadProps {
  /**
   * Where the jar is: an `https` address that ends with its file name, without login and query. `http` needs `sha256` and no
   * credentials. Refused with `[artifact-url]`.
   */
  readonly url: string;
  /** Room for it in each pod that downloads it; a pod that needs more is evicted. Size of an emptyDir. */
  readonly size: Size;
  /**
   * SHA-256 of the jar in hexadecimal digits; with another one the pod does not start. Refused with `[artifact-checksum]`.
   * @default - not checked, which is told as a finding
   */
  readonly sha256?: string;
  /**
   * Who asks for it.
   * @default - nobody logs in
   */
  readonly credentials?: DownloadCredentials;
  /**
   * Image of the init container, with a shell, GNU wget and coreutils.
   * @default - the image of the cluster; the official one has them
   */
  readonly image?: string;
}
