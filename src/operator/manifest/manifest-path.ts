/** Keys and indexes from the top of the manifest down. */
export type ManifestPath = readonly (string | number)[];

/** `spec.ingress.tls[0].hosts`, `spec.flinkConfiguration["s3.endpoint"]`. */
export function pathShown(path: ManifestPath): string {
  return path.map((key, index) => {
    if (typeof key === 'number') {
      return `[${key}]`;
    }
    return /^[\w-]+$/.test(key) ? `${index === 0 ? '' : '.'}${key}` : `["${key}"]`;
  }).join('');
}
