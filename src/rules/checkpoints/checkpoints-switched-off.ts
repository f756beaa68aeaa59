import { readOption } from '../../flink/configuration/option-spelling';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const INTERVAL = 'execution.checkpointing.interval';
const STORAGE = 'execution.checkpointing.storage';

export const checkpointsSwitchedOff: Rule = {
  id: 'checkpoints-switched-off',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.ERROR,
  title: 'a raw setting that takes the checkpoints of a job away',
  why: 'the job is upgraded through its state, and would lose it with the first failure',
  source: 'Flink CheckpointingOptions: an interval of zero is off, storage jobmanager keeps snapshots in memory',
  check: ({ configuration, manifest }) => {
    if ((manifest.spec.job?.upgradeMode ?? 'stateless') === 'stateless') {
      return [];
    }
    const off = /^\s*0+\s*[a-zµ]*\s*$/i.test(configuration.get(INTERVAL) ?? '');
    const inMemory = readOption(configuration, STORAGE)?.toLowerCase() === 'jobmanager';
    return [[off, INTERVAL], [inMemory, STORAGE]].flatMap(([found, key]): Finding[] => (found ? [{
      path: optionPath(String(key)),
      what: `${key} takes the checkpoints of this job away`,
      got: `"${readOption(configuration, String(key))}"`,
      allowed: 'checkpoints in the storage of the construct',
      inConstruct: 'remove the setting; a job that may start from nothing says Checkpointing.disabled',
    }] : []));
  },
};
