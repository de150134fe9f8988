/** Bytes to text as an editor shows it: UTF-8, UTF-16 with or without a byte order mark; anything else is binary. */

const SAMPLE = 8000;
/** The share of characters that no text has, from which on a file with a NUL is taken for binary. */
const MOST_STRANGE = 0.1;

/** The text with its byte order mark, or undefined for what is no text. */
export function decode(bytes: Buffer): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return undefined;
  return encoding === 'utf-8' ? bytes.toString('utf8') : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return 'utf-8';
  return wideEncoding(sample) ?? (isMostlyText(sample) ? 'utf-8' : undefined);
}

/** Latin text in UTF-16 has a NUL in nearly every second byte, and none in the others. */
function wideEncoding(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 === 0 ? even++ : odd++;
  const most = (sample.length / 2) * 0.7;
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : undefined;
}

/** One NUL hides nothing: shells and editors read such a file too. */
function isMostlyText(sample: Buffer): boolean {
  const text = sample.toString('utf8');
  const strange = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length ?? 0;
  return strange <= text.length * MOST_STRANGE;
}
