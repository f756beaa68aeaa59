import type * as clusters from '../cluster/checked-cluster';
import type * as rules from '../cluster/ruled-resource';
import type * as blueGreen from '../manifest/blue-green-manifest';
import type * as explanations from '../manifest/explained-deployment';
import type * as sessionJobs from '../manifest/session-job-manifest';
import type * as sessions from '../manifest/session-manifest';
import type * as snapshots from '../manifest/snapshot-manifest';
import type * as deployments from '../manifest/tuned-manifest';

/**
 * What only a resource needs is loaded when the first one of its kind is made, and what only an explanation needs when
 * somebody asks for one: an app that imports the library for a type or a value does not wait for the rest.
 */
export const firstUse = {
  deployments: (): typeof deployments => require('../manifest/tuned-manifest'),
  explanations: (): typeof explanations => require('../manifest/explained-deployment'),
  blueGreen: (): typeof blueGreen => require('../manifest/blue-green-manifest'),
  sessions: (): typeof sessions => require('../manifest/session-manifest'),
  sessionJobs: (): typeof sessionJobs => require('../manifest/session-job-manifest'),
  snapshots: (): typeof snapshots => require('../manifest/snapshot-manifest'),
  rules: (): typeof rules => require('../cluster/ruled-resource'),
  clusters: (): typeof clusters => require('../cluster/checked-cluster'),
};
