import { isDeepStrictEqual } from 'node:util';
import { Answer } from '../answers';
import { Reply } from '../oracle';

/** So much of a reason is told where we have no code for it; it has no values in it yet. */
const REASON = 24;

/** How two answers differ, in words without values: a manifest may hold secrets. Nothing when they agree. */
export function difference(ours: Answer, reply: Reply, refusalCode: (text: string) => string): string | undefined {
  if ('value' in ours && reply.value !== undefined) {
    return isDeepStrictEqual(ours.value, reply.value) ? undefined : `differs at ${placesOf(ours.value, reply.value).join(', ')}`;
  }
  const we = 'value' in ours ? 'a value' : `refused [${ours.refusal.code}]`;
  const they = reply.value !== undefined ? 'a value' : reply.refused !== undefined ? `refused [${shortened(refusalCode(reply.refused))}]` : 'no verdict';
  return we === they ? undefined : `ours ${we}, theirs ${they}`;
}

function shortened(code: string): string {
  return code.slice(0, 'unknown: '.length + REASON);
}

function placesOf(ours: unknown, theirs: unknown, path = ''): string[] {
  if (isDeepStrictEqual(ours, theirs)) {
    return [];
  }
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null) {
    return [`${path}${theirs === undefined ? ' (ours alone)' : ours === undefined ? ' (theirs alone)' : ''}`];
  }
  const [we, they] = [ours, theirs] as Record<string, unknown>[];
  return [...new Set([...Object.keys(we), ...Object.keys(they)])].flatMap((key) => placesOf(we[key], they[key], `${path}/${key}`));
}
