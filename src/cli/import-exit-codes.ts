/** Of the command `import`, as its help tells them. */
export const IMPORT_EXIT_CODES = `
Exit codes:
  0  every resource of the operator is imported, and each comes out equivalent
  1  one of them is not; standard error says which, and why
  2  the input cannot be used; standard error says why`;
