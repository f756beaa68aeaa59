import { podVariables } from './pod-variables';
import { ManifestPath } from '../../operator/manifest/manifest-path';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

const VARIABLE = /^FLINK_ENV_JAVA_OPTS(_[A-Z_]+)?$/;
const OPTION = /^containerized\.(master|taskmanager)\.env\.(FLINK_ENV_JAVA_OPTS(_[A-Z_]+)?)$/;

export const javaOptionsVariable: Rule = {
  id: 'java-options-variable',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a variable that takes the place of Flink\'s own JVM options',
  why: 'where it is set, the start script reads neither env.java.opts nor the defaults, and --add-opens and the like are lost with them',
  fix: 'remove the variable and write its flags into env.java.opts.jobmanager and env.java.opts.taskmanager of flinkConfiguration',
  source: 'Flink bin/config.sh: `if [ -z "${FLINK_ENV_JAVA_OPTS}" ]`',
  fires: `
podTemplate:
  spec:
    containers:
      - name: flink-main-container
        env: [{ name: FLINK_ENV_JAVA_OPTS, value: "-XX:+UseG1GC" }]
`,
  passes: `
flinkConfiguration:
  env.java.opts.jobmanager: -XX:+UseG1GC
  env.java.opts.taskmanager: -XX:+UseG1GC
`,
  check: ({ configuration, manifest: { spec } }) => [
    ...podVariables(spec).filter(({ name }) => VARIABLE.test(name)).map(({ path, name }) => finding(path, name)),
    ...[...configuration.keys()].filter((key) => OPTION.test(key)).map((key) => finding(optionPath(key), OPTION.exec(key)![2])),
  ],
};

function finding(path: ManifestPath, name: string): Finding {
  return {
    path,
    what: `${name} takes the place of the JVM options that Flink itself needs`,
    got: 'a variable of the container',
    allowed: 'options that are added to them',
    inConstruct: 'remove the variable and put its flags into `jvm` of the construct: JvmOptions.of({ both: ["-XX:+UseG1GC"] })',
  };
}
