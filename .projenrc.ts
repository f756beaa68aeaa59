import { cdk8s, javascript } from 'projen';

/** The rooms of what users pass in; none of them looks into another. */
const STRATEGIES = ['strategy', 'state', 'checkpointing', 'availability', 'scaling', 'metrics', 'security', 'access', 'process', 'job'];

/**
 * The floors of the house: a room may import the rooms listed, and nothing else of ours.
 * ARCHITECTURE.md draws the same picture; the lint rule below keeps it true.
 */
const FLOORS: Record<string, string[]> = {
  units: [],
  flink: ['units'],
  operator: ['flink', 'units'],
  workload: ['units'],
  sizing: ['workload', 'flink', 'units'],
  pods: ['flink', 'units'],
  strategy: ['pods', 'sizing', 'operator', 'flink', 'units'],
  state: ['strategy', 'pods', 'sizing', 'operator', 'flink', 'units'],
  checkpointing: ['strategy', 'pods', 'operator', 'flink', 'units'],
  availability: ['strategy', 'pods', 'operator', 'flink', 'units'],
  scaling: ['strategy', 'pods', 'sizing', 'operator', 'flink', 'units'],
  metrics: ['strategy', 'pods', 'operator', 'flink', 'units'],
  security: ['strategy', 'pods', 'operator', 'flink', 'units'],
  access: ['strategy', 'pods', 'operator', 'flink', 'units'],
  process: ['strategy', 'pods', 'operator', 'flink', 'units'],
  job: ['strategy', 'pods', 'operator', 'flink', 'units'],
  rules: ['operator', 'flink', 'units'],
  report: ['rules', 'operator', 'sizing', 'workload', 'flink', 'units'],
  deployment: [...STRATEGIES, 'report', 'rules', 'pods', 'sizing', 'workload', 'operator', 'flink', 'units'],
  plugin: ['deployment', 'rules', 'operator', 'flink', 'units'],
  cli: ['deployment', ...STRATEGIES, 'report', 'rules', 'pods', 'sizing', 'workload', 'operator', 'flink', 'units'],
};

/** The same within the rooms that have rooms of their own. */
const INNER_FLOORS: Record<string, Record<string, string[]>> = {
  flink: { configuration: [], memory: ['configuration'], options: ['configuration'] },
  sizing: {
    decision: [],
    facts: ['decision'],
    slots: ['facts', 'decision'],
    memory: ['slots', 'facts', 'decision'],
    runtime: ['slots', 'facts', 'decision'],
    plan: ['runtime', 'memory', 'slots', 'facts', 'decision'],
    session: ['plan', 'runtime', 'memory', 'slots', 'facts', 'decision'],
  },
  operator: {
    manifest: [],
    configuration: ['manifest'],
    admission: ['configuration', 'manifest'],
    pods: ['configuration', 'manifest'],
    deploy: ['admission', 'pods', 'configuration', 'manifest'],
    upgrade: ['deploy', 'admission', 'pods', 'configuration', 'manifest'],
  },
  deployment: {
    tree: [],
    accounts: [],
    props: ['tree'],
    defaults: ['props', 'tree'],
    cluster: ['defaults', 'props', 'accounts', 'tree'],
    manifest: ['cluster', 'defaults', 'props', 'accounts', 'tree'],
    constructs: ['manifest', 'cluster', 'defaults', 'props', 'accounts', 'tree'],
  },
};

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-flink',
  description: 'cdk8s constructs for Apache Flink on Kubernetes: from what a job is to a FlinkDeployment that is right the first time',
  keywords: ['cdk8s', 'flink', 'apache-flink', 'kubernetes', 'stream-processing', 'flink-kubernetes-operator', 'tuning'],
  author: 'cdk8s-flink contributors',
  authorAddress: 'https://github.com/cdk8s-flink/cdk8s-flink',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-flink/cdk8s-flink.git',
  license: 'Apache-2.0',
  stability: 'experimental',
  defaultReleaseBranch: 'main',

  projenrcTs: true,
  projenVersion: '0.103.25',
  packageManager: javascript.NodePackageManager.NPM,
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.0',
  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      moduleNameMapper: { '^cdk8s-flink$': '<rootDir>/src' },
      collectCoverage: false,
    },
  },
  minNodeVersion: '20.16.0',

  cdk8sVersion: '2.70.0',
  constructsVersion: '10.5.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  devDeps: ['fast-check@^4', 'cdk8s-cli@2.207.60', '@microsoft/jest-sarif@1.0.0-beta.0'],
  // Part of the package, so that no user has to install them. The reader of YAML is loaded when the first text comes that
  // needs it; the reader of arguments and the validator of workload files only by the command.
  bundledDeps: ['yaml@^2.9.0', 'commander@^14.0.3', 'ajv@^8.20.0'],
  bin: { 'cdk8s-flink': 'bin/cdk8s-flink' },

  // One workflow file of the owner's choosing drives `.ci/run`; projen's own workflows would repeat it.
  github: false,
  release: false,
  depsUpgrade: false,
  sampleCode: false,
  docgen: true,
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'bench', 'conformance'],
    commandOptions: { fix: false },
  },
  // The sources are not in the package, so maps would only make it larger and slower to load.
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  tsconfigDev: {
    compilerOptions: { paths: { 'cdk8s-flink': ['../src'] } },
    include: ['../examples/**/*.ts', '../bench/**/*.ts', '../conformance/**/*.ts'],
  },
  gitignore: ['/dist/', 'target/', '.jsii.tabl.json'],
});

// Node 20 is what users may still run; jsii would print a banner about it at every compile.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

// Some registries lack the platform packages of 1.13, and `npm ci` then refuses the lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// The name resolves from within the package too, so that an example is the very code a user copies.
// Editors and validators read the schema of a workload file.
project.package.addField('exports', {
  '.': './lib/index.js',
  './package.json': './package.json',
  './.jsii': './.jsii',
  './lib/cli/workload.schema.json': './lib/cli/workload.schema.json',
});

for (const path of ['/.ci/', '/bench/', '/conformance/', '/examples/', '/docs/', '/projenrc/', '/tsconfig.json', '/ARCHITECTURE.md', '/CONTRIBUTING.md']) {
  project.addPackageIgnore(path);
}

const zonesOf = (folder: string, floors: Record<string, string[]>) => Object.entries(floors).flatMap(([room, below]) => Object.keys(floors)
  .filter((other) => other !== room && !below.includes(other))
  .map((other) => ({
    target: `${folder}/${room}`,
    from: `${folder}/${other}`,
    message: `${room} must not import ${other}: see the floors in ARCHITECTURE.md.`,
  })));
const zones = [...zonesOf('./src', FLOORS), ...Object.entries(INNER_FLOORS).flatMap(([room, floors]) => zonesOf(`./src/${room}`, floors))];
project.eslint?.addRules({ 'import/no-restricted-paths': ['error', { zones }] });

// The catalogue of options and the schema of a workload file; TypeScript copies to lib/ only what it is told of.
project.tsconfig?.addInclude('src/flink/options/*.json');
project.tsconfig?.addInclude('src/cli/*.json');

// The places that load something on first use (docs/decisions/0009).
project.eslint?.addOverride({
  files: ['src/deployment/constructs/first-use.ts', 'src/flink/options/catalogue-file.ts', 'src/flink/options/yaml-text.ts'],
  rules: { '@typescript-eslint/no-require-imports': 'off' },
});

// The folders beside `test` are checked as it is, so that an editor and the linter find them.
for (const folder of ['examples', 'bench', 'conformance']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromPaths(['../test/tsconfig.json']),
    include: ['**/*.ts'],
    compilerOptions: {},
  });
}

// `npm test` on a fresh clone needs nothing but what it runs itself: the library, which the API test and the
// bench read; then the types, because ts-jest only transpiles; then jest and the linter.
project.testTask.prependExec('tsc --noEmit -p test/tsconfig.json');
project.testTask.prependSpawn(project.compileTask);

const run = (folder: string, script: string) => `node -r ts-node/register/transpile-only ${folder}/${script}`;
project.addTask('quickstart', {
  description: 'Synthesizes the product-dedup example into dist/ and explains it',
  env: { TS_NODE_PROJECT: 'examples/tsconfig.json' },
  steps: [{ spawn: 'compile' }, { exec: run('examples', 'product-dedup/main.ts') }],
});
project.addTask('conformance', {
  description: 'Compares with the real classes of Flink and the operator; options after --: --cases N --seed S',
  env: { TS_NODE_PROJECT: 'conformance/tsconfig.json' },
  steps: [{ exec: run('conformance', 'main.ts'), receiveArgs: true }],
});
project.addTask('catalogue', {
  description: 'Writes src/flink/options/*.json from the jars of Flink and the operator; after --: --check to compare only',
  env: { TS_NODE_PROJECT: 'conformance/tsconfig.json' },
  steps: [{ exec: run('conformance', 'catalogue/main.ts'), receiveArgs: true }],
});
project.addTask('readme', {
  description: 'Copies the examples into README.md, where its comments say which',
  env: { TS_NODE_PROJECT: 'test/tsconfig.json' },
  steps: [{ exec: run('test', 'readme/embed.ts') }],
});
project.addTask('packed', {
  description: 'Installs the packed library in an empty folder and synthesizes an example there',
  env: { TS_NODE_PROJECT: 'test/tsconfig.json' },
  steps: [{ spawn: 'compile' }, { exec: run('test', 'packed-artefact.ts') }],
});
project.addTask('sizing:report', {
  description: 'Judges the sizing rules against published measurements; after --: --write to renew docs/guides/sizing.md',
  env: { TS_NODE_PROJECT: 'test/tsconfig.json' },
  steps: [{ exec: run('test', 'sizing/published/report.ts'), receiveArgs: true }],
});
project.addTask('rules:docs', {
  description: 'Writes docs/rules from the rules, and from what docs/rules/why says at length',
  env: { TS_NODE_PROJECT: 'test/tsconfig.json' },
  steps: [{ exec: run('test', 'rules/write-pages.ts') }],
});
project.addTask('lint:wild', {
  description: 'Tables of what the rules say about public manifests; after --: a table of them, --write to renew docs/guides/lint-in-the-wild.md',
  env: { TS_NODE_PROJECT: 'conformance/tsconfig.json' },
  steps: [{ exec: run('conformance', 'manifests/lint-wild.ts'), receiveArgs: true }],
});
project.addTask('bench', {
  description: 'Measures loading, synthesis and the memory model, as ratios taken in one run',
  env: { TS_NODE_PROJECT: 'bench/tsconfig.json' },
  steps: [{ spawn: 'compile' }, { exec: run('bench', 'main.ts') }],
});

project.synth();
