import { parse } from 'yaml';
import { pathShown } from '../../src/operator/manifest/manifest-path';
import { OperatorInstallation } from '../../src/operator/operator-installation';
import { OperatorVersion } from '../../src/operator/operator-version';
import { resourceTwin } from '../../src/operator/resource-twin';
import { judged, Judged } from '../../src/rules/judge';
import { Pack, RuleText } from '../../src/rules/rule';
import { SOUND_SPEC } from '../../src/rules/sound-spec';

const NEWEST: OperatorInstallation = { release: OperatorVersion.V1_16, defaults: new Map() };
const ALL_PACKS = [Pack.PRODUCTION, Pack.COST, Pack.STRICT];

/** What all packs say about a part of a spec laid over the sound one, or about a whole resource. */
export function verdictOn(example: string, installation = NEWEST): Judged[] {
  return judged(resourceTwin(resourceOf(example), installation), { packs: ALL_PACKS, today: '2026-11-22' }).findings;
}

/** The same of one rule alone. */
export function foundBy({ id }: Pick<RuleText, 'id'>, example: string, installation = NEWEST): Judged[] {
  return verdictOn(example, installation).filter(({ rule }) => rule.id === id);
}

function resourceOf(example: string): unknown {
  const part: unknown = parse(example);
  return isMap(part) && 'kind' in part ? part : {
    apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', metadata: { name: 'orders' }, spec: laidOver(parse(SOUND_SPEC), part),
  };
}

/** Lists are replaced, and null takes a field away. */
function laidOver(base: unknown, part: unknown): unknown {
  if (!isMap(base) || !isMap(part)) {
    return part;
  }
  const all = Object.keys({ ...base, ...part }).filter((key) => part[key] !== null);
  return Object.fromEntries(all.map((key) => [key, key in part ? laidOver(base[key], part[key]) : base[key]]));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Findings in one line each. */
export function told(findings: Judged[]): string[] {
  return findings.map(({ path, what, got, allowed, becomes }) => `${pathShown(path)}: ${what}; got ${got}; allowed ${allowed}${becomes === undefined ? '' : `; becomes ${becomes}`}`);
}
