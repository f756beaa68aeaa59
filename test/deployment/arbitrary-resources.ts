import { Chart, Duration, Testing } from 'cdk8s';
import fc from 'fast-check';
import { anyClusterProps, anyDefaults, anyLine, FLINK_LINES, Line } from './arbitrary-cluster';
import { anyApplicationProps, anySizes, anyWork, anyWorkload } from './arbitrary-job-props';
import {
  FlinkBlueGreenDeployment, FlinkDefaults, FlinkSessionJob, FlinkStateSnapshot, FlinkVersion, OperatorVersion, SavepointFormat, SnapshotKind,
  TunedFlinkDeployment, TunedFlinkSession,
} from '../../src';
import { Refusal, refusalIn } from '../../src/refusal';
import { anySubmittedJob } from '../job/arbitrary-job';
import { Drawn, made, making, mostly, one, some } from '../making';
import { quietly } from '../quietly';

export const CONSTRUCTS = ['TunedFlinkDeployment', 'TunedFlinkSession', 'FlinkSessionJob', 'FlinkStateSnapshot', 'FlinkBlueGreenDeployment'] as const;
export type ConstructName = typeof CONSTRUCTS[number];

/** What became of one set of properties: a refusal, or the resource with the session that it belongs to. */
export interface Construction {
  /** The properties that were given and the classes in them. */
  readonly parts: readonly string[];
  readonly refusal?: Refusal;
  /** True when the construct refused, false for a value that was to be handed to it. */
  readonly isOfConstruct: boolean;
  readonly manifest: any;
  readonly session?: any;
  readonly operatorConfiguration: Record<string, string>;
}

type Construct = (chart: Chart, props: any) => { readonly manifest: any; readonly session?: any };

/** A cluster of one job, whose work is drawn with it. */
const ofOneJob = (line: Line, more: Record<string, Drawn>): Drawn =>
  fc.tuple(anyClusterProps(line, more, {}), anyWork(line)).map(([cluster, work]) => ({ ...cluster, ...work }));
const hosted = some(anySizes, 1, { workload: anyWorkload });
const session = (line: Line): Drawn => anyClusterProps(line, {}, { hosts: fc.array(hosted, { minLength: 1, maxLength: 3 }) });
const times = { abortGracePeriod: mostly(one(5, 20), one(0)), deletionDelay: one(0, 10), reconciliationInterval: mostly(one(1, 2), one(0)) };
const transition = Object.fromEntries(Object.entries(times).map(([name, minutes]) => [name, minutes.map(Duration.minutes)]));
const snapshotKind = fc.oneof(
  fc.constant(SnapshotKind.checkpoint()),
  making(some({ path: mostly(one('s3://b/savepoints'), one('nowhere')), format: one(...Object.values(SavepointFormat)), disposeOnDelete: fc.boolean() }, 3), SnapshotKind.savepoint),
  making(some({ disposeOnDelete: fc.boolean() }, 1, { path: mostly(one('s3://b/savepoints/1'), one('')) }), SnapshotKind.existingSavepoint),
);

const configuration = mostly(one<Record<string, string>>({ 'pipeline.object-reuse': 'true' }, { 'table.exec.mini-batch.enabled': 'true' }), one({ 'rest.port': '1' }));

/** Sets of properties for a construct; those of what it stands on are drawn with it. */
const PROPS: Record<ConstructName, (line: Line) => Drawn> = {
  TunedFlinkDeployment: (line) => ofOneJob(line, anyApplicationProps(line)),
  TunedFlinkSession: session,
  FlinkSessionJob: (line) => fc.record({
    session: session(line),
    job: some({ name: mostly(one('clicks'), one('Clicks')), restartNonce: fc.nat(), flinkConfiguration: configuration }, 2, { job: anySubmittedJob }),
  }),
  FlinkStateSnapshot: (line) => fc.record({
    of: ofOneJob(line, {}),
    snapshot: some({ retries: mostly(one(0, 3), one(0.5, -1)), name: one('before-2-2') }, 2, { kind: snapshotKind }),
  }),
  FlinkBlueGreenDeployment: (line) => ofOneJob(line, { ...anyApplicationProps(line), ...transition }),
};

const MADE: Record<ConstructName, Construct> = {
  TunedFlinkDeployment: (chart, props) => ({ manifest: new TunedFlinkDeployment(chart, 'some-job', props).toJson() }),
  TunedFlinkSession: (chart, props) => ({ manifest: new TunedFlinkSession(chart, 'some-session', props).toJson() }),
  FlinkSessionJob: (chart, { session: props, job }) => {
    const cluster = new TunedFlinkSession(chart, 'some-session', props);
    return { manifest: new FlinkSessionJob(chart, 'some-job', { ...job, session: cluster, workload: props.hosts[0].workload }).toJson(), session: cluster.toJson() };
  },
  FlinkStateSnapshot: (chart, { of, snapshot }) => {
    const job = new TunedFlinkDeployment(chart, 'some-job', of);
    return { manifest: new FlinkStateSnapshot(chart, 'some-snapshot', { ...snapshot, job }).toJson() };
  },
  FlinkBlueGreenDeployment: (chart, props) => ({ manifest: new FlinkBlueGreenDeployment(chart, 'some-job', props).toJson() }),
};

/** The same sets of properties for the same seed; anything thrown but a refusal ends it. */
export function constructions(
  name: ConstructName, sets: number, seed: number, release: OperatorVersion, lines: readonly FlinkVersion[] = FLINK_LINES,
): Construction[] {
  const drawn = fc.noBias(anyLine(release, lines).chain((line) => fc.record({
    props: PROPS[name](line), defaults: mostly(fc.constant(undefined), anyDefaults(line.flink), 5),
  })));
  return fc.sample(drawn, { numRuns: sets, seed }).map((each) => construction(name, each));
}

function construction(name: ConstructName, { props: unmade, defaults }: { readonly props: any; readonly defaults: any }): Construction {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'flink' });
  let props: any;
  let resources: any;
  const refusal = refusalIn(() => {
    if (defaults !== undefined) {
      FlinkDefaults.of(chart).apply(made(defaults));
    }
    props = made(unmade);
    resources = MADE[name](chart, props);
    validated(chart);
  });
  const ofCluster = props?.session ?? props?.of ?? props ?? {};
  const inherited = refusal === undefined && defaults !== undefined ? made(defaults).operatorConfiguration : undefined;
  return {
    parts: [...partsOf(props ?? {}), ...defaults === undefined ? [] : ['FlinkDefaults']],
    refusal,
    isOfConstruct: props !== undefined,
    operatorConfiguration: { ...inherited, ...ofCluster.operatorConfiguration },
    ...JSON.parse(JSON.stringify(resources ?? { manifest: null })),
  };
}

const FAILED = /^Validation failed[^]*?\[([^\]]+)\] (.*) \[([a-z0-9-]+)\]\n +got +(.*)\n +allowed +(.*)\n(?: +becomes .*\n)? +fix +(.*)/;

/** What cdk8s throws when a rule says no is a refusal like those of the constructors. */
function validated(chart: Chart): void {
  try {
    quietly(() => chart.toJson());
  } catch (error) {
    const [, path, what, code, got, allowed, fix] = FAILED.exec((error as Error).message) ?? [];
    throw code === undefined ? error : new Refusal({ what, code, got, allowed, fix }, path);
  }
}

/** Names of the properties that stand anywhere in plain structs, and of the classes of their values. */
function partsOf(props: any): string[] {
  return Object.entries<any>(props).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return [name, ...values.flatMap((each) => (each === null || typeof each !== 'object' ? []
      : Object.getPrototypeOf(each) === Object.prototype ? partsOf(each) : [each.constructor.name]))];
  });
}
