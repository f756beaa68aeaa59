import { InitContainer } from './pod-contribution';

/** What the restricted Pod Security Standard asks of a container; the official image runs as root unless it is told otherwise. */
const RESTRICTED = {
  runAsNonRoot: true,
  runAsUser: 9999,
  runAsGroup: 9999,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Less than any JobManager, so that the pod requests no more; without a limit the pod would lose the class `Guaranteed`. */
const RESOURCES = { cpu: '250m', memory: '128Mi' };

/** An init container in Kubernetes' own shape. */
export function initContainer({ name, image, command, args, environment, volumeMounts }: InitContainer): Record<string, unknown> {
  return {
    name,
    image,
    ...(command === undefined ? {} : { command }),
    ...(args === undefined ? {} : { args }),
    ...(environment === undefined ? {} : { env: environment.map((variable) => variable._render()) }),
    ...(volumeMounts === undefined ? {} : { volumeMounts: volumeMounts.map((mount) => ({ ...mount })) }),
    resources: { requests: RESOURCES, limits: RESOURCES },
    securityContext: RESTRICTED,
  };
}
