/** SHA-1, SHA-256, SHA-512 and Adler-32 of bytes, without a platform's crypto. */

export const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The message with its padding: a one bit, zeros, the length in bits. */
function padded(bytes: Uint8Array, block: number, lengthBytes: number): DataView {
  const size = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const out = new Uint8Array(size);
  out.set(bytes);
  out[bytes.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setUint32(size - 4, (bytes.length << 3) >>> 0);
  view.setUint32(size - 8, Math.floor(bytes.length / 0x20000000));
  return view;
}

const rotl = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const rotr = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

function words32(state: ArrayLike<number>): Uint8Array {
  const out = new DataView(new ArrayBuffer(state.length * 4));
  for (let index = 0; index < state.length; index++) out.setUint32(index * 4, state[index]! >>> 0);
  return new Uint8Array(out.buffer);
}

export function sha1(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, 8);
  const h = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const w = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(block + t * 4);
    for (let t = 16; t < 80; t++) w[t] = rotl(w[t - 3]! ^ w[t - 8]! ^ w[t - 14]! ^ w[t - 16]!, 1);
    let [a, b, c, d, e] = h as unknown as [number, number, number, number, number];
    for (let t = 0; t < 80; t++) {
      const [f, k] =
        t < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : t < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : t < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (rotl(a, 5) + f + e + k + w[t]!) | 0;
      [e, d, c, b, a] = [d, c, rotl(b, 30), a, next];
    }
    for (const [index, value] of [a, b, c, d, e].entries()) h[index] = h[index]! + value;
  }
  return words32(h);
}

const PRIMES: number[] = [];
for (let candidate = 2; PRIMES.length < 80; candidate++) {
  if (PRIMES.every((prime) => candidate % prime !== 0)) PRIMES.push(candidate);
}

/** The first 64 bits of the fractional part of the square or cube root. */
function rootBits(prime: number, power: 2 | 3): bigint {
  const scaled = BigInt(prime) << BigInt(64 * power);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(power) <= scaled) low = middle;
    else high = middle;
  }
  return low & 0xffff_ffff_ffff_ffffn;
}

const K512 = BigUint64Array.from(PRIMES.map((prime) => rootBits(prime, 3)));
const H512 = BigUint64Array.from(PRIMES.slice(0, 8).map((prime) => rootBits(prime, 2)));
const K256 = Int32Array.from(Array.from(K512.slice(0, 64), (word) => Number(BigInt.asIntN(32, word >> 32n))));
const H256 = Int32Array.from(Array.from(H512, (word) => Number(BigInt.asIntN(32, word >> 32n))));

export function sha256(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, 8);
  const h = new Int32Array(H256);
  const w = new Int32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(block + t * 4);
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15]!;
      const y = w[t - 2]!;
      const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3);
      const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10);
      w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
    }
    let a = h[0]!;
    let b = h[1]!;
    let c = h[2]!;
    let d = h[3]!;
    let e = h[4]!;
    let f = h[5]!;
    let g = h[6]!;
    let last = h[7]!;
    for (let t = 0; t < 64; t++) {
      const s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
      const t1 = (last + s1 + ((e & f) ^ (~e & g)) + K256[t]! + w[t]!) | 0;
      const s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      last = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    for (const [index, value] of [a, b, c, d, e, f, g, last].entries()) h[index] = h[index]! + value;
  }
  return words32(h);
}

const rotr64 = (value: bigint, by: bigint): bigint => BigInt.asUintN(64, (value >> by) | (value << (64n - by)));

export function sha512(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 128, 16);
  const h = new BigUint64Array(H512);
  const w = new BigUint64Array(80);
  for (let block = 0; block < view.byteLength; block += 128) {
    for (let t = 0; t < 16; t++) w[t] = view.getBigUint64(block + t * 8);
    for (let t = 16; t < 80; t++) {
      const x = w[t - 15]!;
      const y = w[t - 2]!;
      const s0 = rotr64(x, 1n) ^ rotr64(x, 8n) ^ (x >> 7n);
      const s1 = rotr64(y, 19n) ^ rotr64(y, 61n) ^ (y >> 6n);
      w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
    }
    const v = [...h];
    for (let t = 0; t < 80; t++) {
      const [a, b, c, d, e, f, g, last] = v as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
      const s1 = rotr64(e, 14n) ^ rotr64(e, 18n) ^ rotr64(e, 41n);
      const t1 = last + s1 + ((e & f) ^ (BigInt.asUintN(64, ~e) & g)) + K512[t]! + w[t]!;
      const s0 = rotr64(a, 28n) ^ rotr64(a, 34n) ^ rotr64(a, 39n);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      v.unshift(BigInt.asUintN(64, t1 + t2));
      v.pop();
      v[4] = BigInt.asUintN(64, d + t1);
    }
    for (const [index, value] of v.entries()) h[index] = h[index]! + value;
  }
  const out = new DataView(new ArrayBuffer(64));
  for (const [index, value] of h.entries()) out.setBigUint64(index * 8, value);
  return new Uint8Array(out.buffer);
}

export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
