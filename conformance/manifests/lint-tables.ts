import { manifestTexts, ReadText, readTexts, twinsOf } from './manifest-texts';
import { OperatorVersion } from '../../src/operator/operator-version';
import { Refusal } from '../../src/refusal';
import { Judged, judged } from '../../src/rules/judge';
import { Pack, Severity } from '../../src/rules/rule';

const MOST_RULES = 10;
const ASKED = [Pack.PRODUCTION, Pack.COST, Pack.STRICT];

/** What is said about one text. */
interface Said {
  readonly file: ReadText;
  readonly findings: readonly Found[];
}

type Found = Pick<Judged, 'rule'> | { readonly rule: { readonly id: string; readonly pack: Pack; readonly severity: Severity } };

/**
 * What the rules say about the manifests that a table names, as tables in Markdown by the name of their section:
 * counts and names alone, because manifests may hold secrets.
 */
export function lintTables(path: string, today: string): ReadonlyMap<string, string> {
  const release = OperatorVersion.V1_16;
  const texts = readTexts(manifestTexts(path), release);
  const twins = twinsOf(texts, { release, defaults: new Map() });
  const said = texts.map((file): Said => ({
    file,
    findings: [
      ...file.unusable === undefined ? [] : [refused(file.unusable)],
      ...twins.filter((one) => one.file === file)
        .flatMap(({ twin }): Found[] => (twin instanceof Refusal ? [refused(twin)] : judged(twin, { packs: ASKED, today }).findings)),
    ],
  }));
  return new Map([['wild:kinds', kinds(texts)], ['wild:files', files(said)], ['wild:rules', rules(said)]]);
}

function refused({ code }: Refusal): Found {
  return { rule: { id: code, pack: Pack.REFUSED, severity: Severity.ERROR } };
}

function kinds(texts: readonly ReadText[]): string {
  const counts = counted(texts.flatMap(({ resources }) => resources.map(({ kind }) => kind)));
  return table(['kind', 'resources', 'files'], counts.map(([kind, many]) =>
    [kind, many, texts.filter(({ resources }) => resources.some((resource) => resource.kind === kind)).length]));
}

function files(said: readonly Said[]): string {
  const header = ['repository', 'path', 'commit', 'resources', 'refused', 'errors', 'warnings', 'infos', 'cost', 'strict', 'most frequent rules'];
  return table(header, said.map(({ file, findings }) => {
    const of = (pack: Pack, severity?: Severity) =>
      findings.filter(({ rule }) => rule.pack === pack && (severity ?? rule.severity) === rule.severity).length;
    const most = counted(findings.map(({ rule: { id } }) => id)).slice(0, MOST_RULES).map(([id, many]) => (many === 1 ? id : `${id} × ${many}`));
    return [
      file.repository, file.name, file.commit.slice(0, 12), file.resources.length, of(Pack.REFUSED),
      ...[Severity.ERROR, Severity.WARNING, Severity.INFO].map((severity) => of(Pack.PRODUCTION, severity)), of(Pack.COST), of(Pack.STRICT), most.join(', '),
    ];
  }));
}

function rules(said: readonly Said[]): string {
  const all = new Map(said.flatMap(({ findings }) => findings.map(({ rule }) => [rule.id, rule])));
  const rows = [...all.values()].map(({ id, pack, severity }) => {
    const having = said.filter(({ findings }) => findings.some(({ rule }) => rule.id === id));
    return [`\`${id}\``, pack, severity, having.length, new Set(having.map(({ file }) => file.repository)).size] as const;
  });
  return table(['rule', 'pack', 'severity', 'files', 'repositories'], rows.sort((one, other) => other[3] - one[3] || (one[0] < other[0] ? -1 : 1)));
}

/** The most frequent first. */
function counted(names: readonly string[]): [name: string, many: number][] {
  const counts = new Map<string, number>();
  names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
