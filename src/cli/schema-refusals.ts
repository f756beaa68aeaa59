import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { InputFile } from './input-file';
import { meantValues } from './meant-values';
import { UnusableInput } from './unusable-input';
import * as schema from './workload.schema.json';
import { KeyNeighbours } from '../flink/options/nearest-key';
import { Refusal, shown } from '../refusal';

/** What of the schema a file is held against. */
export type FileSchema = 'workload' | 'calibration';

/** Of what is quoted from a file. */
const LONGEST = 60;

const POINTERS: Record<FileSchema, string> = { workload: '', calibration: '#/definitions/calibration' };

/** Throws for a file that is not what the schema says, with everything that it finds. */
export function refuseAgainstSchema(file: InputFile, against: FileSchema): void {
  // `dependencies` names keys of its parent, which strict mode takes for misspelled ones.
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false });
  const validate = ajv.addSchema(schema, 'workload').getSchema(`workload${POINTERS[against]}`) as ValidateFunction;
  if (!validate(file.value)) {
    throw new UnusableInput(file.name, tellingErrors(validate.errors!).map((error) => refusalOf(error, file)));
  }
}

/** What each branch of a choice lacks says less than that none of them fits, and no fact belongs to a kind that there is not. */
function tellingErrors(errors: ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath);
  const noKind = errors.some(({ schemaPath }) => schemaPath === '#/properties/kind/enum');
  return errors.filter((error) => (error.keyword === 'anyOf' || !choices.includes(error.instancePath)) && !(noKind && factOfOtherKind(error) !== undefined));
}

function factOfOtherKind({ schemaPath }: ErrorObject): string | undefined {
  return /^#\/dependencies\/([^/]+)\//.exec(schemaPath)?.[1];
}

function refusalOf(error: ErrorObject, file: InputFile): Refusal {
  const path = error.instancePath.split('/').slice(1).map((key) => (/^[0-9]+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')));
  const at = (keys: (string | number)[]) => `${keys.length === 0 ? '' : `${pathText(keys)}, `}${file.locate(keys)}`;
  const fact = factOfOtherKind(error);
  if (fact !== undefined) {
    return otherKind(fact, error).at(at([fact]));
  }
  switch (error.keyword) {
    case 'additionalProperties': return unknownKey(error).at(at([...path, error.params.additionalProperty]));
    case 'required': return missingKey(path, error).at(at(path));
    default: return wrongValue(path, error).at(at(path));
  }
}

function unknownKey({ params: { additionalProperty: key }, parentSchema }: ErrorObject): Refusal {
  const keys = Object.keys(parentSchema!.properties).filter((each) => each !== '$schema');
  const near = new KeyNeighbours(keys).of(key);
  return new Refusal({
    code: 'input-key',
    what: 'there is no such key',
    got: key.slice(0, LONGEST),
    allowed: keys.join(', '),
    fix: near.length === 0 ? 'remove it' : `write ${near.join(' or ')}`,
  });
}

function missingKey(path: (string | number)[], { params: { missingProperty: key }, data }: ErrorObject): Refusal {
  const keys = Object.keys(data as object).filter((each) => each !== '$schema');
  return new Refusal({
    code: 'input-key',
    what: `${pathText([...path, key])} is missing`,
    got: keys.length === 0 ? 'nothing' : keys.join(', '),
    allowed: `${key} is always needed`,
    fix: `add ${key}`,
  });
}

/** A fact that says nothing about this kind of work would be passed over without a word. */
function otherKind(fact: string, { data, params: { allowedValues: kinds } }: ErrorObject): Refusal {
  return new Refusal({
    code: 'fact-of-other-kind',
    what: `${fact} is no fact of this kind of work`,
    got: `${fact} with kind ${shown(data)}`,
    allowed: `${fact} with kind ${kinds.join(', ')}`,
    fix: `leave ${fact} out, or change kind`,
  });
}

function wrongValue(path: (string | number)[], { keyword, params, data, parentSchema }: ErrorObject): Refusal {
  const name = path.length === 0 ? 'the file' : pathText(path);
  const got = describe(data);
  if (keyword === 'enum') {
    const values: string[] = params.allowedValues;
    return new Refusal({ code: 'input-value', what: `${name} is none of its values`, got, allowed: values.join(', '), fix: choiceFor(values, data) });
  }
  const said = keyword === 'anyOf' || keyword === 'pattern' || (parentSchema!.pattern !== undefined && keyword === 'type');
  const allowed = said ? parentSchema!.description
    : keyword === 'exclusiveMinimum' ? `above ${params.limit}`
      : keyword === 'minLength' ? 'text that is not empty'
        : NOUNS[params.type];
  const fix = params.type === 'object' ? `write its keys, ${Object.keys(parentSchema!.properties ?? parentSchema!.examples[0]).find((key) => key !== '$schema')} for one`
    : fixFor(params.type, data) ?? (isNeeded(path) ? 'write it so' : 'write it so, or leave it out');
  return new Refusal({ code: 'input-value', what: `${name} cannot be read`, got, allowed, fix });
}

/** YAML takes `1.10` for 1.1. */
function choiceFor(values: string[], data: unknown): string {
  if (typeof data === 'number') {
    const same = values.find((value) => Number(value) === data);
    return same === undefined ? 'write one of these' : `write "${same}", in quotes`;
  }
  const meant = typeof data === 'string' ? meantValues(values, data) : [];
  return meant.length === 0 ? 'write one of these' : `write ${meant.join(' or ')}`;
}

function isNeeded(path: (string | number)[]): boolean {
  const parent = path.slice(0, -1).reduce((part: any, key) => part?.properties?.[key], schema);
  return parent?.required?.includes(path[path.length - 1]) === true;
}

const NOUNS: Record<string, string> = { object: 'keys with values', array: 'a list', string: 'text', number: 'a finite number', boolean: 'true or false' };

function fixFor(type: string | undefined, data: unknown): string | undefined {
  if (type === 'string' && (typeof data === 'number' || typeof data === 'boolean')) {
    return 'write it as text, in quotes, with its unit where it has one';
  }
  return type === 'number' && typeof data === 'string' ? 'write the number alone, without quotes, unit or words' : undefined;
}

function describe(data: unknown): string {
  return Array.isArray(data) ? 'a list' : typeof data === 'object' && data !== null ? 'keys with values'
    : data === null ? 'nothing' : shown(typeof data === 'string' ? data.slice(0, LONGEST) : data);
}

/** `throughput.recordsPerSecond`, `deployment.args[0]`. */
function pathText(path: (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
