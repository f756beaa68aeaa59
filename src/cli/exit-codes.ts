const UNUSABLE = '2  the input cannot be used; standard error says why';

function exitCodes(...lines: readonly string[]): string {
  return ['\nExit codes:', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Of the program; a pipeline may rely on them. */
export const ALL_EXIT_CODES = exitCodes(
  '0  done',
  '1  lint: findings as heavy as --fail-on; diff: what --fail-on asks for; import: a resource that is not equivalent',
  UNUSABLE,
);
/** Of a command without an opinion. */
export const EXIT_CODES = exitCodes('0  done, with findings or without', UNUSABLE);
export const LINT_EXIT_CODES = exitCodes(
  '0  no finding of the weight of --fail-on or above',
  '1  such findings',
  '2  some input cannot be used; standard error says why, and the rest is looked at',
);
export const DIFF_EXIT_CODES = exitCodes('0  done, with differences or without', '1  there is what --fail-on asks for', UNUSABLE);
export const IMPORT_EXIT_CODES = exitCodes(
  '0  every resource of the operator is imported, and each comes out equivalent',
  '1  one of them is not; standard error says which, and why',
  UNUSABLE,
);
