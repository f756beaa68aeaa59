import { BOOLEAN, FieldKind, listOf, openFields, QUANTITIES, RAW, TEXT, TEXTS } from './field-kinds';

const VARIABLE = openFields({ name: TEXT, value: TEXT, valueFrom: RAW });
const MOUNT = openFields({ name: TEXT, mountPath: TEXT });

const CONTAINER = openFields({
  name: TEXT,
  image: TEXT,
  imagePullPolicy: TEXT,
  command: listOf(TEXT),
  args: listOf(TEXT),
  env: listOf(VARIABLE),
  envFrom: listOf(RAW),
  ports: listOf(RAW),
  volumeMounts: listOf(MOUNT),
  resources: openFields({ requests: QUANTITIES, limits: QUANTITIES }),
  startupProbe: RAW,
  restartPolicy: TEXT,
});

/** Of a pod template, in Kubernetes' own shape, what the operator and Flink look into; the rest passes as it is. */
export const POD_TEMPLATE: FieldKind = {
  holds: 'raw',
  parts: openFields({
    metadata: openFields({ labels: TEXTS, annotations: TEXTS }),
    spec: openFields({
      containers: listOf(CONTAINER),
      initContainers: listOf(CONTAINER),
      volumes: listOf(openFields({ name: TEXT })),
      imagePullSecrets: listOf(RAW),
      tolerations: listOf(RAW),
      nodeSelector: TEXTS,
      dnsPolicy: TEXT,
      hostNetwork: BOOLEAN,
      restartPolicy: TEXT,
      serviceAccount: TEXT,
      serviceAccountName: TEXT,
    }),
  }),
};
