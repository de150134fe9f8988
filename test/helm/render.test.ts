/** Rendering: control structures, nil, scoping, include and tpl, origins of what is printed. */

import { describe, expect, it } from 'vitest';
import { renderChart } from '../../src/helm/index.ts';
import { fc } from '../support/fast-check.ts';
import { chart, textAt } from './support/chart.ts';

/** What one template prints, or the error. */
function print(template: string, values = '', templates: Record<string, string> = {}): string {
  const source = chart({ values, templates: { ...templates, 'NOTES.txt': template } });
  const { files, error } = renderChart(source);
  if (error !== undefined && files.length === 0) return `error: ${error}`;
  return files.find((file) => file.template.endsWith('NOTES.txt'))?.text ?? '';
}

describe('control structures', () => {
  it.each([
    ['{{ if .Values.a }}yes{{ else }}no{{ end }}', 'a: 0', 'no'],
    ['{{ if .Values.a }}yes{{ else if eq .Values.b "x" }}x{{ else }}no{{ end }}', 'b: x', 'x'],
    ['{{ with .Values.a }}{{ .b }}{{ else }}none{{ end }}', 'a: {b: 1}', '1'],
    ['{{ with .Values.a }}a{{ else with .Values.b }}{{ . }}{{ end }}', 'b: 2', '2'],
    ['{{ range $k, $v := .Values.m }}{{ $k }}={{ $v }};{{ end }}', 'm: {b: 1, a: 2}', 'a=2;b=1;'],
    ['{{ range $i, $v := .Values.l }}{{ $i }}{{ $v }} {{ end }}', 'l: [x, w]', '0x 1w '],
    [
      '{{ range .Values.l }}{{ if eq . "b" }}{{ continue }}{{ end }}{{ if eq . "d" }}{{ break }}{{ end }}{{ . }}{{ end }}',
      'l: [a, b, c, d, e]',
      'ac',
    ],
    ['{{ range .Values.none }}x{{ else }}empty{{ end }}', '', 'empty'],
    ['{{ $x := 1 }}{{ range until 3 }}{{ $x = add $x . }}{{ end }}{{ $x }}', '', '4'],
    ['{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ $x }}{{ end }}{{ $x }}', '', '21'],
    ['{{ $n := now }}{{ ne $n ($n | dateModify "10m") }} {{ ne $n ($n | dateModify "x") }}', '', 'true false'],
    [
      '{{ $d := toDate "2006-01-02" "2020-01-01" }}{{ eq $d (toDate "2006-01-02" "2020-01-01") }} {{ eq $d (toDate "2006-01-02" "2020-01-02") }}',
      '',
      'true false',
    ],
    [
      '{{ $d := toDate "2006-01-02" "2020-01-01" }}{{ eq $d.Month (toDate "2006-01-02" "2020-01-02").Month }}',
      '',
      'true',
    ],
    ['{{ range $v := .Values.l }}{{ $.Values.p }}{{ $v }}{{ end }}', 'l: [1, 2]\np: q', 'q1q2'],
  ])('%s', (template, values, expected) => {
    expect(print(template, values)).toBe(expected);
  });
});

describe('what is missing', () => {
  it.each([
    ['[{{ .Values.a }}]', '[]'],
    ['[{{ (.Values.a).b }}]', '[]'],
    ['[{{ ((.Values.a).b).c }}]', '[]'],
    ['{{ $a := .Values.a }}[{{ $a.b.c }}]', '[]'],
    ['{{ .Values.a.b }}', 'error: template: app/templates/NOTES.txt:1: nil pointer evaluating interface {}.b'],
    ['{{ include "x" .Values.a }}', '[none]'],
    ['{{ printf "%s %v %d" .Values.a .Values.a .Values.a }}', '%!s(<nil>) <nil> %!d(<nil>)'],
    ['{{ quote .Values.a }}|{{ toYaml .Values.a }}|{{ default "d" .Values.a }}', '|null|d'],
    ['{{ eq .Values.a nil }}{{ not .Values.a }}{{ empty .Values.a }}', 'truetruetrue'],
    ['{{ upper (.Values.a) }}', 'error: template: app/templates/NOTES.txt:1: invalid value; expected string'],
    [
      '{{ range $v := list nil }}{{ $v.b }}{{ end }}',
      'error: template: app/templates/NOTES.txt:1: nil pointer evaluating interface {}.b',
    ],
  ])('%s', (template, expected) => {
    expect(print(template, '', { '_h.tpl': '{{ define "x" }}[{{ default "none" .b }}]{{ end }}' })).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['{{ .Values.num }} {{ .Values.big }} {{ int .Values.big }}', '1 1e+06 1000000'],
    [
      '{{ 1000000 }} {{ add 1 .Values.num }} {{ kindOf (add 1 1) }} {{ kindOf 1 }} {{ kindOf .Values.num }}',
      '1000000 2 int64 int float64',
    ],
    ['{{ toYaml .Values.big }} {{ toJson .Values.big }} {{ .Values.f }}', '1000000 1000000 0.5'],
    ['{{ eq .Values.num 1.0 }} {{ eq (int .Values.num) 1 }} {{ lt 1 2 }} {{ ge "b" "a" }}', 'true true true true'],
    [
      '{{ eq .Values.num 1 }}',
      'error: template: app/templates/NOTES.txt:1: error calling eq: incompatible types for comparison',
    ],
    [
      '{{ divf 10 3 }} {{ mulf 0.1 3 }} {{ addf 0.1 0.2 }} {{ div 7 2 }} {{ mod -7 3 }}',
      '3.3333333333333335 0.3 0.3 3 -1',
    ],
  ])('%s', (template, expected) => {
    expect(print(template, 'num: 1\nbig: 1000000\nf: 0.5')).toBe(expected);
  });
});

describe('named templates', () => {
  it('rebinds dot and $', () => {
    expect(
      print('{{ include "h" (dict "a" 1) }}', '', { '_h.tpl': '{{ define "h" }}{{ .a }}{{ $.a }}{{ end }}' }),
    ).toBe('11');
  });

  it('lets a later file define again, unless it is empty', () => {
    const templates = { '_a.tpl': '{{ define "h" }}a{{ end }}', '_b.tpl': '{{ define "h" }} {{ end }}' };
    expect(print('{{ template "h" }}', '', templates)).toBe('a');
  });

  it('gives tpl its own definitions for as long as it runs', () => {
    expect(
      print('{{ tpl .Values.t . }}', 't: \'{{ define "i" }}in{{ end }}{{ include "i" . }}{{ .Values.x }}\'\nx: 5'),
    ).toBe('in5');
  });

  it('shares one tree of values between files', () => {
    const templates = { 'a.yaml': 'a: {{ .Values.seen }}', 'z.yaml': '{{ $_ := set .Values "seen" "z" }}' };
    const { files } = renderChart(chart({ values: 'seen: x', templates }));
    expect(files.map(({ text }) => text)).toEqual(['', 'a: z']);
  });

  it('stops endless recursion with an error', () => {
    expect(print('{{ include "r" . }}', '', { '_r.tpl': '{{ define "r" }}{{ include "r" . }}{{ end }}' })).toContain(
      'budget (depth)',
    );
  });
});

describe('refusals', () => {
  it('are the words of the chart', () => {
    expect(print('{{ required "give a name" .Values.name }}')).toBe(
      'error: execution error at (app/templates/NOTES.txt:1): give a name',
    );
    expect(print('a\n{{ fail "never" }}')).toBe('error: execution error at (app/templates/NOTES.txt:2): never');
  });
});

describe('origins', () => {
  const source = chart({
    values:
      'image:\n  name: "docker/agent"\nsocket: /var/run/docker.sock\nextra:\n  - name: sock\n    path: /run/x.sock\n',
    templates: {
      '_h.tpl': '{{ define "vol" }}{{ toYaml .Values.extra }}{{ end }}',
      'a.yaml':
        'image: {{ .Values.image.name | quote }}\npath: {{ .Values.socket }}\nvolumes:\n  {{- include "vol" . | nindent 2 }}\n',
    },
  });
  const [file] = renderChart(source).files;

  it('prints what helm prints', () => {
    expect(file?.text).toBe(
      'image: "docker/agent"\npath: /var/run/docker.sock\nvolumes:\n  - name: sock\n    path: /run/x.sock\n',
    );
  });

  it('leads through toYaml, include and nindent to the value', () => {
    const at = file!.text.indexOf('/run/x.sock');
    const [origin] = file!.originAt(at, at + 11);
    expect(origin).toMatchObject({
      path: 'charts/app/values.yaml',
      kind: 'values',
      exact: true,
      valuesPath: 'extra.0.path',
    });
    expect(textAt(source, origin!.path).slice(origin!.from, origin!.to)).toBe('/run/x.sock');
    expect(textAt(source, origin!.site.path).slice(origin!.site.from, origin!.site.to)).toBe(
      '{{ toYaml .Values.extra }}',
    );
    expect(origin!.includes.map(({ path, from, to }) => textAt(source, path).slice(from, to))).toEqual([
      '{{- include "vol" . | nindent 2 }}',
    ]);
  });

  it('is the slice of the source wherever it is exact', () => {
    for (const origin of file!.originAt(0, file!.text.length)) {
      if (origin.exact)
        expect(textAt(source, origin.path).slice(origin.from, origin.to)).toBe(
          file!.text.slice(origin.start, origin.end),
        );
    }
  });

  it('covers every character once', () => {
    let at = 0;
    for (const { start, end } of file!.originAt(0, file!.text.length)) {
      expect(start).toBe(at);
      at = end;
    }
    expect(at).toBe(file!.text.length);
  });

  it('leads through tpl', () => {
    const inner = chart({
      values: 't: "path: {{ .Values.p }}/docker.sock"\np: /run',
      templates: { 'a.yaml': '{{ tpl .Values.t . }}' },
    });
    const [rendered] = renderChart(inner).files;
    expect(rendered?.text).toBe('path: /run/docker.sock');
    const slices = rendered!.originAt(0, 22).map(({ path, from, to }) => textAt(inner, path).slice(from, to));
    expect(slices).toEqual(['path: ', '/run', '/docker.sock']);
  });
});

describe('properties', () => {
  const words = fc.constantFrom(
    'a',
    'b: c',
    '"q"',
    "it's",
    'é',
    '😀',
    ' ',
    '\n',
    '- x',
    '#',
    '{{',
    '%',
    '\\',
    'true',
    '12',
  );
  const texts = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(''));
  const filters = fc.constantFrom(
    'quote',
    'squote',
    'indent 2',
    'nindent 4',
    'trim',
    'trunc 5',
    'trunc -3',
    'upper',
    'toYaml',
    'toJson',
    'b64enc',
    'replace "a" "bb"',
    'trimSuffix "c"',
    'splitList " " | join "-"',
    'printf "<%s>"',
    'cat "x"',
    'list "y" | toYaml',
    'toString',
    'regexReplaceAll "[a-c]" "<$0>"',
  );

  it('a render repeats, its fragments add up, and exact ones are slices', () => {
    fc.assert(
      fc.property(texts, fc.array(filters, { maxLength: 4 }), (text, pipeline) => {
        const template = `[{{ .Values.t | ${pipeline.join(' | ') || 'toString'} }}]`;
        const source = chart({ values: `t: ${JSON.stringify(text)}`, templates: { 'NOTES.txt': template } });
        const [first] = renderChart(source).files;
        const [second] = renderChart(source).files;
        expect(first?.text).toBe(second?.text);
        if (first === undefined) return;
        let at = 0;
        for (const { start, end, exact, path, from, to } of first.originAt(0, first.text.length)) {
          expect(start).toBe(at);
          at = end;
          if (exact) expect(textAt(source, path).slice(from, to)).toBe(first.text.slice(start, end));
        }
        expect(at).toBe(first.text.length);
      }),
      {
        numRuns: 150,
        examples: [
          ['a😀', ['trunc -3']],
          ['é', ['b64enc', 'b64dec']],
        ],
      },
    );
  });
});
