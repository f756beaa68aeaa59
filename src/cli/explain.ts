import { Argument, Command, Option } from 'commander';
import { CommandIo } from './command-io';
import { explainedFile, explainedFormat, ExplainFormat } from './explained-file';
import { ManifestFile, noResource, readManifestFile, twinsIn } from './manifest-file';
import { installationOf, OperatorOptions, withOperatorOptions } from './operator-options';
import { writeOutput } from './output-file';
import { UnusableInput } from './unusable-input';
import { Refusal, shown } from '../refusal';
import { explainResource, ResourceToExplain } from '../report/manifest/explain-manifest';
import { ManifestExplanation } from '../report/manifest/manifest-explanation';
import { today } from '../rules/today';

interface ExplainOptions extends OperatorOptions {
  readonly format: ExplainFormat;
  readonly name?: string;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  cdk8s-flink explain deployment.yaml
  cdk8s-flink explain deployment.yaml --name orders --operator 1.15
  cdk8s-flink explain deployment.yaml --format html --output explain.html
  cdk8s-flink explain deployment.yaml --format markdown --output explain.md
  helm template chart | cdk8s-flink explain - --format json

More: https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs/guides/explain.md`;

/** `cdk8s-flink explain`: what will run of anybody's manifest. */
export function explainCommand(io: CommandIo): Command {
  const command = new Command('explain')
    .description('Tells what will run: memory, slots, pods, and every option with who decides it')
    .addArgument(new Argument('<path>', 'file of YAML or JSON with resources of the operator, or - for the standard input'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'markdown', 'html', 'json']).default('text'))
    .addOption(new Option('--name <name>', 'only the resources of this name'))
    .addOption(new Option('--output <file>', 'where to write it; Markdown has its pictures beside it'));
  return withOperatorOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, { format, output, ...options }: ExplainOptions) => {
      const explanation = await explained(path, options, io);
      if (output === undefined) {
        io.out(explainedFormat(explanation, format, io));
      } else {
        explainedFile(explanation, format, output).forEach(([file, text]) => writeOutput(file, text));
      }
    });
}

async function explained(path: string, { name, ...options }: Omit<ExplainOptions, 'format' | 'output'>, io: CommandIo): Promise<ManifestExplanation> {
  const installation = await installationOf(options, [path], io);
  const file = await readManifestFile(path, io, installation.release);
  const all = twinsIn([file], installation).map(({ resource, twin }): ResourceToExplain => ({
    kind: resource.kind, name: resource.name, line: resource.placeOf([]).line, twin,
  }));
  const chosen = name === undefined ? all : all.filter((resource) => resource.name === name);
  if (all.length === 0) {
    throw new UnusableInput(file.name, [noResource(file)]);
  }
  if (chosen.length === 0) {
    throw new UnusableInput(file.name, [otherNames(file, name!)]);
  }
  const day = today();
  return {
    source: file.name,
    operator: installation.release.minorLine,
    resources: chosen.map((resource) => explainResource(resource, all, installation, day)),
    passedOver: file.passedOver,
  };
}

function otherNames({ resources }: ManifestFile, name: string): Refusal {
  return new Refusal({
    code: 'resource-name',
    what: 'the file holds no resource of this name',
    got: shown(name),
    allowed: resources.map((resource) => shown(resource.name)).join(', '),
    fix: 'give one of these names, or leave --name out',
  });
}
