import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppliedAcknowledgement, appliedFor } from './acknowledged';
import { tellWarning, toldFinding } from './told-finding';
import { ResourceTwin } from '../../operator/resource-twin';
import { Refusal, refusalIn } from '../../refusal';
import { acknowledgementAnnotation, covers } from '../../rules/acknowledging';
import type { Judged } from '../../rules/judge';
import { PlanFinding } from '../../sizing/plan/plan-finding';

/** A resource that is looked at when cdk8s validates. */
export interface Checked {
  /** What it was made to be. */
  readonly twin: ResourceTwin;
  /** The same after patches; throws where it cannot work. */
  readonly patched: (resource: unknown) => ResourceTwin;
  /** The plan's and the strategies', by their levels. */
  readonly findings: readonly PlanFinding[];
  /** What the rules say, those that are off left out; `again` with those that have looked when the construct was made. */
  readonly ruled: (twin: ResourceTwin, how: { readonly again: boolean; readonly patched: boolean }) => Judged[];
}

/** What has become of the findings of a resource. */
export interface Outcome {
  readonly errors: readonly Judged[];
  readonly warnings: readonly (Judged | PlanFinding)[];
  readonly acknowledged: readonly { readonly finding: Judged | PlanFinding; readonly reason: string }[];
}

const CHECKS = new WeakMap<IConstruct, ResourceCheck>();

/** The check of a construct, if it is a resource of ours. */
export function checkOf(construct: IConstruct): ResourceCheck | undefined {
  return CHECKS.get(construct);
}

/**
 * Holds a resource against the rules when cdk8s validates, once, and again after a patch: an error fails the synthesis, a
 * warning goes to standard error, and what is acknowledged is written into the resource.
 */
export class ResourceCheck {
  private patches = 0;
  private known?: { readonly asOf: string; readonly outcome: Outcome | Refusal };
  private told = '';

  constructor(private readonly resource: ApiObject, private readonly checked: Checked) {
    CHECKS.set(resource, this);
    resource.node.addValidation({ validate: () => this.errors() });
  }

  /** A patch has come. */
  public patched(): void {
    this.patches++;
  }

  /** What the rules find; throws where patches have made something of the resource that cannot work. */
  public get outcome(): Outcome {
    const outcome = this.look();
    if (outcome instanceof Refusal) {
      throw outcome;
    }
    return outcome;
  }

  private errors(): string[] {
    const outcome = this.look();
    if (outcome instanceof Refusal) {
      return [outcome.message];
    }
    if (this.told !== this.known!.asOf) {
      this.told = this.known!.asOf;
      // Advice is for who asks for it: `FlinkRules.findings`, and lint.
      outcome.warnings.filter((finding) => 'code' in finding || finding.rule.severity === 'warning')
        .forEach((warning) => tellWarning(toldFinding(warning), this.resource.node.path));
    }
    return outcome.errors.map(toldFinding);
  }

  /** cdk8s validates once for each chart and once more; only a patch or an acknowledgement is worth another look. */
  private look(): Outcome | Refusal {
    const applied = appliedFor(this.resource);
    const asOf = `${this.patches} ${applied.length}`;
    if (this.known?.asOf !== asOf) {
      let { twin } = this.checked;
      const refusal = this.patches === 0 ? undefined : refusalIn(() => { twin = this.checked.patched(this.resource.toJson()); });
      this.known = { asOf, outcome: refusal ?? this.outcomeOf(twin, applied) };
    }
    return this.known.outcome;
  }

  private outcomeOf(twin: ResourceTwin, applied: AppliedAcknowledgement[]): Outcome {
    const acknowledged: { readonly finding: Judged | PlanFinding; readonly reason: string }[] = [];
    const isAcknowledged = (id: string, finding: Judged | PlanFinding) => {
      const isOfRule = 'rule' in finding;
      const by = applied.find(({ acknowledgement }) => acknowledgement.id === id && covers(acknowledgement, isOfRule ? finding.path : []));
      if (by !== undefined) {
        by.used = true;
        acknowledged.push({ finding, reason: by.acknowledgement.reason });
        // What the plan has to say is no part of the manifest.
        if (isOfRule) {
          this.resource.metadata.addAnnotation(...acknowledgementAnnotation(by.acknowledgement));
        }
      }
      return by !== undefined;
    };
    const planned = this.checked.findings.filter((finding) => !isAcknowledged(finding.code, finding));
    // What the plan has told already, in the words of our constructs.
    const told = new Set(this.checked.findings.map(({ code }) => code));
    const ruled = this.checked.ruled(twin, { again: applied.length > 0, patched: this.patches > 0 })
      .filter((finding) => !isAcknowledged(finding.rule.id, finding))
      .filter(({ rule }) => rule.severity === 'error' || !told.has(rule.id));
    return {
      errors: ruled.filter(({ rule }) => rule.severity === 'error'),
      warnings: [...planned, ...ruled.filter(({ rule }) => rule.severity !== 'error')],
      acknowledged,
    };
  }
}
