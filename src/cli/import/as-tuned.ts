import { ImportPlace, writtenMetadata } from './as-it-is';
import { checkpointingChoices } from './checkpointing-code';
import { Code, data, fieldsOf } from './code';
import { corrections } from './corrections';
import { dataCode } from './data-code';
import { comparison } from './equivalence';
import { ImportedResource, LaterCall, RawPart } from './imported-resource';
import { optionalProps } from './optional-props';
import { runResource } from './run-resources';
import { sameValue, underCurrentKeys } from './same-setting';
import { Props, PROP_COMMENTS, tunedProps } from './tuned-props';
import { keyFor } from '../../flink/configuration/option-spelling';
import { knownLine } from '../../flink/known-line';
import { EffectiveCluster } from '../../operator/effective-cluster';
import { ResourceTwin, resourceTwin } from '../../operator/resource-twin';
import { Refusal, refusalIn } from '../../refusal';

/** A FlinkDeployment to import as a construct that sizes it. */
interface Subject {
  readonly twin: ResourceTwin;
  readonly cluster: EffectiveCluster;
  readonly written: Record<string, unknown>;
  readonly place: ImportPlace;
}

/** One way to say it: the properties, and whether they hold raw options and pod templates, or a patch does. */
interface Way {
  readonly props: Props;
  readonly rawOptions: boolean;
  readonly rawPods: boolean;
  readonly called: readonly string[];
}

/** An import that was run and is equivalent, and how much of it is no property. */
interface Proven {
  readonly resource: ImportedResource;
  readonly weight: number;
}

/** The construct that makes an equivalent resource and says the most; throws what stands in the way where none does. */
export function asTuned(twin: ResourceTwin, cluster: EffectiveCluster, written: Record<string, unknown>, place: ImportPlace): ImportedResource {
  const subject: Subject = { twin, cluster, written, place };
  const { spec } = cluster.manifest;
  const settings = underCurrentKeys(cluster.written);
  const hasPods = [spec, spec.jobManager, spec.taskManager].some((part) => part?.podTemplate !== undefined);
  const ways = checkpointingChoices(settings).flatMap((checkpointing) => {
    const props = tunedProps({ cluster, settings, checkpointing, place });
    return [[true, hasPods], [true, false], [false, false]]
      .map(([rawOptions, rawPods]): Way => ({ props, rawOptions, rawPods, called: [checkpointing.called] }));
  });
  let { way, proven } = best(subject, ways);
  for (const { property, code, called } of optionalProps(spec, settings, place)) {
    const other: Way = { ...way, props: { ...way.props, [property]: code }, called: [...way.called, called] };
    const tried = attempt(subject, other);
    if (!(tried instanceof Refusal) && tried.weight < proven.weight) {
      [way, proven] = [other, tried];
    }
  }
  // Pods that are no more than restricted need no words of Kubernetes.
  const restricted: Way = { ...way, props: { ...way.props, podSecurity: undefined }, rawPods: false };
  const tried = hasPods ? attempt(subject, restricted) : proven;
  return tried instanceof Refusal || tried.weight >= proven.weight ? proven.resource : tried.resource;
}

function best(subject: Subject, ways: readonly Way[]): { way: Way; proven: Proven } {
  let found: { way: Way; proven: Proven } | undefined;
  let refusal: Refusal | undefined;
  for (const way of ways) {
    const proven = attempt(subject, way);
    if (proven instanceof Refusal) {
      refusal = proven;
    } else if (found === undefined || proven.weight < found.proven.weight) {
      found = { way, proven };
    }
  }
  if (found === undefined) {
    throw refusal;
  }
  return found;
}

function attempt(subject: Subject, way: Way): Proven | Refusal {
  let proven: Proven | undefined;
  const refusal = refusalIn(() => { proven = proved(subject, way); });
  return refusal ?? proven!;
}

/** Templates and sizes that may say the same in other words. */
const TEMPLATES = ['podTemplate', 'jobManager.podTemplate', 'taskManager.podTemplate'];
const MEMORY = ['jobManager.resource.memory', 'taskManager.resource.memory', 'mode'];

function proved(subject: Subject, way: Way): Proven {
  const { twin, cluster, place } = subject;
  const version = knownLine(cluster.manifest.spec.flinkVersion)!;
  const { flinkConfiguration: _, ...fields } = cluster.manifest.spec;
  const raw = rawSettings(subject, way);
  const start = resourceFor(subject, way, way.rawOptions ? raw : []);
  const { manifest } = runResource(start);
  let refusal: Refusal | undefined;
  for (const alike of [[...TEMPLATES, ...MEMORY], MEMORY, []]) {
    const { calls, raw: patched, leftOpen } = corrections(manifest, { version, configuration: cluster.written, fields, alike }, place);
    const resource = { ...start, calls: [...start.calls, ...calls], raw: [...start.raw, ...patched], leftOpen };
    const { manifest: made, errors: [error], beside: [beside] } = runResource(resource);
    const { different } = error !== undefined || beside !== undefined ? { different: [] }
      : comparison(twin, resourceTwin(made, cluster.installation));
    if (error === undefined && beside === undefined && different.length === 0) {
      return { resource, weight: weightOf(resource) };
    }
    refusal = error !== undefined ? asRefusal(error) : inTheWay(beside === undefined ? `other ${different.join(', ')}` : `${beside} beside it`);
  }
  throw refusal;
}

/** Options of the manifest that the library would not write by itself as they are. */
function rawSettings(subject: Subject, way: Way): [string, string][] {
  const { cluster } = subject;
  const version = knownLine(cluster.manifest.spec.flinkVersion)!;
  let made: ReadonlyMap<string, string> = new Map();
  // What cannot stand without its raw options has all of them raw.
  refusalIn(() => {
    made = new Map(Object.entries(runResource(resourceFor(subject, { ...way, rawPods: false }, [])).manifest.spec.flinkConfiguration));
  });
  const has = underCurrentKeys(made);
  return [...underCurrentKeys(cluster.written)].filter(([key, value]) => !has.has(key) || !sameValue(key, has.get(key)!, value, version))
    .map(([key, value]) => [keyFor(version, key), value]);
}

function resourceFor({ cluster, written, place }: Subject, { props, rawPods, called }: Way, raw: readonly [string, string][]): ImportedResource {
  const { spec } = cluster.manifest;
  const template = (of: { readonly podTemplate?: object } | undefined) => (rawPods && of?.podTemplate !== undefined
    ? fieldsOf({ raw: dataCode(of.podTemplate, place) }) : undefined);
  const codes: Props = {
    ...props,
    jobManager: withPods(props.jobManager!, template(spec.jobManager)),
    taskManager: withPods(props.taskManager!, template(spec.taskManager)),
    pods: template(spec),
    flinkConfiguration: raw.length === 0 ? undefined : dataCode(Object.fromEntries(raw), place),
  };
  const keys = raw.map(([key]) => ({ what: key, why: 'an option without a property of its own here' }));
  const pods: RawPart[] = rawPods ? [{ what: 'pod templates, by pods.raw', why: 'what they say in Kubernetes\' words is kept so' }] : [];
  return {
    construct: spec.job === undefined ? 'TunedFlinkSession' : 'TunedFlinkDeployment',
    namespace: place.namespace,
    id: place.id,
    props: fieldsOf(nameFirst(codes, cluster.manifest.metadata.name, place.id), { ...PROP_COMMENTS, ...RAW_COMMENTS }),
    calls: metadataCalls(written, place),
    comments: [],
    recognised: recognised(codes, called),
    raw: [...keys, ...pods],
    leftOpen: [],
  };
}

const RAW_COMMENTS = {
  pods: 'Left raw: a pod template in Kubernetes\' words.',
  flinkConfiguration: 'Left raw: options without a property, or that a strategy would write otherwise.',
};

function nameFirst(codes: Props, name: string, id: string): Props {
  return { name: name === id ? undefined : data(name), ...codes };
}

function withPods(role: Code, pods: Code | undefined): Code {
  return role.is !== 'fields' || pods === undefined ? role : { ...role, fields: [...role.fields, { key: 'pods', code: pods, comment: RAW_COMMENTS.pods }] };
}

function recognised(codes: Props, called: readonly string[]): string[] {
  const strategies = ['stateBackend', 'highAvailability'].flatMap((key) => {
    const code = codes[key];
    return code?.is === 'call' ? [code.name] : [];
  });
  const plain = ['image', 'job', 'jobManager', 'taskManager', 'parallelism', 'maxParallelism', 'serviceAccount', 'mode', 'imagePullPolicy', 'restartNonce'];
  return [...plain.filter((key) => codes[key] !== undefined), ...called, ...strategies];
}

function metadataCalls(written: Record<string, unknown>, place: ImportPlace): LaterCall[] {
  const { name: _, labels = {}, annotations = {}, ...others } = writtenMetadata(written.metadata) as Record<string, object>;
  const calls = (method: string, entries: object): LaterCall[] => Object.entries(entries).flatMap(([key, value]) => {
    const code = dataCode(value, place, key);
    return code === undefined ? [] : [{ method, args: [data(key), code] }];
  });
  return [...calls('metadata.addLabel', labels), ...calls('metadata.addAnnotation', annotations), ...calls('metadata.add', others)];
}

/** A template that is put in as a whole hides whatever the library would do for the pods. */
const PATCHED_PODS = 5;

/** What is no property weighs by what a reader has to understand; pods more than an option. */
function weightOf({ raw, leftOpen }: ImportedResource): number {
  return raw.length + leftOpen.length + (raw.some(({ what }) => what.endsWith('odTemplate')) ? PATCHED_PODS : 0);
}

function asRefusal(error: string): Refusal {
  const [what, ...lines] = error.split('\n');
  const at = (label: string) => lines.find((line) => line.trimStart().startsWith(label))?.trim().slice(label.length).trim() ?? '';
  const [, said, code] = /^(.*) \[([a-z0-9-]+)\]$/.exec(what) ?? [what, what, 'import-not-tuned'];
  return new Refusal({ code, what: said, got: at('got'), allowed: at('allowed'), fix: at('fix') });
}

function inTheWay(got: string): Refusal {
  return new Refusal({
    code: 'import-not-tuned',
    what: 'what the construct makes is something else',
    got,
    allowed: 'the same as the manifest',
    fix: 'compare both by hand, and decide which of the two it shall be',
  });
}
