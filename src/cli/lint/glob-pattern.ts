/** Whether a path is a pattern: shells hand those on that match nothing, or that stand in quotes. */
export function isGlob(path: string): boolean {
  return /[*?{]/.test(path);
}

/** The folder above the first part that is a pattern. */
export function folderOf(glob: string): string {
  const parts = glob.split('/');
  const fixed = parts.slice(0, parts.findIndex(isGlob));
  return fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/');
}

/** `*` and `?` within a name, `**` across folders, `{a,b}` one of several; all else stands for itself. */
export function globPattern(glob: string): RegExp {
  let alternatives = 0;
  const source = glob.replace(/^\.\//, '').replace(/\*\*\/|\*\*|\*|\?|[{},]|[\\^$.|+()[\]]/g, (mark) => {
    switch (mark) {
      case '**/': return '(?:[^/]+/)*';
      case '**': return '.*';
      case '*': return '[^/]*';
      case '?': return '[^/]';
      case '{': alternatives++; return '(?:';
      case '}': return alternatives-- > 0 ? ')' : '\\}';
      case ',': return alternatives > 0 ? '|' : ',';
      default: return `\\${mark}`;
    }
  });
  return new RegExp(`^${source}${')'.repeat(Math.max(alternatives, 0))}$`);
}
