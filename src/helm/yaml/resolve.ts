/** What a plain YAML 1.1 scalar means to Helm: booleans in many spellings, octal and binary numbers, dates that stay text. */

export type Resolved =
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'null' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number };

const TEXT: Resolved = { kind: 'text' };
const DATE: Resolved = { kind: 'date' };
const WORDS = new Map<string, Resolved>();

function define(resolved: Resolved, words: string): void {
  for (const word of words.split(' ')) WORDS.set(word, resolved);
}
define({ kind: 'bool', value: true }, 'y Y yes Yes YES true True TRUE on On ON');
define({ kind: 'bool', value: false }, 'n N no No NO false False FALSE off Off OFF');
define({ kind: 'null' }, '~ null Null NULL');
define({ kind: 'float', value: Number.NaN }, '.nan .NaN .NAN');
define({ kind: 'float', value: Number.POSITIVE_INFINITY }, '.inf .Inf .INF +.inf +.Inf +.INF');
define({ kind: 'float', value: Number.NEGATIVE_INFINITY }, '-.inf -.Inf -.INF');
WORDS.set('', { kind: 'null' });

const HINT = /^[-+0-9yYnNtTfFoO~.]/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

export function resolvePlain(text: string): Resolved {
  if (text === '') return { kind: 'null' };
  if (text === '<<') return { kind: 'merge' };
  if (!HINT.test(text)) return TEXT;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if (first === 0x2e) return dotFloat(text);
  if (first === 0x2b || first === 0x2d || (first >= 0x30 && first <= 0x39)) return numeric(text);
  return TEXT;
}

/** True for what must be quoted when it is meant as text. */
export const resolvesToText = (text: string): boolean => {
  const kind = resolvePlain(text).kind;
  return (kind === 'text' || kind === 'merge') && !isBase60(text);
};

const BASE60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const isBase60 = (text: string): boolean => text.length < 200 && text.includes(':') && BASE60.test(text);

function dotFloat(text: string): Resolved {
  if (text.length > 400) return TEXT;
  const clean = /[0-9]_[0-9]/.test(text) && !/_(?![0-9])|(?<![0-9])_/.test(text) ? text.replaceAll('_', '') : text;
  if (!FLOAT.test(clean)) return TEXT;
  const value = Number(clean);
  return Number.isFinite(value) ? { kind: 'float', value } : TEXT;
}

function numeric(text: string): Resolved {
  if (text.length > 400) return TEXT;
  if (isDate(text)) return DATE;
  const clean = text.includes('_') ? text.replaceAll('_', '') : text;
  const whole = integer(clean);
  if (whole !== null) return { kind: 'int', value: whole };
  if (FLOAT.test(clean)) {
    const value = Number(clean);
    return Number.isFinite(value) ? { kind: 'float', value } : TEXT;
  }
  return TEXT;
}

const INT_MIN = -(2n ** 63n);
const UINT_MAX = 2n ** 64n - 1n;
const DECIMAL = /^[0-9]+$/;

/** strconv.ParseInt and ParseUint with base 0: prefixes 0x, 0o, 0b and a leading 0 for octal. */
export function integer(text: string): bigint | null {
  const sign = text.startsWith('-') ? -1n : 1n;
  const signed = text.startsWith('-') || text.startsWith('+');
  const magnitude = unsigned(signed ? text.slice(1) : text);
  if (magnitude === null) return null;
  const value = sign * magnitude;
  if (value < INT_MIN) return null;
  if (signed ? value > 2n ** 63n - 1n : value > UINT_MAX) return null;
  return value;
}

function unsigned(text: string): bigint | null {
  if (text === '0') return 0n;
  if (text.startsWith('0') && text.length > 1) {
    const prefix = text.slice(0, 2).toLowerCase();
    const rest = text.slice(2);
    if (prefix === '0x') return /^[0-9a-fA-F]+$/.test(rest) ? BigInt(`0x${rest}`) : null;
    if (prefix === '0b') return /^[01]+$/.test(rest) ? BigInt(`0b${rest}`) : null;
    if (prefix === '0o') return /^[0-7]+$/.test(rest) ? BigInt(`0o${rest}`) : null;
    return /^[0-7]+$/.test(text.slice(1)) ? BigInt(`0o${text.slice(1)}`) : null;
  }
  return DECIMAL.test(text) ? BigInt(text) : null;
}

const DAY = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(.*)$/;
const CLOCK =
  /^(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(?:Z|[-+]([0-9]{2}):([0-9]{2}))| ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?)$/;

function isDate(text: string): boolean {
  if (text.charCodeAt(4) !== 0x2d) return false;
  const day = DAY.exec(text);
  if (day === null || !isDay(Number(day[1]), Number(day[2]), Number(day[3]))) return false;
  if (day[4] === '') return true;
  const clock = CLOCK.exec(day[4] ?? '');
  if (clock === null) return false;
  const hour = Number(clock[1] ?? clock[6]);
  const minute = Number(clock[2] ?? clock[7]);
  const second = Number(clock[3] ?? clock[8]);
  return hour < 24 && minute < 60 && second < 60 && Number(clock[4] ?? 0) <= 24 && Number(clock[5] ?? 0) < 60;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
