import { judged } from '../../../src/rules/judge';
import { defaultServiceAccount } from '../../../src/rules/pods/default-service-account';
import {
  floatingImage, imagesOfRolesDiffer, imageVersionDiffers, imageWithoutDigest, mutableImage, neverPulledImage,
} from '../../../src/rules/pods/images';
import { jarOfAnotherFlink } from '../../../src/rules/pods/jar-of-another-flink';
import { argumentWithBlank } from '../../../src/rules/pods/job-arguments';
import { exampleJar, localJarHost, pythonEntry, relativeJar, savepointNonce } from '../../../src/rules/pods/job-program';
import { oldFlinkVersion } from '../../../src/rules/pods/supported-flink';
import { unfilledPlaceholder } from '../../../src/rules/pods/unfilled-placeholder';
import { Pack } from '../../../src/rules/rule';
import { exampleManifest, exampleTwin } from '../example-manifest';
import { foundBy, told } from '../example-of';

describe('mutable-image', () => {
  test('says what the pull policy makes of it', () => {
    expect(told(foundBy(mutableImage, mutableImage.fires!))).toEqual(['spec.image: this tag is moved from build to build; got "registry.example.com/orders:latest"; '
      + 'allowed a tag of one build, or a digest; becomes pull policy IfNotPresent: each node keeps the first build that it got']);
    expect(foundBy(mutableImage, 'image: orders\nimagePullPolicy: Always').map(({ what, becomes }) => [what, becomes])).toEqual([
      ['an image without a tag is whatever is latest', 'pull policy Always: each new pod takes the build of its own moment'],
    ]);
  });

  test.each(['localhost:5000/orders:1.4.0', 'orders:latest@sha256:0123', '${IMAGE}', 'registry.example.com/orders:${TAG}', 'orders:2026-11-22'])(
    '%s is none', (image) => expect(foundBy(mutableImage, `image: ${JSON.stringify(image)}`)).toEqual([]));

  test('a port is no tag', () => expect(foundBy(mutableImage, 'image: localhost:5000/orders')).toHaveLength(1));

  test('of a container beside Flink too', () => expect(foundBy(mutableImage,
    'podTemplate: { spec: { initContainers: [{ name: fetch, image: busybox }] } }').map(({ path }) => path.join('.'))).toEqual(['spec.podTemplate.spec.initContainers.0.image']));
});

describe('images', () => {
  test.each([['flink:1.20', 1], ['flink:1.20-java17', 1], ['flink:1.20.5', 0], ['flink:1.20@sha256:0123', 0], ['orders:1.20', 0], ['flink:latest', 0]])(
    'whether %s floats', (image, count) => expect(foundBy(floatingImage, `image: ${image}`)).toHaveLength(count));

  test.each([['flink:1.19', 'v1_20', 1], ['apache/flink:2.1.0', 'v1_20', 1], ['flink:1.20.5-scala_2.12-java17', 'v1_20', 0], ['orders:1.19', 'v1_20', 0]])(
    '%s with %s', (image, version, count) => expect(foundBy(imageVersionDiffers, `image: ${image}\nflinkVersion: ${version}`)).toHaveLength(count));

  test('two images of one cluster', () => {
    expect(told(foundBy(imagesOfRolesDiffer, imagesOfRolesDiffer.fires!))).toEqual(['spec.image: JobManager and TaskManagers run two images; '
      + 'got "registry.example.com/orders:1.4.0" and "registry.example.com/orders:1.4.1"; allowed one image']);
    // The field goes before all templates.
    expect(foundBy(imagesOfRolesDiffer, imagesOfRolesDiffer.fires!.replace('image: null', 'image: orders:1.4.0'))).toEqual([]);
  });

  test('never pulled, without a digest', () => {
    expect(foundBy(neverPulledImage, neverPulledImage.fires!)).toHaveLength(1);
    expect(foundBy(neverPulledImage, 'imagePullPolicy: Always')).toEqual([]);
    expect(foundBy(imageWithoutDigest, 'image: orders:1.4.0')).toHaveLength(1);
  });
});

describe('placeholders', () => {
  test.each(['${IMAGE}', '$IMAGE', '{{ .Values.image }}', '<your image>'])('%s', (image) =>
    expect(foundBy(unfilledPlaceholder, `image: ${JSON.stringify(image)}`).map(({ got }) => got)).toEqual([`"${image}"`]));

  test('what stands around one is not shown', () =>
    expect(JSON.stringify(foundBy(unfilledPlaceholder, 'job: { jarURI: "https://user:hunter2@example.com/${JAR}" }'))).not.toContain('hunter2'));
});

describe('placeholders elsewhere', () => {
  const found = (part: object) => foundBy(unfilledPlaceholder, JSON.stringify(part)).map(({ path, got }) => [path.at(-1), got]);

  test.each([
    ['execution.checkpointing.dir', 's3://$S3_BUCKET/checkpoints', '"$S3_BUCKET"'],
    ['execution.checkpointing.dir', 's3://<bucket>/checkpoints', '"<bucket>"'],
    ['execution.checkpointing.interval', '${INTERVAL}', '"${INTERVAL}"'],
    ['s3.endpoint', '<endpoint>', '"<endpoint>"'],
  ])('%s: %s', (key, value, got) => expect(found({ flinkConfiguration: { [key]: value } })).toEqual([[key, got]]));

  test.each([
    ['env.java.opts.all', '-XX:HeapDumpPath=${FLINK_LOG_PREFIX}.hprof'], ['metrics.scope.jm', '<host>.jobmanager'],
    ['fs.azure.account.key.a', '${env.AZURE_STORAGE_KEY}'], ['execution.checkpointing.interval', '60s'],
  ])('%s: %s is filled in by somebody', (key, value) => expect(found({ flinkConfiguration: { [key]: value } })).toEqual([]));

  test('a claim, a Secret and an image in a template', () => {
    const volumes = [{ name: 'a', persistentVolumeClaim: { claimName: '${CLAIM}' } }, { name: 'b', secret: { secretName: '<secret>' } }];
    expect(found({ podTemplate: { spec: { containers: [{ name: 'fetch', image: '${IMAGE}' }], volumes } } }))
      .toEqual([['image', '"${IMAGE}"'], ['claimName', '"${CLAIM}"'], ['secretName', '"<secret>"']]);
  });

  test('nothing else is said of what nobody has filled in', () => {
    const flinkConfiguration = { 'execution.checkpointing.interval': '${INTERVAL}', 'execution.checkpointing.dir': '${DIR}', 'high-availability.storageDir': '${HA}' };
    const about = judged(exampleTwin({}, exampleManifest(JSON.stringify({ flinkConfiguration }))), { packs: [Pack.PRODUCTION], today: '2026-11-22' }).findings;
    expect([...new Set(about.map(({ rule: { id } }) => id))]).toEqual(['unfilled-placeholder']);
  });
});

describe('jars', () => {
  test('a host in the place of a folder', () => {
    const [finding] = foundBy(localJarHost, localJarHost.fires!);
    expect(told([finding])).toEqual(['spec.job.jarURI: what follows two slashes is a host, and no part of the path; got "local://opt/flink/usrlib/orders.jar"; '
      + 'allowed local:///opt/flink/usrlib/orders.jar; becomes the file /flink/usrlib/orders.jar']);
    expect(finding.edits).toEqual([{ set: ['spec', 'job', 'jarURI'], value: 'local:///opt/flink/usrlib/orders.jar' }]);
  });

  test.each(['s3://bucket/orders.jar', 'https://example.com/orders.jar', 'local:/opt/flink/usrlib/orders.jar', 'file:///opt/orders.jar'])(
    '%s is none', (jarURI) => expect([...foundBy(localJarHost, `job: { jarURI: "${jarURI}" }`), ...foundBy(relativeJar, `job: { jarURI: "${jarURI}" }`)]).toEqual([]));

  test('a relative path', () => {
    expect(foundBy(relativeJar, 'job: { jarURI: orders.jar }')).toHaveLength(1);
    expect(foundBy(relativeJar, 'job: { jarURI: /opt/flink/usrlib/orders.jar }')).toEqual([]);
  });

  test.each([
    ['flink-python-1.19.3.jar', 1], ['flink-python_2.12-1.20.5.jar', 0], ['flink-sql-connector-kafka-1.17.2.jar', 1],
    ['flink-sql-connector-kafka-3.4.0-1.19.jar', 0], ['flink-sql-connector-mysql-cdc-2.3.0.jar', 0], ['orders-1.19.3.jar', 0],
  ])('%s', (jar, count) => expect(foundBy(jarOfAnotherFlink, `job: { jarURI: "local:///opt/flink/opt/${jar}" }`)).toHaveLength(count));

  test('one of several plugins', () => expect(told(foundBy(jarOfAnotherFlink,
    jarOfAnotherFlink.passes!.replace('flink-s3-fs-presto-1.20.5.jar', '"flink-s3-fs-presto-1.20.5.jar;flink-s3-fs-hadoop-1.19.1.jar"')))).toEqual([
    'spec.podTemplate.spec.containers[0].env[0].value: this jar is of another Flink than flinkVersion; got "flink-s3-fs-hadoop-1.19.1.jar" with flinkVersion v1_20; '
    + 'allowed a jar of the same version',
  ]));

  test('an example', () => expect(foundBy(exampleJar, exampleJar.fires!)).toHaveLength(1));
});

describe('programs', () => {
  const python = (entryClass: string, ...args: string[]) =>
    foundBy(pythonEntry, `job: { entryClass: org.apache.flink.client.python.${entryClass}, args: ${JSON.stringify(args)} }`).map(({ path, what }) => [path[2], what]);

  test('what PythonDriver must be told', () => {
    expect(python('PythonDriver')).toEqual([['args', 'PythonDriver is told neither a script nor a module']]);
    expect(python('PythonDriver', '-pyfs', 'file:///opt/orders.py')).toHaveLength(1);
    expect([python('PythonDriver', '-py', 'orders.py'), python('PythonDriver', '-pym', 'orders'), python('PythonDriver', '--python', 'orders.py')]).toEqual([[], [], []]);
    expect(python('PythonGatewayServer', '-py', 'orders.py')).toEqual([['entryClass', 'this is the server that a running Python process talks to, and starts no Python itself']]);
  });

  test('a script as a jar', () => expect(foundBy(pythonEntry, 'job: { jarURI: "local:///opt/orders.py", entryClass: null }')).toHaveLength(1));

  test('an option and its value in one argument', () => {
    expect(told(foundBy(argumentWithBlank, argumentWithBlank.fires!))).toEqual([
      'spec.job.args[0]: this is one argument, with a blank in it; got "--topic …"; allowed the option and its value as two elements',
    ]);
    expect(foundBy(argumentWithBlank, 'job: { args: ["--query", "select * from orders", "a --b c", "-1 2"] }')).toEqual([]);
    expect(JSON.stringify(foundBy(argumentWithBlank, 'job: { args: ["--password hunter2"] }'))).not.toContain('hunter2');
  });

  test('a nonce', () => expect(told(foundBy(savepointNonce, savepointNonce.fires!))).toEqual([
    'spec.job.savepointTriggerNonce: this field is deprecated, and does something only when its number changes; got 1; allowed a FlinkStateSnapshot',
  ]));
});

describe('versions and accounts', () => {
  test.each([['v1_15', '1.10'], ['v1_16', '1.11'], ['v1_17', '1.13'], ['v1_18', '1.13']])('%s is deprecated from %s on', (version, release) =>
    expect(foundBy(oldFlinkVersion, `flinkVersion: ${version}`).map(({ what }) => what)).toEqual([`operator ${release} and newer call this version deprecated`]));

  test.each(['v1_19', 'v2_3', 'v1_14'])('%s is none', (version) => expect(foundBy(oldFlinkVersion, `flinkVersion: ${version}`)).toEqual([]));

  test('the default account', () => expect(told(foundBy(defaultServiceAccount, 'serviceAccount: default'))).toEqual([
    'spec.serviceAccount: this is the account of every pod that names none; got "default"; allowed an account of Flink\'s own',
  ]));
});
