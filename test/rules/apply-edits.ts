import { ManifestPath } from '../../src/operator/manifest/manifest-path';
import { isObject } from '../../src/operator/manifest/read-field';
import { Edit } from '../../src/rules/rule';

type Part = Record<string | number, unknown>;

/** A manifest, as plain values, after some edits; what an edit removes or renames may be missing. */
export function applyEdits<T>(manifest: T, edits: readonly Edit[]): T {
  const changed = structuredClone(manifest);
  edits.forEach((edit) => applyEdit(changed as Part, edit));
  return changed;
}

function applyEdit(manifest: Part, edit: Edit): void {
  if ('set' in edit) {
    setAt(manifest, edit.set, edit.value);
  } else if ('remove' in edit) {
    takeFrom(manifest, edit.remove);
  } else {
    const value = takeFrom(manifest, edit.rename);
    if (value !== undefined) {
      setAt(manifest, [...edit.rename.slice(0, -1), edit.key], value);
    }
  }
}

function takeFrom(manifest: Part, path: ManifestPath): unknown {
  const { holder, key } = placed(manifest, path);
  const value = holder?.[key];
  if (Array.isArray(holder)) {
    holder.splice(Number(key), 1);
  } else if (holder !== undefined) {
    delete holder[key];
  }
  return value;
}

/** Makes what is not there on the way. */
function setAt(manifest: Part, path: ManifestPath, value: unknown): void {
  const { holder, key } = placed(manifest, path);
  if (holder !== undefined) {
    holder[key] = value;
    return;
  }
  const above = path.slice(0, -1);
  setAt(manifest, above, typeof key === 'number' ? [] : {});
  setAt(manifest, path, value);
}

/** The part that holds the last key of a path; a dotted key may be nested: `state: { backend: … }` for `state.backend`. */
function placed(part: unknown, path: ManifestPath): { readonly holder?: Part; readonly key: string | number } {
  const [key, ...rest] = path;
  const last = path[path.length - 1];
  if (!isObject(part) && !Array.isArray(part)) {
    return { key: last };
  }
  const holder = part as Part;
  if (rest.length > 0 && holder[key] !== undefined) {
    return placed(holder[key], rest);
  }
  if (typeof key === 'string' && !(key in holder)) {
    for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
      const inner = placed(holder[key.slice(0, dot)], [key.slice(dot + 1), ...rest]);
      if (inner.holder !== undefined && inner.key in inner.holder) {
        return inner;
      }
    }
  }
  return rest.length === 0 ? { holder, key } : { key: last };
}
