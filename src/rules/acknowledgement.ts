/** A finding that somebody has looked at and lives with. */
export interface Acknowledgement {
  /** Of a rule, as its message has it in brackets: `few-retained-checkpoints`. What the operator or Flink refuses cannot be acknowledged. */
  readonly id: string;
  /** Why it is no problem here, for whoever reads the manifest next. Refused with `[acknowledgement]` when there is none. */
  readonly reason: string;
  /**
   * The part of the resource that it is good for, as findings name it: `spec.flinkConfiguration["s3.endpoint"]`, or any field above.
   * @default - the whole resource
   */
  readonly where?: string;
  /**
   * The last day on which it is good, for example `2027-03-31`, in UTC. Refused with `[acknowledgement]` when it is no day.
   * @default - for good
   */
  readonly until?: string;
}
