import { ManifestDiff } from './manifest-diff';
import { ORDERS } from './tuning-order';
import { pathShown } from '../../operator/manifest/manifest-path';
import { Judged } from '../../rules/judge';

/** The differences for programs: docs/guides/diff.md tells the keys, which stay. */
export function diffJson({ added, removed, changed }: ManifestDiff): string {
  return `${JSON.stringify({
    added,
    removed,
    changed: changed.map(({ steps, newFindings, goneFindings, knobs, ...rest }) => ({
      ...rest,
      knobs: knobs.map(({ lever, ...knob }) => ({ ...knob, lever: lever?.name })),
      steps: steps.map(({ lever: { name, source }, order, knobs: moved }) => ({
        lever: name, order: ORDERS[order], source, knobs: moved.map(({ key }) => key),
      })),
      newFindings: newFindings.map(findingFields),
      goneFindings: goneFindings.map(findingFields),
    })),
  }, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value), 2)}\n`;
}

function findingFields({ rule: { id, severity }, path, what, got, allowed }: Judged): Record<string, string> {
  return { rule: id, severity, path: pathShown(path), what, got, allowed };
}
