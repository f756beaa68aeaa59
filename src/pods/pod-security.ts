import { Size } from 'cdk8s';
import { FLINK_USER } from '../flink/flink-container';
import { Refusal, shown } from '../refusal';
import { isWhole } from '../units/whole-number';

/** User and group `flink` of the official image. */


/** A root filesystem that nobody writes to, and room for what Flink writes elsewhere. */
export interface ReadOnlyRoot {
  /**
   * How much `/tmp` may hold: blobs, spilled records, and state that no volume of its own is made for. A pod that
   * writes more is evicted. A volume of yours that is mounted at `/tmp` takes its place.
   */
  readonly temporary: Size;
  /**
   * How much `/opt/flink/log` may hold. A volume of yours that is mounted there takes its place.
   * @default Size.gibibytes(2), for the eleven files of 100 MB that Flink's own log configuration keeps
   */
  readonly logs?: Size;
}

/** What restricted pods may differ in. */
export interface RestrictedPodSecurityProps {
  /**
   * User that Flink runs as, from 1, or refused with `[pod-security-user]`; it must be able to read `/opt/flink`.
   * @default 9999, the official image's
   */
  readonly user?: number;
  /**
   * Group that Flink runs as and that owns the volumes; 0 is allowed.
   * @default - the number of the user
   */
  readonly group?: number;
  /**
   * Flink's container cannot change the image's files. What Flink's start scripts and Flink itself write gets room of its
   * own; a job that writes beside `/tmp` fails. A setting of Flink that points elsewhere is refused with `[read-only-root]`.
   * @default - the root filesystem can be written to
   */
  readonly readOnlyRootFilesystem?: ReadOnlyRoot;
}

/** Pods without restrictions of ours. */
export interface UnrestrictedPodSecurityProps {
  /** A sentence that the next reader understands; not empty, or refused with `[pod-security-reason]`. */
  readonly reason: string;
}

/** What the pods of a cluster may do on their node. */
export class PodSecurity {
  /**
   * Pods of Kubernetes' restricted Pod Security Standard, sidecars and init containers included: no root, no privileges
   * to gain, no capabilities, the runtime's seccomp profile. What would break it is refused with `[pod-security]`.
   */
  public static restricted(props: RestrictedPodSecurityProps = {}): PodSecurity {
    const { user = FLINK_USER, group = user } = props;
    refuseRootUser('PodSecurity.restricted', user);
    if (!isWhole(group, 0)) {
      throw notAnId('the group of PodSecurity.restricted', group, 'a whole number from 0');
    }
    return new PodSecurity({ user, group }, props.readOnlyRootFilesystem);
  }

  /** Pods as the image and the cluster have them: for images that need root, or where a policy of the cluster decides. */
  public static ofImage(props: UnrestrictedPodSecurityProps): PodSecurity {
    const { reason } = props;
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw new Refusal({
        code: 'pod-security-reason',
        what: 'the pods are left unrestricted without a reason',
        got: shown(reason),
        allowed: 'a sentence that the next reader understands',
        fix: 'say what of the image needs it, or leave podSecurity out',
      });
    }
    return new PodSecurity();
  }

  private constructor(
    /** @internal */
    public readonly _runsAs?: { readonly user: number; readonly group: number },
    /** @internal */
    public readonly _readOnlyRoot?: ReadOnlyRoot,
  ) {}
}

/** Refuses a user that a restricted pod cannot run as. */
export function refuseRootUser(of: string, user: number): void {
  if (!isWhole(user, 1)) {
    throw notAnId(`the user of ${of}`, user, 'a whole number from 1; 0 is root');
  }
}

function notAnId(what: string, got: unknown, allowed: string): Refusal {
  return new Refusal({ code: 'pod-security-user', what: `${what} cannot be had in a restricted pod`, got: shown(got), allowed, fix: 'leave it out for 9999, the user and group of the official image' });
}
