import { addressShown } from '../flink/configuration/sensitive-key';
import { ClusterMode } from '../operator/cluster-mode';
import { Refusal } from '../refusal';
import { FlinkJobConfig } from './flink-job-config';
import { StrategyContext } from '../strategy/strategy-context';

/** What an address may need beside the address. */
export interface JarAddressNeeds {
  readonly plainHttp?: boolean;
  readonly fileSystemInImage?: boolean;
}

/** Three slashes: what follows two is a host, and Flink would drop it from the path. */
const LOCAL = /^local:\/\/((?:\/[\w.+@=~-]+)+\.jar)$/;
/** No one who logs in and no query: a signed address is a secret, and Flink names the file after the path. */
const REMOTE = /^([a-z][a-z0-9+.-]*):\/\/[^\s/?#@]+(?:\/[\w.+@=~%-]+)*\/[\w.+@=~-]+\.jar$/;
/** The operator mounts an empty folder here in standalone mode, over what the image has. */
const USER_LIB = '/opt/flink/usrlib';

/**
 * The jar of an application by its address: a file in the image, or, in native mode, what the JobManager fetches into
 * `user.artifacts.base-dir` before it starts the job. Flink 1.19 and newer fetch from `https`, `http` if told so, and any file system.
 */
export function bindJarAddress(uri: string, needs: JarAddressNeeds, { mode }: StrategyContext): Omit<FlinkJobConfig, 'kind'> {
  const [, path] = LOCAL.exec(uri) ?? [];
  if (path !== undefined) {
    refuseHidden(path, mode);
    return { jarUri: uri };
  }
  const [, scheme] = REMOTE.exec(uri) ?? [];
  if (scheme === undefined || scheme === 'local' || scheme === 'file') {
    throw new Refusal({
      code: 'jar-address',
      what: 'the address of the jar leads nowhere',
      got: addressShown(uri),
      allowed: '"local:///" and an absolute path in the image that ends with ".jar", or in native mode a remote address without query and login',
      fix: 'write for example "local:///opt/flink/usrlib/job.jar", with three slashes',
    });
  }
  if (mode === ClusterMode.STANDALONE) {
    throw new Refusal({
      code: 'jar-not-in-pods',
      what: 'a standalone cluster fetches no jar: it takes the file from its pods',
      got: `${scheme}://…`,
      allowed: '"local:///" and a path in the image',
      fix: 'put the jar into the image, or pass `artifact: JobArtifact.download({ url, size })`',
    });
  }
  return fetched(uri, scheme, needs);
}

function fetched(uri: string, scheme: string, { plainHttp = false, fileSystemInImage = false }: JarAddressNeeds): Omit<FlinkJobConfig, 'kind'> {
  if (scheme !== 'http') {
    return { jarUri: uri, fetchedFrom: scheme === 'https' || fileSystemInImage ? undefined : scheme };
  }
  if (!plainHttp) {
    throw new Refusal({
      code: 'jar-over-http',
      what: 'Flink fetches no jar over plain http unless it is told so, for anybody on the way may change it',
      got: addressShown(uri),
      allowed: 'https, or a download with a checksum',
      fix: 'use https, `artifact: JobArtifact.download({ url, size, sha256 })`, or set `plainHttp: true`',
    });
  }
  return {
    jarUri: uri,
    settings: [{ key: 'user.artifacts.raw-http-enabled', value: 'true', reason: 'the jar is fetched over plain http, as the job asks for' }],
  };
}

/** Refuses what the operator's empty folder would hide from the JobManager. */
export function refuseHidden(path: string, mode: ClusterMode): void {
  if (mode === ClusterMode.STANDALONE && path.startsWith(`${USER_LIB}/`)) {
    throw new Refusal({
      code: 'jar-hidden',
      what: `in standalone mode the operator mounts an empty folder over ${USER_LIB} of the JobManager`,
      got: `"${path}"`,
      allowed: `a path outside of ${USER_LIB}`,
      fix: 'put the file elsewhere in the image, for example into /opt/flink/job, or use native mode',
    });
  }
}
