import { isStandalone, PodSource, Role } from './pod-source';
import { Labels, selectorLabels } from './selector-labels';
import { readEntries } from '../../flink/configuration/structured-option';

/** Flink's own labels win over the user's, but for the standalone JobManager, where the user's do. */
export function podLabels(source: PodSource, role: Role): Labels {
  const own = selectorLabels(source, role);
  const users = Object.fromEntries(readEntries(source.settings, `kubernetes.${role}.labels`));
  return role === 'jobmanager' && isStandalone(source) ? { ...own, ...users } : { ...users, ...own };
}

export function podAnnotations({ settings }: PodSource, role: Role): Labels {
  return Object.fromEntries(readEntries(settings, `kubernetes.${role}.annotations`));
}
