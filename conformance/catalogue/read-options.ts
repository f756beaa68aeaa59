import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JarSet } from './published-jars';

/** An option as the field of a class declares it. */
export interface DeclaredOption {
  readonly holder: string;
  /** What stands before the key in a configuration, if anything. */
  readonly prefix: string;
  readonly key: string;
  readonly type: string;
  readonly list: boolean;
  readonly values: string[];
  readonly default: string | null;
  readonly older: string[];
  readonly deprecated: boolean;
}

/** Defaults that depend on the machine become these words instead of what this machine has. */
const TELLTALES = ['-Djava.io.tmpdir=<tmp>', '-Duser.home=<home>', '-Duser.name=<user>', '-XX:ActiveProcessorCount=97'];
const TARGET = join(__dirname, 'target');

/** Asked for by the operator but in no registry, or in the way of what is read. */
const LEFT_OUT = ['org.apache.flink:flink-autoscaler', 'org.apache.flink:flink-kubernetes', 'io.javaoperatorsdk:operator-framework',
  'org.apache.logging.log4j:*'];

let classes: string | undefined;

/** The options that the jars of a set declare; undefined when the registry does not have the jars. */
export function readOptions(set: JarSet): DeclaredOption[] | undefined {
  const classPath = resolve(set);
  if (classPath === undefined) {
    return undefined;
  }
  const { status, stdout, stderr } = spawnSync('java', [...TELLTALES, '-cp', `${reader()}:${classPath}`, 'io.cdk8sflink.conformance.OptionReader'], {
    encoding: 'utf8', maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    throw new Error(`the options of ${names(set)} cannot be read: ${stderr}`);
  }
  const lines = stdout.trim().split('\n').map((line) => JSON.parse(line));
  // Other classes hold options for themselves, and many of them need libraries that nobody else does.
  const unread = lines.pop().unreadable.filter((failure: string) => /Options: /.test(failure) && set.holders.test(failure));
  if (unread.length > 0) {
    throw new Error(`some options of ${names(set)} cannot be read:\n${unread.join('\n')}`);
  }
  return lines.filter(({ holder }) => set.holders.test(holder));
}

export function names({ jars }: JarSet): string {
  return jars.map(({ artifact, version }) => `${artifact} ${version}`).join(', ');
}

/** Compiled once a run. */
function reader(): string {
  if (classes === undefined) {
    maven(['-f', join(__dirname, 'pom.xml'), 'compile', 'dependency:build-classpath', '-DincludeScope=runtime', `-Dmdep.outputFile=${TARGET}/classpath`]);
    classes = `${TARGET}/classes:${readFileSync(`${TARGET}/classpath`, 'utf8').trim()}`;
  }
  return classes;
}

function resolve(set: JarSet): string | undefined {
  const folder = join(TARGET, set.jars[0].artifact, set.line);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pom.xml'), pom(set));
  const found = maven(['-f', join(folder, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${folder}/classpath`], /Could not (find|resolve)/);
  return found ? readFileSync(join(folder, 'classpath'), 'utf8').trim() : undefined;
}

/** True when Maven succeeds, false when it fails in the way that was thought of. */
function maven(args: string[], expected?: RegExp): boolean {
  const { status, error, stdout, stderr } = spawnSync('mvn', ['--quiet', '--batch-mode', '-Dstyle.color=never', ...args], { encoding: 'utf8' });
  const output = `${error?.message ?? ''}${stdout}${stderr}`;
  if (status !== 0 && expected?.test(output) !== true) {
    throw new Error(`Maven ended with ${status}; the catalogue needs Java 17, Maven and Maven Central.\n${output}`);
  }
  return status === 0;
}

function pom({ jars, besides, line }: JarSet): string {
  const dependencies = [
    ...jars.map(({ artifact, version, closed }) => dependency('org.apache.flink', artifact, version, closed ? ['*:*'] : LEFT_OUT)),
    ...besides.map((library) => dependency(...(library.split(':') as [string, string, string]), ['*:*'])),
  ];
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>io.cdk8sflink.conformance</groupId><artifactId>jars</artifactId><version>${line}</version>
<dependencies>
${dependencies.join('\n')}
</dependencies></project>
`;
}

function dependency(group: string, artifact: string, version: string, exclusions: string[]): string {
  const excluded = exclusions.map((name) => name.split(':'))
    .map(([of, what]) => `<exclusion><groupId>${of}</groupId><artifactId>${what}</artifactId></exclusion>`);
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`
    + `<exclusions>${excluded.join('')}</exclusions></dependency>`;
}
