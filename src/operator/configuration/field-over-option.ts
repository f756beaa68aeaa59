/** A field of the resource whose value the operator writes over the option of the same meaning. */
export interface FieldOverOption {
  readonly field: string;
  readonly key: string;
  readonly value: string;
}

/** One field as an option, or none when the field is not there. */
export function fieldOver(field: string, key: string, value: string | number | boolean | undefined): FieldOverOption[] {
  return value === undefined ? [] : [{ field, key, value: String(value) }];
}
