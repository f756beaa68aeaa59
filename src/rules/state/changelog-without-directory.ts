import { readOption } from '../../flink/configuration/option-spelling';
import { Category, Pack, Rule, Severity } from '../rule';
import { isOn, placeOfOption } from '../written-option';

const DIRECTORY = 'state.changelog.dstl.dfs.base-path';

export const changelogWithoutDirectory: Rule = {
  id: 'changelog-without-directory',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.ERROR,
  title: 'a changelog on a file system without a directory',
  why: 'its uploads begin with the directory, and each task fails when it starts',
  fix: 'set state.changelog.dstl.dfs.base-path to a directory beside the checkpoints (dstl.dfs.base-path up to Flink 1.19)',
  source: 'Flink StateChangeUploadScheduler.fromConfig: new Path(config.get(BASE_PATH)), which has no default',
  fires: 'flinkConfiguration: { state.changelog.enabled: "true", state.changelog.storage: filesystem, execution.state-recovery.claim-mode: CLAIM }',
  passes: 'flinkConfiguration: { state.changelog.enabled: "true", state.changelog.storage: filesystem, execution.state-recovery.claim-mode: CLAIM, '
    + 'state.changelog.dstl.dfs.base-path: "s3://flink-state/orders/changelog" }',
  check: (cluster) => {
    const { configuration } = cluster;
    const onFileSystem = readOption(configuration, 'state.changelog.storage')?.trim().toLowerCase() === 'filesystem';
    return !isOn(configuration, 'state.changelog.enabled') || !onFileSystem || readOption(configuration, DIRECTORY) !== undefined ? [] : [{
      path: placeOfOption(cluster, DIRECTORY),
      what: 'the changelog has no directory, and each task fails when it starts',
      got: 'none',
      allowed: 'a directory in a storage that outlives the pods',
    }];
  },
};
