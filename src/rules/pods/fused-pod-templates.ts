import { readBoolean } from '../../flink/configuration/option-reading';
import { Category, Finding, Pack, Rule, Severity } from '../rule';

const BY_NAME = 'kubernetes.operator.pod-template.merge-arrays-by-name';

export const fusedPodTemplates: Rule = {
  id: 'fused-pod-templates',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.ERROR,
  title: 'lists of the common pod template and of a role that the operator merges by position',
  why: 'two containers, volumes or variables at one position become one, whatever their names; one of the two is lost',
  fix: 'write the list in one of the two templates, or set kubernetes.operator.pod-template.merge-arrays-by-name to true',
  source: 'operator FlinkUtils.mergePodTemplates; FLINK-30786',
  fires: `
podTemplate:
  spec:
    containers:
      - name: log-shipper
        image: registry.example.com/log-shipper:2.1.0
taskManager:
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          env: [{ name: TZ, value: UTC }]
`,
  passes: `
flinkConfiguration:
  kubernetes.operator.pod-template.merge-arrays-by-name: "true"
podTemplate:
  spec:
    containers:
      - name: log-shipper
        image: registry.example.com/log-shipper:2.1.0
taskManager:
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          env: [{ name: TZ, value: UTC }]
`,
  check: ({ configuration, manifest: { spec } }) => {
    const { podTemplate } = spec;
    if (podTemplate === undefined || readBoolean(configuration, BY_NAME, false)) {
      return [];
    }
    return (['jobManager', 'taskManager'] as const).flatMap((role): Finding[] => {
      const path = fused(podTemplate, spec[role]?.podTemplate, '');
      return path === undefined ? [] : [{
        path: ['spec', role, 'podTemplate'],
        what: 'the operator merges lists of both pod templates by position, and fuses what has nothing to do with each other',
        got: `spec.podTemplate${path} and spec.${role}.podTemplate${path}`,
        allowed: 'a list in one of the two templates',
        inConstruct: 'use `pods` of the construct for both roles, and `pods` of jobManager or taskManager for one',
      }];
    });
  },
};

/** The first place at which two elements of different names, or without names, meet. */
function fused(common: unknown, special: unknown, path: string): string | undefined {
  if (Array.isArray(common) && Array.isArray(special)) {
    return firstOf(common.slice(0, special.length), (element, index) => {
      const other: unknown = special[Number(index)];
      const at = `${path}[${index}]`;
      return sameName(element, other) ? fused(element, other, at) : JSON.stringify(element) === JSON.stringify(other) ? undefined : at;
    });
  }
  return isMap(common) && isMap(special) ? firstOf(common, (value, key) => fused(value, special[key], `${path}.${key}`)) : undefined;
}

function firstOf(elements: object, look: (element: unknown, key: string) => string | undefined): string | undefined {
  for (const [key, element] of Object.entries(elements)) {
    const found = look(element, key);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function sameName(one: unknown, other: unknown): boolean {
  return isMap(one) && isMap(other) && one.name !== undefined && one.name === other.name;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
