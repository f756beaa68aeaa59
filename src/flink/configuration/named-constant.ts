/** The one that a text names, in whatever case. */
export function constantNamed<T extends string>(constants: readonly T[], text: string): T | undefined {
  const upper = text.toUpperCase();
  return constants.find((constant) => constant.toUpperCase() === upper);
}

export function booleanNamed(text: string): boolean | undefined {
  const upper = text.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : undefined;
}
