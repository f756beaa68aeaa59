import { IConstruct } from 'constructs';
import { Acknowledgement } from '../../rules/acknowledgement';
import { isExpired } from '../../rules/acknowledging';
import { today } from '../../rules/today';

/** An acknowledgement at its place in the tree, and whether it has silenced anything. */
export interface AppliedAcknowledgement {
  readonly acknowledgement: Acknowledgement;
  used: boolean;
}

const APPLIED = new WeakMap<IConstruct, AppliedAcknowledgement[]>();

/** Adds to what is acknowledged for everything below a construct. */
export function applyAcknowledgement(scope: IConstruct, acknowledgement: Acknowledgement): void {
  APPLIED.set(scope, [...appliedAt(scope), { acknowledgement, used: false }]);
}

/** What has been said at this very place. */
export function appliedAt(scope: IConstruct): readonly AppliedAcknowledgement[] {
  return APPLIED.get(scope) ?? [];
}

/** What is acknowledged for a place in the tree today, the nearest first. */
export function appliedFor(scope: IConstruct): AppliedAcknowledgement[] {
  const applied = [...scope.node.scopes].reverse().flatMap(appliedAt);
  return applied.length === 0 ? applied : applied.filter(({ acknowledgement }) => !isExpired(acknowledgement, today()));
}

export function acknowledgedFor(scope: IConstruct): readonly Acknowledgement[] {
  return appliedFor(scope).map(({ acknowledgement }) => acknowledgement);
}
