import { describe, expect, it } from 'vitest';
import { maskTemplates, templateActions } from '../../src/text/mask.ts';
import { fc } from '../support/fast-check.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

const shown = (text: string, lines: 'keep' | 'blank' = 'keep') => maskTemplates(text, lines).replaceAll('\uE000', '_');

describe('template actions', () => {
  it.each([
    ['a {{ .Values.x }} b', 'a _______________ b'],
    ['{{- if .Values.x }}\nk: v\n{{- end }}', '                   \nk: v\n          '],
    ['{{/* a }} b */}}x', '                x'],
    ['{{ "}}" | quote }}x', '__________________x'],
    ['{{ printf `}}` }}x', '_________________x'],
    ['run ${{ github.sha }} now', 'run _________________ now'],
    ['{% if a %}x{% endif %}', '          x           '],
    ['{# note #}{{ y }}', '          _______'],
    ['{{ $x := 1 }}{{ $x }}', '             ________'],
    ['{{ else if .a }}{{ ifx }}', '                _________'],
    ['{{ "broken }}x', '_____________x'],
    ['{{ open', '{{ open'],
    ['n=${#list[@]} {{ a }}', 'n=${#list[@]} _______'],
    ['run \\\n{% if a %}\n  -d \\\n  {% endif %}\n  app\n', 'run \\\n         \\\n  -d \\\n            \\\n  app\n'],
    ['run \\\n{{- if a }}\n{{- if b }}\n  app', 'run \\\n          \\\n          \\\n  app'],
    ['run app\n{% if a %}\n  b', 'run app\n          \n  b'],
    ['<% if @a -%>\nx=<%= @b -%>\n<%- end %>', '            \nx=__________\n          '],
    ["docker ps --format '{{.ID}}' <%= '{{' %>", "docker ps --format '_______' ___________"],
    ['<% open', '<% open'],
  ])('masks %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('blanks a value that has its line for itself when asked to', () => {
    expect(shown('a:\n  {{ include "x" . }}\nb: {{ .y }}', 'blank')).toBe('a:\n                     \nb: ________');
  });

  it('names the body of an action', () => {
    expect(templateActions('{{- .Values.a -}}').map((a) => [a.start, a.end, a.kind, a.body])).toEqual([
      [0, 17, 'value', '.Values.a'],
    ]);
  });

  it('keeps the length and every character outside of actions', () => {
    const piece = fc.constantFrom('{{', '}}', '{%', '%}', '"', '`', "'", '\n', '/*', '*/', 'if', ' x', '$', '{', '#}');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const masked = maskTemplates(text);
        expect(masked.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          const char = masked[i];
          if (char !== '\uE000' && char !== ' ') expect(char).toBe(text[i]);
        }
      }),
    );
  });

  it.each(['{{ "', '{{"}}', "{{ '", '{{ `', '{{', '{{ /* ', '{{/* }}', '{% '])(
    'takes steps in proportion for many %j',
    (unit) => {
      expect(growth(10_000, (size) => maskTemplates(`${unit.repeat(size)}}}`))).toBeLessThan(IN_PROPORTION);
    },
  );
});
