import { isStandalone, PodSource, Role } from './pod-source';

export type Labels = Readonly<Record<string, string>>;

/** What the labels of a cluster follow from. */
type Labelled = Pick<PodSource, 'name' | 'spec'>;

/** On every object of the cluster. */
export function commonLabels(source: Labelled): Labels {
  return { type: isStandalone(source) ? 'flink-standalone-kubernetes' : 'flink-native-kubernetes', app: source.name };
}

/** What Services, Deployments and budgets find the pods of a role by. */
export function selectorLabels(source: Labelled, role: Role): Labels {
  return { ...commonLabels(source), component: role };
}
