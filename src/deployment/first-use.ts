import type * as tuned from './tuned-manifest';

/**
 * What only a deployment needs is loaded when the first one is made: an app that imports the library for a
 * type or a value does not wait for the rest.
 */
export function firstUse(): typeof tuned {
  return require('./tuned-manifest');
}
