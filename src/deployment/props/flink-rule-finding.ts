/** What a rule, or the plan, has to say about one resource. */
export interface FlinkRuleFinding {
  /** Of the rule, or the code of the plan's finding; what an acknowledgement names. */
  readonly id: string;
  /** `error`, which fails the synthesis, `warning` or `info`. */
  readonly severity: string;
  /** Path of the construct. */
  readonly constructPath: string;
  /**
   * Where in the resource, for example `spec.flinkConfiguration["s3.endpoint"]`.
   * @default - the plan's, which are about no field
   */
  readonly where?: string;
  /** What it is, with what was given. */
  readonly message: string;
  /** What would mend it. */
  readonly fix: string;
  /**
   * Why somebody lives with it.
   * @default - nobody does
   */
  readonly acknowledged?: string;
}
