import { Chart } from 'cdk8s';
import { IServiceAccount } from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { defaultsFor, DefaultsAt } from './applied-defaults';
import { FlinkDefaultsProps } from './flink-defaults-props';
import { Checkpointing } from '../../checkpointing/checkpointing';
import { PodContribution } from '../../pods/pod-contribution';
import { Acknowledgement } from '../../rules/acknowledgement';
import { FlinkBlueGreenDeploymentProps } from '../props/flink-blue-green-deployment-props';
import { FlinkClusterProps } from '../props/flink-cluster-props';
import { TunedFlinkDeploymentProps } from '../props/tuned-flink-deployment-props';
import { TunedFlinkSessionProps } from '../props/tuned-flink-session-props';
import { wrongShape } from '../props/wrong-shape';
import { acknowledgedFor } from '../tree/acknowledged';
import { refuseOtherNamespace } from '../tree/refuse-other-namespace';

/** What a cluster inherits from the places above it. */
export interface Inherited {
  /** The place that a property comes from, by property. */
  readonly from: ReadonlyMap<string, string>;
  /** Flink options that give way to everything else, farthest place first. */
  readonly configurations: readonly { readonly from: string; readonly flinkConfiguration: Record<string, string> }[];
  readonly pods: readonly PodContribution[];
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
  /** What somebody lives with, of the findings that rules have. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** The image without the registry of the defaults. */
  readonly writtenImage: string;
}

/** Properties of a cluster with what it inherits worked in. */
export interface CompleteProps extends FlinkClusterProps {
  readonly checkpointing: Checkpointing;
  readonly inherited: Inherited;
}

const NOTHING: Omit<Inherited, 'writtenImage' | 'acknowledgements'> = { from: new Map(), configurations: [], pods: [], labels: {}, annotations: {} };

/** Properties of one kind of cluster, complete. */
export type CompleteDeploymentProps = TunedFlinkDeploymentProps & CompleteProps;
export type CompleteSessionProps = TunedFlinkSessionProps & CompleteProps;
export type CompleteBlueGreenProps = FlinkBlueGreenDeploymentProps & CompleteProps;

/** Where the nearest place that says something decides. */
const NEAREST = [
  'checkpointing', 'highAvailability', 'restartStrategy', 'operatorRecovery', 'metricReporters', 'logging', 'jvm', 'tls', 'podSecurity', 'imagePullPolicy',
  'nodeShape', 'serviceAccount', 'operatorVersion',
] as const;
/** Where each key has the nearest place that says something. */
const MAPS = ['operatorConfiguration', 'findingLevels'] as const;

/** A property that a place above may decide as a whole. */
export type InheritedProperty = typeof NEAREST[number];

/** Who sets what a strategy brings: its class, and the place that it is inherited from. */
export function authorOf(inherited: Inherited, property: InheritedProperty, strategy: object): string {
  return strategy.constructor.name + placeOf(inherited, property);
}

/** Where a property is inherited from, to be put after who sets it; nothing where the cluster itself says it. */
export function placeOf({ from }: Inherited, property: InheritedProperty): string {
  return from.has(property) ? `, from ${from.get(property)}` : '';
}

/** The properties of a cluster below this scope, with the defaults in the place of what it does not say. */
export function completeProps<Props extends FlinkClusterProps>(scope: IConstruct, props: Props): Props & CompleteProps {
  const complete = completed(props, defaultsFor(scope), acknowledgedFor(scope));
  refuseAccountElsewhere(complete.serviceAccount, Chart.of(scope).namespace);
  return complete;
}

function completed<Props extends FlinkClusterProps>(
  props: Props, places: DefaultsAt[], acknowledgements: readonly Acknowledgement[],
): Props & CompleteProps {
  if (places.length === 0) {
    refuseWithoutStorage(props);
    return { inherited: { writtenImage: props.image, acknowledgements, ...NOTHING }, ...props } as Props & CompleteProps;
  }
  const from = new Map<string, string>();
  const found: Record<string, unknown> = {};
  for (const { from: place, defaults } of places) {
    NEAREST.filter((key) => defaults[key] !== undefined && props[key] === undefined).forEach((key) => {
      found[key] = defaults[key];
      from.set(key, place);
    });
    MAPS.filter((key) => defaults[key] !== undefined).forEach((key) => {
      found[key] = { ...found[key] as object, ...defaults[key] };
      from.set(key, place);
    });
  }
  MAPS.filter((key) => props[key] !== undefined).forEach((key) => { found[key] = { ...found[key] as object, ...props[key] }; });
  const registry = [...places].reverse().find(({ defaults }) => defaults.imageRegistry !== undefined);
  const image = imageFrom(registry?.defaults.imageRegistry, props.image);
  if (image !== props.image) {
    from.set('imageRegistry', registry!.from);
  }
  const all = <T>(of: (defaults: FlinkDefaultsProps) => T | undefined): T[] => places.flatMap(({ defaults }) => of(defaults) ?? []);
  const labels = Object.assign({}, ...all((defaults) => defaults.labels));
  const complete = {
    ...props,
    ...found,
    image,
    inherited: {
      from,
      configurations: places.flatMap(({ from: place, defaults: { flinkConfiguration } }) =>
        (flinkConfiguration === undefined ? [] : [{ from: place, flinkConfiguration }])),
      pods: [...all(({ pods }) => pods), ...(Object.keys(labels).length === 0 ? [] : [{ labels }])],
      labels,
      annotations: Object.assign({}, ...all((defaults) => defaults.annotations)),
      acknowledgements,
      writtenImage: props.image,
    },
  };
  refuseWithoutStorage(complete);
  return complete as Props & CompleteProps;
}

/** An image names a registry when the part before its first slash could be a host. */
function imageFrom(registry: string | undefined, image: string): string {
  const [first, ...rest] = typeof image === 'string' ? image.split('/') : [];
  const named = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return registry === undefined || named || typeof image !== 'string' ? image : `${registry}/${image}`;
}

/** What cdk8s-plus says of an account that is known by name alone, whatever its namespace. */
const UNSAID_NAMESPACE = 'default';

/** Pods run under an account of their own namespace, and under no other. */
function refuseAccountElsewhere(account: IServiceAccount | undefined, namespace: string | undefined): void {
  const other = account?.toSubjectConfiguration?.().namespace;
  if (account !== undefined && namespace !== undefined && other !== undefined && other !== UNSAID_NAMESPACE) {
    refuseOtherNamespace(`the service account ${account.name}`, 'the cluster whose pods run under it', other, namespace);
  }
}

function refuseWithoutStorage({ checkpointing }: FlinkClusterProps): void {
  if (checkpointing === undefined) {
    throw wrongShape('checkpointing', undefined, 'Checkpointing, here or in FlinkDefaults above', 'new S3Checkpointing({ bucket })');
  }
}

/** The same props with what is acknowledged for this place by now. */
export function acknowledgedNow<Props extends CompleteProps>(scope: IConstruct, props: Props): Props {
  return { ...props, inherited: { ...props.inherited, acknowledgements: acknowledgedFor(scope) } };
}

/** Whose options a resource has: a strategy vouches for its own, and tests hold ours against the catalogue, which takes time to load. */
export type Options = 'ours' | 'anybody\'s';

/** Raw options, of the cluster itself or of the defaults above it, are anybody's. */
export function optionsOf({ flinkConfiguration = {}, inherited }: CompleteProps): Options {
  return Object.keys(flinkConfiguration).length + inherited.configurations.length === 0 ? 'ours' : 'anybody\'s';
}
