/** A text that is compressed with gzip and written in base64, as a view of what it holds. */
import { Gunzip } from 'fflate/browser';
import { LIMITS } from '../../model/limits.ts';
import { base64Bytes, base64View } from '../../text/base64.ts';
import { type View, viewBuilder } from '../../text/view.ts';

/** Bytes that are handed on at a time: what a few of them unpack to stays small. */
const STEP = 1024;

/** Text in base64, compressed or not: the magic number of gzip is `H4sI` there. */
export function encodedView(parent: View): View | undefined {
  const plain = base64View(parent);
  if (plain || !/^\s*H4sI/.test(parent.text)) return plain;
  const unpacked = gzipView(parent);
  return typeof unpacked === 'string' ? undefined : unpacked;
}

/** Every character of the view stands for the whole; `too-large` and `unreadable` where there is none. */
export function gzipView(parent: View): View | 'too-large' | 'unreadable' {
  const bytes = base64Bytes(parent.text);
  if (!bytes) return 'unreadable';
  const unpacked = unpack(bytes);
  if (typeof unpacked === 'string') return unpacked;
  const text = textOf(unpacked);
  if (text === undefined) return 'unreadable';
  const builder = viewBuilder(parent);
  builder.put(text, 0, parent.text.length);
  return builder.build(() => null);
}

/** Stops at the limit, whatever the archive says about its size. */
function unpack(bytes: Uint8Array): Uint8Array | 'too-large' | 'unreadable' {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Gunzip((chunk) => {
    size += chunk.length;
    if (size <= LIMITS.documentCharacters) chunks.push(chunk.slice());
  });
  try {
    for (let at = 0; at < bytes.length && size <= LIMITS.documentCharacters; at += STEP)
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch {
    return 'unreadable';
  }
  if (size > LIMITS.documentCharacters) return 'too-large';
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
