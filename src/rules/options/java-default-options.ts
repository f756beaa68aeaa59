import { OperatorVersion } from '../../operator/operator-version';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';

/** By version, where the operator's chart puts the flags that open the modules of Java 17. */
const KEYS: readonly [versions: RegExp, key: string][] = [[/^v1_18$/, 'env.java.opts.all'], [/^(v1_19|v1_20|v2_\d+)$/, 'env.java.default-opts.all']];

export const javaDefaultOptions: Rule = {
  id: 'java-default-options',
  pack: Pack.PRODUCTION,
  category: Category.OPTIONS,
  severity: Severity.WARNING,
  title: 'JVM options in the place of those that open Java\'s modules',
  why: 'the operator gives these flags by the same option as a default, and a value in the resource replaces it: on Java 17 Flink and its serializers fail as soon as they reach into Java\'s own classes',
  fix: 'write your flags into env.java.opts.all (on Flink 1.18 beside the --add-opens of the default)',
  source: 'operator chart, conf/flink-conf.yaml: default-configuration.flink-version.v1_18 and v1_19+; FlinkConfigBuilder',
  fires: 'flinkConfiguration: { env.java.default-opts.all: -XX:+UseG1GC }',
  passes: 'flinkConfiguration: { env.java.opts.all: -XX:+UseG1GC }',
  check: ({ written, manifest: { spec: { flinkVersion = '' } }, installation: { release } }) => KEYS
    .filter(([versions, key]) => versions.test(flinkVersion) && written.has(key) && !written.get(key)!.includes('--add-opens') && release._isAtLeast(OperatorVersion.V1_11))
    .map(([, key]): Finding => ({
      path: optionPath(key),
      what: `${key} replaces the --add-opens and --add-exports that the operator gives by it`,
      got: 'a value without --add-opens',
      allowed: flinkVersion === 'v1_18' ? 'your flags beside those of the operator' : 'env.java.opts.all, which is added to them',
    })),
};
