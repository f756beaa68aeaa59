import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const INTERVAL = 'execution.checkpointing.interval';
const STORAGE = 'execution.checkpointing.storage';

export const checkpointsSwitchedOff: Rule = {
  id: 'checkpoints-switched-off',
  pack: Pack.PRODUCTION,
  category: Category.CHECKPOINTS,
  severity: Severity.ERROR,
  title: 'checkpoints switched off for a job that is upgraded through its state',
  why: 'the state is lost with the first failure',
  fix: 'set execution.checkpointing.interval, for example 60s, and execution.checkpointing.storage: filesystem; for a job that may start from nothing set upgradeMode: stateless',
  source: 'Flink CheckpointingOptions: an interval of zero is off, storage jobmanager keeps snapshots in memory',
  fires: `
flinkConfiguration:
  execution.checkpointing.storage: jobmanager
job:
  upgradeMode: savepoint
`,
  passes: `
flinkConfiguration:
  execution.checkpointing.storage: filesystem
job:
  upgradeMode: savepoint
`,
  check: ({ configuration, manifest, written }) => {
    if ((manifest.spec.job?.upgradeMode ?? 'stateless') === 'stateless') {
      return [];
    }
    const off = /^\s*0+\s*[a-zµ]*\s*$/i.test(configuration.get(INTERVAL) ?? '');
    const inMemory = readOption(configuration, STORAGE)?.toLowerCase() === 'jobmanager';
    const looks: [found: boolean, key: string, allowed: string][] = [[off, INTERVAL, 'a time above zero'], [inMemory, STORAGE, 'filesystem, with execution.checkpointing.dir']];
    return looks.flatMap(([found, key, allowed]): Finding[] => (found ? [{
      path: optionPath(writtenKey(written, key)),
      what: `${key} takes the checkpoints of this job away`,
      got: `"${readOption(configuration, key)}"`,
      allowed,
      inConstruct: 'remove the setting; a job that may start from nothing says Checkpointing.disabled',
    }] : []));
  },
};
