import { Acknowledgement } from './acknowledgement';
import { acknowledgementAnnotation, covers, isExpired } from './acknowledging';
import { inPacks, ruleOf } from './all-rules';
import { Judging } from './judging';
import { Category, Found, Pack, RuleText, Severity } from './rule';
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

export function annotationPath(acknowledgement: Acknowledgement): ManifestPath {
  return ['metadata', 'annotations', acknowledgementAnnotation(acknowledgement)[0]];
}

const ABOUT: Pick<RuleText, 'pack' | 'category' | 'severity' | 'source' | 'fires' | 'passes'> = {
  pack: Pack.PRODUCTION, category: Category.OPTIONS, severity: Severity.WARNING, source: 'this library', fires: '', passes: '',
};

const EXPIRED_ACKNOWLEDGEMENT: RuleText = {
  ...ABOUT,
  id: 'expired-acknowledgement',
  title: 'an acknowledgement whose day is over',
  why: 'it silences nothing any more',
  fix: 'mend the finding, or decide again',
};

const VAIN_ACKNOWLEDGEMENT: RuleText = {
  ...ABOUT,
  id: 'vain-acknowledgement',
  title: 'an acknowledgement that silences nothing',
  why: 'whoever reads it believes in a problem that is not there, or misses the one that is',
  fix: 'remove it',
};

export const BROKEN_ACKNOWLEDGEMENT: RuleText = {
  ...ABOUT,
  id: 'broken-acknowledgement',
  title: 'an acknowledgement without a reason, or with a day that is none',
  why: 'it silences nothing',
  fix: 'write `reason`, and behind it `; until 2027-03-31` or `; where spec.job` if need be',
};
