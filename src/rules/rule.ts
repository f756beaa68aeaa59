import { EffectiveCluster } from '../operator/effective-cluster';
import { Refusal } from '../refusal';

/** How much a finding weighs. */
export enum Severity {
  /** Flink or the operator would refuse it, or it cannot do what it says; never acknowledged. */
  ERROR = 'error',
}

/** What one rule found at one place. Never holds a secret. */
export interface Finding {
  /** Path inside the resource, for example `spec.flinkConfiguration["s3.secret-key"]`. */
  readonly location: string;
  readonly what: string;
  readonly got: string;
  readonly allowed: string;
  readonly fix: string;
}

/** A mistake that people make, as data; `check` looks at what will run and has no side effects. */
export interface Rule {
  /** Stable, kebab-case; the code in brackets of its message. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  readonly check: (cluster: EffectiveCluster) => Finding[];
}

/** Throws the first finding of a pack of errors. */
export function refuseFindings(pack: Rule[], cluster: EffectiveCluster): void {
  for (const rule of pack) {
    const [finding] = rule.check(cluster);
    if (finding !== undefined) {
      const { location, ...text } = finding;
      throw new Refusal({ ...text, code: rule.id, got: `${text.got}, in ${location}` });
    }
  }
}

/** The location of an option in the resource. */
export function optionLocation(key: string): string {
  return `spec.flinkConfiguration["${key}"]`;
}
