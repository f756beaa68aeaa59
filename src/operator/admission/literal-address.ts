import { parseJavaInt } from '../../units/java-number';

const IPV6_PARTS = 8;
const LARGEST_WORD = 0xffff;

/** The four bytes of `a.b.c.d` or of the shorter forms that Java reads, in which the last number fills what is left. */
export function ipv4Bytes(text: string): number[] | undefined {
  const parts = text.split('.');
  if (parts.length > 4 || !parts.every((part) => /^[0-9]+$/.test(part))) {
    return undefined;
  }
  const bytes = parts.slice(0, -1).map(Number);
  let last = Number(parts[parts.length - 1]);
  const room = 4 - bytes.length;
  if (bytes.some((byte) => byte > 255) || last >= 256 ** room) {
    return undefined;
  }
  const tail: number[] = [];
  for (let index = 0; index < room; index++) {
    tail.unshift(last % 256);
    last = Math.floor(last / 256);
  }
  return [...bytes, ...tail];
}

/** The sixteen bytes of an IPv6 literal without brackets and scope. */
export function ipv6Bytes(text: string): number[] | undefined {
  const [head, tail, more] = text.split('::');
  if (more !== undefined) {
    return undefined;
  }
  const front = wordsOf(head, tail === undefined);
  const back = tail === undefined ? [] : wordsOf(tail, true);
  if (front === undefined || back === undefined) {
    return undefined;
  }
  const missing = IPV6_PARTS - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 1) {
    return undefined;
  }
  return [...front, ...Array<number>(missing).fill(0), ...back].flatMap((word) => [Math.floor(word / 256), word % 256]);
}

/** Groups between colons; where the text ends the address, the last may be an IPv4 address of four numbers. */
function wordsOf(text: string, ends: boolean): number[] | undefined {
  if (text === '') {
    return [];
  }
  const words: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (ends && index === groups.length - 1 && /^[0-9]+(\.[0-9]+){3}$/.test(group)) {
      const bytes = ipv4Bytes(group);
      if (bytes === undefined) {
        return undefined;
      }
      words.push(bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]);
    } else if (/^[0-9a-f]+$/i.test(group) && parseInt(group, 16) <= LARGEST_WORD) {
      words.push(parseInt(group, 16));
    } else {
      return undefined;
    }
  }
  return words;
}

/** Addresses that the operator does not fetch from: this machine, this link, this site, none and all. */
export function restricted(bytes: number[]): boolean {
  if (bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255) {
    return restricted(bytes.slice(12));
  }
  if (bytes.length === 4) {
    const [a, b] = bytes;
    return a === 127 || a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254)
      || (a >= 224 && a <= 239) || bytes.every((byte) => byte === 0);
  }
  const [first, second] = bytes;
  const loopbackOrNone = bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] <= 1;
  return loopbackOrNone || first === 0xff || (first === 0xfe && second >= 0x80);
}

/** A port as Java's URL reads it: nothing, or a number from -1 on. */
export function readablePort(text: string): boolean {
  return text === '' || (parseJavaInt(text) ?? -2) >= -1;
}
