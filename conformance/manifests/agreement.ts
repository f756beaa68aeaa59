import { difference } from './difference';
import { ReadText, shownText, twinsOf } from './manifest-texts';
import { FlinkVersion } from '../../src/flink/flink-version';
import { isCanary } from '../../src/operator/admission/canary';
import { asFlinkDeployment } from '../../src/operator/manifest/confluent-application';
import { ReadManifest } from '../../src/operator/manifest/read-manifest';
import { OperatorVersion } from '../../src/operator/operator-version';
import { ResourceTwin } from '../../src/operator/resource-twin';
import { Refusal, refusalIn } from '../../src/refusal';
import { needsNameService } from '../admission-questions';
import { Answer, answer, Question } from '../answers';
import { failedSteps } from '../deploy-cases';
import { Reply } from '../oracle';
import { podReply, podsLike } from '../pod-answer';
import { admissionRefusalCode, memoryRefusalCode } from '../refusal-codes';

/** Where we and the real classes do not say the same about a resource. */
export interface Difference {
  readonly about: string;
  readonly resource: string;
  readonly how: string;
}

/** What one stage came to over all resources. */
export interface StageCount {
  readonly about: string;
  readonly asked: number;
  /** By the real classes. */
  readonly refused: number;
  /** Nothing but a cluster could tell, or a jar that the registry does not have. */
  readonly undecided: number;
  readonly agree: number;
}

export interface Agreement {
  readonly counts: StageCount[];
  readonly differences: Difference[];
}

/** Answers of the real classes. */
export interface Asking {
  readonly release: OperatorVersion;
  /** False when the rules of the autoscaler are not at hand. */
  readonly ownJars: boolean;
  readonly operator: (questions: Question[]) => Promise<Reply[]>;
  readonly flink: (line: FlinkVersion, questions: Question[]) => Promise<Reply[]>;
}

/** A resource, as its text has it; `kept` is what the real schema leaves of it. */
interface Subject {
  readonly resource: string;
  readonly value: any;
  readonly twin: ResourceTwin | Refusal;
  kept?: any;
}

/** A FlinkDeployment that can be read, of its own or of a blue/green deployment. */
interface Cluster {
  readonly resource: string;
  readonly manifest: any;
  readonly twin: ResourceTwin;
}

/** A question about a resource with our answer to it; a question without one is undecided. */
interface Asked {
  readonly resource: string;
  readonly question: Question;
  readonly ours?: (reply: Reply) => Answer;
}

/** Asks the real classes about every resource, from its reading to its pods. */
export async function agreement(texts: readonly ReadText[], asking: Asking): Promise<Agreement> {
  const found: Agreement = { counts: [], differences: [] };
  const release = asking.release.minorLine;
  const subjects = twinsOf(texts, { release: asking.release, defaults: new Map() }).map(({ file, resource, twin }): Subject => ({
    resource: `${shownText(file)} ${resource.kind} ${resource.name ?? 'without a name'}`, value: plain(asFlinkDeployment(resource.value)), twin,
  }));

  const readings = subjects.map(({ resource, value, twin }) => ({ resource, question: { op: 'readManifest', release, manifest: value }, ours: () => reading(twin) }));
  const read = await stage('reading', readings, asking.operator, found);
  read.forEach(({ value }, index) => { subjects[index].kept = value && keptOf(subjects[index], value.spec); });

  const readable = subjects.filter(({ kept }) => kept !== undefined) as (Subject & Cluster)[];
  const sessions = new Map(readable.map(({ twin, kept }) => [twin.manifest, kept]));
  const clusters = readable.flatMap(clustersOf);
  const others = readable.filter(({ twin: { kind } }) => kind === 'FlinkSessionJob' || kind === 'FlinkStateSnapshot').map((one) => ({ ...one, manifest: one.kept }));
  await stage('admission', [...clusters, ...others].map(({ resource, manifest, twin }) => {
    const question = { op: 'admit', release, kind: twin.kind, manifest, session: sessions.get(twin.session!), operatorConfiguration: {} };
    const undecided = (needsNameService(question) && asking.release._isAtLeast(OperatorVersion.V1_15)) || (isAutoscaled(twin) && !asking.ownJars);
    return { resource, question, ours: undecided ? undefined : () => admission(twin) };
  }), asking.operator, found, admissionRefusalCode);

  const jobs = others.filter(({ twin }) => twin.configuration !== undefined);
  await stage('configuration of a session job', jobs.map(({ resource, manifest, twin }) => ({
    resource,
    question: { op: 'sessionJobConfiguration', release, manifest, session: sessions.get(twin.session!), operatorConfiguration: {} },
    ours: () => ({ value: sorted(twin.configuration!) }),
  })), asking.operator, found);
  await clusterStages(clusters.filter(({ twin }) => !(twin.admission instanceof Refusal) && !isCanary(twin.metadata)), asking, found);
  return found;
}

/** What is made of the clusters that are admitted. */
async function clusterStages(clusters: Cluster[], asking: Asking, found: Agreement): Promise<void> {
  const release = asking.release.minorLine;
  const asked = (op: string, ours: (cluster: Cluster, question: Question) => (reply: Reply) => Answer): Asked[] => clusters.map((cluster) => {
    const question = { op, release, manifest: cluster.manifest, operatorConfiguration: {}, logFiles: { 'log4j-console.properties': '' } };
    return { resource: cluster.resource, question, ours: ours(cluster, question) };
  });
  await stage('configuration', asked('configuration', ({ twin }) => () => configuration(twin)), asking.operator, found);
  const steps = asked('deployTime', ({ twin }, question) => (reply) => stepsOf(twin, failedSteps(reply, question)));
  const deployed = await stage('steps of the deployment', steps, asking.operator, found);
  const pods = await stage('pods', asked('pods', (_, question) => (reply) => podsLike(reply, question)), asking.operator, found, undefined, podReply);

  const memory: Reply[][] = clusters.map(() => []);
  for (const op of ['taskManagerMemory', 'jobManagerMemory']) {
    const processes = clusters.map(({ resource, twin }) => {
      const question = { op, configuration: sorted(twin.cluster?.configuration ?? new Map()) };
      return { resource, question, ours: () => answer(question) };
    });
    const about = op === 'taskManagerMemory' ? 'memory of TaskManagers' : 'memory of JobManagers';
    const replies = await stage(about, processes, (questions) => byLine(clusters, questions, asking), found, memoryRefusalCode);
    replies.forEach((reply, index) => memory[index].push(reply));
  }
  count('starts after admission', clusters.map(({ resource, twin }, index) => {
    const starts = deployed[index].value?.failed.length === 0 && memory[index].every(({ value }) => value !== undefined)
      && ['jobManager', 'taskManager'].every((role) => pods[index].value?.[role].refused === undefined);
    return { resource, ours: { value: twin.failures.length === 0 ? 'starts' : 'fails' }, reply: { value: starts ? 'starts' : 'fails' }, failed: !starts };
  }), found);
}

/** Each by the classes of its own line of Flink, or of the oldest that there are. */
async function byLine(clusters: Cluster[], questions: Question[], { flink }: Asking): Promise<Reply[]> {
  const lines = Object.values(FlinkVersion).filter((line): line is FlinkVersion => line instanceof FlinkVersion);
  const replies: Reply[] = [];
  for (const [place, line] of lines.entries()) {
    const mine = clusters.flatMap(({ manifest: { spec } }, index) => {
      const known = lines.findIndex(({ minorLine }) => spec.flinkVersion === `v${minorLine.replace('.', '_')}`);
      return Math.max(known, 0) === place ? [index] : [];
    });
    if (mine.length > 0) {
      (await flink(line, mine.map((index) => questions[index]))).forEach((reply, index) => { replies[mine[index]] = reply; });
    }
  }
  return replies;
}

async function stage(
  about: string, all: Asked[], ask: (questions: Question[]) => Promise<Reply[]>, found: Agreement,
  refusalCode?: (text: string) => string, theirs: (value: any) => unknown = (value) => value,
): Promise<Reply[]> {
  const decided = all.filter((one): one is Required<Asked> => one.ours !== undefined);
  const replies = await ask(decided.map(({ question }) => question));
  count(about, decided.map(({ resource, ours }, index) => {
    const { value, ...told } = replies[index];
    const reply = value === undefined ? told : { value: theirs(value) };
    return { resource, ours: ours(replies[index]), reply, failed: told.refused !== undefined };
  }), found, all.length - decided.length, refusalCode);
  return replies;
}

interface Told {
  readonly resource: string;
  readonly ours: Answer;
  readonly reply: Reply;
  readonly failed: boolean;
}

/** Any refusal equals any other where there are no codes for them. */
function count(about: string, told: Told[], { counts, differences }: Agreement, undecided = 0, refusalCode?: (text: string) => string): void {
  const differing = told.flatMap(({ resource, ours, reply }) => {
    const how = difference(ours, reply, refusalCode ?? (() => ('refusal' in ours ? ours.refusal.code : 'some reason')));
    return how === undefined ? [] : [{ about, resource, how }];
  });
  differences.push(...differing);
  counts.push({ about, asked: told.length, refused: told.filter(({ failed }) => failed).length, undecided, agree: told.length - differing.length });
}

function clustersOf({ resource, kept, twin }: Subject & Cluster): Cluster[] {
  const { apiVersion } = kept;
  return twin.kind === 'FlinkDeployment' ? [{ resource, manifest: kept, twin }]
    : twin.children.map((child) => ({
      resource: `${resource}: ${child.metadata.name}`, manifest: { apiVersion, kind: 'FlinkDeployment', ...(child.manifest as object) }, twin: child,
    }));
}

/** As the API server hands it on: named, and without what is none of a new resource. */
function keptOf({ value, twin }: Subject, spec: unknown): any {
  const { status: _, ...kept } = value;
  return twin instanceof Refusal ? undefined : { ...kept, metadata: { ...value.metadata, name: twin.metadata.name }, spec };
}

/** The steps that fail, those that memory stops among them. */
function stepsOf({ cluster }: ResourceTwin, answered: Answer): Answer {
  const { failed, configuration: settings } = (answered as { readonly value: any }).value;
  const stopped = cluster !== undefined && refusalIn(() => [cluster.jobManager, cluster.taskManager]) !== undefined;
  return { value: { failed: stopped ? [...failed.filter((step: string) => ['configuration', 'jar'].includes(step)), 'memory'] : failed, configuration: settings } };
}

/** Of its spec alone, which the schema is about; from there where the resource is one of a list. */
function reading(twin: ResourceTwin | Refusal): Answer {
  if (twin instanceof Refusal) {
    return { refusal: twin };
  }
  const { manifest, pruned }: Pick<ReadManifest, 'manifest' | 'pruned'> = twin as any;
  return { value: { spec: plain(manifest.spec), pruned: pruned.map((path) => path.replace(/^(items\[\d+\]\.)+/, '')).filter((path) => path.startsWith('spec.')) } };
}

function admission({ admission: said }: ResourceTwin): Answer {
  return said instanceof Refusal ? { refusal: said } : { value: 'accepted' };
}

/** Options of a session job are its own or its session's. */
function isAutoscaled({ cluster }: ResourceTwin): boolean {
  return [...cluster?.configuration.keys() ?? []].some((key) => key.endsWith('autoscaler.enabled'));
}

function configuration({ cluster, failures: [unbuilt] }: ResourceTwin): Answer {
  return cluster === undefined ? { refusal: unbuilt } : { value: sorted(cluster.configuration) };
}

function sorted(settings: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...settings].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** In JSON, which has no number that ours would round. */
function plain(value: unknown): any {
  return JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item)));
}
