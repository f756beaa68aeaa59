import { LintFinding, LintRun, openFindings, acknowledgedFindings, SEVERITIES } from './lint-run';

/** Grows with every change that a reader must know of; fields are only added within one. */
const VERSION = 1;

/** For programs; the guide on lint describes it. */
export function lintJson(run: LintRun): string {
  const open = openFindings(run);
  const acknowledged = acknowledgedFindings(run);
  return `${JSON.stringify({
    version: VERSION,
    files: run.files.map(({ name, resources }) => ({ file: name, resources })),
    unusable: run.unusable,
    findings: run.files.flatMap(({ findings }) => findings.map(findingJson)),
    summary: {
      ...Object.fromEntries(SEVERITIES.map((severity) => [severity, open.filter(({ rule }) => rule.severity === severity).length])),
      acknowledged: acknowledged.length,
      fixable: open.filter(({ splice }) => splice !== undefined).length,
    },
  }, undefined, 2)}\n`;
}

function findingJson({ rule, file, place, resource, path, what, got, allowed, becomes, fix, edits, splice, acknowledged }: LintFinding): object {
  return {
    rule: rule.id,
    severity: rule.severity,
    pack: rule.pack,
    category: rule.category,
    file,
    ...place,
    resource,
    path,
    what,
    got,
    allowed,
    becomes,
    fix,
    edits: edits.map((edit) => ('set' in edit ? { set: edit.set, value: edit.value } : edit)),
    fixable: splice !== undefined,
    acknowledged: acknowledged && { reason: acknowledged.reason, where: acknowledged.where, until: acknowledged.until },
  };
}
