import { describe, expect, it } from 'vitest';
import { readScript } from '../languages/shell-reading.ts';
import { fc } from '../support/fast-check.ts';
import { growth, IN_PROPORTION, steps } from '../support/steps.ts';

const many = (unit: string, count: number) => unit.repeat(count);

const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  ['nested substitutions', (n) => `${many('$(', n)}docker ps`],
  ['nested quoted substitutions', (n) => `a ${many('"$(', n)}`],
  ['nested subshells', (n) => many('( ', n)],
  ['nested groups', (n) => many('{ ', n)],
  ['nested conditions', (n) => many('if a; then ', n)],
  ['nested closed conditions', (n) => `${many('if a; then ', n)}b${many('; fi', n)}`],
  ['nested defaults', (n) => `a ${many('${x:-', n)}`],
  ['nested arithmetic', (n) => many('((', n)],
  ['nested cases', (n) => many('case a in b) ', n)],
  ['nested functions', (n) => many('f() { ', n)],
  ['nested process substitutions', (n) => `a ${many('<(', n)}`],
  ['nested tests', (n) => `[[ ${many('( ', n)}a ]]`],
  ['nested backticks', (n) => many('`a \\', n)],
  ['a long chain', (n) => many('a && ', n)],
  ['a long pipeline', (n) => many('a | ', n)],
  ['many lines', (n) => many('docker ps\n', n)],
  ['a long word', (n) => `a ${many('x', n)}`],
  ['a long quoted word', (n) => `a "${many('x \\" ', n)}"`],
  ['an open quote', (n) => `a "${many('docker ps\n', n)}`],
  ['an alias of itself', (n) => `alias a='a a a'\n${many('a b\n', n)}`],
  ['shells in shells', (n) => many("bash -c 'eval ", n)],
  ['many here-documents', (n) => many('cat <<A\nx\nA\n', n)],
  ['here-documents that do not end', (n) => many('cat <<A\n', n)],
  ['template braces', (n) => many('{{ "', n)],
  ['many assignments', (n) => many('a=b c=d ', n)],
  ['a long crontab', (n) => `crontab - <<A\n${many('* * * * * docker ps\n', n)}A\n`],
  ['a wide list of flags', (n) => `K="${many('--a=b ', n)}"`],
  ['carriage returns', (n) => many('\r\n', n)],
];

/** What would take forever if values were multiplied out. */
const EXPONENTIAL: readonly (readonly [string, string])[] = [
  ['values that double', `x=a\n${many('x=$x$x\n', 60)}docker $x`],
  [
    'values that multiply',
    `${Array.from({ length: 40 }, (_, i) => `for v${i} in 1 2 3 4; do`).join('\n')}\ndocker ${Array.from({ length: 40 }, (_, i) => `$v${i}`).join(' ')}`,
  ],
  [
    'functions that call each other',
    `${Array.from({ length: 60 }, (_, i) => `f${i}() { f${(i + 1) % 60} $1a; f${(i + 2) % 60} $1b; }`).join('\n')}\nf0 x`,
  ],
];

describe('hostile scripts', () => {
  it.each(HOSTILE)('%s take steps in proportion', (_name, make) => {
    expect(readScript(make(5000)).documents.length).toBe(1);
    expect(growth(1500, (size) => readScript(make(size)))).toBeLessThan(IN_PROPORTION);
  });

  it.each(EXPONENTIAL)('%s take few steps', (_name, text) => {
    expect(steps(() => readScript(text))).toBeLessThan(3_000_000);
  });

  it('says when nesting is too deep', () => {
    expect(readScript(many('$(', 5000)).notes.map((note) => note.coverage)).toEqual(['partly']);
  });

  it('never throws on arbitrary pieces of shell', () => {
    const pieces = [
      '$(',
      ')',
      '`',
      '"',
      "'",
      '\\',
      '<<A',
      '\n',
      'A\n',
      'if ',
      'fi',
      '; then ',
      '{',
      '}',
      '((',
      '[[ ',
      ' ]]',
    ];
    const more = [
      'docker ',
      '${a',
      ':-',
      '}',
      '$x',
      'x=',
      ' | ',
      ' && ',
      'case a in ',
      'esac',
      ';;',
      '{{',
      '}}',
      '\r',
      '\u{1F600}',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }), (parts) => {
        expect(readScript(parts.join('')).documents.length).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});
