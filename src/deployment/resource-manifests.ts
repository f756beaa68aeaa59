export { blueGreenManifest, explainBlueGreen, patchedBlueGreen } from './blue-green-manifest';
export { patchedCluster } from './checked-cluster';
export { patchedSessionJob, sessionJobManifest } from './session-job-manifest';
export { patchedSnapshot, snapshotSpec } from './snapshot-manifest';
export { explainedManifest, explainManifest, tunedManifest } from './tuned-manifest';
export { explainSessionManifest, sessionManifest } from './session-manifest';
