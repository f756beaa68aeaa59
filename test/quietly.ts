/** Without what a synthesis says on standard error: of hundreds of random resources nobody reads it. */
export function quietly<T>(work: () => T): T {
  const { stderr } = process;
  const { write } = stderr;
  stderr.write = () => true;
  try {
    return work();
  } finally {
    stderr.write = write;
  }
}
