import { Agreement, agreement } from './agreement';
import { manifestTexts, ReadText, readTexts, shownText, twinsOf } from './manifest-texts';
import { FlinkVersion } from '../../src/flink/flink-version';
import { OperatorVersion } from '../../src/operator/operator-version';
import { Refusal } from '../../src/refusal';
import { Question } from '../answers';
import { Oracle } from '../oracle';
import { OracleProgram } from '../oracle-program';
import { NEWEST_OPERATOR, OPERATOR } from '../releases';

/** Compares the twins of all resources under a path with the real classes, and prints what came of it; false where they differ. */
export async function manifestsAgree(path: string, releases: readonly string[]): Promise<boolean> {
  const texts = manifestTexts(path);
  const asked = OPERATOR.filter(([release]) => (releases.length === 0 ? release === NEWEST_OPERATOR : releases.includes(release.minorLine)));
  if (texts.length === 0 || asked.length === 0) {
    throw new Error(texts.length === 0 ? `no YAML under ${path}` : 'no such release of the operator');
  }
  const verdicts: boolean[] = [];
  for (const [release, exact] of asked) {
    const read = readTexts(texts, release);
    const told = await asking(OracleProgram.operator(exact, release === NEWEST_OPERATOR), release, read);
    console.log(told === undefined ? `operator ${exact}: not in the registry: not compared` : shownAgreement(`operator ${exact}`, read, told, release));
    verdicts.push(told === undefined || told.differences.length === 0);
  }
  return verdicts.every((agrees) => agrees);
}

/** With an oracle for the operator, and one for every line of Flink once it is needed. */
async function asking(program: OracleProgram, release: OperatorVersion, texts: readonly ReadText[]): Promise<Agreement | undefined> {
  if (!await program.build()) {
    return undefined;
  }
  const oracles = new Map<string, Oracle>();
  const started = async (of: OracleProgram) => {
    if (!oracles.has(of.title)) {
      await of.build();
      oracles.set(of.title, new Oracle(of));
    }
    return oracles.get(of.title)!;
  };
  try {
    return await agreement(texts, {
      release,
      ownJars: program.ownJars,
      operator: async (questions: Question[]) => (await started(program)).ask(questions),
      flink: async ({ exact }: FlinkVersion, questions: Question[]) => (await started(OracleProgram.flink(exact))).ask(questions),
    });
  } finally {
    oracles.forEach((oracle) => oracle.stop());
  }
}

function shownAgreement(title: string, texts: readonly ReadText[], { counts, differences }: Agreement, release: OperatorVersion): string {
  const unusable = texts.flatMap((text) => (text.unusable === undefined ? [] : [`  no YAML: ${shownText(text)}: ${text.unusable.text.got}`]));
  const resources = texts.reduce((sum, text) => sum + text.resources.length, 0);
  return [
    `${title}: ${texts.length} files, ${resources} resources`,
    ...unusable,
    ...differences.map(({ about, resource, how }) => `  ${resource}\n    ${about}: ${how}`),
    '', row('asked about', ['asked', 'refused', 'undecided', 'agree']),
    ...counts.map(({ about, asked, refused, undecided, agree }) => row(about, [asked, refused, undecided, agree].map(String))),
    '', ...refusals(texts, release), '',
    `${differences.length} disagreements`,
  ].join('\n');
}

/** How many resources each reason keeps out, by the API server or the operator, and how many are admitted and do not start. */
function refusals(texts: readonly ReadText[], release: OperatorVersion): string[] {
  const twins = twinsOf(texts, { release, defaults: new Map() }).map(({ twin }) => twin);
  const refused = twins.map((twin) => (twin instanceof Refusal ? twin : twin.admission)).filter((said) => said instanceof Refusal);
  const failed = twins.flatMap((twin) => (twin instanceof Refusal || twin.admission instanceof Refusal ? [] : twin.failures.slice(0, 1)));
  return [...byCode('refused', refused), ...byCode('admitted, and does not start', failed)];
}

function byCode(title: string, refusals_: readonly Refusal[]): string[] {
  const codes = new Map<string, number>();
  refusals_.forEach(({ code }) => codes.set(code, (codes.get(code) ?? 0) + 1));
  const rows = [...codes].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  return [row(title, [String(refusals_.length)]), ...rows.map(([code, many]) => row(`  ${code}`, [String(many)]))];
}

function row(title: string, numbers: string[]): string {
  return `${title.padEnd(34)} ${numbers.map((number) => number.padStart(10)).join('')}`;
}
