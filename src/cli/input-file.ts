import { readBoundedText } from './bounded-text';
import { CommandIo } from './command-io';
import { UnusableInput, withInput } from './unusable-input';
import { TextDocument, yamlDocuments } from '../operator/manifest/yaml-text';
import { Refusal } from '../refusal';

/** One file that a command was given, as plain values. */
export interface InputFile extends TextDocument {
  /** As messages call it. */
  readonly name: string;
}

/** The one document of a YAML or JSON file, or of the standard input for `-`. */
export async function readInputFile(path: string, io: CommandIo): Promise<InputFile> {
  const { name, text } = await readText(path, io);
  return withInput(name, () => ({ name, ...onlyDocument(text) }));
}

/** The text of a file, or of the standard input for `-`, and what messages call it. */
export async function readText(path: string, io: CommandIo): Promise<{ readonly name: string; readonly text: string }> {
  const name = path === '-' ? 'standard input' : path;
  return { name, text: path === '-' ? await standardInput(name, io) : withInput(name, () => textOf(path)) };
}

async function standardInput(name: string, io: CommandIo): Promise<string> {
  try {
    return await io.readInput();
  } catch (error) {
    throw error instanceof Refusal ? new UnusableInput(name, [error]) : error;
  }
}

function textOf(path: string): string {
  try {
    return readBoundedText(path);
  } catch (error) {
    if (error instanceof Refusal) {
      throw error;
    }
    throw new Refusal({
      code: 'input-file',
      what: 'the file cannot be read',
      got: readingProblem((error as NodeJS.ErrnoException).code ?? String(error)),
      allowed: 'a file of YAML or JSON, or - for the standard input',
      fix: 'check the path and the permissions',
    });
  }
}

const PROBLEMS: Record<string, string> = { ENOENT: 'no such file', EISDIR: 'a folder', EACCES: 'no permission to read it' };

function readingProblem(code: string): string {
  return PROBLEMS[code] === undefined ? code : `${PROBLEMS[code]} (${code})`;
}

function onlyDocument(text: string): TextDocument {
  const documents = yamlDocuments(text);
  if (documents.length !== 1) {
    throw new Refusal({
      code: 'input-file',
      what: 'the file holds something else than one document',
      got: documents.length === 0 ? 'nothing' : `${documents.length} documents`,
      allowed: 'one document of YAML or JSON',
      fix: documents.length === 0 ? 'write its keys: a workload has at least kind and throughput' : 'give each document a file of its own',
    });
  }
  return documents[0];
}
