/** strconv.Quote: what `quote` and `%q` print, piece by piece so that characters keep their origins. */

import { table } from '../table.ts';
import { Builder, derived, slice } from '../values/tracked.ts';
import { isSingleByte, singleByte } from '../values/utf8.ts';
import type { StringValue } from '../values/value.ts';

const ESCAPES = table<string>({
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
});

const PLAIN = /^[ !#-[\]-~]*$/;
/** Categories that unicode.IsPrint refuses, apart from the ASCII space. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

export function quoteText(value: StringValue): StringValue {
  return quoteWith(value, false);
}

/** `%+q`: everything beyond ASCII is escaped. */
export function quoteAscii(value: StringValue): StringValue {
  return quoteWith(value, true);
}

function quoteWith(value: StringValue, ascii: boolean): StringValue {
  const builder = new Builder().text('"');
  if (PLAIN.test(value.text)) return builder.add(value).text('"').done();
  let start = 0;
  let at = 0;
  for (const char of value.text) {
    const escaped = escapeChar(char, ascii);
    if (escaped !== null) {
      builder.part(value, start, at);
      builder.add(derived(escaped, slice(value, at, at + char.length)));
      start = at + char.length;
    }
    at += char.length;
  }
  return builder.part(value, start, value.text.length).text('"').done();
}

/** How a character is written between double quotes; null when as itself. */
export function escapeChar(char: string, ascii = false): string | null {
  const simple = ESCAPES.get(char);
  if (simple !== undefined) return simple;
  if (isSingleByte(char)) return `\\x${singleByte(char).toString(16)}`;
  const code = char.codePointAt(0)!;
  if (code >= 0x20 && code < 0x7f) return null;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (!ascii && !UNPRINTABLE.test(char)) return null;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
