import { LintRun, openFindings } from './lint-run';
import { Severity } from '../../rules/rule';

const LEVELS: Record<Severity, string> = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.INFO]: 'notice' };

/** Commands of a GitHub workflow, which shows them beside the lines of a pull request. */
export function lintGithub(run: LintRun): string {
  const unusable = run.unusable.map(({ file, message }) => command('error', { file, title: 'unusable input' }, message));
  return [...unusable, ...openFindings(run).map(({ rule, file, place: { line, column, endColumn }, what, got, allowed, fix, becomes }) => {
    const more = [`got ${got}`, `allowed ${allowed}`, ...(becomes === undefined ? [] : [`becomes ${becomes}`]), ...(fix === '' ? [] : [`fix: ${fix}`])];
    return command(LEVELS[rule.severity], { file, line, col: column, endColumn, title: rule.id }, [what, ...more].join('\n'));
  })].join('');
}

function command(level: string, properties: Record<string, string | number>, message: string): string {
  const told = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`);
  return `::${level} ${told.join(',')}::${escaped(message)}\n`;
}

/** As GitHub's own toolkit does. */
function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
