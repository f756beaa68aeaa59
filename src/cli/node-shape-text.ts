import { SpelledProps } from './workload-file';
import { Refusal, shown } from '../refusal';
import { DiskKind, NodeShape } from '../workload/node-shape';

const KINDS = new Map(Object.values(DiskKind).map((kind) => [kind.toLowerCase().replaceAll(' ', '-'), kind]));
const SHAPE = /^([0-9]+(?:\.[0-9]+)?)x([0-9]+[kmgt](?:ib?)?)(?::([0-9]+[kmgt](?:ib?)?))?(?::([a-z-]+))?$/i;

/** `8x32Gi`, `8x32Gi:500Gi`, `8x32Gi:500Gi:local-ssd` or `8x32Gi:local-ssd`: what a node offers to pods. */
export function readNodeShape(text: string): SpelledProps<NodeShape> {
  const [, cpu, memory, localDisk, kind] = SHAPE.exec(text) ?? [];
  if (cpu === undefined || (kind !== undefined && !KINDS.has(kind.toLowerCase()))) {
    throw new Refusal({
      code: 'node-shape-text',
      what: 'this is no shape of a node',
      got: shown(text),
      allowed: `cores x memory, then :disk and :kind where they are known; the kinds are ${[...KINDS.keys()].join(', ')}`,
      fix: 'for example 8x32Gi or 8x32Gi:500Gi:local-ssd',
    });
  }
  return { cpu: Number(cpu), memory, localDisk, diskKind: kind === undefined ? undefined : KINDS.get(kind.toLowerCase()) };
}
