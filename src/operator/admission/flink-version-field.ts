import { shown } from '../../refusal';
import { broken, Objection } from '../broken-rule';
import { OperatorVersion } from '../operator-version';

/** Versions from 1.15 on are supported; an older one passes the API server and stops here. */
const OLDEST = 15;
/** The last 1.x. */
const NEWEST_1 = 20;

/** The newest 2.x that the custom resource lists; none before operator 1.11. */
function newest2(release: OperatorVersion): number {
  if (release._isAtLeast(OperatorVersion.V1_16)) {
    return 4;
  }
  if (release._isAtLeast(OperatorVersion.V1_13)) {
    return 2;
  }
  return release._isAtLeast(OperatorVersion.V1_11) ? 0 : -1;
}

/** `spec.flinkVersion` against what the release lists and still supports. */
export function flinkVersionObjection(flinkVersion: string | undefined, release: OperatorVersion): Objection {
  const [, major, minor] = /^v([12])_([0-9]{1,2})$/.exec(flinkVersion ?? '') ?? [];
  const known = major === '1' ? Number(minor) >= OLDEST && Number(minor) <= NEWEST_1 : major === '2' && Number(minor) <= newest2(release);
  if (known && !/_0[0-9]/.test(flinkVersion!)) {
    return undefined;
  }
  const newest = newest2(release) < 0 ? `v1_${NEWEST_1}` : `v2_${newest2(release)}`;
  return broken('flink-version-field', `${release} does not accept this spec.flinkVersion`, shown(flinkVersion),
    `v1_${OLDEST} to ${newest}`, 'use a version of Flink in that range, or a newer operator');
}
