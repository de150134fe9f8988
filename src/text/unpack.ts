/** Compressed bytes, unpacked up to a limit. */

/** Bytes that are handed on at a time: what a few of them unpack to stays small. */
const STEP = 1024;

/** A stream of fflate. */
interface Unpacking {
  push(bytes: Uint8Array, isLast: boolean): void;
}

/** Stops at the limit, whatever it would unpack to, and is undefined then; throws what the stream throws. */
export function unpack(
  bytes: Uint8Array,
  most: number,
  open: (told: (chunk: Uint8Array) => void) => Unpacking,
): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = open((chunk) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk.slice());
  });
  for (let at = 0; at < bytes.length && size <= most; at += STEP)
    stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  if (size > most) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
