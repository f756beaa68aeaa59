import { writeFileSync } from 'node:fs';
import { Argument, Command, Option } from 'commander';
import { CommandIo } from './command-io';
import { explainedFile, explainedFormat, ExplainFormat } from './explained-file';
import { ManifestFile, readManifestFile, twinsIn } from './manifest-file';
import { installationOf, OperatorOptions, withOperatorOptions } from './operator-options';
import { UnusableInput, withInput } from './unusable-input';
import { today } from '../rules/today';
import { Refusal, shown } from '../refusal';
import { explainResource, ResourceToExplain } from '../report/manifest/explain-manifest';
import { ManifestExplanation } from '../report/manifest/manifest-explanation';

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
  helm template chart | cdk8s-flink explain - --format json`;

/** `cdk8s-flink explain`: what will run of anybody's manifest. */
export function explainCommand(io: CommandIo): Command {
  return withOperatorOptions(new Command('explain'))
    .description('Tells what will run: memory, slots, pods, and every option with who decides it')
    .addArgument(new Argument('<path>', 'file of YAML or JSON with resources of the operator, or - for the standard input'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'markdown', 'html', 'json']).default('text'))
    .addOption(new Option('--name <name>', 'only the resources of this name'))
    .addOption(new Option('--output <file>', 'where to write it; Markdown has its pictures beside it'))
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, { format, output, ...options }: ExplainOptions) => {
      const explanation = await explained(path, options, io);
      if (output === undefined) {
        io.out(explainedFormat(explanation, format, io));
      } else {
        explainedFile(explanation, format, output).forEach(([file, text]) => write(file, text));
      }
    });
}

async function explained(path: string, { name, ...options }: Omit<ExplainOptions, 'format' | 'output'>, io: CommandIo): Promise<ManifestExplanation> {
  if (path === '-' && options.operatorConfig === '-') {
    throw new UnusableInput('--operator-config', [inputReadTwice()]);
  }
  const installation = await installationOf(options, io);
  const file = await readManifestFile(path, io, installation.release);
  const all = twinsIn([file], installation).map(({ resource, twin }): ResourceToExplain => ({
    kind: resource.kind, name: resource.name, line: resource.placeOf([]).line, twin,
  }));
  const chosen = name === undefined ? all : all.filter((resource) => resource.name === name);
  if (chosen.length === 0) {
    throw new UnusableInput(file.name, [nothingToExplain(file, name)]);
  }
  const day = today();
  return {
    source: file.name,
    operator: installation.release.minorLine,
    resources: chosen.map((resource) => explainResource(resource, all, installation, day)),
    passedOver: file.passedOver,
  };
}

function nothingToExplain({ resources, passedOver }: ManifestFile, name: string | undefined): Refusal {
  const names = resources.map((resource) => shown(resource.name)).join(', ');
  return new Refusal({
    code: 'nothing-to-explain',
    what: name === undefined || resources.length === 0 ? 'the file holds no resource of the operator' : 'the file holds no resource of this name',
    got: name !== undefined && resources.length > 0 ? shown(name) : [...new Set(passedOver)].sort().join(', ') || 'nothing',
    allowed: names === '' ? 'FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot, FlinkBlueGreenDeployment or FlinkApplication' : names,
    fix: names === '' ? 'give the file that the operator gets, after Helm or kustomize' : 'give one of these names, or leave --name out',
  });
}

function inputReadTwice(): Refusal {
  return new Refusal({
    code: 'input-file',
    what: 'the standard input can be read only once',
    got: '- for the manifests and for the operator\'s configuration',
    allowed: '- for one of the two',
    fix: 'put one of them into a file',
  });
}

function write(path: string, text: string): void {
  withInput(path, () => {
    try {
      writeFileSync(path, text);
    } catch (error) {
      throw new Refusal({
        code: 'output-file',
        what: 'the file cannot be written',
        got: (error as NodeJS.ErrnoException).code ?? String(error),
        allowed: 'a file in a folder that is there',
        fix: 'check the path and the permissions',
      });
    }
  });
}
