import { createHash } from 'node:crypto';
import { isAbsolute, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitCodeOf, LintedFile, LintFinding, LintRun } from './lint-run';
import { rulePage } from './rule-page';
import { SourceLines } from './source-lines';
import { inPacks } from '../../rules/all-rules';
import { Pack, RuleText, Severity } from '../../rules/rule';

const LEVELS: Record<Severity, string> = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.INFO]: 'note' };
/** Where the command ran. */
const ROOT = '%SRCROOT%';

/** SARIF 2.1.0, which GitHub, GitLab and editors read. */
export function lintSarif(run: LintRun, packs: readonly Pack[], version: string): string {
  const rules = knownRules(run, packs);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-flink', semanticVersion: version, informationUri: 'https://github.com/cdk8s-flink/cdk8s-flink', rules: rules.map(ruleObject) } },
      originalUriBaseIds: { [ROOT]: { description: { text: 'the folder in which the command ran' } } },
      columnKind: 'utf16CodeUnits',
      invocations: [{
        executionSuccessful: run.unusable.length === 0,
        exitCode: exitCodeOf(run),
        toolExecutionNotifications: run.unusable.map(({ file, message }) => ({
          level: 'error', message: { text: message }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
        })),
      }],
      artifacts: run.files.map(({ name }) => ({ location: artifact(name) })),
      results: run.files.flatMap((file) => resultsOf(file, indexes)),
    }],
  }, undefined, 2)}\n`;
}

/** Those that were looked at, and the refusals that were found. */
function knownRules({ files }: LintRun, packs: readonly Pack[]): RuleText[] {
  const rules = new Map<string, RuleText>(inPacks(packs).map((rule) => [rule.id, rule]));
  files.flatMap(({ findings }) => findings).forEach(({ rule }) => rules.set(rule.id, rules.get(rule.id) ?? { ...rule }));
  return [...rules.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function ruleObject({ id, pack, category, severity, title, why, fix, source, ...rule }: RuleText): object {
  const mend = fix === undefined || fix === '' ? [] : [`Fix: ${fix}.`];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: [`${title}: ${why}.`, ...mend, `Source: ${source}.`].join(' '),
      markdown: [`**${title}**: ${why}.`, ...mend, `Source: ${source}.`, `[More](${rulePage({ id, pack, ...rule })})`].join('\n\n'),
    },
    helpUri: rulePage({ id, pack }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [pack, category] },
  };
}

function resultsOf(file: LintedFile, indexes: ReadonlyMap<string, number>): object[] {
  const lines = file.findings.length === 0 ? undefined : new SourceLines(file.text, file.hidden);
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const print = identityOf(finding);
    seen.set(print, (seen.get(print) ?? 0) + 1);
    return resultOf(finding, lines!, indexes, `${print}:${seen.get(print)}`);
  });
}

function resultOf(finding: LintFinding, lines: SourceLines, indexes: ReadonlyMap<string, number>, print: string): object {
  const { rule, what, got, allowed, becomes, fix, file, place: { line, column, endColumn }, resource, path, splice, acknowledged } = finding;
  const more = [`got ${got}`, `allowed ${allowed}`, ...(becomes === undefined ? [] : [`becomes ${becomes}`]), ...(fix === '' ? [] : [`fix: ${fix}`])];
  const suppression = { kind: 'inSource', status: 'accepted', justification: acknowledged?.reason };
  return {
    ruleId: rule.id,
    ruleIndex: indexes.get(rule.id),
    level: LEVELS[rule.severity],
    message: { text: [what, ...more].join('\n') },
    locations: [{
      physicalLocation: { artifactLocation: artifact(file), region: { startLine: line, startColumn: column, endColumn } },
      logicalLocations: [{ fullyQualifiedName: `${resource.kind}/${resource.name ?? ''}/${path}`, kind: 'member' }],
    }],
    partialFingerprints: { 'cdk8sFlink/v1': print },
    suppressions: acknowledged === undefined ? [] : [suppression],
    ...(splice === undefined ? {} : { fixes: [fixObject(finding, lines)] }),
  };
}

function fixObject({ file, fix, what, splice }: LintFinding, lines: SourceLines): object {
  const [from, to] = [lines.placeOf(splice!.start), lines.placeOf(splice!.end)];
  return {
    description: { text: fix === '' ? what : fix },
    artifactChanges: [{
      artifactLocation: artifact(file),
      replacements: [{
        deletedRegion: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
        insertedContent: { text: splice!.text },
      }],
    }],
  };
}

/** The same as long as the finding is, wherever the lines go. */
function identityOf({ rule, file, resource, path, what }: LintFinding): string {
  return createHash('sha256').update(JSON.stringify([rule.id, fileUri(file), resource, path, what])).digest('hex').slice(0, 32);
}

function artifact(file: string): object {
  const uri = fileUri(file);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT };
}

/** Below the folder of the run by its place in it. */
function fileUri(file: string): string {
  const path = relative('.', file);
  return path.startsWith('..') || isAbsolute(path) ? pathToFileURL(file).href : path.split(/[\\/]/).map(encodeURIComponent).join('/');
}
