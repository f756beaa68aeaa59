/** Something that the plan cannot make good: it holds for what was asked, and this is what stays in the way. */
export interface PlanFinding {
  /** Stable name, in kebab-case. */
  readonly code: string;
  /** What it is, with the facts that meet. */
  readonly message: string;
  /** What would mend it. */
  readonly fix: string;
}
