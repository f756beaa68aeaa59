import { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { ArtifactDownloadProps } from './artifact-download';
import { downloadContainer, downloadedFile } from './download-container';
import { FlinkJobConfig } from './flink-job-config';
import { bindJarAddress } from './jar-address';
import { JobContext } from './job-context';
import { ClusterMode } from '../operator/cluster-mode';
import { PodContribution } from '../pods/pod-contribution';
import { Refusal, shown } from '../refusal';

/** Outside of `usrlib`, over which the operator mounts an empty folder in standalone mode. */
const DIRECTORY = '/opt/flink/job';
const VOLUME = 'job-artifact';

/** A jar, and how it comes into the pods that need it. */
export class JobArtifact {
  /** In the image, at an absolute path. Refused with `[jar-address]` and `[jar-hidden]`. */
  public static inImage(path: string): JobArtifact {
    return new JobArtifact((context) => bindJarAddress(`local://${path}`, {}, context));
  }

  /** Downloaded by an init container into an emptyDir, before Flink starts. */
  public static download(props: ArtifactDownloadProps): JobArtifact {
    return new JobArtifact((context) => {
      const file = downloadedFile(props);
      return {
        jarUri: `local://${DIRECTORY}/${file}`,
        ...inPodsThatNeedIt(context, {
          volumes: [{ name: VOLUME, mountPath: DIRECTORY, source: { emptyDir: { sizeLimit: props.size.asString() } } }],
          initContainers: [downloadContainer(props, context.image, VOLUME, DIRECTORY)],
        }),
        findings: props.sha256 !== undefined ? [] : [{
          code: 'download-unchecked',
          message: `each pod runs whatever is at the address of ${file} when it starts, which may be another jar than before`,
          fix: 'pass `sha256`',
        }],
      };
    });
  }

  /**
   * On a claim that exists, mounted read-only. In native mode the JobManagers alone mount it; in standalone mode the
   * TaskManagers too, so it must be readable from several nodes.
   * @param claim the claim
   * @param path of the jar from the root of the claim. Refused with `[artifact-path]`
   */
  public static onClaim(claim: IPersistentVolumeClaim, path: string): JobArtifact {
    return new JobArtifact((context) => {
      if (typeof path !== 'string' || !/^(?!\.\.?\/)[\w.+@=~-]+(\/(?!\.\.?\/)[\w.+@=~-]+)*\.jar$/.test(path)) {
        throw new Refusal({
          code: 'artifact-path',
          what: 'the path on the claim names no jar',
          got: shown(path),
          allowed: 'a path from the root of the claim, without a slash in front, that ends with ".jar"',
          fix: 'write for example "jobs/job-1.4.0.jar"',
        });
      }
      return {
        jarUri: `local://${DIRECTORY}/${path}`,
        ...inPodsThatNeedIt(context, {
          volumes: [{ name: VOLUME, mountPath: DIRECTORY, source: { persistentVolumeClaim: { claimName: claim.name, readOnly: true } } }],
        }),
      };
    });
  }

  private constructor(private readonly bound: (context: JobContext) => Omit<FlinkJobConfig, 'kind'>) {}

  /** @internal */
  public _bind(context: JobContext): Omit<FlinkJobConfig, 'kind'> {
    return this.bound(context);
  }
}

/** A native JobManager hands the jar to its TaskManagers; those of a standalone cluster look for it on their class path. */
function inPodsThatNeedIt({ mode }: JobContext, needed: PodContribution): Omit<FlinkJobConfig, 'kind'> {
  return mode === ClusterMode.STANDALONE ? { pods: needed } : { jobManagerPods: needed };
}
