import { Answer, answer, Question } from './answers';
import { Reply } from './oracle';
import { podsLike, podReply } from './pod-answer';
import { NEWEST_OPERATOR } from './releases';
import { Suite } from './suite';
import { FlinkVersion } from '../src/flink/flink-version';
import { blueGreenOutcome } from '../src/operator/admission/blue-green-outcome';
import { effectiveConfiguration } from '../src/operator/configuration/effective-configuration';
import { OperatorVersion } from '../src/operator/operator-version';
import { Construction, ConstructName, CONSTRUCTS, constructions } from '../test/deployment/arbitrary-resources';
import { refuseUnclear } from '../test/clear-refusals';

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

/** The resources that the operator's webhook looks at: of a blue/green deployment its children. */
function judged({ manifest, session, operatorConfiguration }: Construction, release: OperatorVersion): { readonly manifest: any; readonly session?: any }[] {
  return manifest.kind === 'FlinkBlueGreenDeployment'
    ? blueGreenOutcome(manifest, { release, defaults: new Map(Object.entries(operatorConfiguration)) }).children.map((child) => ({ manifest: child }))
    : [{ manifest, session }];
}

type Ask = (construction: Construction, release: OperatorVersion) => Question[];

const admission: Ask = (construction, release) => judged(construction, release).map((resources) => ({
  op: 'admit',
  release: release.minorLine,
  kind: construction.manifest.kind === 'FlinkBlueGreenDeployment' ? 'FlinkDeployment' : construction.manifest.kind,
  ...resources,
  operatorConfiguration: construction.operatorConfiguration,
}));

const reading: Ask = ({ manifest }, { minorLine: release }) => [{ op: 'readManifest', release, manifest }];

const building: Ask = (construction, release) => judged(construction, release).map(({ manifest }) => ({
  op: 'pods',
  release: release.minorLine,
  manifest: { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', ...manifest },
  operatorConfiguration: construction.operatorConfiguration,
  logFiles: { 'log4j-console.properties': '' },
}));

const accepted = (name: ConstructName, cases: number, seed: number, release: OperatorVersion) =>
  constructed(name, cases, seed, release).filter(({ refusal }) => refusal === undefined);

const asking = (name: ConstructName, ask: Ask): Suite<OperatorVersion>['questions'] =>
  (cases, seed, release) => accepted(name, cases, seed, release).flatMap((one) => ask(one, release));

const told = (name: ConstructName): Suite<OperatorVersion>['note'] => (cases, seed, release) => {
  const refusals = constructed(name, cases, seed, release).flatMap(({ refusal }) => refusal ?? []);
  return `${cases} sets of properties: ${cases - refusals.length} accepted, ${refusals.length} refused for ${new Set(refusals.map(({ code }) => code)).size} reasons`;
};

/** What our constructs let pass, the real webhook admits; what they refuse, they refuse clearly. */
export const CONSTRUCT_SUITES: readonly Suite<OperatorVersion>[] = CONSTRUCTS.flatMap((name): Suite<OperatorVersion>[] => {
  const hasPods = name !== 'FlinkSessionJob' && name !== 'FlinkStateSnapshot';
  return [
    { title: `${name} admitted`, cases: SETS, questions: asking(name, admission), ours: admitted, note: told(name) },
    { title: `${name} read`, cases: SETS, questions: asking(name, reading), ours: unpruned },
    ...hasPods ? [{ title: `${name} pods`, cases: SETS_OF_PODS, questions: asking(name, building), ours: built, theirs: podReply }] : [],
  ].map((suite) => ({ ...suite, has: (release) => name !== 'FlinkBlueGreenDeployment' || release._isAtLeast(OperatorVersion.V1_14) }));
});

/** Memory of both roles of what the constructs let pass, by the twin's own configuration. */
export const CONSTRUCT_MEMORY: Suite<FlinkVersion> = {
  title: 'processes of constructs',
  cases: SETS_OF_LINE,
  questions: (cases, seed, line) => (['TunedFlinkDeployment', 'TunedFlinkSession', 'FlinkBlueGreenDeployment'] as const).flatMap((name) =>
    constructed(name, cases, seed, NEWEST_OPERATOR, line).filter(({ refusal }) => refusal === undefined).flatMap((one) => processes(one))),
  ours: withPools,
};

function processes(construction: Construction): Question[] {
  const [{ manifest }] = judged(construction, NEWEST_OPERATOR);
  const { settings } = effectiveConfiguration(manifest, {
    release: NEWEST_OPERATOR, defaults: new Map(Object.entries(construction.operatorConfiguration)),
  });
  const configuration = Object.fromEntries([...settings].filter(([key]) => /^(task|job)manager\.|^state\.backend\.type$/.test(key)));
  return [{ op: 'taskManagerMemory', configuration }, { op: 'jobManagerMemory', configuration }];
}

function admitted(_: Reply, question: Question): Answer {
  return must(question, (value) => value === 'accepted');
}

function unpruned(_: Reply, question: Question): Answer {
  return must(question, ({ pruned }) => pruned.length === 0);
}

/** RocksDB and ForSt live in managed memory. */
function withPools(_: Reply, question: Question): Answer {
  const isManaged = ['rocksdb', 'forst'].includes(question.configuration['state.backend.type']);
  const pools = question.op === 'jobManagerMemory' ? ['heap', 'offHeap'] : ['taskHeap', 'frameworkHeap', 'network', ...isManaged ? ['managed'] : []];
  return must(question, (value) => pools.every((pool) => BigInt(value[pool]) > 0n));
}

function built(reply: Reply, question: Question): Answer {
  const { value } = podsLike(reply, question) as { readonly value: any };
  return Object.values<any>(value).some(({ refused }) => refused !== undefined) ? { value: `not built: ${JSON.stringify(value)}` } : { value };
}

/** That both refuse what our constructs let pass would be no agreement. */
function must(question: Question, holds: (value: any) => boolean): Answer {
  const ours = answer(question);
  if (!('value' in ours)) {
    return { value: `refused: ${ours.refusal.message}` };
  }
  return holds(ours.value) ? ours : { value: `not as the construct promises: ${JSON.stringify(ours.value)}` };
}
