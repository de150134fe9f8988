import { expect, test } from 'vitest';
import { base64View } from '../../src/text/base64.ts';
import { createSource, spanText } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';
import { fc } from '../support/fast-check.ts';

const printable = fc.stringMatching(/^[ -~\n\té€]{6,60}$/u);

function encode(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function decode(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
}

test('decodes what was encoded, and every part decodes to a text that holds it', () => {
  fc.assert(
    fc.property(printable, fc.nat(), fc.nat(), (text, a, b) => {
      const view = base64View(fileView(createSource('a', encode(text))));
      expect(view?.text).toBe(text);
      const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
      const written = spanText(view!.root(start, end + 1).span);
      const padded = written.padEnd(Math.ceil(written.length / 4) * 4, '=');
      expect(atob(padded)).toContain(atob(encode(text.slice(start, end + 1)).replace(/=+$/, '')));
    }),
  );
});

test('what is written back decodes to the replacement', () => {
  fc.assert(
    fc.property(printable, fc.nat(), printable, (text, at, replacement) => {
      const encoded = encode(text);
      const view = base64View(fileView(createSource('a', encoded)));
      const start = at % text.length;
      const written = view?.encode(start, text.length, replacement);
      if (written === null || written === undefined) return;
      const { span } = view!.root(start, text.length);
      expect(decode(encoded.slice(0, span.start) + written)).toBe(text.slice(0, start) + replacement);
    }),
  );
});

test('is nothing for bytes that are no text, and for what is no base64', () => {
  const of = (text: string) => base64View(fileView(createSource('a', text)));
  expect(of(btoa('\x00\x01\x02\x03\x04\x05\x06'))).toBeUndefined();
  expect(of('not base64 at all!')).toBeUndefined();
  expect(of('/var/run/docker.sock')).toBeUndefined();
});
