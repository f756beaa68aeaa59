import { exampleManifest } from './example-manifest';
import { pathShown } from '../../src/operator/manifest/manifest-path';
import { OperatorInstallation } from '../../src/operator/operator-installation';
import { OperatorVersion } from '../../src/operator/operator-version';
import { resourceTwin } from '../../src/operator/resource-twin';
import { judged, Judged } from '../../src/rules/judge';
import { Pack, RuleText } from '../../src/rules/rule';

const NEWEST: OperatorInstallation = { release: OperatorVersion.V1_16, defaults: new Map() };
const ALL_PACKS = [Pack.PRODUCTION, Pack.COST, Pack.STRICT];

/** What all packs say about a part of a spec laid over the sound one, or about a whole resource. */
export function verdictOn(example: string, installation = NEWEST): Judged[] {
  return judged(resourceTwin(exampleManifest(example), installation), { packs: ALL_PACKS, today: '2026-11-22' }).findings;
}

/** The same of one rule alone. */
export function foundBy({ id }: Pick<RuleText, 'id'>, example: string, installation = NEWEST): Judged[] {
  return verdictOn(example, installation).filter(({ rule }) => rule.id === id);
}

/** Findings in one line each. */
export function told(findings: Judged[]): string[] {
  return findings.map(({ path, what, got, allowed, becomes }) => `${pathShown(path)}: ${what}; got ${got}; allowed ${allowed}${becomes === undefined ? '' : `; becomes ${becomes}`}`);
}
