import { readOption } from '../../flink/configuration/option-spelling';
import { Category, Pack, Rule, Severity } from '../rule';
import { placeOfOption } from '../written-option';

const TYPE = 'high-availability.type';

export const zookeeperOnKubernetes: Rule = {
  id: 'zookeeper-on-kubernetes',
  pack: Pack.STRICT,
  category: Category.HIGH_AVAILABILITY,
  severity: Severity.INFO,
  title: 'ZooKeeper for what Kubernetes does by itself',
  why: 'one more system has to run before the job can, and to be kept, for what ConfigMaps of the cluster hold as well',
  fix: 'set high-availability.type: kubernetes when the job is upgraded through a savepoint next time',
  source: 'Flink KubernetesLeaderElectionHaServices, ZooKeeperLeaderElectionHaServices; Flink docs, Kubernetes HA services',
  fires: 'flinkConfiguration: { high-availability.type: zookeeper, high-availability.zookeeper.quorum: "zookeeper:2181" }',
  passes: 'flinkConfiguration: { high-availability.type: kubernetes }',
  check: (cluster) => (readOption(cluster.configuration, TYPE)?.trim().toUpperCase() !== 'ZOOKEEPER' ? [] : [{
    path: placeOfOption(cluster, TYPE),
    what: 'high availability by ZooKeeper, where Kubernetes has it by itself',
    got: '"zookeeper"',
    allowed: 'kubernetes',
  }]),
};
