/** Base64 text as a view of what it decodes to. */
import { changed, type Segment, segmentIndexAt, type View } from './view.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LIMIT = 512 * 1024;

/** Nothing for what is not base64 of a UTF-8 text. White space in it is allowed. */
export function base64View(parent: View): View | undefined {
  const decoded = decode(parent.text);
  return decoded && decodedView(parent, decoded.bytes, decoded.groups);
}

/** The bytes of a text in base64; nothing where it is none. */
export function base64Bytes(text: string): Uint8Array | undefined {
  const decoded = decode(text);
  return decoded && Uint8Array.from(decoded.bytes);
}

/** The bytes, and where the group of four characters that holds each three of them starts and ends. */
function decode(text: string) {
  if (text.length < 8 || text.length > LIMIT || !/^[A-Za-z0-9+/\s]+(?:={1,2}\s*)?$/.test(text)) return undefined;
  const bytes: number[] = [];
  const groups: { from: number; to: number }[] = [];
  let bits = 0;
  let count = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const value = ALPHABET.indexOf(text[at] ?? '');
    if (value < 0) continue;
    if (count === 0) from = at;
    bits = (bits << 6) | value;
    if (++count < 4) continue;
    bytes.push((bits >> 16) & 255, (bits >> 8) & 255, bits & 255);
    groups.push({ from, to: at + 1 });
    bits = 0;
    count = 0;
  }
  if (count === 1) return undefined;
  if (count === 2) bytes.push((bits >> 4) & 255);
  if (count === 3) bytes.push((bits >> 10) & 255, (bits >> 2) & 255);
  if (count > 0) groups.push({ from, to: text.trimEnd().length });
  return { bytes, groups };
}

function decodedView(
  parent: View,
  bytes: readonly number[],
  groups: readonly { from: number; to: number }[],
): View | undefined {
  const segments: Segment[] = [];
  let decoded = '';
  for (let at = 0; at < bytes.length; ) {
    const char = readChar(bytes, at);
    if (!char) return undefined;
    const first = groups[Math.floor(at / 3)];
    const last = groups[Math.floor((at + char.length - 1) / 3)];
    if (!first || !last) return undefined;
    const start = decoded.length;
    decoded += char.text;
    segments.push({ start, end: decoded.length, from: first.from, to: last.to, exact: false });
    at += char.length;
  }
  return {
    text: decoded,
    root(start, end) {
      const { from, to } = charRange(segments, start, end);
      return changed(parent.root(from, to), { exact: false });
    },
    encode(start, end, replacement) {
      const range = charRange(segments, start, end);
      const inside = segments.filter((segment) => segment.to > range.from && segment.from < range.to);
      if (inside.some((segment) => segment.from < range.from || segment.to > range.to)) return null;
      const before = decoded.slice(inside[0]?.start ?? start, start);
      const after = decoded.slice(end, inside.at(-1)?.end ?? end);
      const written = encodeBase64(before + replacement + after);
      const isLast = range.to >= (segments.at(-1)?.to ?? 0);
      return written.endsWith('=') && !isLast ? null : parent.encode(range.from, range.to, written);
    },
  };
}

/** The characters of the parent that hold the characters [start, end) of the decoded text. */
function charRange(segments: readonly Segment[], start: number, end: number): { from: number; to: number } {
  const first = segments[segmentIndexAt(segments, start)];
  const last = end > start ? segments[segmentIndexAt(segments, end - 1)] : first;
  return { from: first?.from ?? 0, to: last?.to ?? 0 };
}

function encodeBase64(text: string): string {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  let written = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    written += (ALPHABET[a >> 2] ?? '') + (ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)] ?? '');
    written += b === undefined ? '=' : (ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)] ?? '');
    written += c === undefined ? '=' : (ALPHABET[c & 63] ?? '');
  }
  return written;
}

/** One UTF-8 character; nothing for bytes that are not text. */
function readChar(bytes: readonly number[], at: number): { text: string; length: number } | undefined {
  const first = bytes[at] ?? 0;
  if (first < 0x80) {
    const isText = first >= 0x20 || first === 9 || first === 10 || first === 13;
    return isText ? { text: String.fromCharCode(first), length: 1 } : undefined;
  }
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > bytes.length) return undefined;
  let code = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (next & 0x3f);
  }
  return code <= 0x10ffff ? { text: String.fromCodePoint(code), length } : undefined;
}
