import { Refusal } from '../refusal';

/** Labels that Flink sets on its pods, over those of the template; Services and Deployments find their pods by them. */
const FLINK_LABELS = ['app', 'component', 'type'];

/** Refuses labels that Flink would overwrite without a word. */
export function refuseFlinkLabels(labels: Readonly<Record<string, string>>): void {
  for (const name of FLINK_LABELS.filter((label) => label in labels)) {
    throw new Refusal({
      code: 'flink-label',
      what: `${name} is a label of Flink's own, and Flink overwrites it`,
      got: `label ${name}`,
      allowed: `labels but ${FLINK_LABELS.join(', ')}`,
      fix: 'for example app.kubernetes.io/name or app.kubernetes.io/part-of',
    });
  }
}
