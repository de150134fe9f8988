/**
 * Go's strings are bytes, ours are UTF-16. A byte that belongs to no character stands in our text as a lone surrogate,
 * U+DC00 + byte (Python's `surrogateescape`): it takes one place, equals itself alone, survives cutting and joining, and is
 * written back as the byte that it was. Outside it becomes U+FFFD, again one place, so that offsets stay.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const SURROGATE = 0xdc00;
const SINGLE_BYTES = /[\udc80-\udcff]/u;
const ASCII = /^[\x00-\x7f]*$/;

/** The text of any bytes. */
export function fromUtf8(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return text.includes('\ufffd') ? withSingleBytes(bytes) : text;
}

function withSingleBytes(bytes: Uint8Array): string {
  let text = '';
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const width = characterWidth(bytes, at);
    if (width === 0) {
      if (start < at) text += decoder.decode(bytes.subarray(start, at));
      text += byteText(bytes[at]!);
      start = at + 1;
    }
    at += Math.max(width, 1);
  }
  return text + decoder.decode(bytes.subarray(start));
}

/** How many bytes the character at an offset takes; 0 where none is whole. utf8.DecodeRune, with RFC 3629's table. */
function characterWidth(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const width = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let next = 1; next < width; next++) {
    const byte = bytes[at + next] ?? 0;
    if (byte < (next === 1 ? least : 0x80) || byte > (next === 1 ? most : 0xbf)) return 0;
  }
  return width;
}

/** The bytes of a text. */
export function toUtf8(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const pieces = text.split(/([\udc80-\udcff])/u).map((piece) => (isSingleByte(piece) ? piece : encoder.encode(piece)));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') bytes[at] = piece.charCodeAt(0) - SURROGATE;
    else bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Of one character: that it stands for a byte which belongs to none. */
export const isSingleByte = (char: string): boolean => char.length === 1 && SINGLE_BYTES.test(char);

/** The text of one byte. */
export const byteText = (byte: number): string => String.fromCharCode(byte < 0x80 ? byte : SURROGATE + byte);

/** The byte that a lone surrogate stands for. */
export const singleByte = (char: string): number => char.charCodeAt(0) - SURROGATE;

export const utf8Length = (text: string): number => (ASCII.test(text) ? text.length : toUtf8(text).length);

/** The UTF-16 offset of a byte offset; inside a character, that of its start. */
export function charOffset(text: string, bytes: number): number {
  if (ASCII.test(text)) return bytes;
  let at = 0;
  let used = 0;
  for (const char of text) {
    const width = widthOf(char);
    if (used + width > bytes) break;
    used += width;
    at += char.length;
  }
  return at;
}

function widthOf(char: string): number {
  if (isSingleByte(char)) return 1;
  const code = char.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Order of Go strings: by bytes, which is by code points wherever there are characters. */
export function compareBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b) continue;
    return left.isWellFormed() && right.isWellFormed() ? rank(a) - rank(b) : compareRaw(toUtf8(left), toUtf8(right));
  }
  return left.length - right.length;
}

function compareRaw(left: Uint8Array, right: Uint8Array): number {
  const at = left.findIndex((byte, index) => byte !== right[index]);
  return at < 0 || at >= right.length ? left.length - right.length : left[at]! - right[at]!;
}

/** Surrogates stand for code points above all others. */
const rank = (code: number): number => (code >= 0xd800 && code <= 0xdfff ? code + 0x10000 : code);
