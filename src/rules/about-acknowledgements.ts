import { Acknowledgement } from './acknowledgement';
import { acknowledgementAnnotation, covers, isExpired } from './acknowledging';
import { inPacks, ruleOf } from './all-rules';
import { EXPIRED_ACKNOWLEDGEMENT, VAIN_ACKNOWLEDGEMENT } from './engine-rules';
import { Judging } from './judging';
import { Found, Pack } from './rule';
import { ManifestPath } from '../operator/manifest/manifest-path';

/** Of each acknowledgement in the annotations of a resource that does not do what it was written for. */
export function acknowledgementFindings(
  acknowledgements: readonly Acknowledgement[], found: readonly Found[], { packs, today }: Pick<Judging, 'packs' | 'today'>,
): Found[] {
  return acknowledgements.flatMap((acknowledgement): Found[] => {
    const path = annotationPath(acknowledgement);
    const { id, until } = acknowledgement;
    const met = found.filter(({ rule, finding }) => rule.id === id && covers(acknowledgement, finding.path));
    if (met.some(({ rule }) => rule.pack === Pack.REFUSED)) {
      return [{
        rule: VAIN_ACKNOWLEDGEMENT,
        finding: { path, what: `${id} cannot be acknowledged: it is refused, whatever one thinks of it`, got: 'an acknowledgement', allowed: 'none', fix: 'remove it and mend the finding' },
      }];
    }
    if (isExpired(acknowledgement, today)) {
      return [{
        rule: EXPIRED_ACKNOWLEDGEMENT,
        finding: { path, what: `the acknowledgement of ${id} is over`, got: `until ${until}`, allowed: `a day from ${today} on`, fix: 'mend the finding, or decide again and say until when' },
      }];
    }
    const rule = ruleOf(id);
    const unused = met.length === 0 && (rule === undefined || inPacks(packs).includes(rule));
    return unused ? [{
      rule: VAIN_ACKNOWLEDGEMENT,
      finding: {
        path,
        what: rule === undefined ? `${id} is no rule` : `there is nothing of ${id} to acknowledge`,
        got: 'an acknowledgement',
        allowed: rule === undefined ? 'the id of a rule, as `cdk8s-flink rules` lists them' : 'one for a finding that is there',
        fix: 'remove it',
      },
    }] : [];
  });
}

function annotationPath(acknowledgement: Acknowledgement): ManifestPath {
  return ['metadata', 'annotations', acknowledgementAnnotation(acknowledgement)[0]];
}
