import { ISecret } from 'cdk8s-plus-28';
import { Refusal } from '../refusal';

/** What reads a Secret, and the code of the refusal where it is none. */
export interface SecretReader {
  readonly code: string;
  readonly reader: string;
}

/** The name of a Secret that pods read from: the library is used from plain JavaScript too, where a value might stand in its place. */
export function secretName(secret: ISecret, { code, reader }: SecretReader): string {
  if (typeof secret?.name !== 'string') {
    throw new Refusal({
      code,
      what: `${reader} needs a Secret of cdk8s-plus`,
      got: typeof secret,
      allowed: 'an ISecret',
      fix: 'for one that exists: Secret.fromSecretName(scope, id, name)',
    });
  }
  return secret.name;
}
