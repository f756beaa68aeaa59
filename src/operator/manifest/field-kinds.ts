import { OperatorVersion } from '../operator-version';

/** What the schema of a custom resource, and the operator's class behind it, let a field hold. */
export type FieldKind = PlainKind | RawKind | NameKind | FieldsKind | ListKind;

/** `int` and `long` are Java's; `settings` is flat text before operator 1.13 and anything from then on. */
interface PlainKind {
  readonly holds: 'text' | 'boolean' | 'number' | 'int' | 'long' | 'texts' | 'quantities' | 'settings';
}

/** In Kubernetes' own shape: of it only the parts are checked that we look into. */
export interface RawKind {
  readonly holds: 'raw';
  readonly parts?: FieldsKind;
}

interface NameKind {
  readonly holds: 'name';
  readonly names: (release: OperatorVersion) => readonly string[];
}

export interface FieldsKind {
  readonly holds: 'fields';
  readonly fields: FieldTable;
  /** True where other fields pass as they are: Kubernetes knows more of them than we look into. */
  readonly open?: boolean;
}

interface ListKind {
  readonly holds: 'list';
  readonly items: FieldKind;
}

export interface Field {
  readonly kind: FieldKind;
  /** The first release that has the field; all have it unless given. */
  readonly since?: OperatorVersion;
}

/** A map, so that `constructor` and its like are no fields. */
type FieldTable = ReadonlyMap<string, Field>;

export const TEXT: FieldKind = { holds: 'text' };
export const BOOLEAN: FieldKind = { holds: 'boolean' };
export const NUMBER: FieldKind = { holds: 'number' };
export const INT: FieldKind = { holds: 'int' };
export const LONG: FieldKind = { holds: 'long' };
export const TEXTS: FieldKind = { holds: 'texts' };
export const QUANTITIES: FieldKind = { holds: 'quantities' };
export const SETTINGS: FieldKind = { holds: 'settings' };
/** In Kubernetes' own shape, and nothing in it that we look into. */
export const RAW: FieldKind = { holds: 'raw' };

export function oneOf(...names: string[]): FieldKind {
  return { holds: 'name', names: () => names };
}

export function listOf(items: FieldKind): FieldKind {
  return { holds: 'list', items };
}

export function fields(table: Record<string, FieldKind | Field>): FieldsKind {
  return { holds: 'fields', fields: new Map(Object.entries(table).map(([name, field]) => [name, 'kind' in field ? field : { kind: field }])) };
}

export function openFields(table: Record<string, FieldKind>): FieldsKind {
  return { ...fields(table), open: true };
}

export function since(release: OperatorVersion, kind: FieldKind): Field {
  return { kind, since: release };
}
