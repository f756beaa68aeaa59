import { provenFix, FixedText } from './fix/proven-fix';
import { LintedFile, LintFinding, LintResource } from './lint-run';
import { SecretValue, secretValues } from './secret-values';
import { spliceBetween } from './splice';
import { withoutSecrets } from './without-secrets';
import { RENAMED } from '../../flink/configuration/option-spelling';
import { ManifestPath, pathShown } from '../../operator/manifest/manifest-path';
import { ReadManifest } from '../../operator/manifest/read-manifest';
import { TextResource } from '../../operator/manifest/read-resources';
import { TextPlace } from '../../operator/manifest/yaml-text';
import { OperatorInstallation } from '../../operator/operator-installation';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal } from '../../refusal';
import { Acknowledgement } from '../../rules/acknowledgement';
import { Judged, judgedFinding, Verdict } from '../../rules/judge';
import { refusedFinding } from '../../rules/refused-findings';
import { ManifestFile, TwinInFile, twinsIn } from '../manifest-file';

/** How resources are judged. */
export interface Lint {
  readonly installation: OperatorInstallation;
  readonly judge: (twin: ResourceTwin) => Verdict;
}

/** What is to be said of every file. */
export function lintFiles(files: readonly ManifestFile[], lint: Lint): LintedFile[] {
  const twins = new Map<ManifestFile, TwinInFile[]>();
  for (const twin of twinsIn(files, lint.installation)) {
    twins.set(twin.file, [...twins.get(twin.file) ?? [], twin]);
  }
  return files.map((file) => lintedFile(file, twins.get(file) ?? [], lint.judge, () => textToFix(file, files, lint)));
}

/** What a fix of a file is tried on: with the resources of the other files that meet its own, sessions and their jobs. */
export function textToFix(file: ManifestFile, files: readonly ManifestFile[], { installation, judge }: Lint): FixedText {
  const reads = files.filter((each) => each !== file).flatMap(({ resources }) => resources.map(({ read }) => read));
  const others = reads.filter((read): read is ReadManifest => !(read instanceof Refusal) && meets(read));
  return { text: file.text, resources: file.resources, installation, others, findingsOf: (twin) => judge(twin).findings };
}

function meets(read: ReadManifest): boolean {
  return read.kind === 'FlinkSessionJob' || (read.kind === 'FlinkDeployment' && read.manifest.spec.job === undefined);
}

function lintedFile({ name, text, resources }: ManifestFile, twins: readonly TwinInFile[], judge: Lint['judge'], toFix: () => FixedText): LintedFile {
  let tried: FixedText | undefined;
  const fixOf = (resource: TextResource, finding: Judged) => {
    const fixed = provenFix(tried ??= toFix(), resource, finding);
    return fixed === undefined ? undefined : spliceBetween(text, fixed);
  };
  const verdicts = twins.map(({ resource, twin }) => ({ resource, twin, ...verdictOn(twin, judge) }));
  const quiet = verdicts.every(({ findings: open, acknowledged }) => open.length + acknowledged.length === 0);
  const hidden = quiet ? [] : [...new Set(resources.map(({ document }) => document.root))].flatMap(secretValues);
  const findings = verdicts.flatMap(({ resource, twin, findings: open, acknowledged }) => {
    const placed = (finding: Judged, by?: Acknowledgement): LintFinding => withoutSecrets({
      ...finding,
      file: name,
      path: pathShown(finding.path),
      place: (twin instanceof Refusal ? placeIn(twin, text) : undefined) ?? placeOf(resource, finding.path),
      resource: resourceOf(resource),
      splice: by === undefined && finding.edits.length > 0 ? fixOf(resource, finding) : undefined,
      acknowledged: by,
    }, hidden);
    return [...open.map((finding) => placed(finding)), ...acknowledged.map(({ finding, by }) => placed(finding, by))];
  });
  return { name, text, resources: resources.length, findings: findings.sort(byPlace), hidden: hidden.map(masked) };
}

/** What the API server or the operator's classes would not take is one finding. */
function verdictOn(twin: ResourceTwin | Refusal, judge: Lint['judge']): Verdict {
  return twin instanceof Refusal
    ? { findings: [judgedFinding(refusedFinding(twin, namedPath(twin)))], acknowledged: [] } : judge(twin);
}

/** The field that a refusal begins with, `spec.job.state is not what …`. */
function namedPath({ text: { what } }: Refusal): (string | number)[] {
  const [named = ''] = /^[a-zA-Z][\w.[\]-]*/.exec(what) ?? [];
  return [...named.matchAll(/[\w-]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Rules name options by their current keys, which the text may have in an older spelling. */
function placeOf(resource: TextResource, path: ManifestPath): TextPlace {
  const at = path.indexOf('flinkConfiguration') + 1;
  const spellings = at === 0 ? [] : RENAMED[String(path[at])]?.older ?? [];
  const [nearest, above] = [resource.placeOf(path), resource.placeOf(path.slice(0, at))];
  const places = [nearest, ...spellings.map((older) => resource.placeOf([...path.slice(0, at), older, ...path.slice(at + 1)]))];
  return places.find(({ line, column }) => line !== above.line || column !== above.column) ?? nearest;
}

/** Refusals of a text say their place in words. */
function placeIn({ path }: Refusal, text: string): TextPlace | undefined {
  const [, line, column] = (/^line (\d+), column (\d+)$/.exec(path ?? '') ?? []).map(Number);
  if (line === undefined) {
    return undefined;
  }
  const word = /^[^\s:,\]}]+/.exec((text.split('\n')[line - 1] ?? '').slice(column - 1))?.[0] ?? ' ';
  return { line, column, endColumn: column + word.length };
}

function resourceOf({ kind, name, read, value }: TextResource): LintResource {
  const { metadata } = (value ?? {}) as { readonly metadata?: { readonly namespace?: unknown } | null };
  const namespace = read instanceof Refusal ? metadata?.namespace : read.manifest.metadata.namespace;
  return { kind, name, namespace: typeof namespace === 'string' ? namespace : undefined };
}

function masked({ start, end }: SecretValue): { readonly start: number; readonly end: number; readonly text: string } {
  return { start, end, text: '***' };
}

function byPlace(one: LintFinding, other: LintFinding): number {
  return one.place.line - other.place.line || one.place.column - other.place.column
    || compare(one.rule.id, other.rule.id) || compare(one.what, other.what);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
