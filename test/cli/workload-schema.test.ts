import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import * as fc from 'fast-check';
import { LEAST, size } from './run-cli';
import { sizeOf, timeOf } from '../../src/cli/spelled-values';
import { FlinkVersion } from '../../src/flink/flink-version';
import { OperatorVersion } from '../../src/operator/operator-version';
import { RULES } from '../../src/sizing/facts/assumptions';
import { grouped } from '../../src/units/grouped-number';
import { DiskKind } from '../../src/workload/node-shape';
import { FlinkApi, ProgrammingLanguage, WorkloadKind } from '../../src/workload/workload-kind';

/** The API as jsii compiled it. */
const ROOT = join(__dirname, '..', '..');
const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
const schema = JSON.parse(readFileSync(join(ROOT, 'src', 'cli', 'workload.schema.json'), 'utf8'));
const { properties, definitions, dependencies } = schema;

interface Prop {
  readonly name: string;
  readonly optional?: boolean;
  readonly docs: { readonly default?: string };
}

/** Properties of a struct, with those that it extends. */
function propsOf(name: string): Prop[] {
  const { properties: own = [], interfaces = [] } = types[`cdk8s-flink.${name}`];
  return [...own, ...interfaces.flatMap((fqn: string) => propsOf(fqn.split('.')[1]))];
}

const names = (props: Prop[]) => [...new Set(props.map(({ name }) => name))].sort();
const FACTS = Object.keys(properties).filter((key) => !['$schema', 'kind', 'calibration', 'assumptions', 'nodeShape', 'budget', 'flinkVersion', 'deployment'].includes(key));

/** `deduplication` of `Workload.deduplication`, and the struct that it takes. */
const MAKERS: [kind: string, struct: string][] = types['cdk8s-flink.Workload'].methods.map((method: any) => [
  Object.entries(WorkloadKind).find(([name]) => name.replaceAll('_', '').toLowerCase() === method.name.toLowerCase())![1],
  method.parameters[0].type.fqn.split('.')[1],
]);

test.each([
  ['ThroughputProps', properties.throughput], ['Calibration', definitions.calibration], ['NodeShape', properties.nodeShape], ['Budget', properties.budget],
])('%s has the same keys in a file as in TypeScript', (struct, part) => {
  const props = propsOf(struct);
  expect(Object.keys(part.properties).sort()).toEqual(names(props));
  expect((part.required ?? []).slice().sort()).toEqual(names(props.filter(({ optional }) => !optional)));
  expect(part.additionalProperties).toBe(false);
});

test('every fact is in the schema, and nothing else', () => {
  expect(FACTS.sort()).toEqual(names(propsOf('WorkloadFacts')));
  expect(properties.kind.enum).toEqual(Object.values(WorkloadKind));
  expect(MAKERS.map(([kind]) => kind).sort()).toEqual(Object.values(WorkloadKind).sort());
});

test.each(MAKERS)('a %s has the facts of %s', (kind, struct) => {
  const allowed = FACTS.filter((fact) => dependencies[fact] === undefined || dependencies[fact].properties.kind.enum.includes(kind));
  expect(allowed.sort()).toEqual(names(propsOf(struct)));
});

test('choices and versions are those of the library', () => {
  expect(properties.api.enum).toEqual(Object.values(FlinkApi));
  expect(properties.language.enum).toEqual(Object.values(ProgrammingLanguage));
  expect(properties.nodeShape.properties.diskKind.enum).toEqual(Object.values(DiskKind));
  expect(properties.deployment.properties.operatorVersion.enum)
    .toEqual(Object.values(OperatorVersion).filter((value) => value instanceof OperatorVersion).map(({ minorLine }) => minorLine));
  properties.flinkVersion.examples.forEach((text: string) => expect(FlinkVersion.of(text)).toBeDefined());
});

test('assumptions are the numbers of the rules, with their ranges', () => {
  const { assumptions } = properties;
  expect(Object.keys(assumptions.properties)).toEqual(Object.keys(RULES));
  Object.entries(RULES).forEach(([name, { low, value, high }]) => {
    expect(assumptions.properties[name].default).toBe(value);
    [low, high].forEach((end) => expect(assumptions.properties[name].description).toContain(grouped(end)));
  });
});

test('defaults that are plain values are those of the properties', () => {
  const wrong = [['WorkloadFacts', schema], ['ThroughputProps', properties.throughput], ['Calibration', definitions.calibration]].flatMap(([struct, part]) =>
    propsOf(struct).filter(({ docs, name }) => /^[0-9.]+$|^(true|false)$/.test(docs.default ?? '') && String(part.properties[name].default) !== docs.default)
      .map(({ name }) => `${struct}.${name}`));
  expect(wrong).toEqual([]);
});

/** Every property with its path. */
function described(part: any, path: string): [path: string, property: any][] {
  return Object.entries<any>(part.properties ?? {}).flatMap(([key, property]) => [
    [`${path}${key}`, property] as [string, any], ...described(property, `${path}${key}.`),
  ]);
}

const all = [...described(schema, ''), ...described(definitions.calibration, 'calibration.')].filter(([path]) => !['$schema', 'calibration'].includes(path));

test.each(all)('%s has a title, a description, and examples that the schema takes', (_, property) => {
  expect(property).toMatchObject({ title: expect.stringMatching(/^[A-Z]/), description: expect.stringMatching(/./) });
  const ajv = new Ajv({ strict: false });
  const takes = ajv.compile({ ...property, definitions });
  const examples = property.default === undefined ? property.examples ?? [] : [property.default, ...property.examples ?? []];
  expect(property.type === 'object' || property.enum !== undefined || property.type === 'boolean' || examples.length > 0).toBe(true);
  examples.forEach((example: unknown) => expect(takes(example)).toBe(true));
});

test('what the patterns let through can be read, and is what Flink and Kubernetes mean', () => {
  const amount = fc.integer({ min: 1, max: 10_000 });
  const units: [string, number][] = [['ms', 1], ['s', 1000], ['sec', 1000], ['min', 60_000], ['m', 60_000], ['h', 3_600_000], ['d', 86_400_000], ['days', 86_400_000]];
  fc.assert(fc.property(amount, fc.constantFrom(...units), fc.constantFrom('', ' '), (number, [unit, millis], blank) => {
    expect(`${number}${blank}${unit}`).toMatch(new RegExp(definitions.time.pattern));
    expect(timeOf(`${number}${blank}${unit}`).toMilliseconds()).toBe(number * millis);
  }));
  const sizes: [string, number][] = ['k', 'm', 'g', 't'].flatMap((letter, power) => [letter, `${letter.toUpperCase()}i`, `${letter}b`, `${letter.toUpperCase()}iB`]
    .map((unit): [string, number] => [unit, 1024 ** power]));
  fc.assert(fc.property(amount, fc.constantFrom(...sizes), fc.constantFrom('', ' '), (number, [unit, kibibytes], blank) => {
    expect(`${number}${blank}${unit}`).toMatch(new RegExp(definitions.size.pattern));
    expect(sizeOf(`${number}${blank}${unit}`).toKibibytes()).toBe(number * kibibytes);
  }));
});

test('a file may say where its schema lies', async () => {
  expect((await size({ $schema: './node_modules/cdk8s-flink/lib/cli/workload.schema.json', ...LEAST })).code).toBe(0);
});
