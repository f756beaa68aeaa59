import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LARGEST, tooLarge, unreadable } from '../operator/manifest/yaml-refusals';

/** No character of a text takes more. */
const BYTES_OF_CHARACTER = 3;
/** What more has cannot be a text that the reader of manifests takes. */
export const MOST_BYTES = LARGEST * BYTES_OF_CHARACTER;
const CHUNK = 64 * 1024;
const START = 'line 1, column 1';

/** The text of a file; a refusal before all of it is read where it is too large, and for a file without an end. */
export function readBoundedText(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const text = new BoundedText();
    text.refuseSize(size);
    for (let chunk = readChunk(file, size); chunk.length > 0; chunk = readChunk(file, size)) {
      text.add(chunk);
    }
    return text.text;
  } finally {
    closeSync(file);
  }
}

/** Bytes that come in parts, and the text that they make. */
export class BoundedText {
  private readonly chunks: Buffer[] = [];
  private size = 0;

  public add(chunk: Buffer): void {
    this.size += chunk.length;
    this.refuseSize(this.size);
    this.chunks.push(chunk);
  }

  public refuseSize(size: number): void {
    if (size > MOST_BYTES) {
      throw tooLarge(`more than ${MOST_BYTES} bytes`, START);
    }
  }

  public get text(): string {
    const bytes = Buffer.concat(this.chunks);
    if (bytes.includes(0)) {
      throw unreadable('bytes that are no text', START);
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw unreadable('bytes that are no UTF-8', START);
    }
  }
}

/** A file is read in one piece, and what has no size, such as a pipe, in several. */
function readChunk(file: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(Math.max(size, CHUNK));
  return buffer.subarray(0, readSync(file, buffer));
}
