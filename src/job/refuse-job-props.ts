import { InitialSavepoint } from './initial-savepoint';
import { JobProps } from './job-props';
import { addressShown } from '../flink/configuration/sensitive-key';
import { Refusal } from '../refusal';

/** `local:` is an address of jars; a savepoint lies where all pods reach it. */
const PATH = /^(?!local:|https?:)[a-z][a-z0-9+.-]*:\/{1,3}[^\s/?#@][^\s?#@]*$/;

/** Refuses what the operator would find out only when it deploys. */
export function refuseJobProps({ initialSavepoint, autoscalerResetNonce }: JobProps): void {
  if (initialSavepoint !== undefined) {
    refuseSavepoint(initialSavepoint);
  }
  refuseNonce('autoscalerResetNonce', autoscalerResetNonce);
}

function refuseSavepoint({ path, redeployNonce }: InitialSavepoint): void {
  if (typeof path !== 'string' || !PATH.test(path)) {
    throw new Refusal({
      code: 'initial-savepoint',
      what: 'the path of the initial savepoint is no directory of a file system',
      got: typeof path === 'string' ? addressShown(path) : typeof path,
      allowed: 'a scheme and a path, without login and query',
      fix: 'write for example "s3://flink-state/some-job/savepoints/savepoint-1a2b3c"',
    });
  }
  refuseNonce('initialSavepoint.redeployNonce', redeployNonce);
}

/** Refuses a nonce that the operator's `Long` does not hold exactly. */
function refuseNonce(property: string, nonce: number | undefined): void {
  if (nonce !== undefined && !(Number.isSafeInteger(nonce) && nonce >= 0)) {
    throw new Refusal({
      code: 'job-nonce',
      what: `${property} is not a whole number`,
      got: String(nonce),
      allowed: `0 to ${Number.MAX_SAFE_INTEGER}`,
      fix: 'count up by one when the job is to react',
    });
  }
}
