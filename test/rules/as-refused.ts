import { pathShown } from '../../src/operator/manifest/manifest-path';
import { Finding } from '../../src/rules/rule';

interface Refused {
  readonly location: string;
  readonly what: string;
  readonly got: string;
  readonly allowed: string;
  readonly fix?: string;
}

/** Findings as a construct tells them. */
export function asRefused(findings: Finding[]): Refused[] {
  return findings.map(({ path, fix, inConstruct = fix, ...text }) => ({ ...text, location: pathShown(path), fix: inConstruct }));
}
