import type * as resources from '../manifest/resource-manifests';

let loaded: typeof resources | undefined;

/**
 * What only a resource needs is loaded when the first one is made: an app that imports the library for a
 * type or a value does not wait for the rest.
 */
export function firstUse(): typeof resources {
  return loaded ??= require('../manifest/resource-manifests');
}
