import type * as tuned from './tuned-manifest';
import type * as report from '../report/explain';

/**
 * What only a deployment needs is loaded when the first one is made, and the report when somebody asks for
 * it: an app that imports the library for a type or a value does not wait for the rest.
 */
export const firstUse = {
  tunedManifest: (...args: Parameters<typeof tuned.tunedManifest>) => thinking().tunedManifest(...args),
  clusterOf: (...args: Parameters<typeof tuned.clusterOf>) => thinking().clusterOf(...args),
  explain: (...args: Parameters<typeof report.explain>) => (require('../report/explain') as typeof report).explain(...args),
};

function thinking(): typeof tuned {
  return require('./tuned-manifest');
}
