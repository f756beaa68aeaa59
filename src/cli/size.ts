import { Argument, Command, Option } from 'commander';
import { CommandIo } from './command-io';
import { factPlace } from './fact-place';
import { InputFile, readInputFile } from './input-file';
import { readNodeShape } from './node-shape-text';
import { refuseAgainstSchema } from './schema-refusals';
import { sizeJson } from './size-json';
import { sizeTable } from './size-table';
import { sizeYaml } from './size-yaml';
import { sizedDeployment } from './sized-deployment';
import { standardInputOnce } from './standard-input-once';
import { withInput } from './unusable-input';
import { SpelledCalibration, WorkloadFile } from './workload-file';
import { FlinkVersion } from '../flink/flink-version';
import { textTable } from '../report/text-table';
import { WorkloadKind } from '../workload/workload-kind';

interface SizeOptions {
  readonly format: 'table' | 'json' | 'yaml';
  readonly calibration?: string;
  readonly nodeShape?: string;
  readonly flink?: string;
}

/** Enough for a first file without the guide. */
const FILE = `
A workload file (kind and throughput are needed, all else is optional):
  kind: deduplication
  throughput: { recordsPerSecond: 20000, peakRecordsPerSecond: 60000, averageRecordBytes: 512 }
  expectedState: 40Gi
  latencyObjective: 1s
  sourcePartitions: 24
  # yaml-language-server: $schema=./node_modules/cdk8s-flink/lib/cli/workload.schema.json
${textTable([['Kinds:', Object.values(WorkloadKind).join(', ')]], 100)}`;

const EXAMPLES = `
Examples:
  cdk8s-flink size workload.yaml
  cdk8s-flink size workload.yaml --node-shape 8x32Gi:500Gi:local-ssd
  cdk8s-flink size workload.yaml --calibration measured.yaml --format json
  cdk8s-flink size workload.yaml --format yaml | kubectl apply --dry-run=server -f -
  echo '{kind: deduplication, throughput: {recordsPerSecond: 20000}}' | cdk8s-flink size -

More: https://github.com/cdk8s-flink/cdk8s-flink/blob/main/docs/guides/size.md`;

/** `cdk8s-flink size`: from a workload file to a plan, without an app. */
export function sizeCommand(io: CommandIo): Command {
  return new Command('size')
    .description('Sizes a Flink job: every value of its deployment, with range and reason')
    .addArgument(new Argument('<workload>', 'file of YAML or JSON with the facts of the job, or - for the standard input'))
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json', 'yaml']).default('table'))
    .addOption(new Option('--calibration <file>', 'measurements, in the place of those in the workload file'))
    .addOption(new Option('--node-shape <shape>', 'what one node offers to pods, for example 8x32Gi:500Gi:local-ssd'))
    .addOption(new Option('--flink <version>', 'version of Flink, for example 2.0'))
    .addHelpText('after', FILE)
    .addHelpText('after', EXAMPLES)
    .action(async (workload: string, options: SizeOptions) => {
      io.out(await size(workload, options, io));
    });
}

async function size(workload: string, { format, calibration, nodeShape, flink }: SizeOptions, io: CommandIo): Promise<string> {
  standardInputOnce([workload, calibration], '--calibration', 'for the workload and for its measurements',
    'put one of them into a file, or the measurements under calibration in the workload');
  const input = await readInputFile(workload, io);
  refuseAgainstSchema(input, 'workload');
  const stated = input.value as WorkloadFile;
  if (flink !== undefined) {
    withInput('--flink', () => FlinkVersion.of(flink));
  }
  const measured = calibration === undefined ? undefined : await measurements(calibration, io);
  const file: WorkloadFile = {
    ...stated,
    calibration: measured === undefined ? stated.calibration : { ...stated.calibration, ...measured.value as SpelledCalibration },
    nodeShape: nodeShape === undefined ? stated.nodeShape : withInput('--node-shape', () => readNodeShape(nodeShape)),
    flinkVersion: flink ?? stated.flinkVersion,
  };
  return withInput(input.name, () => rendered(file, format, io), (refusal) => {
    const place = measured === undefined ? undefined : factPlace(measured, refusal.message);
    return refusal.movedTo(place === undefined ? factPlace(input, refusal.message) : `${measured!.name}: ${place}`);
  });
}

function rendered(file: WorkloadFile, format: SizeOptions['format'], { columns, colours }: CommandIo): string {
  const sized = sizedDeployment(file);
  switch (format) {
    case 'json': return sizeJson(file, sized);
    case 'yaml': return sizeYaml(file, sized);
    case 'table': return sizeTable(file, sized, columns, colours);
  }
}

async function measurements(path: string, io: CommandIo): Promise<InputFile> {
  const input = await readInputFile(path, io);
  refuseAgainstSchema(input, 'calibration');
  return input;
}
