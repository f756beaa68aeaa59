import type * as tuned from './tuned-manifest';

let loaded: typeof tuned | undefined;

/**
 * What only a deployment needs is loaded when the first one is made: an app that imports the library for a
 * type or a value does not wait for the rest.
 */
export function firstUse(): typeof tuned {
  return loaded ??= require('./tuned-manifest');
}
