import { Refusal } from '../refusal';

/** What only Helm fills in; the operator and others have braces of their own, `{{namespace}}` in the host of an ingress. */
const OF_HELM = /\{\{[^{}]*(\.Values|\.Release|\.Chart|\.Capabilities|\binclude\s)/;

/** Whether a text becomes YAML only when Helm renders it. */
export function isHelmTemplate(text: string): boolean {
  return OF_HELM.test(text);
}

export function helmTemplateRefusal(): Refusal {
  return new Refusal({
    code: 'helm-template',
    what: 'this is a template of Helm, and no manifest before Helm has rendered it',
    got: '{{ … }}',
    allowed: 'YAML or JSON',
    fix: 'render it first: helm template <chart>, and give what it prints',
  });
}
