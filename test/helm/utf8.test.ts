import { describe, expect, test } from 'vitest';
import {
  byteText,
  charOffset,
  compareBytes,
  fromUtf8,
  isSingleByte,
  toUtf8,
  utf8Length,
} from '../../src/helm/values/utf8.ts';
import { fc } from '../support/fast-check.ts';

const bytes = (...list: readonly number[]): Uint8Array => Uint8Array.from(list);

describe('bytes that are no characters', () => {
  test('each stands as one place of the text', () => {
    const text = fromUtf8(bytes(0x61, 0xff, 0xc3, 0xa4, 0xe6, 0xbc));
    expect([...text].map((char) => (isSingleByte(char) ? 'byte' : char))).toEqual(['a', 'byte', 'ä', 'byte', 'byte']);
    expect(text).toHaveLength(5);
  });

  test('what Go refuses as a character is bytes: too long a form, a surrogate, more than U+10FFFF', () => {
    for (const refused of [
      bytes(0xc0, 0x80),
      bytes(0xe0, 0x80, 0x80),
      bytes(0xed, 0xa0, 0x80),
      bytes(0xf4, 0x90, 0x80, 0x80),
    ]) {
      expect([...fromUtf8(refused)].every(isSingleByte)).toBe(true);
      expect(fromUtf8(refused)).toHaveLength(refused.length);
    }
  });

  test('a replacement character that was written is a character', () => {
    expect(fromUtf8(bytes(0xef, 0xbf, 0xbd, 0xff))).toBe(`\ufffd${byteText(0xff)}`);
  });

  test('any bytes come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (list) => {
        const text = fromUtf8(list);
        expect([...toUtf8(text)]).toEqual([...list]);
        expect(utf8Length(text)).toBe(list.length);
      }),
    );
  });

  test('the offset of a byte inside a character is that of the character', () => {
    const text = fromUtf8(bytes(0xff, 0xe6, 0xbc, 0xa2, 0x61));
    expect([0, 1, 2, 3, 4, 5].map((at) => charOffset(text, at))).toEqual([0, 1, 1, 1, 2, 3]);
  });

  test('the order is that of the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), fc.uint8Array({ maxLength: 6 }), (left, right) => {
        expect(Math.sign(compareBytes(fromUtf8(left), fromUtf8(right)))).toBe(Buffer.compare(left, right));
      }),
    );
  });
});
