import { Refusal, shown } from '../refusal';

/** The value of a property of a storage, or a refusal where it has another form than the store knows. */
export function storageForm(strategy: string, property: string, value: string, form: RegExp, allowed: string): string {
  if (typeof value !== 'string' || !form.test(value)) {
    throw new Refusal({
      code: 'storage-property',
      what: `${property} of ${strategy} has the wrong form`,
      // A user part would carry a secret.
      got: /@/.test(String(value)) ? 'a text with credentials inside' : shown(value),
      allowed,
      fix: property === 'endpoint'
        ? 'give scheme, host and port alone; credentials go through `credentials`, the path through the other properties'
        : 'leave out the scheme and everything that belongs to another property; the library puts them together',
    });
  }
  return value;
}

/** A path below the root of a bucket or of a volume. */
export function pathInStore(strategy: string, property: string, value: string): string {
  return storageForm(strategy, property, value, /^[^/:\s][^:\s]*[^/:\s]$|^[^/:\s]$/,
    'a path without scheme and without a slash at either end, for example "team/product-dedup"');
}
