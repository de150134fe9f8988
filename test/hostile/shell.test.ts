import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScript } from '../languages/shell-reading.ts';

const many = (unit: string, count: number) => unit.repeat(count);

const HOSTILE: readonly (readonly [string, string])[] = [
  ['nested substitutions', `${many('$(', 5000)}docker ps`],
  ['nested quoted substitutions', `a ${many('"$(', 5000)}`],
  ['nested subshells', many('( ', 5000)],
  ['nested groups', many('{ ', 5000)],
  ['nested conditions', many('if a; then ', 5000)],
  ['nested closed conditions', `${many('if a; then ', 1000)}b${many('; fi', 1000)}`],
  ['nested defaults', `a ${many('${x:-', 5000)}`],
  ['nested arithmetic', many('((', 5000)],
  ['nested cases', many('case a in b) ', 3000)],
  ['nested functions', many('f() { ', 3000)],
  ['nested process substitutions', `a ${many('<(', 5000)}`],
  ['nested tests', `[[ ${many('( ', 3000)}a ]]`],
  ['nested backticks', many('`a \\', 3000)],
  ['a long chain', many('a && ', 5000)],
  ['a long pipeline', many('a | ', 5000)],
  ['many lines', many('docker ps\n', 5000)],
  ['a long word', `a ${many('x', 1_000_000)}`],
  ['a long quoted word', `a "${many('x \\" ', 50_000)}"`],
  ['an open quote', `a "${many('docker ps\n', 50_000)}`],
  ['values that double', `x=a\n${many('x=$x$x\n', 60)}docker $x`],
  [
    'values that multiply',
    `${Array.from({ length: 40 }, (_, i) => `for v${i} in 1 2 3 4; do`).join('\n')}\ndocker ${Array.from({ length: 40 }, (_, i) => `$v${i}`).join(' ')}`,
  ],
  [
    'functions that call each other',
    `${Array.from({ length: 60 }, (_, i) => `f${i}() { f${(i + 1) % 60} $1a; f${(i + 2) % 60} $1b; }`).join('\n')}\nf0 x`,
  ],
  ['an alias of itself', `alias a='a a a'\n${many('a b\n', 1000)}`],
  ['shells in shells', many("bash -c 'eval ", 2000)],
  ['many here-documents', many('cat <<A\nx\nA\n', 3000)],
  ['here-documents that do not end', many('cat <<A\n', 10_000)],
  ['template braces', many('{{ "', 30_000)],
  ['many assignments', many('a=b c=d ', 3000)],
  ['a long crontab', `crontab - <<A\n${many('* * * * * docker ps\n', 2000)}A\n`],
  ['a wide list of flags', `K="${many('--a=b ', 5000)}"`],
  ['carriage returns', many('\r\n', 200_000)],
];

describe('hostile scripts', () => {
  it.each(HOSTILE)('%s end in time', { timeout: 20_000 }, (_name, text) => {
    const before = performance.now();
    const reading = readScript(text);
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(reading.documents.length).toBe(1);
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
