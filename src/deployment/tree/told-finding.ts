import { pathShown } from '../../operator/manifest/manifest-path';
import { Judged } from '../../rules/judge';
import { PlanFinding } from '../../sizing/plan/plan-finding';

/** A finding as standard error and a failed validation tell it; the tree says the construct. */
export function toldFinding(finding: Judged | PlanFinding): string {
  if ('code' in finding) {
    return [`${finding.message} [${finding.code}]`, `  fix      ${finding.fix}`].join('\n');
  }
  const { rule: { id }, path, what, got, allowed, fix, becomes } = finding;
  return [
    `${what} [${id}]`,
    `  got      ${got}, in ${pathShown(path)}`,
    `  allowed  ${allowed}`,
    ...(becomes === undefined ? [] : [`  becomes  ${becomes}`]),
    `  fix      ${fix}`,
  ].join('\n');
}

/** A warning on standard error: the CLI of cdk8s swallows the standard output of an app. */
export function tellWarning(warning: string, path: string): void {
  process.stderr.write(`warning: ${warning}\n  at       ${path || 'the app'}\n`);
}
