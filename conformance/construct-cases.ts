import { autoscaled } from './admission-questions';
import { Question } from './answers';
import { podReply } from './pod-answer';
import { admitted, built, unpruned, withPools } from './promises';
import { NEWEST_OPERATOR } from './releases';
import { admissionsOf, judged, podsOf, readingOf } from './resource-questions';
import { Suite } from './suite';
import { FlinkVersion } from '../src/flink/flink-version';
import { effectiveConfiguration } from '../src/operator/configuration/effective-configuration';
import { OperatorVersion } from '../src/operator/operator-version';
import { refuseUnclear } from '../test/clear-refusals';
import { Construction, ConstructName, CONSTRUCTS, constructions } from '../test/deployment/arbitrary-resources';

/** Sets of properties of each construct in a default run. */
const SETS = 2_000;
/** Of as many the pods are built, which takes its time. */
const SETS_OF_PODS = 500;
/** For each line of Flink, of whose memory alone is asked. */
const SETS_OF_LINE = 400;

/** What is drawn once is asked about in several ways. */
const made = new Map<string, Construction[]>();

function constructed(name: ConstructName, sets: number, seed: number, release: OperatorVersion, line?: FlinkVersion): Construction[] {
  const key = [name, sets, seed, release, line].join(' ');
  const drawn = made.get(key) ?? constructions(name, sets, seed, release, line && [line]);
  drawn.forEach(({ refusal, isOfConstruct }) => refusal && refuseUnclear(refusal, isOfConstruct));
  made.set(key, drawn);
  return drawn;
}

const accepted = (...of: Parameters<typeof constructed>) => constructed(...of).filter(({ refusal }) => refusal === undefined);

const asking = (name: ConstructName, ask: (construction: Construction, release: OperatorVersion) => Question[]): Suite<OperatorVersion>['questions'] =>
  (cases, seed, release) => accepted(name, cases, seed, release).flatMap((one) => ask(one, release));

const told = (name: ConstructName): Suite<OperatorVersion>['note'] => (cases, seed, release) => {
  const refusals = constructed(name, cases, seed, release).flatMap(({ refusal }) => refusal ?? []);
  return `${cases} sets of properties: ${cases - refusals.length} accepted, ${refusals.length} refused for ${new Set(refusals.map(({ code }) => code)).size} reasons`;
};

/** What our constructs let pass, the real webhook admits; what they refuse, they refuse clearly. */
export const CONSTRUCT_SUITES: readonly Suite<OperatorVersion>[] = CONSTRUCTS.flatMap((name): Suite<OperatorVersion>[] => {
  const suites: Suite<OperatorVersion>[] = [
    { title: `${name} admitted`, cases: SETS, questions: asking(name, admissionsOf), ours: admitted, note: told(name), ofOwnJars: autoscaled },
    { title: `${name} read`, cases: SETS, questions: asking(name, (one, release) => [readingOf(one, release)]), ours: unpruned },
    ...name === 'FlinkSessionJob' || name === 'FlinkStateSnapshot' ? []
      : [{ title: `${name} pods`, cases: SETS_OF_PODS, questions: asking(name, podsOf), ours: built, theirs: podReply }],
  ];
  return suites.map((suite) => ({ ...suite, has: (release) => name !== 'FlinkBlueGreenDeployment' || release._isAtLeast(OperatorVersion.V1_14) }));
});

/** Memory of both roles of what the constructs let pass, by the twin's own configuration. */
export const CONSTRUCT_MEMORY: Suite<FlinkVersion> = {
  title: 'processes of constructs',
  cases: SETS_OF_LINE,
  questions: (cases, seed, line) => CONSTRUCTS.filter((name) => name !== 'FlinkSessionJob' && name !== 'FlinkStateSnapshot')
    .flatMap((name) => accepted(name, cases, seed, NEWEST_OPERATOR, line).flatMap(processes)),
  ours: withPools,
};

function processes(construction: Construction): Question[] {
  const [manifest] = judged(construction, NEWEST_OPERATOR);
  const { settings } = effectiveConfiguration(manifest, {
    release: NEWEST_OPERATOR, defaults: new Map(Object.entries(construction.operatorConfiguration)),
  });
  const configuration = Object.fromEntries([...settings].filter(([key]) => /^(task|job)manager\.|^state\.backend\.type$/.test(key)));
  return [{ op: 'taskManagerMemory', configuration }, { op: 'jobManagerMemory', configuration }];
}
