import { JsonPatch } from 'cdk8s';
import { asRefused } from './as-refused';
import { ManifestSpec } from '../../src/operator/manifest/flink-manifests';
import { jvmMemoryFlag } from '../../src/rules/memory/jvm-memory-flag';
import { javaOptionsVariable } from '../../src/rules/pods/java-options-variable';
import { deploymentOf } from '../deployment/sample-deployment';
import { refusalOf } from '../refusals';
import { someCluster } from '../some-cluster';
import { EnvironmentVariable } from 'cdk8s-flink';

const SPEC: ManifestSpec = {
  flinkVersion: 'v1_20', image: 'flink:1.20', jobManager: { resource: { memory: '1024m', cpu: 1 } }, taskManager: { resource: { memory: '4096m', cpu: 2 } },
};
const template = (name: string, source: object = { value: '-XX:+UseG1GC' }) => ({ spec: { containers: [{ name: 'flink-main-container', env: [{ name, ...source }] }] } });

describe('trap: FLINK_ENV_JAVA_OPTS, which takes the place of Flink\'s own list', () => {
  const finding = (location: string, name: string) => ({
    location,
    what: `${name} takes the place of the JVM options that Flink itself needs`,
    got: 'a variable of the container',
    allowed: 'options that are added to them',
    fix: 'remove the variable and put its flags into `jvm` of the construct: JvmOptions.of({ both: ["-XX:+UseG1GC"] })',
  });
  const found = (changes: Partial<ManifestSpec>) => asRefused(javaOptionsVariable, someCluster({ ...SPEC, ...changes }));

  test.each<[Partial<ManifestSpec>, string, string]>([
    [{ podTemplate: template('FLINK_ENV_JAVA_OPTS') }, 'spec.podTemplate', 'FLINK_ENV_JAVA_OPTS'],
    [{ podTemplate: template('FLINK_ENV_JAVA_OPTS', { valueFrom: { configMapKeyRef: { name: 'a', key: 'b' } } }) }, 'spec.podTemplate', 'FLINK_ENV_JAVA_OPTS'],
    [{ jobManager: { ...SPEC.jobManager, podTemplate: template('FLINK_ENV_JAVA_OPTS_JM') } }, 'spec.jobManager.podTemplate', 'FLINK_ENV_JAVA_OPTS_JM'],
    [{ taskManager: { ...SPEC.taskManager, podTemplate: template('FLINK_ENV_JAVA_OPTS_TM') } }, 'spec.taskManager.podTemplate', 'FLINK_ENV_JAVA_OPTS_TM'],
    [{ flinkConfiguration: { 'containerized.master.env.FLINK_ENV_JAVA_OPTS': '-Da=b' } },
      'spec.flinkConfiguration["containerized.master.env.FLINK_ENV_JAVA_OPTS"]', 'FLINK_ENV_JAVA_OPTS'],
    [{ flinkConfiguration: { 'containerized.taskmanager.env.FLINK_ENV_JAVA_OPTS_TM': '-Da=b' } },
      'spec.flinkConfiguration["containerized.taskmanager.env.FLINK_ENV_JAVA_OPTS_TM"]', 'FLINK_ENV_JAVA_OPTS_TM'],
  ])('is found wherever it stands (%#)', (changes, location, name) => expect(found(changes)).toEqual([finding(location, name)]));

  test.each(['JVM_ARGS', 'FLINK_ENV_JAVA_OPTION', 'MY_FLINK_ENV_JAVA_OPTS', 'JAVA_TOOL_OPTIONS'])('%s does not replace it', (name) =>
    expect(found({ podTemplate: template(name) })).toEqual([]));

  test('is refused typed and patched', () => {
    const environment = [EnvironmentVariable.literal('FLINK_ENV_JAVA_OPTS', '-XX:+UseG1GC')];
    expect(refusalOf(() => deploymentOf({ pods: { environment } })).code).toBe('java-options-variable');
    const deployment = deploymentOf();
    deployment.addJsonPatch(JsonPatch.add('/spec/taskManager/podTemplate', template('FLINK_ENV_JAVA_OPTS_TM')));
    expect(deployment.node.validate()).toEqual([expect.stringContaining('[java-options-variable]')]);
  });
});

describe('JVM flags against Flink\'s memory', () => {
  const found = (flinkConfiguration: Record<string, string>) => asRefused(jvmMemoryFlag, someCluster({ ...SPEC, flinkConfiguration }));

  test.each([
    ['env.java.opts', '-Xmx2g', '-Xmx'], ['env.java.opts.all', '-XX:+UseG1GC -Xms512m', '-Xms'],
    ['env.java.opts.taskmanager', '"-XX:MaxDirectMemorySize=1g"', '-XX:MaxDirectMemorySize'], ['env.java.opts.jobmanager', '-XX:MaxMetaspaceSize=1g', '-XX:MaxMetaspaceSize'],
    ['env.java.default-opts.all', '-XX:MaxRAMPercentage=75', '-XX:MaxRAMPercentage'], ['env.java.opts.all', '-XX:MaxHeapSize=1g', '-XX:MaxHeapSize'],
    ['env.java.opts.all', '-XX:InitialRAMPercentage=50', '-XX:InitialRAMPercentage'],
  ])('%s: %s', (key, value, flag) => {
    expect(found({ [key]: value })).toEqual([{
      location: `spec.flinkConfiguration["${key}"]`,
      what: `${flag} contradicts the memory that Flink gives to the process`,
      got: `"${value.replace(/"/g, '').split(' ').pop()}"`,
      allowed: 'flags that leave the sizes of memory alone',
      fix: 'give memory of jobManager or taskManager of the construct, from which Flink computes these flags',
    }]);
  });

  test.each([
    ['env.java.opts.all', '-XX:+UseG1GC -Xmn512m -Xss2m -XX:MaxGCPauseMillis=200'], ['env.java.opts.client', '-Xmx2g'], ['env.java.opts.all', '-Dnote=-Xmx'],
  ])('%s: %s is none', (key, value) => expect(found({ [key]: value })).toEqual([]));
});
