import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { CommandIo } from './command-io';
import { importReport, importSummary } from './import/import-report';
import { Import, importResources } from './import/import-resources';
import { printProgram } from './import/print-program';
import { noResource, readManifestFile, twinsIn } from './manifest-file';
import { installationOf, OperatorOptions, withOperatorOptions } from './operator-options';
import { makeFolder, writeOutput } from './output-file';
import { UnusableInput, withInput } from './unusable-input';
import { Refusal } from '../refusal';

interface ImportOptions extends OperatorOptions {
  readonly language: 'typescript';
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  cdk8s-flink import deployment.yaml > main.ts
  cdk8s-flink import deployment.yaml --output orders
  kubectl get flinkdeployment orders -o yaml | cdk8s-flink import -

More: https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs/guides/import.md`;

/** `cdk8s-flink import`: an existing manifest as an app, run and compared with what it came from. */
export function importCommand(io: CommandIo, done: (exitCode: number) => void): Command {
  const command = new Command('import')
    .description('Turns an existing manifest into an app: the code on standard output, what became of each resource on standard error')
    .addArgument(new Argument('<path>', 'file of YAML or JSON with resources of the operator, or - for the standard input'))
    .addOption(new Option('--language <language>', 'of the app').choices(['typescript']).default('typescript'))
    .addOption(new Option('--output <folder>', 'write main.ts and cdk8s.yaml into this folder'));
  return withOperatorOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options: ImportOptions) => done(await importManifest(path, options, io)));
}

async function importManifest(path: string, { output, ...options }: ImportOptions, io: CommandIo): Promise<number> {
  const installation = await installationOf(options, [path], io);
  const file = await readManifestFile(path, io, installation.release);
  if (file.resources.length === 0) {
    throw new UnusableInput(file.name, [noResource(file)]);
  }
  // What the app comes to is read again, and may be longer than what it came from.
  const imports = withInput(file.name, () => importResources(twinsIn([file], installation), installation), (refusal) => refusal.movedTo(undefined));
  const resources = imports.flatMap(({ resource }) => resource ?? []);
  imports.forEach((each) => io.err(`${importReport(each)}\n`));
  io.err(importSummary(imports, file.passedOver));
  if (resources.length > 0) {
    const text = printProgram(resources, { source: file.name, chart: chartName(path) });
    if (output === undefined) {
      io.out(text);
    } else {
      writeApp(output, text, io);
    }
  }
  return imports.every(isEquivalent) ? 0 : 1;
}

function isEquivalent({ comparison }: Import): boolean {
  return comparison?.different.length === 0;
}

/** The id of a chart names its file. */
function chartName(path: string): string {
  const name = basename(path).replace(/(\.k8s)?\.[^.]*$/, '').toLowerCase().replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '');
  return path === '-' || name === '' ? 'imported' : name;
}

const CDK8S_YAML = 'language: typescript\napp: npx ts-node main.ts\n';

function writeApp(folder: string, text: string, io: CommandIo): void {
  const files: [string, string][] = [['main.ts', text], ['cdk8s.yaml', CDK8S_YAML]].map(([name, content]) => [join(folder, name), content]);
  const taken = files.find(([path]) => existsSync(path));
  if (taken !== undefined) {
    throw new UnusableInput('--output', [outputTaken(taken[0])]);
  }
  makeFolder(folder);
  files.forEach(([path, content]) => {
    writeOutput(path, content);
    io.err(`wrote ${path}\n`);
  });
  io.err('in that folder: npm install cdk8s-flink cdk8s cdk8s-plus-28 constructs, npm install -D cdk8s-cli ts-node typescript, then npx cdk8s synth\n');
}

function outputTaken(path: string): Refusal {
  return new Refusal({
    code: 'import-output',
    what: 'there is a file already, and an import overwrites none',
    got: path,
    allowed: 'a folder without it',
    fix: 'give another folder, or remove the file',
  });
}
