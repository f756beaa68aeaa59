import { readOption, writtenKey } from '../../flink/configuration/option-spelling';
import { parseBytes } from '../../units/bytes';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const PREFIX = 'taskmanager.memory';

export const idleMemoryShare: Rule = {
  id: 'idle-memory-share',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'a memory fraction without effect beside a size',
  why: 'Flink reads the fraction only where no size fixes the pool, so the pool keeps its size whatever the fraction says',
  fix: 'remove the fraction, or the size where the fraction was meant',
  source: 'Flink TaskExecutorFlinkMemoryUtils: an explicit managed size wins; network is clamped between min and max',
  fires: `
flinkConfiguration:
  taskmanager.memory.managed.fraction: "0.6"
  taskmanager.memory.managed.size: 1g
`,
  passes: `
flinkConfiguration:
  taskmanager.memory.managed.fraction: "0.6"
`,
  check: ({ written }) => {
    const min = readOption(written, `${PREFIX}.network.min`);
    const pools: [share: string, size: string, isFixed: boolean][] = [
      [`${PREFIX}.managed.fraction`, `${PREFIX}.managed.size`, readOption(written, `${PREFIX}.managed.size`) !== undefined],
      [`${PREFIX}.network.fraction`, `${PREFIX}.network.min and .max`, fixed(min, readOption(written, `${PREFIX}.network.max`))],
    ];
    return pools.flatMap(([share, size, isFixed]): Finding[] => {
      const value = readOption(written, share);
      const path = optionPath(writtenKey(written, share));
      return value === undefined || !isFixed ? [] : [{
        path,
        what: `${share} contradicts ${size}, which fixes the pool`,
        got: `"${value}"`,
        allowed: 'a size, or a fraction, not both',
        inConstruct: 'give taskManager.memory, which leaves the pools to Flink\'s fractions',
        edits: [{ remove: path }],
      }];
    });
  },
};

function fixed(min: string | undefined, max: string | undefined): boolean {
  return min !== undefined && max !== undefined && parseBytes(min) === parseBytes(max);
}
