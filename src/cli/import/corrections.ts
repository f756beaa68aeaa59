import { call, data, Code } from './code';
import { dataCode, DataOwner } from './data-code';
import { sameData } from './equivalence';
import { LaterCall, RawPart } from './imported-resource';
import { sameValue, underCurrentKeys } from './same-setting';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { keyFor } from '../../flink/configuration/option-spelling';
import { FlinkVersion } from '../../flink/flink-version';

/** What brings a resource that the library has made to what the manifest has. */
export interface Corrections {
  readonly calls: readonly LaterCall[];
  readonly raw: readonly RawPart[];
  readonly leftOpen: readonly string[];
}

/** A field that is set, or taken out where it has no value. */
interface FieldChange {
  readonly path: readonly string[];
  readonly value?: unknown;
}

/** Fields that the changes stop above: what is within belongs together. */
const WHOLE = ['podTemplate', 'ingress', 'logConfiguration', 'resources', 'args'];
const SPEC = ['spec'];

/** What of the specification differs, and is not the same for the operator all the same. */
export interface Wanted {
  readonly version: FlinkVersion;
  readonly configuration: FlinkSettings;
  /** Of the manifest, without its configuration. */
  readonly fields: object;
  /** Fields that say the same in other words. */
  readonly alike: readonly string[];
}

/** Patches of Kubernetes' own shape, for what no property of the construct says. */
export function corrections(made: Record<string, any>, wanted: Wanted, owner: DataOwner): Corrections {
  const { flinkConfiguration = {}, ...fields } = made.spec as Record<string, unknown>;
  const changes = fieldChanges(fields, wanted.fields, SPEC).filter(({ path }) => !wanted.alike.includes(path.slice(1).join('.')));
  const settings = settingChanges(new Map(Object.entries(flinkConfiguration as object)), wanted);
  const set = [...changes, ...settings].filter(({ value }) => value !== undefined);
  const open = [...settings, ...changes].filter(({ value }) => value === undefined).map(({ path }) => path);
  return {
    calls: [...open.length === 0 ? [] : [leftOpenCall(open)], ...set.length === 0 ? [] : [patchCall(set, owner)]],
    raw: set.map(({ path }) => ({ what: shownPath(path), why: path.includes('podTemplate') ? PODS : 'no property says this' })),
    leftOpen: open.map(shownPath),
  };
}

const PODS = 'the library would make other pods: their disk, plugins or security';

function leftOpenCall(paths: readonly (readonly string[])[]): LaterCall {
  return {
    method: 'addJsonPatch',
    args: [{ is: 'spread', code: call('leftOpen', ...paths.map((path) => data(pointer(path)))) }],
    comment: `The library decides these and the manifest does not. Take a line away, and its value is written.${
      paths.some((path) => path[2] === 'pipeline.max-parallelism') ? ' Another max-parallelism than that of the running job drops its state.' : ''}`,
  };
}

function patchCall(changes: readonly FieldChange[], owner: DataOwner): LaterCall {
  const patch = ({ path, value }: FieldChange): Code =>
    call('JsonPatch.add', data(pointer(path)), dataCode(value, owner, path[path.length - 1])!);
  return { method: 'addJsonPatch', args: changes.map(patch), comment: 'Left raw: no property says it as the manifest has it.' };
}

function settingChanges(made: FlinkSettings, { version, configuration }: Wanted): FieldChange[] {
  const [has, wants] = [made, configuration].map(underCurrentKeys);
  const at = (key: string) => [...SPEC, 'flinkConfiguration', keyFor(version, key)];
  const surplus = [...has.keys()].filter((key) => !wants.has(key)).map((key) => ({ path: at(key) }));
  const missing = [...wants].filter(([key, value]) => !has.has(key) || !sameValue(key, has.get(key)!, value, version))
    .map(([key, value]) => ({ path: at(key), value }));
  return [...surplus, ...missing];
}

function fieldChanges(made: object, wanted: object, within: readonly string[]): FieldChange[] {
  const [has, wants] = [made, wanted] as Record<string, unknown>[];
  return [...new Set([...Object.keys(has), ...Object.keys(wants)])].sort().flatMap((key): FieldChange[] => {
    const path = [...within, key];
    if (sameData(has[key], wants[key])) {
      return [];
    }
    return isMap(has[key]) && isMap(wants[key]) && !WHOLE.includes(key) ? fieldChanges(has[key], wants[key], path)
      : [{ path, value: wants[key] ?? undefined }];
  });
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON pointer. */
function pointer(path: readonly string[]): string {
  return path.map((step) => `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** As a person would call it: an option by its key. */
function shownPath(path: readonly string[]): string {
  return path[1] === 'flinkConfiguration' ? path[2] : path.slice(1).join('.');
}
