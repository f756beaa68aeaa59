export { blueGreenManifest, explainBlueGreen, networkOfBlueGreen, patchedBlueGreen } from './blue-green-manifest';
export { patchedCluster } from '../cluster/checked-cluster';
export { patchedSessionJob, sessionJobManifest } from './session-job-manifest';
export { patchedSnapshot, snapshotSpec } from './snapshot-manifest';
export { explainedManifest, explainManifest, networkOfDeployment, tunedManifest } from './tuned-manifest';
export { explainSessionManifest, networkOfSession, sessionManifest } from './session-manifest';
