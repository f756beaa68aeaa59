import { ResourceRequirements } from '../../operator/manifest/flink-manifests';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { OperatorVersion } from '../../operator/operator-version';
import { parseResourceMemory } from '../../units/kubernetes-quantity';
import { parseQuantity, quantityAsDouble, quantityText } from '../../units/quantity';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

/** Quotients that differ by less are the same, but for rounding. */
const SMALL = 1e-9;
/** Text that is the same amount to both. */
const UNAMBIGUOUS = /^\s*\d+\s*(?:[KMGT]i)?\s*$/;

export const ambiguousMemory: Rule = {
  id: 'ambiguous-memory',
  pack: Pack.PRODUCTION,
  category: Category.MEMORY,
  severity: Severity.WARNING,
  title: 'memory in `resources` that Flink and Kubernetes read differently',
  why: 'Flink takes 2048m for mebibytes; the operator takes it for two bytes when it divides limit by request, and 2G for 7 % less than Flink does',
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
    .flatMap((role) => findingsOf(spec[role]?.resources, ['spec', role, 'resources']))),
};

/** Without both of them there is no factor, and Flink's reading is the only one. */
function findingsOf({ requests, limits }: ResourceRequirements = {}, place: ManifestPath): Finding[] {
  const [request, limit] = [requests?.memory, limits?.memory].map((memory) => (memory === undefined ? undefined : quantityText(memory)));
  if (request === undefined || limit === undefined) {
    return [];
  }
  const factor = kubernetesAmount(limit) / kubernetesAmount(request);
  const meant = Number(parseResourceMemory(limit)) / Number(parseResourceMemory(request));
  if (Math.abs(factor / meant - 1) < SMALL) {
    return [];
  }
  return ([['requests', request], ['limits', limit]] as const).filter(([, memory]) => !UNAMBIGUOUS.test(memory)).map(([kind, memory]): Finding => ({
    path: [...place, kind, 'memory'],
    what: 'Flink and Kubernetes read this amount of memory differently',
    got: `"${memory}"`,
    allowed: 'a whole number with Mi or Gi, which both read alike',
    inConstruct: 'give memory of jobManager or taskManager of the construct, or write 2048Mi for 2048m and 2Gi for 2G',
    becomes: `a limit of the pod ${Number(factor.toPrecision(3))} times the size of the process`,
  }));
}

function kubernetesAmount(memory: string): number {
  return quantityAsDouble(parseQuantity(memory));
}
