import { FlinkVersion } from '../../../src/flink/flink-version';
import { flinkOptions } from '../../../src/flink/options/option-catalogue';
import { OperatorVersion } from '../../../src/operator/operator-version';
import { deprecatedKey, keyTwice } from '../../../src/rules/options/older-spellings';
import { optionOfAnotherVersion } from '../../../src/rules/options/option-of-another-version';
import { clusterOptionInSessionJob, optionOfOperator, replacedByOperator } from '../../../src/rules/options/options-without-effect';
import { foundBy, told } from '../example-of';

const settings = (text: string, flinkVersion = 'v1_20') => `flinkVersion: ${flinkVersion}\nflinkConfiguration: { ${text} }`;

describe('deprecated-key', () => {
  test('names the current key and renames it', () => {
    const [finding] = foundBy(deprecatedKey, deprecatedKey.fires!);
    expect(told([finding])).toEqual(['spec.flinkConfiguration["state.backend"]: Flink 1.20 calls this option state.backend.type; got state.backend; allowed state.backend.type']);
    expect(finding.edits).toEqual([{ rename: ['spec', 'flinkConfiguration', 'state.backend'], key: 'state.backend.type' }]);
  });

  test('a key is current as long as its line has no other', () => {
    const text = 'state.checkpoints.dir: s3://flink-state/orders, execution.checkpointing.dir: null';
    expect(told(foundBy(deprecatedKey, settings(text, 'v1_19')))).toEqual([]);
    expect(foundBy(deprecatedKey, settings(text))).toHaveLength(1);
  });

  test('an operator that does not know the current key itself keeps the older one', () => {
    const text = 'state.checkpoints.dir: s3://flink-state/orders, execution.checkpointing.dir: null';
    expect(foundBy(deprecatedKey, settings(text), { release: OperatorVersion.V1_10, defaults: new Map() })).toEqual([]);
    expect(foundBy(deprecatedKey, settings(text), { release: OperatorVersion.V1_11, defaults: new Map() })).toHaveLength(1);
  });

  test.each([
    // Two options of Flink 1.20 fall back to it.
    settings('state.backend.local-recovery: "true"'),
    // Another rule has it.
    settings('execution.savepoint.path: s3://flink-state/x'),
    // The current key is there too.
    settings('state.backend: rocksdb'),
    settings('high-availability: kubernetes, high-availability.type: null', 'v1_17'),
  ])('%s is none', (spec) => expect(told(foundBy(deprecatedKey, spec))).toEqual([]));

  test('the prefix that the autoscaler once had', () => {
    expect(foundBy(deprecatedKey, settings('kubernetes.operator.job.autoscaler.enabled: "false"')).map(({ allowed }) => allowed)).toEqual(['job.autoscaler.enabled']);
  });

  test('every rename is to a key that the catalogue has', () => {
    const catalogue = flinkOptions(FlinkVersion.V1_20);
    for (const key of catalogue.keys) {
      for (const older of catalogue.option(key)!.older.filter((each) => catalogue.find(each).is === 'older-spelling')) {
        for (const { edits: [edit] } of foundBy(deprecatedKey, settings(`${key}: null, "${older}": x`)).filter(({ got }) => got === older)) {
          expect([older, edit]).toEqual([older, { rename: ['spec', 'flinkConfiguration', older], key }]);
        }
      }
    }
  });
});

describe('option-twice', () => {
  test('says which of the two counts', () => expect(told(foundBy(keyTwice, keyTwice.fires!))).toEqual([
    'spec.flinkConfiguration["state.checkpoints.dir"]: state.checkpoints.dir does nothing: it is an older key of execution.checkpointing.dir, which is set too; '
    + 'got "s3://flink-state/old"; allowed one of the two keys; becomes execution.checkpointing.dir: "s3://flink-state/orders/checkpoints", from flinkConfiguration',
  ]));

  test('a default of the operator counts too', () => {
    const installation = { release: OperatorVersion.V1_16, defaults: new Map([['restart-strategy.type', 'fixed-delay']]) };
    expect(foundBy(keyTwice, settings('restart-strategy: none'), installation).map(({ becomes }) => becomes))
      .toEqual(['restart-strategy.type: "fixed-delay", from the operator\'s configuration']);
  });

  test('the same value twice is none', () => expect(foundBy(keyTwice, settings('state.backend: rocksdb'))).toEqual([]));

  test('a secret is not shown', () => {
    const found = foundBy(keyTwice, settings('security.keytab: /password=hunter2, security.kerberos.login.keytab: /secret/key'));
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});

describe('option-of-another-version', () => {
  test('a key of Flink 1 that Flink 2 passes over', () => expect(told(foundBy(optionOfAnotherVersion, optionOfAnotherVersion.fires!))).toEqual([
    'spec.flinkConfiguration["cluster.evenly-spread-out-slots"]: Flink 2.1 does not read cluster.evenly-spread-out-slots, and passes over it; got "true"; '
    + 'allowed an option of Flink 2.1',
  ]));

  test('a key that is to come is not renamed: its value would begin to count', () => {
    const [finding] = foundBy(optionOfAnotherVersion, settings('execution.checkpointing.incremental: "true"', 'v1_19'))
      .filter(({ path }) => path[2] === 'execution.checkpointing.incremental');
    expect([finding.fix, finding.edits]).toEqual([
      'rename it to state.backend.incremental, if its value is still meant; it is an option of Flink 1.20, 2.0, 2.1, 2.2, 2.3', [],
    ]);
  });

  test('of a Flink whose options are not known nothing is said', () =>
    expect(foundBy(optionOfAnotherVersion, settings('cluster.evenly-spread-out-slots: "true"', 'v1_17'))).toEqual([]));
});

describe('what the operator does not read from a resource, or replaces', () => {
  test.each([
    'kubernetes.operator.reconcile.interval', 'kubernetes.operator.watched.namespaces', 'kubernetes.operator.savepoint.history.max.age.threshold',
    'kubernetes.operator.flink.client.timeout', 'kubernetes.operator.retry.max.attempts',
  ])('%s is the operator\'s', (key) => {
    const [{ edits }] = foundBy(optionOfOperator, settings(`${key}: "1"`));
    expect(edits).toEqual([{ remove: ['spec', 'flinkConfiguration', key] }]);
  });

  test.each([
    'kubernetes.operator.savepoint.history.max.age', 'kubernetes.operator.job.upgrade.inplace-scaling.enabled', 'kubernetes.operator.exception.label.mapper',
    'kubernetes.operator.periodic.savepoint.interval', 'kubernetes.operator.user.artifacts.http.header',
  ])('%s is read from a resource', (key) => expect(foundBy(optionOfOperator, settings(`${key}: "1"`))).toEqual([]));

  test('execution.savepoint.path restores nothing', () => expect(told(foundBy(replacedByOperator, replacedByOperator.fires!))).toEqual([
    'spec.flinkConfiguration["execution.savepoint.path"]: the operator replaces or removes execution.savepoint.path when it deploys; '
    + 'got "s3://flink-state/orders/savepoints/savepoint-1"; allowed spec.job.initialSavepointPath',
  ]));

  test('a path of job results counts where there is no high availability', () => {
    const key = 'job-result-store.storage-path: s3://flink-state/results';
    expect(foundBy(replacedByOperator, settings(key))).toHaveLength(1);
    expect(foundBy(replacedByOperator, settings(`${key}, high-availability.storageDir: null, high-availability.type: null`))).toEqual([]);
  });
});

describe('cluster-option-in-session-job', () => {
  const job = (text: string) => clusterOptionInSessionJob.fires!.replace(/taskmanager\.numberOfTaskSlots: "4"/, text);

  test('slots belong to the session', () => expect(told(foundBy(clusterOptionInSessionJob, clusterOptionInSessionJob.fires!))).toEqual([
    'spec.flinkConfiguration["taskmanager.numberOfTaskSlots"]: taskmanager.numberOfTaskSlots is read when the processes of the session start, '
    + 'and does nothing in a job of it; got "4"; allowed options of one job, such as execution.*, pipeline.*, table.* and kubernetes.operator.*',
  ]));

  test.each(['metrics.latency.interval: 1s', 'jobmanager.scheduler: adaptive', 'jobmanager.adaptive-batch-scheduler.max-parallelism: "8"', 'kubernetes.operator.job.restart.failed: "true"', 'state.backend.type: rocksdb'])(
    '%s is of the job', (text) => expect(foundBy(clusterOptionInSessionJob, job(text))).toEqual([]));

  test('a secret is not shown', () => {
    const found = foundBy(clusterOptionInSessionJob, job('s3.secret-key: hunter2'));
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  test('a deployment has them', () => expect(foundBy(clusterOptionInSessionJob, 'mode: native')).toEqual([]));
});
