import { Acknowledgement } from './acknowledgement';
import { ManifestPath, pathShown } from '../operator/manifest/manifest-path';
import { Refusal, shown } from '../refusal';

/** Before the id of a rule in an annotation of a resource. */
export const ACKNOWLEDGE = 'acknowledge.cdk8s-flink/';
/** As `reason; where spec.job; until 2027-03-31`, for later stages that read the manifest. */
export function acknowledgementAnnotation({ id, reason, where, until }: Acknowledgement): [key: string, value: string] {
  return [`${ACKNOWLEDGE}${id}`, [reason, ...(where === undefined ? [] : [`where ${where}`]), ...(until === undefined ? [] : [`until ${until}`])].join('; ')];
}

/** Throws where it lacks a reason, or its day is none. */
export function checkedAcknowledgement(acknowledgement: Acknowledgement): Acknowledgement {
  const { id, reason, until } = acknowledgement;
  if (typeof reason !== 'string' || !/\p{L}{2}/u.test(reason)) {
    throw refused(`${id} is acknowledged without a reason`, shown(reason), 'why this finding is no problem here', 'say it in a few words, for whoever reads the manifest next');
  }
  if (until !== undefined && !isDay(until)) {
    throw refused(`${id} is acknowledged until a day that is none`, shown(until), 'a day as 2027-03-31', 'write year, month and day, or leave it out');
  }
  return acknowledgement;
}

/** Whether it is good for a finding at a place. */
export function covers({ where }: Acknowledgement, path: ManifestPath): boolean {
  const place = pathShown(path);
  return where === undefined || place === where || place.startsWith(`${where}.`) || place.startsWith(`${where}[`);
}

/** @param today `2026-11-22` */
export function isExpired({ until }: Acknowledgement, today: string): boolean {
  return until !== undefined && until < today;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function refused(what: string, got: string, allowed: string, fix: string): Refusal {
  return new Refusal({ code: 'acknowledgement', what, got, allowed, fix });
}
