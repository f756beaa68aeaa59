import { FlinkPod, withVolume } from './flink-pod';
import { PodSource, runsFlink } from './pod-source';
import { readBoolean } from '../../flink/configuration/option-reading';
import { readEntries } from '../../flink/configuration/structured-option';
import { Refusal, shown } from '../../refusal';
import { inHashOrder } from '../../units/java-hash-order';

const KEY = 'kubernetes.persistent-volume-claims';
const CLAIM = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;

/**
 * Claims that each TaskManager mounts, from Flink 2.3. The JobManager does not: the operator builds it with
 * the classes of Flink 1.20, which do not know the option.
 */
export function withPersistentVolumeClaims(pod: FlinkPod, source: PodSource): FlinkPod {
  if (!runsFlink(source, 2, 3)) {
    return pod;
  }
  const claims = inHashOrder(readEntries(source.settings, KEY), ([claimName]) => claimName);
  const readOnly = readBoolean(source.settings, 'kubernetes.persistent-volume-claim-read-only', false);
  const names = new Set(((pod.spec.volumes ?? []) as readonly { readonly name?: string }[]).map(({ name }) => name));
  const paths = new Set<string>();
  return claims.reduce((mounted, [claimName, mountPath]) => {
    const name = `${claimName.replace(/\./g, '-')}-pvc`;
    if (!CLAIM.test(claimName) || name.length > 63 || names.has(name) || !mountPath.startsWith('/') || paths.has(mountPath)) {
      throw new Refusal({
        code: 'persistent-volume-claims',
        what: `Flink cannot mount a claim of ${KEY}`,
        got: shown(`${claimName}:${mountPath}`),
        allowed: 'names of claims up to 59 characters, each with an absolute path of its own and no volume of its name in the template',
        fix: 'for example reference-data:/opt/flink/reference',
      });
    }
    names.add(name);
    paths.add(mountPath);
    return withVolume(mounted, { name, persistentVolumeClaim: { claimName, readOnly } }, { mountPath, readOnly });
  }, pod);
}
