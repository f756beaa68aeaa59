import { companionContainer, stayingContainer, unlessEmpty, volumeMount } from './containers';
import { EnvironmentVariable } from './environment-variable';
import { refuseFlinkLabels } from './flink-labels';
import { mergeRawTemplate } from './merge-raw-template';
import { agreed, agreedEntries, refuseRepeats } from './pod-conflict';
import { PodContribution, PodVolume } from './pod-contribution';
import { podPlacement } from './pod-placement';
import { PodSecurity } from './pod-security';
import { writableVolumes } from './read-only-root';
import { restrictedPod } from './restricted-pod';
import { MAIN_CONTAINER, PLUGINS_VARIABLE } from '../flink/flink-container';

/** A pod template in Kubernetes' own shape. */
export interface PodTemplate {
  readonly metadata?: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: Record<string, unknown>;
}

/** What pods a template is for. */
export interface PodRole {
  /** Labels by which Flink knows the pods of one role of one cluster. */
  readonly selector: Record<string, string>;
  readonly security: PodSecurity;
}

/** One pod template out of all contributions; nothing at all when nobody contributes and nothing is restricted. */
export function podTemplate(contributions: PodContribution[], role: PodRole): PodTemplate | undefined {
  const { security: { _runsAs } } = role;
  const typed = typedTemplate(contributions, role);
  const made = contributions.reduce((template, { raw }) => (raw === undefined ? template : mergeRawTemplate(template, raw)), typed);
  if (_runsAs !== undefined) {
    return restrictedPod(made, _runsAs);
  }
  const { metadata, spec: { containers, ...spec } } = made;
  const [main, ...others] = containers as object[];
  const empty = metadata === undefined && Object.keys(spec).length + others.length === 0 && Object.keys(main).length === 1;
  return empty ? undefined : made;
}

/** All but what is raw. */
function typedTemplate(contributions: PodContribution[], { selector, security: { _readOnlyRoot } }: PodRole): PodTemplate {
  const all = <T>(listOf: (each: PodContribution) => T[] | undefined): T[] => contributions.flatMap((each) => listOf(each) ?? []);
  const plugins = [...new Set(all((each) => each.plugins))];
  const asked = all((each) => each.volumes);
  const volumes = _readOnlyRoot === undefined ? asked : [...asked, ...writableVolumes(_readOnlyRoot, plugins, asked)];
  const sidecars = all((each) => each.sidecars);
  const initContainers = all((each) => each.initContainers);
  refuseRepeats('claim', all((each) => each.newClaims).map(({ name }) => name));
  refuseRepeats('volume', volumes.map(({ name }) => name));
  refuseRepeats('mount path', volumes.flatMap(({ mountPath }) => mountPath ?? []));
  refuseRepeats('container', [MAIN_CONTAINER, ...[...initContainers, ...sidecars].map(({ name }) => name)]);

  const main = {
    ...mainContainer(contributions, plugins, volumes),
    ...(_readOnlyRoot === undefined ? {} : { securityContext: { readOnlyRootFilesystem: true } }),
  };
  const fsGroup = agreed('file system group', contributions.map((each) => each.fileSystemGroup));
  const pullSecrets = new Set(all((each) => each.imagePullSecrets).map(({ name }) => name));
  return {
    ...podMetadata(contributions),
    spec: {
      containers: [main, ...sidecars.filter(({ startsFirst }) => startsFirst !== true).map((sidecar) => companionContainer(sidecar, volumes))],
      ...unlessEmpty('initContainers', [
        ...sidecars.filter(({ startsFirst }) => startsFirst === true).map((sidecar) => stayingContainer(sidecar, volumes)),
        ...initContainers.map((container) => companionContainer(container, volumes)),
      ]),
      ...(fsGroup === undefined ? {} : { securityContext: { fsGroup } }),
      ...unlessEmpty('volumes', volumes.map(({ name, source }) => ({ name, ...source }))),
      ...unlessEmpty('imagePullSecrets', [...pullSecrets].map((name) => ({ name }))),
      ...podPlacement(contributions, selector),
    },
  };
}

function mainContainer(contributions: PodContribution[], plugins: string[], volumes: PodVolume[]): object {
  // The image's entry point links these jars into `plugins`; a name that is not in `opt` stops the container.
  const enabled = plugins.length === 0 ? [] : [EnvironmentVariable.literal(PLUGINS_VARIABLE, plugins.join(';'))];
  const environment = [...contributions.flatMap((each) => each.environment ?? []), ...enabled];
  const ports = contributions.flatMap((each) => each.ports ?? []);
  refuseRepeats('environment variable', environment.map(({ name }) => name));
  refuseRepeats('port', ports.map(({ port }) => String(port)));
  refuseRepeats('port name', ports.map(({ name }) => name));
  return {
    name: MAIN_CONTAINER,
    ...unlessEmpty('env', environment.map((variable) => variable._render())),
    ...unlessEmpty('ports', ports.map(({ name, port }) => ({ name, containerPort: port }))),
    ...unlessEmpty('volumeMounts', volumes.filter(({ mountPath }) => mountPath !== undefined).map(volumeMount)),
  };
}

function podMetadata(contributions: PodContribution[]): Pick<PodTemplate, 'metadata'> {
  const labels = agreedEntries('label', contributions.map((each) => each.labels));
  const annotations = agreedEntries('annotation', contributions.map((each) => each.annotations));
  refuseFlinkLabels(labels);
  const metadata = {
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
  return Object.keys(metadata).length === 0 ? {} : { metadata };
}
