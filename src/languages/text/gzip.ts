/** A text that is compressed with gzip and written in base64, as a view of what it holds. */
import { Gunzip } from 'fflate/browser';
import { LIMITS } from '../../model/limits.ts';
import { base64Bytes, base64View } from '../../text/base64.ts';
import { unpack } from '../../text/unpack.ts';
import { type View, viewBuilder } from '../../text/view.ts';

/** Text in base64, compressed or not: the magic number of gzip is `H4sI` there. */
export function encodedView(parent: View): View | undefined {
  const plain = base64View(parent);
  if (plain || !/^\s*H4sI/.test(parent.text)) return plain;
  const view = gzipView(parent);
  return typeof view === 'string' ? undefined : view;
}

/** Every character of the view stands for the whole; `too-large` and `unreadable` where there is none. */
export function gzipView(parent: View): View | 'too-large' | 'unreadable' {
  const bytes = base64Bytes(parent.text);
  if (!bytes) return 'unreadable';
  const found = unpacked(bytes);
  if (typeof found === 'string') return found;
  const text = textOf(found);
  if (text === undefined) return 'unreadable';
  const builder = viewBuilder(parent);
  builder.put(text, 0, parent.text.length);
  return builder.build(() => null);
}

function unpacked(bytes: Uint8Array): Uint8Array | 'too-large' | 'unreadable' {
  try {
    return unpack(bytes, LIMITS.documentCharacters, (told) => new Gunzip(told)) ?? 'too-large';
  } catch {
    return 'unreadable';
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
