/** The order in which goyaml writes map keys: numbers inside of names by value, letters behind everything else. */

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return LETTER.test(String.fromCodePoint(code));
}

function isDigit(code: number): boolean {
  if (code < 0x80) return code >= 0x30 && code <= 0x39;
  return DIGIT.test(String.fromCodePoint(code));
}

const points = (text: string): number[] => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);

/** goyaml v3: directly behind a digit, letters come first. */
export const compareKeysPretty = (left: string, right: string): number => compare(left, right, true);

export const compareKeys = (left: string, right: string): number => compare(left, right, false);

function compare(left: string, right: string, pretty: boolean): number {
  if (left === right) return 0;
  const a = points(left);
  const b = points(right);
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return compareAt(a, b, i, pretty);
  }
  return a.length - b.length;
}

function compareAt(a: readonly number[], b: readonly number[], at: number, pretty: boolean): number {
  const left = a[at] ?? 0;
  const right = b[at] ?? 0;
  const leftLetter = isLetter(left);
  const rightLetter = isLetter(right);
  if (leftLetter && rightLetter) return left - right;
  if (leftLetter || rightLetter) {
    const lettersFirst = pretty && at > 0 && isDigit(a[at - 1] ?? 0);
    return lettersFirst === leftLetter ? -1 : 1;
  }
  const start = (left === 0x30 || right === 0x30) && digitsBefore(a, at) ? 1n : 0n;
  const [leftNumber, leftEnd] = numberAt(a, at, start);
  const [rightNumber, rightEnd] = numberAt(b, at, start);
  if (leftNumber !== rightNumber) return leftNumber < rightNumber ? -1 : 1;
  if (leftEnd !== rightEnd) return leftEnd - rightEnd;
  return left - right;
}

/** A digit other than zero just before: then leading zeros count. */
function digitsBefore(text: readonly number[], at: number): boolean {
  for (let i = at - 1; i >= 0 && isDigit(text[i] ?? 0); i--) {
    if (text[i] !== 0x30) return true;
  }
  return false;
}

function numberAt(text: readonly number[], at: number, start: bigint): [bigint, number] {
  let value = start;
  let end = at;
  for (; end < text.length && isDigit(text[end] ?? 0); end++) {
    value = BigInt.asIntN(64, value * 10n + BigInt((text[end] ?? 0) - 0x30));
  }
  return [value, end];
}
