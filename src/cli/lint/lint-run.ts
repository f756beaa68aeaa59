import { Splice } from './splice';
import { TextPlace } from '../../operator/manifest/yaml-text';
import { Acknowledgement } from '../../rules/acknowledgement';
import { Judged } from '../../rules/judge';
import { Severity } from '../../rules/rule';

/** A finding and where it stands; without any secret of the text. */
export interface LintFinding extends Omit<Judged, 'path'> {
  readonly file: string;
  readonly place: TextPlace;
  readonly resource: LintResource;
  /** As `spec.job.args`. */
  readonly path: string;
  /** Mends it and changes nothing of what runs. */
  readonly splice?: Splice;
  /** By whom it is no problem. */
  readonly acknowledged?: Acknowledgement;
}

/** By what people call it. */
export interface LintResource {
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** A file that was looked at. */
export interface LintedFile {
  readonly name: string;
  readonly text: string;
  readonly resources: number;
  /** As they stand in the file, the acknowledged ones among them. */
  readonly findings: readonly LintFinding[];
  /** Parts of the text that may not be shown. */
  readonly hidden: readonly Splice[];
}

/** All that one call of the command found. */
export interface LintRun {
  readonly files: readonly LintedFile[];
  /** Input that could not be used, by file. */
  readonly unusable: readonly { readonly file: string; readonly message: string }[];
  /** The weight from which on findings are a failure. */
  readonly failOn: Severity;
}

/** From the heaviest on. */
export const SEVERITIES = [Severity.ERROR, Severity.WARNING, Severity.INFO] as const;

/** Those that somebody has to do something about. */
export function openFindings({ files }: Pick<LintRun, 'files'>): LintFinding[] {
  return files.flatMap(({ findings }) => findings.filter(({ acknowledged }) => acknowledged === undefined));
}

export function acknowledgedFindings({ files }: Pick<LintRun, 'files'>): LintFinding[] {
  return files.flatMap(({ findings }) => findings.filter(({ acknowledged }) => acknowledged !== undefined));
}

/** Whether a finding weighs as much as a severity. */
export function isAtLeast({ rule }: Pick<Judged, 'rule'>, severity: Severity): boolean {
  return SEVERITIES.indexOf(rule.severity) <= SEVERITIES.indexOf(severity);
}

export function exitCodeOf(run: LintRun): number {
  return run.unusable.length > 0 ? 2 : openFindings(run).some((finding) => isAtLeast(finding, run.failOn)) ? 1 : 0;
}
