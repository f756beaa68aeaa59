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
  const flink = new Map<FlinkVersion, Oracle>();
  try {
    for (const [release, exact] of asked) {
      const read = readTexts(texts, release);
      const told = await asking(OracleProgram.operator(exact, release === NEWEST_OPERATOR), release, read, flink);
      console.log(told === undefined ? `operator ${exact}: not in the registry: not compared` : shownAgreement(`operator ${exact}`, read, told, release));
      verdicts.push(told === undefined || told.differences.length === 0);
    }
  } finally {
    flink.forEach((oracle) => oracle.stop());
  }
  return verdicts.every((agrees) => agrees);
}

/** Nothing where the registry does not have the operator. A line of Flink is started when it is first needed. */
async function asking(
  program: OracleProgram, release: OperatorVersion, texts: readonly ReadText[], flink: Map<FlinkVersion, Oracle>,
): Promise<Agreement | undefined> {
  if (!await program.build()) {
    return undefined;
  }
  const operator = new Oracle(program);
  try {
    return await agreement(texts, {
      release,
      ownJars: program.ownJars,
      operator: (questions: Question[]) => operator.ask(questions),
      flink: async (line: FlinkVersion, questions: Question[]) => {
        const oracle = flink.get(line) ?? await started(OracleProgram.flink(line.exact));
        flink.set(line, oracle);
        return oracle.ask(questions);
      },
    });
  } finally {
    operator.stop();
  }
}

async function started(program: OracleProgram): Promise<Oracle> {
  if (!await program.build()) {
    throw new Error(`the registry does not have the jars of ${program.title}`);
  }
  return new Oracle(program);
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
