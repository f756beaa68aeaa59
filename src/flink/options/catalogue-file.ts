/** Options of several lines as the package keeps them, written by `npm run catalogue`. */
export interface CatalogueFile {
  readonly lines: readonly string[];
  /** Sets of lines, and types: each spelled once, since many options share one. */
  readonly spans: readonly (readonly string[])[];
  readonly types: readonly string[];
  readonly options: readonly CatalogueRow[];
}

/** A span and a type by their place; an option that differs between lines has a row for each form. */
export type CatalogueRow = readonly [key: string, span: number, type: number, defaultText?: string | null, older?: readonly string[]];

const loaded = new Map<string, CatalogueFile>();

/** Read on first use only: an app that never asks about a key does not wait for a thousand of them. */
export function catalogueFile(of: 'flink' | 'operator'): CatalogueFile {
  const file = loaded.get(of) ?? (of === 'flink' ? require('./flink-options.json') : require('./operator-options.json')) as CatalogueFile;
  loaded.set(of, file);
  return file;
}
