import { addressShown } from '../../flink/configuration/sensitive-key';
import { Category, Finding, Pack, Rule, Severity } from '../rule';
import { isWholeCluster } from '../whole-cluster';

const PYTHON_DRIVER = 'org.apache.flink.client.python.PythonDriver';
const GATEWAY = 'org.apache.flink.client.python.PythonGatewayServer';

export const localJarHost: Rule = {
  id: 'local-jar-without-path',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'a local jar whose first folder is taken for a host',
  why: 'after two slashes a URI has a host, so that Flink looks for the file without its first folder and finds none',
  fix: 'write three slashes: local:///opt/flink/usrlib/orders.jar',
  source: 'java.net.URI; Flink LocalArtifactFetcher and KubernetesApplicationClusterEntrypoint: the path of the URI alone',
  fires: 'job: { jarURI: "local://opt/flink/usrlib/orders.jar" }',
  passes: 'job: { jarURI: "local:///opt/flink/usrlib/orders.jar" }',
  check: ({ manifest: { spec: { job } } }) => {
    const [, scheme, host, path] = /^(local|file):\/\/([^/]+)(\/.*)$/.exec(job?.jarURI ?? '') ?? [];
    return host === undefined ? [] : [{
      path: ['spec', 'job', 'jarURI'],
      what: 'what follows two slashes is a host, and no part of the path',
      got: addressShown(job!.jarURI!),
      allowed: `${scheme}:///${host}${path}`,
      becomes: `the file ${path}`,
      edits: [{ set: ['spec', 'job', 'jarURI'], value: `${scheme}:///${host}${path}` }],
    }];
  },
};

export const relativeJar: Rule = {
  id: 'relative-jar',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'a jar by a relative path',
  why: 'it is looked for below the working directory of the JobManager in the pod, not where the manifest lies',
  fix: 'write where the jar lies in the image: local:///opt/flink/usrlib/orders.jar',
  source: 'Flink PackagedProgramUtils.resolveURI: without a scheme the absolute path of the file',
  fires: 'job: { jarURI: target/orders.jar }',
  passes: 'job: { jarURI: "local:///opt/flink/usrlib/orders.jar" }',
  check: (cluster) => {
    const { mode, job: { jarURI } = {} } = cluster.manifest.spec;
    // A standalone application and a job of a session need a scheme, as a refusal says.
    return jarURI === undefined || mode === 'standalone' || !isWholeCluster(cluster) || /^([a-z][\w+.-]*:|\/)|[${<]/i.test(jarURI) ? [] : [
      finding('jarURI', 'this file is looked for below the working directory of the JobManager', addressShown(jarURI), 'an address with a scheme'),
    ];
  },
};

export const pythonEntry: Rule = {
  id: 'python-entry',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'a Python job that nothing starts',
  why: 'only PythonDriver starts Python, and only with a script or a module; anything else fails as soon as the JobManager runs it',
  fix: `set entryClass to ${PYTHON_DRIVER} and args to ["-pyclientexec", "/usr/local/bin/python3", "-py", "/opt/flink/usrlib/orders.py"], with the jar of flink-python as jarURI`,
  source: 'flink-python PythonDriver, PythonDriverOptionsParserFactory: -py or -pym; PythonGatewayServer waits for the Python process that starts it',
  fires: `job: { jarURI: "local:///opt/flink/opt/flink-python-1.20.5.jar", entryClass: ${PYTHON_DRIVER}, args: [/opt/flink/usrlib/orders.py] }`,
  passes: `job: { jarURI: "local:///opt/flink/opt/flink-python-1.20.5.jar", entryClass: ${PYTHON_DRIVER}, args: [-py, /opt/flink/usrlib/orders.py] }`,
  check: ({ manifest: { spec: { job } } }) => {
    const { entryClass, args = [], jarURI = '' } = job ?? {};
    if (entryClass === GATEWAY) {
      return [finding('entryClass', 'this is the server that a running Python process talks to, and starts no Python itself', GATEWAY, PYTHON_DRIVER)];
    }
    if (entryClass === PYTHON_DRIVER) {
      return args.some((argument) => /^-{1,2}(py|pym|python|pyModule)(=.*)?$/.test(argument)) ? []
        : [finding('args', 'PythonDriver is told neither a script nor a module', args.length === 0 ? 'no arguments' : 'arguments without either', '-py with a script, or -pym with a module')];
    }
    return /\.py$/.test(jarURI) ? [finding('jarURI', 'a script is no jar, and only PythonDriver starts one', addressShown(jarURI), 'the jar of flink-python, with the script behind -py')] : [];
  },
};

export const exampleJar: Rule = {
  id: 'example-jar',
  pack: Pack.STRICT,
  category: Category.PODS,
  severity: Severity.INFO,
  title: 'one of Flink\'s own examples',
  why: 'it was copied to try the operator, and takes the place of a job',
  fix: 'set jarURI to the jar of your job',
  source: 'official images of Flink: /opt/flink/examples',
  fires: 'job: { jarURI: "local:///opt/flink/examples/streaming/StateMachineExample.jar" }',
  passes: 'job: { jarURI: "local:///opt/flink/usrlib/orders.jar" }',
  check: ({ manifest: { spec: { job } } }) => (!/\/opt\/flink\/examples\//.test(job?.jarURI ?? '') ? [] : [
    finding('jarURI', 'this jar comes with Flink, to show how it works', addressShown(job!.jarURI!), 'a jar of your own'),
  ]),
};

export const savepointNonce: Rule = {
  id: 'savepoint-trigger-nonce',
  pack: Pack.PRODUCTION,
  category: Category.UPGRADES,
  severity: Severity.INFO,
  title: 'a savepoint that is asked for by a number',
  why: 'the field is deprecated: it can say neither where the savepoint goes nor whether it came about, and is forgotten as soon as the number stays',
  fix: 'make a FlinkStateSnapshot for each savepoint, or set kubernetes.operator.periodic.savepoint.interval',
  source: 'operator JobSpec.savepointTriggerNonce: @Deprecated since the FlinkStateSnapshot of 1.10',
  fires: 'job: { savepointTriggerNonce: 1 }',
  passes: 'flinkConfiguration: { kubernetes.operator.periodic.savepoint.interval: 6h }',
  check: ({ manifest: { spec: { job } } }) => (job?.savepointTriggerNonce === undefined ? [] : [
    finding('savepointTriggerNonce', 'this field is deprecated, and does something only when its number changes', String(job.savepointTriggerNonce), 'a FlinkStateSnapshot'),
  ]),
};

function finding(field: string, what: string, got: string, allowed: string): Finding {
  return { path: ['spec', 'job', field], what, got, allowed };
}
