/** Go's filepath.Match: `*` and `?` stay inside one path segment, `[a-z]` and `[^a-z]`, `\` escapes. */

type Part = { readonly kind: 'star' | 'any' } | { readonly kind: 'one'; readonly test: (code: number) => boolean };

const compiled = new Map<string, readonly Part[] | null>();

/** Null for a malformed pattern. */
export function matchPath(pattern: string, text: string): boolean | null {
  let parts = compiled.get(pattern);
  if (parts === undefined) {
    parts = compile(pattern);
    if (compiled.size > 1000) compiled.clear();
    compiled.set(pattern, parts);
  }
  return parts === null ? null : run(parts, text);
}

/** Greedy with one point of return, which is enough for stars that cannot cross a slash. */
function run(parts: readonly Part[], text: string): boolean {
  let at = 0;
  let part = 0;
  let starPart = -1;
  let starAt = 0;
  while (at < text.length) {
    const current = parts[part];
    const code = text.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    if (current?.kind === 'star') {
      starPart = part;
      starAt = at;
      part += 1;
    } else if (current !== undefined && accepts(current, code)) {
      at += size;
      part += 1;
    } else if (starPart >= 0 && text[starAt] !== '/') {
      starAt += (text.codePointAt(starAt) ?? 0) > 0xffff ? 2 : 1;
      at = starAt;
      part = starPart + 1;
    } else return false;
  }
  while (parts[part]?.kind === 'star') part += 1;
  return part === parts.length;
}

const accepts = (part: Part, code: number): boolean =>
  part.kind === 'one' ? part.test(code) : part.kind === 'any' && code !== 0x2f;

function compile(pattern: string): readonly Part[] | null {
  const signs = Array.from(pattern);
  const parts: Part[] = [];
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i] ?? '';
    if (sign === '*') {
      if (parts[parts.length - 1]?.kind !== 'star') parts.push({ kind: 'star' });
    } else if (sign === '?') parts.push({ kind: 'any' });
    else if (sign === '[') {
      const end = compileClass(signs, i + 1, parts);
      if (end < 0) return null;
      i = end;
    } else {
      const literal = sign === '\\' ? signs[++i] : sign;
      if (literal === undefined) return null;
      parts.push(equals(literal));
    }
  }
  return parts;
}

function equals(literal: string): Part {
  const wanted = literal.codePointAt(0) ?? 0;
  return { kind: 'one', test: (code) => code === wanted };
}

/** Returns the index of the closing bracket, or -1. */
function compileClass(signs: readonly string[], start: number, parts: Part[]): number {
  let at = start;
  const negated = signs[at] === '^';
  if (negated) at += 1;
  const ranges: [number, number][] = [];
  for (;;) {
    if (signs[at] === ']' && ranges.length > 0) break;
    const low = classSign(signs, at);
    if (low === null) return -1;
    at = low.next;
    let high = low.code;
    if (signs[at] === '-') {
      const upper = classSign(signs, at + 1);
      if (upper === null) return -1;
      high = upper.code;
      at = upper.next;
    }
    ranges.push([low.code, high]);
  }
  parts.push({
    kind: 'one',
    test: (code) => ranges.some(([low, high]) => low <= code && code <= high) !== negated,
  });
  return at;
}

function classSign(signs: readonly string[], at: number): { code: number; next: number } | null {
  const sign = signs[at];
  if (sign === undefined || sign === '-' || sign === ']') return null;
  const escaped = sign === '\\';
  const literal = escaped ? signs[at + 1] : sign;
  if (literal === undefined) return null;
  return { code: literal.codePointAt(0) ?? 0, next: at + (escaped ? 2 : 1) };
}
