import { describe, expect, it } from 'vitest';
import { readScript } from '../languages/shell-reading.ts';
import { fc } from '../support/fast-check.ts';

/** What a shell makes of a word as it is written, without expansions. */
function unquoted(written: string): string {
  let text = '';
  let quote = '';
  for (let at = 0; at < written.length; at++) {
    const char = written[at] ?? '';
    const next = written[at + 1] ?? '';
    if (quote === "'") {
      if (char === "'") quote = '';
      else text += char;
    } else if (quote === '"') {
      if (char === '"') quote = '';
      else if (char === '\\' && '$`"\\\n'.includes(next)) {
        if (next !== '\n') text += next;
        at++;
      } else text += char;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '\\') {
      if (next !== '\n') text += next;
      at++;
    } else text += char;
  }
  return text;
}

/** How many words a command has when no blank outside of quotes is escaped. */
const count = (inside: string) =>
  readScript(inside).facts.flatMap((fact) => (fact.kind === 'command' ? [fact.words.length] : []))[0];

const plain = fc.stringMatching(/^[a-z0-9/._:-]{1,12}$/);
const inner = fc.stringMatching(/^[a-z0-9 /|&;<>()#*é-]{0,12}$/);
const piece = fc.oneof(
  plain,
  inner.map((text) => `'${text}'`),
  inner.map((text) => `"${text}"`),
  inner.map((text) => `"a\\"${text}\\\\"`),
  fc.constantFrom('\\ ', "\\'", '\\$', '\\\n'),
);
const word = fc.tuple(plain, fc.array(piece, { maxLength: 4 })).map(([first, rest]) => `x${first}${rest.join('')}`);
const command = fc.array(word, { maxLength: 5 }).map((words) => ['xprogram', ...words].join(' '));
const shapes = fc.constantFrom<(inside: string) => string>(
  (inside) => inside,
  (inside) => `if true; then\n  ${inside}\nfi`,
  (inside) => `A=$(${inside})`,
  (inside) => `sudo env B=1 ${inside}`,
  (inside) => `for i in 1; do ${inside}; done | cat`,
  (inside) => `ssh host <<'EOF'\n${inside}\nEOF\n`,
  (inside) => `bash -c '${inside.replaceAll("'", "'\\''")}'`,
  (inside) => `eval "${inside.replace(/[\\"$`]/g, '\\$&')}"`,
);

describe('the places of shell facts', () => {
  it('finds every word of a command, and its slice of the file reads as the fact does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(command, shapes), { minLength: 1, maxLength: 4 }), (lines) => {
        const text = lines.map(([inside, shape]) => shape(inside)).join('\n');
        const reading = readScript(text);
        const commands = reading.facts.filter((fact) => fact.kind === 'command' && fact.program === 'xprogram');
        const distinct = new Set(lines.map(([inside]) => inside));
        expect(new Set(commands.map((fact) => fact.kind === 'command' && fact.words.length)).size).toBe(
          new Set([...distinct].map((inside) => count(inside))).size,
        );
        for (const fact of reading.facts) {
          const { span, exact } = fact.at.view.root(fact.at.start, fact.at.end);
          const slice = text.slice(span.start, span.end);
          if (exact) expect(slice).toBe(fact.at.text);
          else if (fact.certainty === 'literal' && fact.kind === 'command') expect(unquoted(slice)).toBe(fact.at.text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads the words of a simple command as a shell does', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const [fact] = readScript(words.join(' ')).facts;
        if (fact?.kind !== 'command') return;
        expect(fact.words.map((token) => token.text)).toEqual(words.map(unquoted));
        fact.words.forEach((token) => {
          const { span } = token.view.root(token.start, token.end);
          expect(unquoted(words.join(' ').slice(span.start, span.end))).toContain(token.text.slice(0, 1));
        });
      }),
    );
  });

  it('gives the same facts for Windows line ends, at moved places', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, plain), { minLength: 1, maxLength: 6 }), (pairs) => {
        const lines = pairs.map(([a, b]) => `if x${a}; then x${b} 'c d'; fi`);
        const unix = readScript(lines.join('\n'));
        const dos = readScript(lines.join('\r\n'));
        expect(dos.facts.map((fact) => fact.at.text)).toEqual(unix.facts.map((fact) => fact.at.text));
        for (const fact of dos.facts) {
          const { span } = fact.at.view.root(fact.at.start, fact.at.end);
          expect(dos.text.slice(span.start, span.end)).toBe(fact.at.text);
        }
      }),
    );
  });
});
