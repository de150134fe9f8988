/** The globs of `.Files.Glob` (gobwas syntax with `/` as separator), matched by a linear-time engine. */
import { RE2JS } from 're2js';

const LONGEST = 1000;

/** Null for a pattern that cannot be compiled; Helm then takes everything. */
export function compileGlob(pattern: string): ((name: string) => boolean) | null {
  if (pattern.length > LONGEST) return null;
  const source = new Translator(pattern).translate();
  if (source === null) return null;
  const compiled = RE2JS.compile(`^(?:${source})$`, RE2JS.DOTALL);
  return (name) => compiled.matches(name);
}

class Translator {
  private readonly signs: readonly string[];
  private at = 0;
  private level = 0;

  constructor(pattern: string) {
    this.signs = Array.from(pattern);
  }

  translate(): string | null {
    let source = '';
    while (this.at < this.signs.length) {
      const next = this.next(this.signs[this.at++] ?? '');
      if (next === null) return null;
      source += next;
    }
    return this.level === 0 ? source : null;
  }

  private next(sign: string): string | null {
    switch (sign) {
      case '*':
        if (this.signs[this.at] !== '*') return '[^/]*';
        this.at += 1;
        return '.*';
      case '?':
        return '[^/]';
      case '[':
        return this.range();
      case '{':
        this.level += 1;
        return '(?:';
      case '}':
        if (this.level === 0) return '\\}';
        this.level -= 1;
        return ')';
      case ',':
        return this.level > 0 ? '|' : ',';
      case '\\':
        return quote(this.signs[this.at++] ?? '');
      default:
        return quote(sign);
    }
  }

  /** `[abc]`, `[!abc]` or `[a-z]`; nothing more. */
  private range(): string | null {
    const negated = this.signs[this.at] === '!';
    if (negated) this.at += 1;
    const start = this.at;
    if (this.signs[start + 1] === '-') {
      const high = this.signs[start + 2];
      if (high === undefined || this.signs[start + 3] !== ']') return null;
      this.at = start + 4;
      return `[${negated ? '^' : ''}${quote(this.signs[start] ?? '')}-${quote(high)}]`;
    }
    let members = '';
    for (let at = start; at < this.signs.length; at++) {
      const sign = this.signs[at] ?? '';
      if (sign === ']') {
        this.at = at + 1;
        return members === '' ? null : `[${negated ? '^' : ''}${members}]`;
      }
      members += quote(sign === '\\' ? (this.signs[++at] ?? '') : sign);
    }
    return null;
  }
}

const quote = (sign: string): string =>
  /^[\w/ ]$/.test(sign) || sign === '' ? sign : /^[\0-\x7f]$/.test(sign) ? `\\${sign}` : sign;
