import { Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { Refusal, shown } from '../../refusal';

/** Kinds of the operator whose resources this library names. */
export type NamedKind = 'FlinkDeployment' | 'FlinkSessionJob' | 'FlinkStateSnapshot' | 'FlinkBlueGreenDeployment';

/** Names taken in one app, by kind, namespace and name: the second resource of a name would overwrite the first. */
const CLAIMED = new WeakMap<IConstruct, Map<string, string>>();

/** Takes a name for the construct at `path`, or refuses it when another one has it. */
export function claimName(scope: Construct, path: string, kind: NamedKind, name: string): void {
  const { root } = scope.node;
  const { namespace } = Chart.of(scope);
  const names = CLAIMED.get(root) ?? new Map<string, string>();
  CLAIMED.set(root, names);
  const key = `${kind}/${namespace ?? ''}/${name}`;
  const holder = names.get(key);
  if (holder !== undefined) {
    throw new Refusal({
      code: 'deployment-name-taken',
      what: `two ${kind}s of one name in one namespace: the second would overwrite the first`,
      got: `${shown(name)}, taken by ${holder}`,
      allowed: 'a name of its own for each',
      fix: 'pass another `name`, or give one of the charts a namespace of its own',
    });
  }
  names.set(key, path);
}
