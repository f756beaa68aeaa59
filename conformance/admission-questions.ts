import * as fc from 'fast-check';
import { deployment, mostlyGiven, Resource, session, sessionJob, snapshot } from './admission-resources';
import { autoscaling, operatorConfiguration, Settings } from './admission-settings';
import { crons, dailyRanges, excludedPeriods, ingressTemplates, jarUris, quantities } from './admission-texts';
import { Question } from './answers';
import { jarUriVerdict } from '../src/operator/admission/jar-uri-rules';
import { OperatorVersion } from '../src/operator/operator-version';

const ALLOWED_SCHEMES = 'kubernetes.operator.user.artifacts.allowed-schemes';
const artifactRules = fc.constantFrom<Settings>({}, {}, { [ALLOWED_SCHEMES]: 'https;S3;local' },
  { [ALLOWED_SCHEMES]: 'http;https', 'kubernetes.operator.user.artifacts.disallow-restricted-hosts': 'false' });

/** Random resources of all kinds that have rules, without autoscaler: the same verdict, and the same rule. */
export const admissions = (cases: number, seed: number, release: OperatorVersion): Question[] =>
  fc.sample(resourceQuestions(release).filter((question) => !autoscaled(question)), { numRuns: cases, seed }) as Question[];

/** Random texts, one a question, where admission reads them by a grammar. */
export const admissionTexts = (cases: number, seed: number, release: OperatorVersion): Question[] =>
  fc.sample(textQuestions(release).filter((question) => !autoscaled(question)), { numRuns: cases, seed }) as Question[];

/** The same with the autoscaler's options, whose rules stand in a jar of their own. */
export const autoscalings = (cases: number, seed: number, release: OperatorVersion): Question[] =>
  fc.sample(fc.oneof(resourceQuestions(release), textQuestions(release)).filter(autoscaled), { numRuns: cases, seed }) as Question[];

/** About the autoscaler, whose rules stand in a jar of their own. */
export function autoscaled(question: Resource): boolean {
  return JSON.stringify(question).includes('autoscaler.enabled');
}

/** A question about a resource of any kind; about half of them break a rule. */
function resourceQuestions(release: OperatorVersion): fc.Arbitrary<Resource> {
  const ask = (kind: string, parts: fc.Arbitrary<Resource>) => fc.tuple(parts, operatorConfiguration, artifactRules)
    .map(([resource, defaults, artifacts]) => ({
      op: 'admit',
      release: release.minorLine,
      kind,
      ...resource,
      operatorConfiguration: kind === 'FlinkSessionJob' ? { ...defaults, ...artifacts } : defaults,
    }));
  return fc.oneof(
    { weight: 12, arbitrary: ask('FlinkDeployment', fc.record({ manifest: deployment(release) })) },
    { weight: 6, arbitrary: ask('FlinkSessionJob', fc.record({ manifest: sessionJob, session: mostlyGiven(session(release), 4) })) },
    { weight: 1, arbitrary: ask('FlinkStateSnapshot', fc.record({ manifest: snapshot })) },
  ).map((question) => JSON.parse(JSON.stringify(question))).filter((question) => !needsNameService(question));
}

/** A sound resource with one random text where a grammar reads it. */
function textQuestions(release: OperatorVersion): fc.Arbitrary<Resource> {
  const role = { resource: { memory: '1g' } };
  const spec = { flinkVersion: 'v1_19', serviceAccount: 'flink', flinkConfiguration: {}, jobManager: role, taskManager: role };
  const deployed = (part: Resource) => ({ kind: 'FlinkDeployment', manifest: { metadata: { name: 'a', namespace: 'team-a' }, spec: { ...spec, ...part } } });
  const configured = (options: Settings) => deployed({ flinkConfiguration: { 'job.autoscaler.enabled': 'true', ...options } });
  const fetched = (jarURI: string) => ({
    kind: 'FlinkSessionJob',
    manifest: { metadata: { name: 'job' }, spec: { deploymentName: 'a', job: { jarURI, parallelism: 1 } } },
    operatorConfiguration: { [ALLOWED_SCHEMES]: 'https;http;s3;local' },
  });
  const amounts = (section: string, name: string, text: string) => deployed({ jobManager: { ...role, resources: { [section]: { [name]: text } } } });
  return fc.oneof(
    excludedPeriods.map((text) => configured({ 'job.autoscaler.excluded.periods': text })),
    crons.map((text) => configured({ 'job.autoscaler.excluded.periods': text })),
    dailyRanges.map((text) => configured({ 'job.autoscaler.excluded.periods': text })),
    autoscaling.map(configured), autoscaling.map(configured),
    quantities.map((memory) => deployed({ taskManager: { resource: { memory } } })),
    quantities.map((ephemeralStorage) => deployed({ taskManager: { resource: { memory: '1g', ephemeralStorage } } })),
    fc.tuple(fc.constantFrom('requests', 'limits'), fc.constantFrom('memory', 'cpu', 'nvidia.com/gpu'), quantities).map((parts) => amounts(...parts)),
    ingressTemplates.map((template) => deployed({ ingress: { template } })),
    jarUris.map(fetched),
  ).map((question): Resource => ({ op: 'admit', release: release.minorLine, operatorConfiguration: {}, ...question }))
    .filter((question) => !needsNameService(question));
}

/** What a name resolves to is not for a comparison. */
export function needsNameService({ kind, manifest, operatorConfiguration: defaults }: Resource): boolean {
  return kind === 'FlinkSessionJob' && jarUriVerdict(manifest.spec.job?.jarURI, new Map(Object.entries<string>(defaults))) === 'undecided';
}
