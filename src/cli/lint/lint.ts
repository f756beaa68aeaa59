import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { fixedText } from './fix/fixed-text';
import { rewriteFile } from './fix/rewrite-file';
import { inputPaths } from './input-paths';
import { Lint, lintFiles, textToFix } from './lint-files';
import { lintGithub } from './lint-github';
import { lintJson } from './lint-json';
import { lintMarkdown } from './lint-markdown';
import { exitCodeOf, LintRun, SEVERITIES } from './lint-run';
import { lintSarif } from './lint-sarif';
import { lintText } from './lint-text';
import { Inputs, readInputs } from './read-inputs';
import { judged } from '../../rules/judge';
import { Pack, Severity } from '../../rules/rule';
import { today } from '../../rules/today';
import { CommandIo } from '../command-io';
import { ManifestFile, manifestsIn } from '../manifest-file';
import { installationOf, OperatorOptions, withOperatorOptions } from '../operator-options';
import { packsOption } from '../packs-option';
import { UnusableInput } from '../unusable-input';

interface LintOptions extends OperatorOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github' | 'markdown';
  readonly pack: readonly Pack[];
  readonly failOn: Severity;
  readonly fix?: boolean;
  readonly quiet?: boolean;
}

const STANDARD_INPUT = 'standard input';

const EXAMPLES = `
Examples:
  cdk8s-flink lint deploy/
  cdk8s-flink lint 'apps/**/flink*.yaml' --pack all --fail-on warning
  helm template orders charts/orders | cdk8s-flink lint -
  kustomize build overlays/prod | cdk8s-flink lint - --operator 1.15 --operator-config operator-values.yaml
  cdk8s-flink lint deploy/ --format sarif > flink.sarif
  cdk8s-flink lint deploy/ --fix

Acknowledge a finding where it stands, in metadata.annotations of the resource:
  acknowledge.cdk8s-flink/<rule>: why it is no problem here; where spec.job; until 2027-03-31
What the operator or Flink refuses cannot be acknowledged.

More: https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs/guides/lint.md`;

/** `cdk8s-flink lint`: what Flink, the operator and experience have to say about manifests. */
export function lintCommand(io: CommandIo, done: (exitCode: number) => void): Command {
  const command = new Command('lint')
    .description('Finds in manifests what is refused, loses state, runs out of memory or does nothing')
    .addArgument(new Argument('<paths...>', 'files, folders, patterns, or - for the standard input'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'sarif', 'github', 'markdown']).default('text'))
    .addOption(packsOption('rules to hold against them, besides what is refused').default([Pack.PRODUCTION], Pack.PRODUCTION))
    .addOption(new Option('--fail-on <severity>', 'least weight of a finding that makes the command fail').choices([...SEVERITIES]).default(Severity.ERROR))
    .addOption(new Option('--fix', 'mend in the files what changes nothing of what runs; of the standard input, print it mended'))
    .addOption(new Option('--quiet', 'print only findings that make the command fail'));
  return withOperatorOptions(command).addHelpText('after', EXAMPLES).action(async (paths: string[], options: LintOptions) => {
    done(await lint(paths, options, io));
  });
}

async function lint(paths: readonly string[], options: LintOptions, io: CommandIo): Promise<number> {
  const { pack, failOn, fix = false, quiet = false } = options;
  const installation = await installationOf(options, paths, io);
  const judging = { packs: pack, today: today() };
  const how: Lint = { installation, judge: (twin) => judged(twin, judging) };
  const inputs = await readInputs(inputPaths(paths), io, installation.release, io.watched === true && !quiet);
  const piped = fix && paths.includes('-');
  const files = fix ? inputs.files.map((file) => fixedFile(file, inputs, how, io)) : inputs.files;
  const run: LintRun = {
    files: lintFiles(files, how),
    unusable: inputs.unusable.flatMap(({ input, refusals }) => refusals.map(({ message }) => ({ file: input, message }))),
    failOn,
  };
  inputs.unusable.forEach(({ message }) => io.err(`${message}\n\n`));
  // The mended text has the standard output for itself.
  (piped ? io.err : io.out)(rendered(run, options, io));
  if (!quiet) {
    inputs.notes.forEach((note) => io.err(`note: ${note}\n`));
  }
  return exitCodeOf(run);
}

function rendered(run: LintRun, { format, pack, quiet = false }: LintOptions, { columns, colours }: CommandIo): string {
  switch (format) {
    case 'json': return lintJson(run);
    case 'sarif': return lintSarif(run, pack, version());
    case 'github': return lintGithub(run);
    case 'markdown': return lintMarkdown(run);
    case 'text': return lintText(run, { columns, colours, quiet });
  }
}

/** The file as it is after its fixes; one that cannot be written stays as it was. */
function fixedFile(file: ManifestFile, { files, unusable, notes }: Inputs, how: Lint, io: CommandIo): ManifestFile {
  const { text, fixed } = fixedText(textToFix(file, files, how));
  const mended = fixed === 0 ? file : manifestsIn(file.name, text, how.installation.release);
  if (file.name === STANDARD_INPUT) {
    io.out(text);
  } else if (fixed > 0) {
    try {
      rewriteFile(file.name, text);
    } catch (error) {
      if (!(error instanceof UnusableInput)) {
        throw error;
      }
      unusable.push(error);
      return file;
    }
  }
  if (fixed > 0) {
    notes.push(`fixed ${fixed} finding${fixed === 1 ? '' : 's'} in ${file.name}`);
  }
  return mended;
}

function version(): string {
  return (JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8')) as { version: string }).version;
}
