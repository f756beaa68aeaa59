import { JsonPatch } from 'cdk8s';
import { OperatorVersion } from '../../../src';
import { fieldsMissingIn, refuseMissingFields } from '../../../src/operator/manifest/fields-missing-in';
import { deploymentOf } from '../../deployment/sample-deployment';
import { refusalOf, says } from '../../refusals';

const SPEC = { job: { autoscalerResetNonce: 1 }, jobManager: { resources: {} }, taskManager: { resources: { limits: {} }, resource: {} } };

test('the fields that a release does not have are named', () => {
  expect(fieldsMissingIn('FlinkDeployment', { spec: SPEC }, OperatorVersion.V1_16)).toEqual([]);
  expect(fieldsMissingIn('FlinkDeployment', { spec: SPEC }, OperatorVersion.V1_15)).toEqual(['spec.jobManager.resources', 'spec.taskManager.resources']);
  expect(fieldsMissingIn('FlinkDeployment', { spec: SPEC }, OperatorVersion.V1_10))
    .toEqual(['spec.jobManager.resources', 'spec.taskManager.resources', 'spec.job.autoscalerResetNonce']);
  expect(fieldsMissingIn('FlinkSessionJob', { spec: SPEC }, OperatorVersion.V1_10)).toEqual(['spec.job.autoscalerResetNonce']);
  expect(fieldsMissingIn('FlinkBlueGreenDeployment', { spec: { template: { spec: SPEC } } }, OperatorVersion.V1_15))
    .toEqual(['spec.template.spec.jobManager.resources', 'spec.template.spec.taskManager.resources']);
  expect(fieldsMissingIn('FlinkDeployment', { spec: {} }, OperatorVersion.V1_10)).toEqual([]);
});

test('to ask for one is refused', () => {
  const { message } = refusalOf(() => refuseMissingFields('FlinkDeployment', { spec: SPEC }, OperatorVersion.V1_15));
  expect(message).toBe(says(
    'operator 1.15 does not have spec.jobManager.resources, and Kubernetes would drop it without a word [field-not-in-release]',
    'spec.jobManager.resources', 'fields of operator 1.15; this one is from operator 1.16', 'remove it, or move to operator 1.16',
  ));
});

test('a patch that asks for one is reported with the construct', () => {
  const resources = JsonPatch.add('/spec/taskManager/resources', { limits: { cpu: 4 } });
  const older = deploymentOf({ operatorVersion: OperatorVersion.V1_15 });
  older.addJsonPatch(resources);
  expect(older.node.validate()).toEqual([expect.stringMatching(/^operator 1.15 does not have spec.taskManager.resources, .* \[field-not-in-release\]/)]);
  const newest = deploymentOf();
  newest.addJsonPatch(JsonPatch.add('/spec/taskManager/resources', { limits: { cpu: 4, memory: '8Gi' } }));
  expect(newest.node.validate()).toEqual([]);
});

test('resources without memory hide the memory that the plan gave', () => {
  const deployment = deploymentOf();
  deployment.addJsonPatch(JsonPatch.add('/spec/taskManager/resources', { limits: { cpu: 4 } }));
  expect(deployment.node.validate()).toEqual([expect.stringContaining('[hidden-memory]')]);
});
