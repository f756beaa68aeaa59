import { Argument, Command, Option } from 'commander';
import { CommandIo } from './command-io';
import { ManifestFile, noResource, readManifestFile, twinsIn } from './manifest-file';
import { installationOf, OperatorOptions, withOperatorOptions } from './operator-options';
import { standardInputOnce } from './standard-input-once';
import { UnusableInput } from './unusable-input';
import { ResourceTwin } from '../operator/resource-twin';
import { Restart } from '../operator/upgrade/resource-upgrade';
import { StateOutcome } from '../operator/upgrade/state-note';
import { Refusal } from '../refusal';
import { diffJson } from '../report/diff/diff-json';
import { diffManifests } from '../report/diff/diff-manifests';
import { diffMarkdown } from '../report/diff/diff-markdown';
import { diffText } from '../report/diff/diff-text';
import { ManifestDiff } from '../report/diff/manifest-diff';
import { Pack } from '../rules/rule';
import { today } from '../rules/today';

interface DiffOptions extends OperatorOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly failOn?: 'restart' | 'state-loss';
}

const WIDTH = 80;

const EXAMPLES = `
Examples:
  cdk8s-flink diff before.yaml after.yaml
  cdk8s-flink diff before.yaml after.yaml --format markdown
  cdk8s-flink diff before.yaml after.yaml --fail-on state-loss
  kubectl get flinkdeployment orders -o yaml | cdk8s-flink diff - after.yaml
  git show HEAD:orders.yaml | cdk8s-flink diff - orders.yaml

More: https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs/guides/diff.md`;

/** `cdk8s-flink diff`: what a change means, before it is applied. */
export function diffCommand(io: CommandIo, done: (exitCode: number) => void): Command {
  const command = new Command('diff')
    .description('Says what changes for Flink and Kubernetes: knobs, memory, pods, restart or not, state kept or not')
    .addArgument(new Argument('<before>', 'file of YAML or JSON with the resources that run now, or - for the standard input'))
    .addArgument(new Argument('<after>', 'the same of what shall run'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'markdown', 'json']).default('text'))
    .addOption(new Option('--fail-on <what>', 'end with 1 if a job stops or restarts, or if state is lost or cannot be restored').choices(['restart', 'state-loss']))
    .action(async (before: string, after: string, options: DiffOptions) => {
      const diff = await diffOf(before, after, options, io);
      io.out(rendered(diff, options.format, io));
      done(options.failOn !== undefined && FAILS[options.failOn](diff) ? 1 : 0);
    });
  return withOperatorOptions(command).addHelpText('after', EXAMPLES);
}

async function diffOf(before: string, after: string, options: DiffOptions, io: CommandIo): Promise<ManifestDiff> {
  standardInputOnce([before, after], '<after>', 'for both sides');
  const installation = await installationOf(options, [before, after], io);
  const [old, now] = [await readManifestFile(before, io, installation.release), await readManifestFile(after, io, installation.release)];
  if (old.resources.length + now.resources.length === 0) {
    throw new UnusableInput(now.name, [noResource(now)]);
  }
  const [oldTwins, nowTwins] = [old, now].map((file) => readable(file, twinsIn([file], installation).map(({ twin }) => twin)));
  return diffManifests(oldTwins, nowTwins, { packs: [Pack.PRODUCTION], today: today() });
}

/** A resource that nobody can read cannot be compared. */
function readable(file: ManifestFile, twins: readonly (ResourceTwin | Refusal)[]): ResourceTwin[] {
  const refusals = twins.filter((twin): twin is Refusal => twin instanceof Refusal);
  if (refusals.length > 0) {
    throw new UnusableInput(file.name, refusals);
  }
  return twins as ResourceTwin[];
}

function rendered(diff: ManifestDiff, format: DiffOptions['format'], { columns, colours }: CommandIo): string {
  switch (format) {
    case 'json': return diffJson(diff);
    case 'markdown': return diffMarkdown(diff);
    case 'text': return diffText(diff, columns ?? WIDTH, colours);
  }
}

const FAILS: Readonly<Record<NonNullable<DiffOptions['failOn']>, (diff: ManifestDiff) => boolean>> = {
  'restart': ({ changed, removed }) => removed.some(({ state }) => state.length > 0)
    || changed.some(({ upgrade, formerly }) => formerly !== undefined || upgrade?.restart === Restart.RESTART || upgrade?.restart === Restart.STOP),
  'state-loss': ({ changed, removed }) => [...changed, ...removed].some(({ state }) =>
    state.some(({ outcome }) => outcome === StateOutcome.LOST || outcome === StateOutcome.BLOCKED)),
};
