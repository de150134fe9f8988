/** Whether the bytes of a file are worth reading, and as what text. */
import type { Note } from '../model/note.ts';
import { createSource } from '../text/source.ts';
import { decode } from './decode.ts';
import { isWorthReading } from './worth-reading.ts';

export type Accepted =
  | { readonly kind: 'text'; readonly text: string }
  /** A text of a kind that is not read. */
  | { readonly kind: 'other' }
  | { readonly kind: 'binary' };

/** `named`: somebody asked for exactly this file. */
export function acceptBytes(path: string, bytes: Buffer, named: boolean): Accepted {
  const text = decode(bytes);
  if (text === undefined) return { kind: 'binary' };
  return named || isWorthReading(path, text) ? { kind: 'text', text } : { kind: 'other' };
}

/** Bytes that a shell skips and a parser does not: what stands around one may not be read as it runs. */
export function nulNote(path: string, text: string): Note | undefined {
  const at = text.indexOf('\0');
  if (at < 0) return undefined;
  const span = { source: createSource(path, text), start: at, end: at + 1 };
  return {
    code: 'nul',
    message: 'a NUL character; the line may run as something else than was read',
    path,
    span,
    coverage: 'partly',
  };
}
