import { writeVectors } from './golden-vectors';
import { Oracle } from './oracle';
import { OracleProgram } from './oracle-program';
import { FLINK, NEWEST_OPERATOR, OPERATOR } from './releases';
import { Outcome, run } from './run';
import { Suite } from './suite';
import { FLINK_SUITES, OPERATOR_SUITES } from './suites';

/** One oracle and what it is asked. */
export interface Comparison {
  readonly program: OracleProgram;
  /** False when the run may go on without it. */
  readonly required: boolean;
  readonly suites: readonly AskedSuite[];
}

export interface AskedSuite {
  readonly title: string;
  readonly ownJars: boolean;
  readonly run: (oracle: Oracle, ownJars: boolean) => Promise<Outcome>;
  /** Writes the golden vectors, if this oracle is the one whose answers are kept. */
  readonly keep: (outcome: Outcome) => void;
}

/** What narrows a run, and how large it is. */
export interface Scope {
  readonly flink: readonly string[];
  readonly operator: readonly string[];
  readonly only: string;
  /** 1 in a default run. */
  readonly scale: number;
  readonly seed: number;
}

/** Every oracle and suite in the scope; naming releases of one kind leaves the other kind out. */
export function comparisons(scope: Scope): Comparison[] {
  const all = scope.flink.length === 0 && scope.operator.length === 0;
  const flink = FLINK.filter(({ minorLine }) => all || scope.flink.includes(minorLine));
  const operator = OPERATOR.filter(([{ minorLine }]) => all || scope.operator.includes(minorLine));
  return [
    ...flink.map((version) => ({
      program: OracleProgram.flink(version.exact),
      required: true,
      suites: asked(FLINK_SUITES, version, scope, `Flink ${version.exact}`, version === flink[FLINK.length - 1] ? FLINK.map(({ exact }) => exact) : []),
    })),
    ...operator.map(([release, exact]) => ({
      program: OracleProgram.operator(exact, release === NEWEST_OPERATOR),
      required: release === NEWEST_OPERATOR,
      suites: asked(OPERATOR_SUITES, release, scope, `operator ${exact}`, release === NEWEST_OPERATOR ? [`operator ${exact}`] : []),
    })),
  ].filter(({ suites }) => suites.length > 0);
}

/** `speakers` are those for whom this oracle's answers are kept: the last version of Flink speaks for all, the newest operator for itself. */
function asked<Version extends { minorLine: string }>(
  suites: readonly Suite<Version>[], version: Version, { only, scale, seed }: Scope, itself: string, speakers: string[],
): AskedSuite[] {
  return suites.filter(({ title, has }) => has?.(version) !== false && title.toLowerCase().includes(only.toLowerCase())).map((suite) => ({
    title: suite.title,
    ownJars: suite.ownJars === true,
    run: (oracle, ownJars) => run(suite, oracle, ownJars, version, Math.max(1, Math.round((suite.cases ?? 0) * scale)), seed),
    keep: ({ asked: questions, replies }) => {
      const [file, count] = suite.vectors ?? [];
      if (file !== undefined && suite.vectorsOfEach === true) {
        writeVectors(`${file}-${version.minorLine}`, [itself], questions, replies, count!);
      } else if (file !== undefined && speakers.length > 0) {
        writeVectors(file, speakers, questions, replies, count!);
      }
    },
  }));
}
