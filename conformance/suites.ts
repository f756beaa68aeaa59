import { brokenManifests } from './admission-cases';
import { admissions, admissionTexts, autoscaled, autoscalings } from './admission-questions';
import { effectiveConfigurations, nativeClusterFiles, sessionJobConfigurations, settingsOfFile, standaloneClusterFiles } from './configuration-cases';
import { CONSTRUCT_MEMORY, CONSTRUCT_SUITES } from './construct-cases';
import { everyFieldOfTheResource, fieldsOfTheResource } from './crd-cases';
import { deployments, failedSteps } from './deploy-cases';
import { exampleAcceptances, exampleAdmissions, exampleCount, examplePods, exampleReadings, examplesWhole } from './example-cases';
import { durations, memorySizes, resourceMemories } from './grammar-cases';
import { manifests } from './manifest-cases';
import { jobManagers, managedMemoryShares, networkBuffers, slots, taskManagers } from './memory-cases';
import { plannedProcesses, starting } from './plan-cases';
import { podsLike, podReply } from './pod-answer';
import { podDeployments } from './pod-cases';
import { admitted, built, unpruned } from './promises';
import { admissionRefusalCode, memoryRefusalCode } from './refusal-codes';
import { schemas } from './schema-cases';
import { Suite } from './suite';
import { specPairs } from './upgrade-cases';
import { MIXED_VALUES, VALUE_SUITES } from './value-cases';
import { FlinkVersion } from '../src/flink/flink-version';
import { OperatorVersion } from '../src/operator/operator-version';

/** What every version of Flink is asked. */
export const FLINK_SUITES: readonly Suite<FlinkVersion>[] = [
  { title: 'TaskManager memory', cases: 20_000, questions: taskManagers, refusalCode: memoryRefusalCode, vectors: ['task-manager-memory', 150] },
  { title: 'JobManager memory', cases: 20_000, questions: jobManagers, refusalCode: memoryRefusalCode, vectors: ['job-manager-memory', 100] },
  { title: 'RocksDB memory of a slot', cases: 5_000, questions: slots, vectors: ['rocksdb-memory', 60] },
  { title: 'managed memory of a consumer', cases: 2_000, questions: managedMemoryShares, vectors: ['managed-memory-share', 60] },
  { title: 'network buffers of a task', cases: 2_000, questions: networkBuffers, vectors: ['network-buffers', 20], vectorsOfEach: true },
  { title: 'processes of derived plans', cases: 5_000, questions: plannedProcesses, ours: starting, vectors: ['planned-processes', 40] },
  CONSTRUCT_MEMORY,
  { title: 'amounts of memory', cases: 5_000, questions: memorySizes, vectors: ['memory-size', 150] },
  { title: 'times', cases: 5_000, questions: durations, vectors: ['duration', 150] },
  ...VALUE_SUITES,
  MIXED_VALUES,
];

/** What every release of the operator is asked. */
export const OPERATOR_SUITES: readonly Suite<OperatorVersion>[] = [
  { title: 'resource memory', cases: 5_000, questions: resourceMemories, vectors: ['resource-memory', 150] },
  { title: 'effective configuration', cases: 2_000, questions: effectiveConfigurations, vectors: ['effective-configuration', 16] },
  { title: 'configuration of a session job', cases: 1_000, questions: sessionJobConfigurations, vectors: ['session-job-configuration', 8] },
  { title: 'file of a native cluster', cases: 2_000, questions: nativeClusterFiles, theirs: settingsOfFile },
  { title: 'file of a standalone cluster', cases: 1_000, questions: standaloneClusterFiles, theirs: settingsOfFile, ownJars: true },
  { title: 'pods', cases: 1_000, questions: podDeployments, ours: podsLike, theirs: podReply, vectors: ['pods', 8] },
  { title: 'admission', cases: 5_000, questions: admissions, refusalCode: admissionRefusalCode, vectors: ['admission', 22], vectorsOfEach: true },
  { title: 'texts at admission', cases: 2_500, questions: admissionTexts, refusalCode: admissionRefusalCode, vectors: ['admission-texts', 60] },
  { title: 'autoscaler at admission', cases: 2_500, questions: autoscalings, refusalCode: admissionRefusalCode, vectors: ['autoscaler', 60], ownJars: true },
  { title: 'changes of a resource', cases: 5_000, questions: specPairs, vectors: ['spec-changes', 120] },
  { title: 'failures at deployment', cases: 1_000, questions: deployments, ours: failedSteps },
  { title: 'examples judged alike', questions: exampleAdmissions, refusalCode: admissionRefusalCode, ofOwnJars: autoscaled },
  { title: 'changed manifests judged alike', questions: brokenManifests, refusalCode: admissionRefusalCode },
  { title: 'fields of the CRD', questions: schemas },
  { title: 'fields of our FlinkDeployment', questions: fieldsOfTheResource, ours: everyFieldOfTheResource },
  { title: 'manifests read', cases: 5_000, questions: manifests, vectors: ['manifest-reading', 12], vectorsOfEach: true },
  { title: 'examples read', questions: exampleReadings },
  { title: 'examples accepted', questions: exampleAcceptances, ours: admitted, note: exampleCount, ofOwnJars: autoscaled },
  { title: 'examples read whole', questions: examplesWhole, ours: unpruned },
  { title: 'pods of examples', questions: examplePods, ours: built, theirs: podReply },
  ...CONSTRUCT_SUITES,
];
