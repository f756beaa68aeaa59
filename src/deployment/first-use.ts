import type * as blueGreen from './blue-green-manifest';
import type * as clusters from './checked-cluster';
import type * as explanations from './explained-deployment';
import type * as sessionJobs from './session-job-manifest';
import type * as sessions from './session-manifest';
import type * as snapshots from './snapshot-manifest';
import type * as deployments from './tuned-manifest';

/**
 * What only a resource needs is loaded when the first one of its kind is made, and what only an explanation needs when
 * somebody asks for one: an app that imports the library for a type or a value does not wait for the rest.
 */
export const firstUse = {
  deployments: (): typeof deployments => require('./tuned-manifest'),
  explanations: (): typeof explanations => require('./explained-deployment'),
  blueGreen: (): typeof blueGreen => require('./blue-green-manifest'),
  sessions: (): typeof sessions => require('./session-manifest'),
  sessionJobs: (): typeof sessionJobs => require('./session-job-manifest'),
  snapshots: (): typeof snapshots => require('./snapshot-manifest'),
  clusters: (): typeof clusters => require('./checked-cluster'),
};
