import { InputPath, NoInput } from './input-paths';
import { OperatorVersion } from '../../operator/operator-version';
import { CommandIo } from '../command-io';
import { helmTemplateRefusal, isHelmTemplate } from '../helm-template';
import { readText } from '../input-file';
import { ManifestFile, manifestsIn } from '../manifest-file';
import { UnusableInput } from '../unusable-input';

/** All that the inputs of a run held. */
export interface Inputs {
  readonly files: ManifestFile[];
  readonly unusable: UnusableInput[];
  /** Worth a word on standard error. */
  readonly notes: string[];
}

/** From so many files on one wants to see that something moves. */
const MANY = 20;

/** Reads every file, and goes on behind those that cannot be used. */
export async function readInputs(
  paths: readonly (InputPath | NoInput)[], io: CommandIo, release: OperatorVersion, watched: boolean,
): Promise<Inputs> {
  const inputs: Inputs = { files: [], unusable: [], notes: [] };
  const templates: string[] = [];
  const progress = watched && paths.length > MANY;
  for (const [index, input] of paths.entries()) {
    if (progress && index % MANY === 0) {
      io.err(`\rreading ${index} of ${paths.length}`);
    }
    try {
      await readInput(input, io, release, inputs, templates);
    } catch (error) {
      if (!(error instanceof UnusableInput)) {
        throw error;
      }
      inputs.unusable.push(error);
    }
  }
  if (progress) {
    io.err('\r\u001b[K');
  }
  if (templates.length > 0) {
    const [first, ...more] = templates;
    inputs.notes.push(`passed over ${first}${more.length > 0 ? ` and ${more.length} more` : ''}: templates of Helm; render them first: helm template <chart> | cdk8s-flink lint -`);
  }
  return inputs;
}

async function readInput(
  input: InputPath | NoInput, io: CommandIo, release: OperatorVersion, { files, notes }: Inputs, templates: string[],
): Promise<void> {
  if ('refusal' in input) {
    throw new UnusableInput(input.path, [input.refusal]);
  }
  const { name, text } = await readText(input.path, io);
  // Whatever is the operator's has the word in its version or kind.
  if (!input.named && !/flink/i.test(text)) {
    return;
  }
  if (isHelmTemplate(text)) {
    if (input.named) {
      throw new UnusableInput(name, [helmTemplateRefusal()]);
    }
    templates.push(name);
    return;
  }
  const file = manifestsIn(name, text, release);
  files.push(file);
  if (input.named && file.resources.length === 0) {
    const kinds = [...new Set(file.passedOver)].filter((kind) => /^[A-Z]/.test(kind)).sort();
    notes.push(`${name} holds no resource of the Flink operator${kinds.length === 0 ? '' : `, only ${kinds.join(', ')}`}`);
  }
}
