/** A class of your own in the operator's image, which the autoscaler calls. Operator 1.16 and newer. */
export interface AutoscalerPlugin {
  /** Its name among the options: letters, digits, dashes and underscores. Refused with `[autoscaler-plugin]`. */
  readonly name: string;
  /** The class, with its package. Refused with `[autoscaler-plugin]`. */
  readonly className: string;
  /**
   * What it reads beside, by its own names. No secrets.
   * @default - nothing
   */
  readonly parameters?: { [name: string]: string };
}
