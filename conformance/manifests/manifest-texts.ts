import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ManifestFile, TwinInFile, twinsIn } from '../../src/cli/manifest-file';
import { readResources, ResourcesOfText } from '../../src/operator/manifest/read-resources';
import { OperatorInstallation } from '../../src/operator/operator-installation';
import { OperatorVersion } from '../../src/operator/operator-version';
import { Refusal, refusalIn } from '../../src/refusal';

/** A text of somebody's. */
export interface ManifestText {
  /** Session jobs meet the session clusters of the same repository; a text that comes from none stands for itself. */
  readonly repository: string;
  /** Within the repository. */
  readonly name: string;
  readonly commit: string;
  readonly text: string;
}

/** A text and what is in it: nothing, and the reason, where it is no YAML. */
export interface ReadText extends ManifestText, ManifestFile {
  readonly unusable?: Refusal;
}

/**
 * Texts by a path: a file, every YAML file in a folder, or a table (`.tsv`) whose lines are repository, path, commit
 * and the file beside the table that holds the text. In the order of their names.
 */
export function manifestTexts(path: string): ManifestText[] {
  if (path.endsWith('.tsv')) {
    return tableOf(path).map(([repository, name, commit, file]) => ({ repository, name, commit, text: readFileSync(join(dirname(path), file), 'utf8') }))
      .sort((one, other) => (shownText(one) < shownText(other) ? -1 : 1));
  }
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ya?ml$/.test(file)).sort().map((file) => join(path, file))
    : [path];
  return files.map((file) => ({ repository: '', name: file, commit: '', text: readFileSync(file, 'utf8') }));
}

export function readTexts(texts: readonly ManifestText[], release: OperatorVersion): ReadText[] {
  return texts.map((text) => {
    let read: ResourcesOfText = { resources: [], passedOver: [] };
    const unusable = refusalIn(() => { read = readResources(text.text, release); });
    return { ...text, ...read, unusable };
  });
}

/** The resources of all texts with their twins; those of one repository together. */
export function twinsOf(texts: readonly ReadText[], installation: OperatorInstallation): (TwinInFile & { readonly file: ReadText })[] {
  const repositories = new Map<string, ReadText[]>();
  for (const text of texts) {
    const repository = text.repository === '' ? text.name : text.repository;
    repositories.set(repository, [...repositories.get(repository) ?? [], text]);
  }
  return [...repositories.values()].flatMap((repository) => twinsIn(repository, installation) as (TwinInFile & { readonly file: ReadText })[]);
}

export function shownText({ repository, name }: ManifestText): string {
  return repository === '' ? name : `${repository} ${name}`;
}

function tableOf(path: string): string[][] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => line.split('\t'));
}
