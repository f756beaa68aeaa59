import { KeyedOption } from '../../flink/configuration/option-reading';
import { OperatorVersion } from '../operator-version';

/** The two directories; the Flink 1.19 of operator 1.10 does not know their newer keys. */
interface Directories {
  readonly checkpoints: KeyedOption;
  readonly savepoints: KeyedOption;
}

const BY_FLINK_1_19: Directories = {
  checkpoints: { key: 'state.checkpoints.dir', older: ['state.backend.fs.checkpointdir'] },
  savepoints: { key: 'state.savepoints.dir', older: ['savepoints.state.backend.fs.dir'] },
};
const BY_FLINK_1_20: Directories = {
  checkpoints: { key: 'execution.checkpointing.dir', older: ['state.checkpoints.dir', 'state.backend.fs.checkpointdir'] },
  savepoints: { key: 'execution.checkpointing.savepoint-dir', older: ['state.savepoints.dir', 'savepoints.state.backend.fs.dir'] },
};

/** The directories of a release, by the keys that it reads. */
export function directoriesOf(release: OperatorVersion): Directories {
  return release._isAtLeast(OperatorVersion.V1_11) ? BY_FLINK_1_20 : BY_FLINK_1_19;
}
