import { Duration, Size } from 'cdk8s';
import { BackendOptions } from './backend-options';
import { ChangelogProps } from './changelog-props';
import { FlinkSetting } from '../flink/configuration/setting';

const CHANGELOG = 'state.changelog';
/** Flink's own bound of changes that wait for each other. */
const LEAST_IN_FLIGHT = Size.mebibytes(10);

/** Settings of a log of changes, which lies below the checkpoints and so outlives every pod. */
export function changelogSettings(to: BackendOptions, changelog: ChangelogProps, checkpointDirectory: string): FlinkSetting[] {
  const at = (property: string, key: string) => ({ property: `changelog.${property}`, key: `${CHANGELOG}.${key}` });
  to.time(at('materializationInterval', 'periodic-materialize.interval'), changelog.materializationInterval, Duration.seconds(1));
  to.count(at('failuresAllowed', 'max-failures-allowed'), changelog.failuresAllowed, { least: 0 });
  to.onOff(at('compressed', 'dstl.dfs.compression.enabled'), changelog.compressed);
  to.size(at('preemptiveThreshold', 'dstl.dfs.preemptive-persist-threshold'), changelog.preemptiveThreshold);
  to.size(at('maxInFlight', 'dstl.dfs.upload.max-in-flight'), changelog.maxInFlight, { least: LEAST_IN_FLIGHT });
  to.count(at('uploadThreads', 'dstl.dfs.upload.num-threads'), changelog.uploadThreads);
  to.time(at('uploadTimeout', 'dstl.dfs.upload.timeout'), changelog.uploadTimeout, Duration.millis(1));
  to.count(at('uploadAttempts', 'dstl.dfs.upload.max-attempts'), changelog.uploadAttempts);
  return [
    { key: `${CHANGELOG}.enabled`, value: 'true', reason: 'a checkpoint waits only for what changed since the last' },
    { key: `${CHANGELOG}.storage`, value: 'filesystem', reason: 'the log outlives every pod' },
    { key: `${CHANGELOG}.dstl.dfs.base-path`, value: `${checkpointDirectory}/changelog`, reason: 'the log lies beside the checkpoints' },
    { key: 'execution.state-recovery.claim-mode', value: 'CLAIM', reason: 'with a log, no checkpoint succeeds after a start in Flink\'s own mode' },
  ];
}
