/** Charts that want to eat time or memory end in a note, after few steps. */
import { describe, expect, it } from 'vitest';
import { exploreChart, renderChart } from '../../src/helm/index.ts';
import { steps } from '../support/steps.ts';
import { chart } from './support/chart.ts';

const MOST_STEPS = 200_000_000;

const doubling = (step: string): string =>
  `{{ $s := "aaaaaaaa" }}{{ range until 60 }}{{ $s = ${step} }}{{ end }}{{ $s }}`;
const nested = (use: string): string =>
  `{{ $l := list 1 }}{{ range until 60 }}{{ $l = list $l $l }}{{ end }}{{ ${use} }}`;
const cyclic = (use: string): string =>
  `{{ $d := dict }}{{ range list "a" "b" "c" }}{{ $_ := set $d . $d }}{{ end }}{{ ${use} }}`;

describe.each([
  ['include of itself', '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}'],
  ['template of itself', '{{ define "x" }}a{{ template "x" . }}{{ end }}{{ template "x" . }}'],
  ['tpl of itself', '{{ $t := "{{ tpl . . }}" }}{{ tpl $t $t }}'],
  ['loops in loops', '{{ range until 99999 }}{{ range until 99999 }}x{{ end }}{{ end }}'],
  ['a string that doubles by printf', doubling('printf "%s%s" $s $s')],
  ['a string that doubles by quote', doubling('quote $s $s')],
  ['a string that doubles by replace', doubling('replace "a" $s $s')],
  ['a string that doubles by join', doubling('join $s (list $s $s)')],
  ['a string that doubles by toJson', doubling('toJson (list $s $s)')],
  ['a string that doubles by tpl', doubling('tpl "{{ . }}{{ . }}" $s')],
  ['a list that doubles', '{{ $l := list 1 2 }}{{ range until 60 }}{{ $l = concat $l $l }}{{ end }}{{ len $l }}'],
  ['a list of shared lists as JSON', nested('toJson $l')],
  ['a list of shared lists as YAML', nested('toYaml $l')],
  ['a list of shared lists printed', nested('$l')],
  ['a list of shared lists compared', nested('deepEqual $l (list $l $l)')],
  ['a list of shared lists copied', nested('deepCopy $l | len')],
  ['a map in itself as YAML', cyclic('toYaml $d')],
  ['a map in itself printed', cyclic('printf "%v" $d')],
  ['a map in itself merged', cyclic('merge $d (dict "a" $d) | toJson')],
  ['repeat', '{{ repeat 1000000000 "a" }}'],
  ['a wide indent', '{{ nindent 100000000 "a" }}'],
  ['a wide verb', '{{ printf "%1000000d%*d" 1 1000000 1 | repeat 100 }}'],
  ['many random characters', '{{ randAlphaNum 1000000000 }}'],
  ['a long sequence', '{{ untilStep 0 1000000000 1 | len }}{{ seq 1 1000000000 }}'],
  ['a regular expression that backtracks', '{{ regexMatch "(a+)+$" (printf "%sb" (repeat 50000 "a")) }}'],
  ['many hashes', '{{ $s := repeat 1000000 "a" }}{{ range until 2000 }}{{ sha512sum $s }}{{ end }}'],
  ['many searches', '{{ $s := repeat 1000000 "ab" }}{{ range until 20000 }}{{ contains "aab" $s }}{{ end }}'],
  ['many look-ups in a list', '{{ $l := until 50000 }}{{ range $l }}{{ has 60000 $l }}{{ end }}'],
  ['parentheses', `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`],
  ['conditions', `${'{{ if true }}'.repeat(5000)}x${'{{ end }}'.repeat(5000)}`],
  ['openings', '{{ '.repeat(50_000)],
  ['pipes', `{{ 1 ${'| add 1 '.repeat(20_000)}}}`],
  ['fields', `{{ .Values${'.a'.repeat(50_000)} }}`],
  ['brackets in YAML', '{{ fromYaml (repeat 50000 "[") }}{{ fromJson (repeat 50000 "[") }}'],
])('%s', (_, template) => {
  const source = chart({ templates: { 'a.yaml': template } });

  it('explored', () => {
    expect(exploreChart(source).renders.length).toBeGreaterThan(0);
    expect(steps(() => exploreChart(source))).toBeLessThan(MOST_STEPS);
  });

  it('rendered', () => {
    expect(renderChart(source).manifest.length).toBeLessThan(20_000_000);
    expect(steps(() => renderChart(source))).toBeLessThan(MOST_STEPS);
  });
});

it('keeps the text of a file that reached a limit', () => {
  const source = chart({ templates: { 'a.yaml': 'path: /run/docker.sock\n{{ repeat 1000000000 "a" }}\n' } });
  const { renders, notes } = exploreChart(source);
  expect(renders[0]?.text.split('\n')[0]).toBe('path: /run/docker.sock');
  expect(renders[0]?.originAt(6, 22)[0]).toMatchObject({ from: 6, to: 22, exact: true });
  expect(notes.map(({ code }) => code)).toEqual(['budget']);
});

it('treats names of JavaScript objects as missing', () => {
  const template =
    '[{{ .Values.constructor }}{{ .Values.toString }}{{ index .Values "hasOwnProperty" }}{{ .Values.__proto__.x }}]';
  const { files } = renderChart(chart({ values: '__proto__: {x: 1}', templates: { 'NOTES.txt': template } }));
  expect(files[0]?.text).toBe('[1]');
});
