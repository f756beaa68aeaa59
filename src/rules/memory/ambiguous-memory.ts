import { OperatorVersion } from '../../operator/operator-version';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

/** Text that is the same amount to both. */
const UNAMBIGUOUS = /^\s*\d+\s*(?:[KMGT]i)?\s*$/;

export const ambiguousMemory: Rule = {
  id: 'ambiguous-memory',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'memory in `resources` that Flink and Kubernetes read differently',
  why: 'Flink takes 2048m for mebibytes; the operator takes it for two bytes when it computes the factor between request and limit, and 2G for 7 % less than Flink does',
  fix: 'write whole Mi or Gi: 2048Mi for 2048m, 2Gi for 2G',
  source: 'operator ResourceConfigUtils: Flink MemorySize for the process, Kubernetes quantities for the factor of the limit',
  fires: `
taskManager:
  resource: null
  resources:
    requests: { cpu: 2, memory: 4096m }
    limits: { cpu: 2, memory: 5Gi }
`,
  passes: `
taskManager:
  resource: null
  resources:
    requests: { cpu: 2, memory: 4096Mi }
    limits: { cpu: 2, memory: 5Gi }
`,
  check: ({ manifest: { spec }, installation: { release } }) => (!release._isAtLeast(OperatorVersion.V1_16) ? [] : (['jobManager', 'taskManager'] as const)
    .flatMap((role) => (['requests', 'limits'] as const).flatMap((kind): Finding[] => {
      const memory = spec[role]?.resources?.[kind]?.memory;
      return memory === undefined || UNAMBIGUOUS.test(String(memory)) ? [] : [{
        path: ['spec', role, 'resources', kind, 'memory'],
        what: 'Flink and Kubernetes read this amount of memory differently',
        got: `"${String(memory)}"`,
        allowed: 'a whole number with Mi or Gi, which both read alike',
        inConstruct: 'give memory of jobManager or taskManager of the construct, or write 2048Mi for 2048m and 2Gi for 2G',
      }];
    }))),
};
