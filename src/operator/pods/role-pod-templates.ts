import { mergePodTemplates } from './merge-pod-templates';
import { FlinkSettings } from '../../flink/configuration/flink-settings';
import { readBoolean } from '../../flink/configuration/option-reading';
import { MAIN_CONTAINER } from '../../flink/flink-container';
import { INT_MAX } from '../../units/java-number';
import { isBlank } from '../../units/java-text';
import { holdsAnything } from '../configuration/role-options';
import { Amounts, ManifestRole, ManifestSpec, PodContainer, PodTemplate } from '../manifest/flink-manifests';
import { OperatorVersion } from '../operator-version';

/** The template that Flink gets for each role; none when nothing asks for one. */
export interface RolePodTemplates {
  readonly jobManager?: PodTemplate;
  readonly taskManager?: PodTemplate;
}

const BY_NAME = 'kubernetes.operator.pod-template.merge-arrays-by-name';
const STARTUP_PROBE = 'kubernetes.operator.jm-deployment.startup.probe.enabled';

/** Common and role templates merged, with what the operator puts into the main container. */
export function mergedPodTemplates(spec: ManifestSpec, settings: FlinkSettings, release: OperatorVersion): RolePodTemplates {
  const byName = readBoolean(settings, BY_NAME, false);
  const templateOf = (role: ManifestRole | undefined): PodTemplate | undefined => (role === undefined
    ? spec.podTemplate
    : withResources(mergePodTemplates(spec.podTemplate, role.podTemplate, byName), role, release));
  const jobManager = templateOf(spec.jobManager);
  return {
    jobManager: readBoolean(settings, STARTUP_PROBE, true) ? withStartupProbe(jobManager) : jobManager,
    taskManager: templateOf(spec.taskManager),
  };
}

/** Only what has no option of Flink's goes into the template; `resources` (from 1.16) hides `resource`. */
function withResources(template: PodTemplate | undefined, { resource, resources }: ManifestRole, release: OperatorVersion): PodTemplate | undefined {
  const { requests = {}, limits = {} } = resources ?? {};
  if (release._isAtLeast(OperatorVersion.V1_16) && holdsAnything(resources)) {
    const others = { requests: besidesCpuAndMemory(requests), limits: besidesCpuAndMemory(limits) };
    return holdsAnything(others) ? withMainContainer(template, withAmounts(others.requests, others.limits)) : template;
  }
  const storage = resource?.ephemeralStorage;
  if (storage === undefined || isBlank(storage)) {
    return template;
  }
  const amount = { 'ephemeral-storage': storage };
  return withMainContainer(template, withAmounts(amount, amount), true);
}

function withAmounts(requests: Amounts, limits: Amounts): (main: PodContainer) => PodContainer {
  return (main) => ({
    ...main,
    resources: {
      ...main.resources,
      requests: { ...main.resources?.requests, ...requests },
      limits: { ...main.resources?.limits, ...limits },
    },
  });
}

/** Asks the REST API until it answers, so that a JobManager that cannot submit its job shows. */
function withStartupProbe(template: PodTemplate | undefined): PodTemplate {
  return withMainContainer(template, (main) => (main.startupProbe !== undefined && main.startupProbe !== null ? main : {
    ...main,
    startupProbe: { failureThreshold: INT_MAX, periodSeconds: 1, httpGet: { path: '/config', port: 'rest' } },
  }));
}

/** Changes the main container, made if it is missing; of several by this name the first, or every one. */
function withMainContainer(template: PodTemplate | undefined, change: (main: PodContainer) => PodContainer, every = false): PodTemplate {
  const containers = template?.spec?.containers ?? [];
  const first = containers.findIndex(isMain);
  const changed = first < 0
    ? [...containers, change({ name: MAIN_CONTAINER })]
    : containers.map((container, index) => (index === first || (every && isMain(container)) ? change(container) : container));
  return { ...template, spec: { ...template?.spec, containers: changed } };
}

export function isMain({ name }: PodContainer): boolean {
  return name === MAIN_CONTAINER;
}

function besidesCpuAndMemory(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([name]) => name !== 'cpu' && name !== 'memory'));
}
