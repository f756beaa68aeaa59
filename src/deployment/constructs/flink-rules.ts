import { IConstruct } from 'constructs';
import { pathShown } from '../../operator/manifest/manifest-path';
import { refusalIn } from '../../refusal';
import { Acknowledgement } from '../../rules/acknowledgement';
import { checkedAcknowledgement, isExpired } from '../../rules/acknowledging';
import type { Judged } from '../../rules/judge';
import { today } from '../../rules/today';
import { PlanFinding } from '../../sizing/plan/plan-finding';
import { FlinkRuleFinding } from '../props/flink-rule-finding';
import { applyAcknowledgement, appliedAt } from '../tree/acknowledged';
import { checkOf, Outcome } from '../tree/resource-check';
import { sayingWhere } from '../tree/thought-through';
import { tellWarning } from '../tree/told-finding';

/**
 * What the rules for production say about the Flink resources of this library below a place in the construct tree, and what
 * somebody lives with. An error fails the synthesis, a warning goes to standard error once.
 */
export class FlinkRules {
  /** The rules of everything below this construct: an app, a chart, one resource. */
  public static of(scope: IConstruct): FlinkRules {
    return new FlinkRules(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Lives with a finding, for everything below. The reason is written into the resources as an annotation, so that
   * `cdk8s-flink lint` and the validation plugin know it too. What refuses a construct when it is made has to be acknowledged
   * before that, on the scope that it is made in. One that silences nothing, or whose day is over, is told as a warning.
   */
  public acknowledge(acknowledgement: Acknowledgement): FlinkRules {
    const { scope } = this;
    sayingWhere(scope.node.path, () => checkedAcknowledgement(acknowledgement));
    if (appliedAt(scope).length === 0) {
      tellVain(scope);
    }
    applyAcknowledgement(scope, acknowledgement);
    return this;
  }

  /** All that the rules and the plans find below, in the order of the tree, acknowledged or not. */
  public get findings(): FlinkRuleFinding[] {
    return this.scope.node.findAll().flatMap((construct) => {
      const check = checkOf(construct);
      return check === undefined ? [] : findingsOf(construct.node.path, check.outcome);
    });
  }
}

function findingsOf(constructPath: string, { errors, warnings, acknowledged }: Outcome): FlinkRuleFinding[] {
  return [
    ...[...errors, ...warnings].map((finding) => ruleFinding(constructPath, finding)),
    ...acknowledged.map(({ finding, reason }) => ({ ...ruleFinding(constructPath, finding), acknowledged: reason })),
  ];
}

function ruleFinding(constructPath: string, finding: Judged | PlanFinding): FlinkRuleFinding {
  if ('code' in finding) {
    const { code: id, message, fix } = finding;
    return { id, severity: 'warning', constructPath, message, fix };
  }
  const { rule: { id, severity }, path, what, got, fix } = finding;
  return { id, severity, constructPath, where: pathShown(path), message: `${what}: ${got}`, fix };
}

/** Once for each acknowledgement, when all below has been looked at. */
function tellVain(scope: IConstruct): void {
  let told = false;
  scope.node.addValidation({
    validate: () => {
      if (!told) {
        told = true;
        scope.node.findAll().forEach((construct) => refusalIn(() => checkOf(construct)?.outcome));
        for (const { acknowledgement, used } of appliedAt(scope)) {
          const expired = isExpired(acknowledgement, today());
          if (expired || !used) {
            tellWarning(vain(acknowledgement, expired), scope.node.path);
          }
        }
      }
      return [];
    },
  });
}

function vain({ id, until }: Acknowledgement, expired: boolean): string {
  return expired
    ? `the acknowledgement of ${id} is over since ${until} [expired-acknowledgement]\n  fix      mend the finding, or decide again and say until when`
    : `the acknowledgement of ${id} silences nothing below [vain-acknowledgement]\n  fix      remove it`;
}
