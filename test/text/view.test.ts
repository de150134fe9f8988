import { describe, expect, it } from 'vitest';
import { createSource, lineText, positionAt, spanText } from '../../src/text/source.ts';
import { fileView, slice, viewBuilder } from '../../src/text/view.ts';
import { fc } from '../support/fast-check.ts';

describe('positions', () => {
  it('counts lines and columns from one, and no byte order mark', () => {
    const source = createSource('a.yaml', '\uFEFFfirst\r\nsecond 🐳 docker\n');
    expect(positionAt(source, 1)).toEqual({ line: 1, column: 1, offset: 1 });
    expect(positionAt(source, source.text.indexOf('docker'))).toEqual({ line: 2, column: 11, offset: 18 });
    expect(lineText(source, 1)).toBe('\uFEFFfirst');
    expect(lineText(source, 2)).toBe('second 🐳 docker');
    expect(lineText(source, 9)).toBe('');
  });

  it('agrees with a count by hand for any text and offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '🐳') }), fc.nat(), (text, n) => {
        const offset = n % (text.length + 1);
        const before = text.slice(0, offset).split('\n');
        const { line, column } = positionAt(createSource('x', text), offset);
        expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      }),
    );
  });
});

describe('views', () => {
  const source = createSource('x', 'say "a\\tb" and more');
  const file = fileView(source);

  it('lands on the exact characters through a slice of a slice', () => {
    const inner = slice(slice(file, 4, 15), 1, 10);
    expect(inner.text).toBe('a\\tb" and');
    expect(inner.root(6, 9)).toMatchObject({ exact: true, span: { start: 11, end: 14 } });
  });

  it('maps an escape to all of its characters, and says that they differ', () => {
    const builder = viewBuilder(file);
    builder.copy(5, 6);
    builder.put('\t', 6, 8);
    builder.copy(8, 9);
    const view = builder.build((text) => text.replaceAll('\t', '\\t'));
    expect(view.text).toBe('a\tb');
    expect(spanText(view.root(0, 3).span)).toBe('a\\tb');
    expect(view.root(0, 3).exact).toBe(false);
    expect(spanText(view.root(1, 2).span)).toBe('\\t');
    expect(view.root(2, 3)).toMatchObject({ exact: true, span: { start: 8, end: 9 } });
    expect(view.encode(0, 3, 'c\td')).toBe('c\\td');
  });

  it('does not claim exactness across a gap', () => {
    const builder = viewBuilder(file);
    builder.copy(0, 3);
    builder.copy(11, 14);
    const view = builder.build((text) => text);
    expect(view.text).toBe('sayand');
    expect(view.root(0, 3).exact).toBe(true);
    expect(view.root(0, 6).exact).toBe(false);
    expect(view.root(3, 6)).toMatchObject({ exact: true, span: { start: 11, end: 14 } });
  });

  it('returns the file’s own characters for every exact range of any build', () => {
    const piece = fc.record({
      skip: fc.nat(3),
      take: fc.nat(5),
      replace: fc.option(fc.constantFrom('', '\n', 'xy'), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.array(piece, { maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (text, pieces, a, b) => {
          const parent = fileView(createSource('x', text));
          const builder = viewBuilder(parent);
          let at = 0;
          for (const { skip, take, replace } of pieces) {
            const from = Math.min(at + skip, text.length);
            const to = Math.min(from + take, text.length);
            if (replace === undefined) builder.copy(from, to);
            else builder.put(replace, from, to);
            at = to;
          }
          const view = builder.build((t) => t);
          const start = a % (view.text.length + 1);
          const end = start + (b % (view.text.length - start + 1));
          const { span, exact } = view.root(start, end);
          expect(span.start).toBeLessThanOrEqual(span.end);
          if (exact) expect(spanText(span)).toBe(view.text.slice(start, end));
        },
      ),
    );
  });
});
