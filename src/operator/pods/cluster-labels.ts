import { isStandalone, PodSource, Role } from './pod-source';
import { readEntries } from '../../flink/configuration/structured-option';

type Labels = Readonly<Record<string, string>>;

/** What the labels of a cluster follow from. */
type Labelled = Pick<PodSource, 'name' | 'spec'>;

/** On every object of the cluster. */
export function commonLabels(source: Labelled): Labels {
  return { type: isStandalone(source) ? 'flink-standalone-kubernetes' : 'flink-native-kubernetes', app: source.name };
}

/** What Services and Deployments find the pods of a role by. */
export function selectorLabels(source: Labelled, role: Role): Labels {
  return { ...commonLabels(source), component: role };
}

/** Flink's own labels win over the user's, but for the standalone JobManager, where the user's do. */
export function podLabels(source: PodSource, role: Role): Labels {
  const own = selectorLabels(source, role);
  const users = Object.fromEntries(readEntries(source.settings, `kubernetes.${role}.labels`));
  return role === 'jobmanager' && isStandalone(source) ? { ...own, ...users } : { ...users, ...own };
}

export function podAnnotations({ settings }: PodSource, role: Role): Labels {
  return Object.fromEntries(readEntries(settings, `kubernetes.${role}.annotations`));
}
