import { autoscalerOfOldFlink, idleAutoscalerOptions, overriddenParallelism, restartingAutoscaler } from './autoscaler/idle-autoscaler';
import { fewDivisors, unboundedAutoscaler } from './autoscaler/scaling-room';
import { latencyTracking, noMetrics, undeclaredMetricsPort } from './metrics/metrics-in-pods';
import { exposedRestService, openIngress } from './network/open-rest-api';
import { droppedField } from './options/dropped-field';
import { javaDefaultOptions } from './options/java-default-options';
import { detailedLog, silentLog } from './options/log-configuration';
import { deprecatedKey, keyTwice } from './options/older-spellings';
import { optionOfAnotherVersion } from './options/option-of-another-version';
import { clusterOptionInSessionJob, optionOfOperator, replacedByOperator } from './options/options-without-effect';
import { unreadableValue } from './options/unreadable-value';
import { defaultServiceAccount } from './pods/default-service-account';
import { floatingImage, imagesOfRolesDiffer, imageVersionDiffers, imageWithoutDigest, mutableImage, neverPulledImage } from './pods/images';
import { jarOfAnotherFlink } from './pods/jar-of-another-flink';
import { argumentWithBlank } from './pods/job-arguments';
import { exampleJar, localJarHost, pythonEntry, relativeJar, savepointNonce } from './pods/job-program';
import { overwrittenPodField } from './pods/overwritten-pod-field';
import { containerWithoutLimits, memoryLimitAboveRequest } from './pods/quality-of-service';
import { repeatedVariable } from './pods/repeated-variable';
import { oldFlinkVersion } from './pods/supported-flink';
import { unfilledPlaceholder } from './pods/unfilled-placeholder';
import { unlimitedEmptyDir } from './pods/unlimited-empty-dir';
import { mountWithoutVolume, volumeTwice, volumeWithoutSource } from './pods/volumes';
import { REFUSAL_PACK } from './refusal-pack';
import { Pack, ResourceRule, Rule } from './rule';
import { hostNamespace, hostPathVolume, privilegedContainer, rootAllowed } from './security/node-access';
import { plainHttpStore } from './security/plain-http-store';
import { crowdedSlots, idleCpu, impliedCpu, throttledJobManager } from './slots/cpu';
import { replicasOfNativeSession } from './slots/replicas-of-native-session';
import { idleSlots, unsetMaxParallelism } from './slots/slots-and-parallelism';
import { snapshotDisposal } from './upgrades/snapshot-disposal';
import { suspendedJob } from './upgrades/suspended-job';

/** Every rule that can be switched on, in the order in which they are looked at. */
export const ALL_RULES: readonly (Rule | ResourceRule)[] = [
  ...REFUSAL_PACK,
  autoscalerOfOldFlink, idleAutoscalerOptions, overriddenParallelism, restartingAutoscaler,
  fewDivisors, unboundedAutoscaler,
  latencyTracking, noMetrics, undeclaredMetricsPort,
  exposedRestService, openIngress,
  droppedField,
  javaDefaultOptions,
  detailedLog, silentLog,
  deprecatedKey, keyTwice,
  optionOfAnotherVersion,
  clusterOptionInSessionJob, optionOfOperator, replacedByOperator,
  unreadableValue,
  defaultServiceAccount,
  floatingImage, imagesOfRolesDiffer, imageVersionDiffers, imageWithoutDigest, mutableImage, neverPulledImage,
  jarOfAnotherFlink,
  argumentWithBlank,
  exampleJar, localJarHost, pythonEntry, relativeJar, savepointNonce,
  overwrittenPodField,
  containerWithoutLimits, memoryLimitAboveRequest,
  repeatedVariable,
  oldFlinkVersion,
  unfilledPlaceholder,
  unlimitedEmptyDir,
  mountWithoutVolume, volumeTwice, volumeWithoutSource,
  hostNamespace, hostPathVolume, privilegedContainer, rootAllowed,
  plainHttpStore,
  crowdedSlots, idleCpu, impliedCpu, throttledJobManager,
  replicasOfNativeSession,
  idleSlots, unsetMaxParallelism,
  snapshotDisposal,
  suspendedJob,
];

const known = new Map<string, readonly (Rule | ResourceRule)[]>();

export function inPacks(packs: readonly Pack[]): readonly (Rule | ResourceRule)[] {
  const name = packs.join();
  const rules = known.get(name) ?? ALL_RULES.filter(({ pack }) => packs.includes(pack));
  known.set(name, rules);
  return rules;
}

export function ruleOf(id: string): Rule | ResourceRule | undefined {
  return ALL_RULES.find((rule) => rule.id === id);
}
