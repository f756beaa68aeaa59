import { readOption } from '../../flink/configuration/option-spelling';
import { Category, Pack, Rule, Severity } from '../rule';
import { placeOfOption } from '../written-option';
import { checkpointInterval, timeShown } from './checkpoint-schedule';

const STORAGE = 'execution.checkpointing.storage';
const DIRECTORY = 'execution.checkpointing.dir';

export const checkpointsInJobManager: Rule = {
  id: 'checkpoints-in-job-manager',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.WARNING,
  title: 'checkpoints in the heap of the JobManager',
  why: 'without a directory each checkpoint goes into the heap of the JobManager and is lost with its pod; state above 5 MiB in one task fails the checkpoint',
  fix: 'set execution.checkpointing.dir to a directory in an object store (state.checkpoints.dir up to Flink 1.19)',
  source: 'Flink CheckpointStorageLoader.createDefaultCheckpointStorage; JobManagerCheckpointStorage.DEFAULT_MAX_STATE_SIZE: 5 MiB; tuning chapter §5',
  fires: 'flinkConfiguration: { execution.checkpointing.dir: null }\njob: { upgradeMode: stateless }',
  passes: 'job: { upgradeMode: savepoint }',
  check: (cluster) => {
    const { configuration, manifest: { spec: { job } } } = cluster;
    const interval = checkpointInterval(configuration);
    const storage = readOption(configuration, STORAGE)?.trim().toLowerCase();
    const inJobManager = [undefined, 'jobmanager'].includes(storage) && readOption(configuration, DIRECTORY) === undefined;
    // Of jobs that are upgraded through their state, other checks say it.
    return interval === undefined || !inJobManager || !['stateless', undefined].includes(job?.upgradeMode) ? [] : [{
      path: placeOfOption(cluster, storage === undefined ? DIRECTORY : STORAGE),
      what: 'checkpoints are kept in the heap of the JobManager, and go with its pod',
      got: storage === undefined ? 'no directory' : `"${storage}"`,
      allowed: 'a directory in a storage that outlives the pods',
      becomes: `a checkpoint every ${timeShown(interval)} into the JobManager's heap, at most 5 MiB of state in one task`,
    }];
  },
};

export const checkpointStorageWithoutDirectory: Rule = {
  id: 'checkpoint-storage-without-directory',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.ERROR,
  title: 'checkpoints on a file system without a directory',
  why: 'Flink cannot create the storage, and the job fails when it is submitted',
  fix: 'set execution.checkpointing.dir beside it, or remove execution.checkpointing.storage',
  source: 'Flink CheckpointStorageLoader, FileSystemCheckpointStorage.createFromConfig: IllegalConfigurationException without a checkpoint directory',
  fires: 'flinkConfiguration: { execution.checkpointing.storage: filesystem, execution.checkpointing.dir: null }\njob: { upgradeMode: stateless }',
  passes: 'flinkConfiguration: { execution.checkpointing.storage: filesystem }',
  check: (cluster) => {
    const { configuration } = cluster;
    const storage = readOption(configuration, STORAGE);
    return storage?.trim().toLowerCase() !== 'filesystem' || readOption(configuration, DIRECTORY) !== undefined || cluster.manifest.spec.job === undefined ? [] : [{
      path: placeOfOption(cluster, STORAGE),
      what: 'Flink cannot create a checkpoint storage on a file system without a directory',
      got: `"${storage}" and no ${DIRECTORY}`,
      allowed: 'a directory in a storage that outlives the pods',
    }];
  },
};
