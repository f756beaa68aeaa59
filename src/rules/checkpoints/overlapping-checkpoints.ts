import { readText, readTime, readWholeNumber } from '../../flink/configuration/option-reading';
import { Category, optionPath, Pack, Rule, Severity } from '../rule';
import { isOn, placeOfOption } from '../written-option';
import { ALIGNED_TIMEOUT, exactlyOnce, UNALIGNED } from './alignment';
import { checkpointInterval } from './checkpoint-schedule';

const CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';

export const concurrentCheckpoints: Rule = {
  id: 'concurrent-checkpoints',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.WARNING,
  title: 'several checkpoints at a time',
  why: 'when checkpoints take longer than their interval, a second one takes CPU, network and storage from the first, and both take longer still',
  fix: 'remove execution.checkpointing.max-concurrent-checkpoints, and set a min-pause',
  source: 'Flink docs, large state tuning: concurrent checkpoints are not advised; tuning chapter §5: 1',
  fires: 'flinkConfiguration: { execution.checkpointing.max-concurrent-checkpoints: "2" }',
  passes: 'flinkConfiguration: { execution.checkpointing.max-concurrent-checkpoints: "1" }',
  check: ({ configuration }) => {
    const count = readWholeNumber(configuration, CONCURRENT, 1);
    return checkpointInterval(configuration) === undefined || count <= 1 ? [] : [{
      path: optionPath(CONCURRENT),
      what: 'several checkpoints at a time slow each other down',
      got: `"${readText(configuration, CONCURRENT)}"`,
      allowed: '1',
    }];
  },
};

export const unalignedAtOnce: Rule = {
  id: 'unaligned-at-once',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.INFO,
  title: 'every checkpoint unaligned, with or without back pressure',
  why: 'an unaligned checkpoint also holds the records on their way, is larger, and takes longer to restore; with a timeout Flink begins aligned and changes only where it takes too long',
  fix: 'set execution.checkpointing.aligned-checkpoint-timeout, for example 30s',
  source: 'Flink CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT: 0; Flink docs, checkpointing under backpressure',
  fires: 'flinkConfiguration: { execution.checkpointing.unaligned.enabled: "true" }',
  passes: 'flinkConfiguration: { execution.checkpointing.unaligned.enabled: "true", execution.checkpointing.aligned-checkpoint-timeout: 30s }',
  check: (cluster) => {
    const { configuration } = cluster;
    const found = isOn(configuration, UNALIGNED) && exactlyOnce(configuration) && readTime(configuration, ALIGNED_TIMEOUT, 0n) === 0n
      && checkpointInterval(configuration) !== undefined;
    return !found ? [] : [{
      path: placeOfOption(cluster, UNALIGNED),
      what: 'every checkpoint is unaligned, also those that would align in no time',
      got: `no ${ALIGNED_TIMEOUT.key}`,
      allowed: 'a time after which a checkpoint stops to wait for alignment',
    }];
  },
};
