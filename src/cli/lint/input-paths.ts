import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderOf, globPattern, isGlob } from './glob-pattern';
import { Refusal, shown } from '../../refusal';

/** A file to be looked at. */
export interface InputPath {
  readonly path: string;
  /** Whether the user named it, and did not only name a folder or a pattern. */
  readonly named: boolean;
}

/** A path that leads nowhere. */
export interface NoInput {
  readonly path: string;
  readonly refusal: Refusal;
}

const MANIFEST = /\.(ya?ml|json)$/i;

/** The files that paths, folders and patterns lead to, each once and sorted within its folder. */
export function inputPaths(paths: readonly string[]): (InputPath | NoInput)[] {
  const known = new Set<string>();
  return paths.flatMap(found).filter(({ path }) => {
    const place = path === '-' ? path : resolve(path);
    return !known.has(place) && known.add(place);
  });
}

function found(path: string): (InputPath | NoInput)[] {
  if (path === '-') {
    return [{ path, named: true }];
  }
  if (statSync(path, { throwIfNoEntry: false }) === undefined && isGlob(path)) {
    const pattern = globPattern(path);
    const matching = filesBelow(folderOf(path)).filter((each) => 'refusal' in each || pattern.test(each.path));
    return matching.length > 0 ? matching : [noInput(path, 'a pattern that no file matches')];
  }
  const stats = statSync(path, { throwIfNoEntry: false });
  // What is not there is refused when it is read, as by every command.
  return stats?.isDirectory() === true ? filesBelow(path).filter((each) => 'refusal' in each || MANIFEST.test(each.path)) : [{ path, named: true }];
}

/** Hidden folders and those of npm are passed over, and links to folders, which may lead around. */
function filesBelow(folder: string): (InputPath | NoInput)[] {
  try {
    const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
    return entries.flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(path);
      }
      const isFile = entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true);
      return isFile ? [{ path, named: false }] : [];
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? [] : [noInput(folder, `a folder that cannot be read (${code})`)];
  }
}

function noInput(path: string, got: string): NoInput {
  return {
    path,
    refusal: new Refusal({
      code: 'input-file',
      what: 'there is nothing to read',
      got: `${got}: ${shown(path)}`,
      allowed: 'files, folders, patterns such as \'deploy/**/*.yaml\', or - for the standard input',
      fix: 'check the path',
    }),
  };
}
