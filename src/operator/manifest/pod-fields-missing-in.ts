import { CONTAINER_FIELDS, POD_TEMPLATE_FIELDS } from './pod-template-tree';
import { Refusal, shown } from '../../refusal';
import { OperatorVersion } from '../operator-version';

/** Fields below a field; one without any holds a value, a map of one's own names, or anything. */
type Fields = Map<string, PodField>;

interface PodField {
  readonly fields: Fields;
  readonly since?: number;
  readonly goneIn?: number;
}

/** What of a spec may hold pod templates. */
interface WithPodTemplates {
  readonly podTemplate?: object;
  readonly jobManager?: { readonly podTemplate?: object };
  readonly taskManager?: { readonly podTemplate?: object };
}

let read: Fields | undefined;

/** Read on first use only. */
function podTemplateFields(): Fields {
  return read ??= fieldsIn(POD_TEMPLATE_FIELDS, fieldsIn(CONTAINER_FIELDS));
}

/** Refuses fields of the pod templates of a resource that the CRD of this release does not have. */
export function refuseMissingPodFields({ podTemplate, jobManager, taskManager }: WithPodTemplates, release: OperatorVersion): void {
  refuseMissing('spec.podTemplate', podTemplate, podTemplateFields(), release);
  refuseMissing('spec.jobManager.podTemplate', jobManager?.podTemplate, podTemplateFields(), release);
  refuseMissing('spec.taskManager.podTemplate', taskManager?.podTemplate, podTemplateFields(), release);
}

/** Every field of a pod template in this release, by its path. */
export function podTemplateFieldsOf(release: OperatorVersion): string[] {
  return paths(podTemplateFields(), minorOf(release), '');
}

function refuseMissing(path: string, value: unknown, fields: Fields, release: OperatorVersion): void {
  if (value === null || value === undefined || fields.size === 0) {
    return;
  }
  if (typeof value !== 'object') {
    throw new Refusal({
      code: 'manifest-field',
      what: 'Kubernetes has fields here, and would refuse the resource',
      got: `${typeof value} in ${path}`,
      allowed: [...fields.keys()].join(', '),
      fix: 'correct it, or remove it',
    });
  }
  if (Array.isArray(value)) {
    value.forEach((element, index) => refuseMissing(`${path}[${index}]`, element, fields, release));
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    const field = fields.get(name);
    const place = `${path}.${name}`;
    if (field === undefined || !isIn(field, minorOf(release))) {
      throw missing(place, field, release);
    }
    refuseMissing(place, inner, field.fields, release);
  }
}

function missing(path: string, field: PodField | undefined, release: OperatorVersion): Refusal {
  if (field === undefined) {
    return new Refusal({
      code: 'unknown-field',
      what: 'a pod template has no such field, and Kubernetes would drop it without a word',
      got: path,
      allowed: 'the fields of a pod template, by Kubernetes\' own names',
      fix: `correct ${shown(path.slice(path.lastIndexOf('.') + 1))}`,
    });
  }
  return new Refusal({
    code: 'field-not-in-release',
    what: `${release} does not have ${path}, and Kubernetes would drop it without a word`,
    got: path,
    allowed: field.since === undefined ? `releases before operator 1.${field.goneIn}` : `operator 1.${field.since} and newer`,
    fix: 'remove it, or use a release of the operator that has it',
  });
}

function isIn({ since = 0, goneIn = Infinity }: PodField, minor: number): boolean {
  return since <= minor && minor < goneIn;
}

function minorOf({ minorLine }: OperatorVersion): number {
  return Number(minorLine.split('.')[1]);
}

function paths(fields: Fields, minor: number, prefix: string): string[] {
  return [...fields].filter(([, field]) => isIn(field, minor))
    .flatMap(([name, field]) => [prefix + name, ...paths(field.fields, minor, `${prefix}${name}.`)]);
}

/** Reads the table: names, each with the fields in brackets behind it. */
function fieldsIn(text: string, container?: Fields): Fields {
  const open: Fields[] = [new Map()];
  let last: PodField = { fields: open[0] };
  for (const [token] of text.matchAll(/[()]|[^()\s]+/g)) {
    const here = open[open.length - 1];
    if (token === '(') {
      open.push(last.fields);
    } else if (token === ')') {
      open.pop();
    } else if (token === '+container') {
      container!.forEach((field, name) => here.set(name, field));
    } else {
      const [name, since, goneIn] = /[@!]/.test(token) ? dated(token) : [token];
      last = { fields: new Map(), since, goneIn };
      here.set(name, last);
    }
  }
  return open[0];
}

function dated(token: string): [name: string, since: number | undefined, goneIn: number | undefined] {
  const [, name, since, goneIn] = /^([^@!]+)(?:@1\.(\d+))?(?:!1\.(\d+))?$/.exec(token)!;
  return [name, since === undefined ? undefined : Number(since), goneIn === undefined ? undefined : Number(goneIn)];
}
