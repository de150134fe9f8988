/** The template parser: what Go accepts, what it refuses, and how parsing goes on after a mistake. */

import { describe, expect, it } from 'vitest';
import { isFunction } from '../../src/helm/functions/index.ts';
import type { Node } from '../../src/helm/template/ast.ts';
import { cutTemplate } from '../../src/helm/template/lexer.ts';
import { parseTemplate } from '../../src/helm/template/parser.ts';
import { fc } from '../support/fast-check.ts';

const parse = (text: string) => parseTemplate('t', { path: 't.yaml', text, kind: 'template' }, isFunction);
const mistakes = (text: string): string[] => parse(text).errors.map(({ message }) => message);
const body = (text: string): readonly Node[] => parse(text).definitions[0]?.body ?? [];

describe('cutting', () => {
  const texts = (text: string): string[] =>
    cutTemplate(text).map((one) => (one.type === 'text' ? text.slice(one.from, one.to) : '@'));

  it.each([
    ['a {{- 1 -}} b', ['a', '@', 'b']],
    ['a {{-1}} b', ['a ', '@', ' b']],
    ['a\n{{- /* c */ -}}\nb', ['a', 'b']],
    ['a {{/* c */}} b', ['a ', ' b']],
    ['{{ "}}" }}x', ['@', 'x']],
    ['{{ `}}\n` }}x', ['@', 'x']],
    ['no action', ['no action']],
    ['{{ "open }}x', ['@', 'x']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('what Go accepts', () => {
  it.each([
    '{{ .Values.a | }}',
    '{{ $x := 1 }}{{ $x = 2 }}',
    '{{ range $i, $e := list 1 2 }}{{ break }}{{ continue }}{{ end }}',
    '{{ with .a }}x{{ else with .b }}y{{ else }}z{{ end }}',
    '{{ if .a }}x{{ else if .b }}y{{ else }}z{{ end }}',
    '{{ (index .a 0).b.c }}',
    '{{ template "x" }}{{ template "x" dict "a" 1 | len }}{{ define "x" }}{{ end }}',
    '{{ block "y" . }}z{{ end }}',
    "{{ 'a' }}{{ 0x1F }}{{ 0b11 }}{{ 1_000 }}{{ 1e3 }}{{ -0.5 }}{{ 0x1p4 }}",
    '{{- define "a" -}}{{- end -}}',
  ])('%j', (text) => {
    expect(mistakes(text)).toEqual([]);
  });
});

describe('what Go refuses', () => {
  it.each([
    ['{{ if }}x{{ end }}', 'missing value for if'],
    ['{{ nosuch 1 }}', 'function "nosuch" not defined'],
    ['{{ $y }}', 'undefined variable "$y"'],
    ['{{ 1 | 2 }}', 'non executable command in pipeline stage 2'],
    ['{{ (1 }}', 'unclosed left paren'],
    ['{{ 1) }}', 'unexpected right paren'],
    ['{{ "a }}', 'unterminated quoted string'],
    ['{{ end }}', 'unexpected {{end}}'],
    ['{{ else }}', 'unexpected {{else}}'],
    ['{{ if 1 }}', 'unexpected EOF'],
    ['{{ break }}', '{{break}} outside {{range}}'],
    ['{{/* a }}', 'unclosed comment'],
    ['{{ 08 }}', 'bad number syntax: 08'],
    ['{{ "a".b }}', 'unexpected . after term'],
    ['{{ if 1 }}{{ $v := 1 }}{{ end }}{{ $v }}', 'undefined variable "$v"'],
    ['{{ define "x" }}a{{ end }}{{ define "x" }}b{{ end }}', 'multiple definition of template "x"'],
    ['{{ 9223372036854775808 }}', 'integer overflow: 9223372036854775808'],
  ])('%j', (text, message) => {
    expect(mistakes(text)[0]).toBe(message);
  });
});

describe('after a mistake', () => {
  it('keeps the nesting of a control whose condition is broken', () => {
    const [control, after] = body('{{ if nosuch }}a{{ end }}b');
    expect(control).toMatchObject({ type: 'if', body: [{ type: 'text', text: 'a' }] });
    expect(after).toMatchObject({ type: 'text', text: 'b' });
  });

  it('turns a broken action into a bad node with its range', () => {
    expect(body('a{{ ? }}b')[1]).toMatchObject({ type: 'bad', from: 1, to: 8 });
  });

  it('limits nesting', () => {
    const deep = `${'{{ if 1 }}'.repeat(1000)}x${'{{ end }}'.repeat(1000)}`;
    expect(mistakes(deep)[0]).toBe('nesting is too deep');
    expect(mistakes(`{{ ${'('.repeat(1000)}1${')'.repeat(1000)} }}`)[0]).toBe('max expression depth exceeded');
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{{-',
      '-}}',
      ' ',
      '\n',
      'if',
      'else',
      'end',
      'range',
      'define',
      '"x"',
      '`',
      '"',
      '(',
      ')',
      '|',
      '.a',
      '$',
      '$x',
      ':=',
      ',',
      '/*',
      '*/',
      'a',
      '1',
      '0x',
      "'",
      'include',
      '\u00e9',
      '\ud83d\ude00',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { definitions, errors } = parse(text);
        for (const { from, to } of [...definitions, ...errors]) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

it('remembers the range of every literal', () => {
  const text = '{{ default "/run/x.sock" .Values.socket }}';
  const [node] = body(text);
  const operand = node?.type === 'action' ? node.pipe.commands[0]?.args[1] : undefined;
  expect(operand?.type === 'string' ? text.slice(operand.from, operand.to) : '').toBe('"/run/x.sock"');
  expect(operand?.type === 'string' ? operand.value.fragments[0]?.origin : null).toMatchObject({
    from: 12,
    to: 23,
    exact: true,
  });
});
