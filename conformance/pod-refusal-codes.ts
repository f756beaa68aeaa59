import { memoryRefusalCode } from './refusal-codes';

/** What Flink says when it cannot build a pod, by the code of ours that says the same. */
const PODS: [pattern: RegExp, code: string][] = [
  [/limit-factor should be greater or equal to 1/, 'limit-factor-below-one'],
  [/Do not support a range of ports/, 'port-range'],
  [/port should not be 0/, 'port-negative'],
  [/positive number of CPU cores/, 'task-manager-cpu'],
  [/replicas' should not be configured less than one/, 'job-manager-replicas'],
  [/replicas' should not be configured less than 1/, 'task-manager-replicas'],
  [/High availability should be enabled when starting standby/, 'standby-without-ha'],
  [/Invalid .*kubernetes\.container\.image\.ref/, 'image-blank'],
  [/^Overlapping key prefixes/, 'overlapping-keys'],
  [/PVC|[Mm]ount path|[Vv]olume name/, 'persistent-volume-claims'],
  [/Could not parse value '.*' for key 'kubernetes\.|Could not parse value '.*' for key 'external-|key-value pair|Could not split string/, 'pod-option-value'],
];

/** Sizes of memory are refused on the same way. */
export function podRefusalCode(text: string): string {
  return PODS.find(([pattern]) => pattern.test(text))?.[1] ?? memoryRefusalCode(text);
}
