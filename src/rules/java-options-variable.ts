import { podVariables } from './pod-variables';
import { Finding, optionLocation, Rule, Severity } from './rule';

const VARIABLE = /^FLINK_ENV_JAVA_OPTS(_[A-Z_]+)?$/;
const OPTION = /^containerized\.(master|taskmanager)\.env\.(FLINK_ENV_JAVA_OPTS(_[A-Z_]+)?)$/;

export const javaOptionsVariable: Rule = {
  id: 'java-options-variable',
  severity: Severity.ERROR,
  title: 'a variable that takes the place of Flink\'s own JVM options',
  why: 'where it is set, the start script reads neither env.java.opts nor the defaults, and --add-opens and the like are lost with them',
  source: 'Flink bin/config.sh: `if [ -z "${FLINK_ENV_JAVA_OPTS}" ]`',
  check: ({ configuration, manifest: { spec } }) => [
    ...podVariables(spec).filter(({ name }) => VARIABLE.test(name)).map(({ location, name }) => finding(location, name)),
    ...[...configuration.keys()].filter((key) => OPTION.test(key)).map((key) => finding(optionLocation(key), OPTION.exec(key)![2])),
  ],
};

function finding(location: string, name: string): Finding {
  return {
    location,
    what: `${name} takes the place of the JVM options that Flink itself needs`,
    got: 'a variable of the container',
    allowed: 'options that are added to them',
    fix: 'remove the variable and put its flags into `jvm` of the construct: JvmOptions.of({ both: ["-XX:+UseG1GC"] })',
  };
}
