import { PodTemplate } from './pod-template';
import { refuseOpenPod } from './refuse-open-pod';

/** Anything in Kubernetes' own shape; of a raw template it may also be of none. */
type Fields = { readonly [field: string]: any };

/** The template with all that the restricted Pod Security Standard asks for; what is already there may be stricter, and is refused where it is not. */
export function restrictedPod(template: PodTemplate, { user, group }: { readonly user: number; readonly group: number }): PodTemplate {
  const { spec } = template;
  const each = (containers: Fields[]) =>
    containers.map((container) => Object.assign({}, container, { securityContext: containerContext(container.securityContext) }));
  const restricted: Fields = Object.assign({}, spec, {
    containers: each(spec.containers as Fields[]),
    ...(spec.initContainers === undefined ? {} : { initContainers: each(spec.initContainers as Fields[]) }),
    securityContext: {
      runAsNonRoot: true, runAsUser: user, runAsGroup: group, fsGroup: group, seccompProfile: { type: 'RuntimeDefault' }, ...spec.securityContext as Fields,
    },
  });
  refuseOpenPod(restricted, template.metadata?.annotations);
  return { ...template, spec: restricted };
}

function containerContext(given: Fields | null | undefined): Fields {
  return { allowPrivilegeEscalation: false, ...given, capabilities: { drop: ['ALL'], ...given?.capabilities } };
}
