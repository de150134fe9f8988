/** Generators of values and templates that Helm's own functions are likely to take. */
import { fc } from '../../support/fast-check.ts';

const AWKWARD = [
  ' ',
  '\n',
  ': ',
  ' #',
  '- ',
  "'",
  '"',
  '\\',
  '\t',
  'yes',
  '0x1',
  '~',
  '|',
  '>',
  '{',
  '[',
  '&',
  '*',
  '!',
  '%',
  '@',
  '`',
  'é',
  '漢',
  '😀',
  'word',
  '---',
  '\r',
  '<<',
  '=',
  '12:30',
  '1_000',
  '0755',
  '2024-01-01',
  '.5',
  'null',
  '\u2028',
  '\ufeff',
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
  fc.array(fc.constantFrom(...AWKWARD), { maxLength: 10 }).map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('lorem', 'ipsum', ' ', '  ', 'dolor', 'a/long/path/without/blanks'), { maxLength: 40 })
    .map((parts) => parts.join(' ')),
);

/** Without digits: goyaml's order of keys goes in circles with some, and then depends on chance. */
const keyText = text.map((key) => key.replace(/[0-9]/g, ''));

/** Any value that JSON can hold. */
const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom<unknown>(true, false, null, 1e6, 1e21, 0.1, -0.5, 2 ** 53, {}, []),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keyText, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** Operands of a kind with the functions that take it; now and then any with any. */
const KINDS: readonly { readonly from: readonly string[]; readonly through: readonly string[] }[] = [
  {
    from: [
      '$.Values.text',
      '$.Values.empty',
      '$.Values.unicode',
      '$.Values.multi',
      '("Z+9/" | b64dec)',
      '(trunc 4 $.Values.unicode)',
      '"\\xe6\\xbc"',
      '"a"',
      '`r`',
      '$.Release.Name',
      '$.Chart.Version',
    ],
    through: [
      'quote',
      'squote',
      'upper',
      'title',
      'trunc 3',
      'trunc -4',
      'len',
      'b64enc',
      'trimSuffix "d"',
      'replace "l" "L"',
      'nindent 2',
      'indent 1',
      'contains "o"',
      'hasPrefix "he"',
      'splitList " "',
      'sha256sum',
      'regexReplaceAll "[aeiou]" "abc"',
      'repeat 2',
      'trim',
      'snakecase',
      'fromYaml',
      'printf "%q %5s"',
      'substr 1 3',
      'substr 2 7',
      'abbrev 5',
      'wrap 4',
      'toPrettyJson',
      'fromJson',
      'urlquery',
      'html',
      'splitList ""',
      'b64dec',
      'swapcase',
      'toYaml',
      'toJson',
      'default "d"',
      'kindOf',
      'eq "a"',
      'cat "x"',
      'initials',
      'nospace',
      'lower',
    ],
  },
  {
    from: [
      '$.Values.whole',
      '$.Values.fraction',
      '$.Values.zero',
      '$.Values.negative',
      '$.Values.big',
      '1',
      '2.5',
      '(len $.Values.words)',
    ],
    through: [
      'int',
      'int64',
      'float64',
      'add 1',
      'sub 10',
      'mul 2',
      'div 7',
      'mod 5',
      'max 3',
      'min 3',
      'floor',
      'ceil',
      'toString',
      'quote',
      'toJson',
      'toYaml',
      'printf "%v"',
      'printf "%d"',
      'printf "%.2f"',
      'kindOf',
      'typeOf',
      'empty',
      'not',
      'default 9',
      'until',
      'addf 0.5',
      'mulf 2',
      'toDecimal',
      'add1',
    ],
  },
  {
    from: [
      '$.Values.numbers',
      '$.Values.words',
      '$.Values.mixed',
      '$.Values.none',
      '$.Values.objects',
      '(list 1 "x" nil)',
      '(until 3)',
      '(list)',
    ],
    through: [
      'first',
      'last',
      'rest',
      'initial',
      'join ","',
      'has 3.0',
      'reverse',
      'uniq',
      'compact',
      'sortAlpha',
      'len',
      'toJson',
      'toYaml',
      'toStrings',
      'quote',
      'toString',
      'without "apple"',
      'empty',
      'kindOf',
      'default (list 7)',
      'concat (list 0)',
      'printf "%v"',
      'printf "%d"',
      'chunk 2',
      'toPrettyJson',
    ],
  },
  {
    from: [
      '$.Values.map',
      '$.Values.blank',
      '$.Values.map.c',
      '$.Values.other',
      '$.Values.keys',
      '(dict "k" "v")',
      '(deepCopy $.Values.map)',
      '(dict)',
    ],
    through: [
      'keys | sortAlpha',
      'toJson',
      'toYaml',
      'toToml',
      'len',
      'merge (dict "z" 1)',
      'mergeOverwrite (dict "a" 5 "q" nil)',
      'empty',
      'not',
      'kindOf',
      'quote',
      'toString',
      'list',
      'dict "x"',
      'default (dict "d" 1)',
      'printf "%v"',
      'deepCopy',
      'values | len',
      'toPrettyJson',
      'typeOf',
      'toYamlPretty',
    ],
  },
  {
    from: [
      '$.Values.nothing',
      '$.Values.missing',
      '$.Values.yes',
      '$.Values.no',
      'true',
      '.',
      '$x',
      '$.Values.map.zzz',
    ],
    through: [
      'default "d"',
      'toString',
      'quote',
      'toJson',
      'toYaml',
      'kindOf',
      'empty',
      'not',
      'coalesce nil "c"',
      'list',
      'typeOf',
      'printf "%v"',
      'cat "x"',
    ],
  },
];

const operand = fc.constantFrom(...KINDS.flatMap((kind) => kind.from));
const anyFunction = fc.constantFrom(...KINDS.flatMap((kind) => kind.through));
const typed = fc.oneof(
  ...KINDS.map(({ from, through }) =>
    fc
      .tuple(fc.constantFrom(...from), fc.array(fc.constantFrom(...through), { maxLength: 1 }))
      .map(([start, pipes]) => [start, ...pipes].join(' | ')),
  ),
);
const untyped = fc
  .tuple(operand, fc.array(anyFunction, { maxLength: 2 }))
  .map(([start, pipes]) => [start, ...pipes].join(' | '));
const call = fc
  .tuple(
    fc.constantFrom('and', 'or', 'print', 'default', 'list', 'printf "%v|%v"', 'cat', 'println', 'coalesce'),
    operand,
    operand,
  )
  .map(([name, left, right]) => `${name} ${left} ${right}`);
const expression = fc.oneof(
  { weight: 20, arbitrary: typed },
  { weight: 1, arbitrary: untyped },
  { weight: 5, arbitrary: call },
);
/** Lists and maps; now and then something that cannot be ranged over. */
const iterable = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...(KINDS[2]?.from ?? []), ...(KINDS[3]?.from ?? []), '$.Values.nothing') },
  { weight: 1, arbitrary: operand },
);
const open = fc.constantFrom('{{ ', '{{- ', '{{- ');
const close = fc.constantFrom(' }}', ' -}}', ' }}');
const plainText = fc.constantFrom(' ', '\n', 'a', '  b\n', ': ', '\n\n', '-');

/** Text with actions; most of what is generated renders. */
export const template: fc.Arbitrary<string> = fc
  .letrec<{ body: string; part: string }>((tie) => ({
    body: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    part: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(
        plainText,
        fc.tuple(open, expression, close).map((parts) => parts.join('')),
      ),
      fc
        .tuple(open, fc.constantFrom('if', 'with'), expression, close, tie('body'), tie('body'))
        .map(
          ([from, word, condition, to, yes, no]) =>
            `${from}${word} ${condition}${to}${yes}{{ else }}${no}${from}end${to}`,
        ),
      fc
        .tuple(open, fc.constantFrom('', '$v := ', '$k, $v := '), iterable, close, tie('body'))
        .map(([from, names, over, to, inner]) => `${from}range ${names}${over}${to}${inner}{{ end }}`),
      fc.tuple(expression, tie('body')).map(([value, inner]) => `{{ $x := ${value} }}${inner}`),
      fc.tuple(expression, tie('body')).map(([value, inner]) => `{{ $x = ${value} }}${inner}`),
    ),
  }))
  .body.map((body) => `{{ $x := 0 }}${body}`);

/** What a values file may hold. */
export const valuesTree: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(keyText, tree, {
  maxKeys: 5,
  noNullPrototype: true,
});

/** Cuts, doubles and swaps pieces of a template. */
export const mangled: fc.Arbitrary<string> = fc
  .tuple(
    template,
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('cut', 'double', '{{', '}}', '"', '(', '|', '{{ end }}', '$', '\u0000')),
      { maxLength: 4 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((current, [where, edit]) => {
      const at = where % (current.length + 1);
      if (edit === 'cut') return current.slice(0, at);
      if (edit === 'double') return current + current.slice(at);
      return current.slice(0, at) + edit + current.slice(at);
    }, text),
  );
