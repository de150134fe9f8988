/** Generated values and templates, given to the real helm and to ours: the same must come out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { renderChart } from '../../src/helm/index.ts';
import { agrees, outcomeOf, probeFiles, runProbe } from '../../test/helm/probes/probe.ts';
import type { Oracle } from './oracle.ts';

export interface GeneratedReport {
  readonly total: number;
  readonly agreeing: number;
  /** How many helm rendered; the others it refused. */
  readonly rendered?: number;
  readonly lines: readonly string[];
}

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

const PRINT = `{{ range $name, $_ := .Files.Glob "values/*" }}
{{- $tree := $.Files.Get $name | fromJson }}
{{ $name | quote }}: {{ list (toYaml $tree) (toJson $tree) (toPrettyJson $tree) (printf "%v" $tree) (toYamlPretty $tree) (toYaml (fromYaml (toYaml $tree))) | toJson | b64enc }}
{{- end }}
`;

/** More in one chart would exceed the budget of one file. */
const TREES_PER_CHART = 250;

/** Trees of values, many in one chart, printed in every way. */
export async function compareTrees(oracle: Oracle, count: number, seed: number): Promise<GeneratedReport> {
  const trees = fc.sample(fc.dictionary(keyText, tree, { maxKeys: 5, noNullPrototype: true }), {
    numRuns: count,
    seed,
  });
  const lines: string[] = [];
  for (let from = 0; from < count; from += TREES_PER_CHART) {
    lines.push(...(await compareChart(oracle, trees.slice(from, from + TREES_PER_CHART))));
  }
  return { total: count, agreeing: count - lines.length, lines };
}

async function compareChart(oracle: Oracle, trees: readonly unknown[]): Promise<string[]> {
  const files = new Map<string, string>([
    ['Chart.yaml', 'apiVersion: v2\nname: trees\nversion: 1.0.0\n'],
    ['templates/print.yaml', PRINT],
    ...trees.map((value, index) => [`values/${index}.json`, JSON.stringify(value)] as const),
  ]);
  const helm = decode((await renderTheirs(oracle, files)).stdout);
  const result = renderChart({ root: '', files });
  if (result.error !== undefined) return [`ours: ${result.error}`];
  const ours = decode(result.manifest);
  const lines: string[] = helm.size === trees.length ? [] : [`helm printed ${helm.size} of ${trees.length} trees`];
  for (const [name, expected] of helm) {
    const own = ours.get(name) ?? [];
    const at = expected.findIndex((item, index) => item !== own[index]);
    if (at >= 0) {
      lines.push(`${files.get(name)}\n  helm: ${JSON.stringify(expected[at])}\n  ours: ${JSON.stringify(own[at])}`);
    }
  }
  return lines;
}

function decode(manifest: string): Map<string, string[]> {
  const found = manifest.matchAll(/^"(.*)": (\S*)$/gm);
  return new Map(
    [...found].map(([, name = '', encoded = '']) => [
      name,
      JSON.parse(Buffer.from(encoded, 'base64').toString()) as string[],
    ]),
  );
}

async function renderTheirs(
  oracle: Oracle,
  files: ReadonlyMap<string, string>,
): Promise<{ stdout: string; error: string | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const result = await oracle.template(folder, [], JSON.stringify([...files]), 0);
  rmSync(folder, { recursive: true });
  return result;
}

/** Operands of a kind with the functions that take it; now and then any with any. */
const KINDS: readonly { readonly from: readonly string[]; readonly through: readonly string[] }[] = [
  {
    from: [
      '$.Values.text',
      '$.Values.empty',
      '$.Values.unicode',
      '$.Values.multi',
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

const template = fc.letrec<{ body: string; part: string }>((tie) => ({
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
})).body;

/** Templates, each in a chart of its own: most of them fail, and have to fail with both. */
export async function compareTemplates(oracle: Oracle, count: number, seed: number): Promise<GeneratedReport> {
  const lines: string[] = [];
  let rendered = 0;
  const queue = fc.sample(template, { numRuns: count, seed }).map((body) => `{{ $x := 0 }}${body}`);
  const work = async (): Promise<void> => {
    for (let body = queue.shift(); body !== undefined; body = queue.shift()) {
      const probe = { about: 'generated', template: body };
      const { stdout, error } = await renderTheirs(oracle, probeFiles(probe));
      const theirs = outcomeOf(stdout, error);
      if (theirs.output !== undefined) rendered += 1;
      // A pointer's address, different each time.
      if (theirs.output?.includes('0xc0') === true) continue;
      const ours = runProbe(probe);
      if (!agrees(ours, theirs))
        lines.push(`${JSON.stringify(body)}\n  helm: ${JSON.stringify(theirs)}\n  ours: ${JSON.stringify(ours)}`);
    }
  };
  await Promise.all([work(), work()]);
  return { total: count, agreeing: count - lines.length, rendered, lines };
}
