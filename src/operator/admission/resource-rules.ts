import { refusalIn } from '../../refusal';
import { parseResourceMemory } from '../../units/kubernetes-quantity';
import { parseQuantity } from '../../units/quantity';
import { broken, Objection } from '../broken-rule';
import { ManifestRole } from '../manifest/flink-manifests';

/** Both texts of `resource`; the operator says what is wrong with either, or with both in one message. */
export function resourceObjection(role: string, resource: ManifestRole['resource']): Objection {
  const memory = unreadableBy(parseResourceMemory, resource?.memory);
  const storage = unreadableBy(parseQuantity, resource?.ephemeralStorage);
  if (memory !== undefined) {
    return memory;
  }
  return storage === undefined ? undefined
    : broken('ephemeral-storage', `the operator cannot read the ephemeral storage of the ${role}`, `"${resource!.ephemeralStorage}"`,
      'a Kubernetes quantity, for example "10Gi"', 'write a whole number with Mi or Gi');
}

function unreadableBy(parse: (text: string) => unknown, text: string | undefined): Objection {
  return text === undefined ? undefined : refusalIn(() => parse(String(text)));
}
