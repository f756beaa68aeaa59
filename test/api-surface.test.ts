import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The API as jsii compiled it; `npm test` compiles before it runs this. */
const ROOT = join(__dirname, '..');
const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as { types: Record<string, Type> };

interface Member {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly type?: unknown;
  readonly returns?: { readonly type: { readonly fqn?: string } };
  readonly parameters?: Member[];
}

interface Type extends Member {
  readonly interfaces?: string[];
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly properties?: Member[];
  readonly methods?: Member[];
  readonly members?: Member[];
}

const all = Object.values(types);
const membersOf = (type: Type) => [...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []];
const structs = all.filter(({ kind, datatype }) => kind === 'interface' && datatype);

/** Shapes of Kubernetes that are handed on as they are. */
const RAW_MAPS = [
  'FlinkDeploymentSpec.ingress', 'FlinkDeploymentSpec.podTemplate', 'FlinkRoleSpec.podTemplate', 'FlinkRoleSpec.resources', 'PodContribution.raw', 'PodVolume.source',
];

test('every type and every member is documented', () => {
  const silent = all.flatMap((type) => [
    ...(type.docs?.summary ? [] : [type.name]),
    ...membersOf(type).filter(({ docs }) => !docs?.summary).map(({ name }) => `${type.name}.${name}`),
  ]);
  expect(silent).toEqual([]);
});

test('every optional property has a default, and never "undefined"', () => {
  const wrong = structs.flatMap(({ name: owner, properties }) => (properties ?? [])
    .filter(({ optional, docs }) => optional && (docs?.default === undefined || /undefined/.test(docs.default)))
    .map(({ name }) => `${owner}.${name}`));
  expect(wrong).toEqual([]);
});

test('`any` stands only where Kubernetes\' own shapes are handed on', () => {
  const loose = all.flatMap((type) => membersOf(type)
    .filter((member) => JSON.stringify(member).includes('"primitive":"any"'))
    .map(({ name }) => `${type.name}.${name}`));
  expect(loose.sort()).toEqual(RAW_MAPS);
});

test('no struct is empty and no type is a union: both are how jsii loses meaning in silence', () => {
  // One that puts others together is not empty.
  const isEmpty = ({ properties = [], interfaces = [] }: typeof structs[number]) => properties.length === 0 && interfaces.length < 2;
  expect(structs.filter(isEmpty).map(({ name }) => name)).toEqual([]);
  expect(all.filter((type) => JSON.stringify(type).includes('"union"')).map(({ name }) => name)).toEqual([]);
});

test('what users extend takes one context and returns one config', () => {
  const binds = all.filter(({ abstract }) => abstract).flatMap((type) => (type.methods ?? []).filter(({ name }) => name === 'bind'));
  expect(binds).toHaveLength(5);
  for (const { parameters, returns } of binds) {
    expect(parameters).toHaveLength(1);
    expect(JSON.stringify(parameters![0].type)).toMatch(/Context"/);
    expect(returns!.type.fqn).toMatch(/Config$/);
  }
});

test('every class and every enum is used by an example', () => {
  const folder = join(ROOT, 'examples');
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const unused = all.filter((type) => !structs.includes(type) && !new RegExp(`\\b${type.name}\\b`).test(code));
  expect(unused.map(({ name }) => name).sort()).toEqual(RESULTS);
});

/** What the library hands out, or what a user's own strategy extends; examples meet them through other names. */
const RESULTS = [
  'Amount', 'DecisionBasis', 'HighAvailability', 'IFlinkCluster', 'IFlinkJobResource', 'IFlinkSession', 'MemorySize', 'NodeResource', 'Scaling', 'SessionPlan', 'StateBackend', 'TuningPlan', 'WorkloadKind',
];
