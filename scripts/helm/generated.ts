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

const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom<unknown>(true, false, null, 1e6, 1e21, 0.1, -0.5, 2 ** 53, {}, []),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const PRINT = `{{ range $name, $_ := .Files.Glob "values/*" }}
{{- $tree := $.Files.Get $name | fromJson }}
{{ $name | quote }}: {{ list (toYaml $tree) (toJson $tree) (toPrettyJson $tree) (printf "%v" $tree) (toYamlPretty $tree) (toYaml (fromYaml (toYaml $tree))) | toJson | b64enc }}
{{- end }}
`;

/** Trees of values, all in one chart, printed in every way. */
export async function compareTrees(oracle: Oracle, count: number, seed: number): Promise<GeneratedReport> {
  const files = new Map<string, string>([
    ['Chart.yaml', 'apiVersion: v2\nname: trees\nversion: 1.0.0\n'],
    ['templates/print.yaml', PRINT],
  ]);
  fc.sample(fc.dictionary(text, tree, { maxKeys: 5, noNullPrototype: true }), { numRuns: count, seed }).forEach(
    (value, index) => {
      files.set(`values/${index}.json`, JSON.stringify(value));
    },
  );
  const helm = decode((await renderTheirs(oracle, files)).stdout);
  const ours = decode(renderChart({ root: '', files }).manifest);
  const lines: string[] = [];
  for (const [name, expected] of helm) {
    const own = ours.get(name) ?? [];
    const at = expected.findIndex((item, index) => item !== own[index]);
    if (at >= 0)
      lines.push(`${files.get(name)}\n  helm: ${JSON.stringify(expected[at])}\n  ours: ${JSON.stringify(own[at])}`);
  }
  if (helm.size !== count) lines.push(`helm printed ${helm.size} of ${count} trees`);
  return { total: count, agreeing: count - lines.length, lines };
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

const PATHS = [
  'text',
  'empty',
  'whole',
  'fraction',
  'yes',
  'nothing',
  'numbers',
  'words',
  'mixed',
  'none',
  'blank',
  'map',
  'map.c.d',
  'map.zzz',
  'objects',
  'version',
  'missing',
];
const LITERALS = ['1', '"a"', '""', 'true', 'nil', '2.5', '`r`', '0', '(list 1 "x")', '(dict "k" "v")'];
const PIPED = [
  'quote',
  'toString',
  'toJson',
  'toYaml',
  'default "d"',
  'upper',
  'trunc 3',
  'len',
  'int',
  'kindOf',
  'empty',
  'not',
  'first',
  'last',
  'b64enc',
  'trimSuffix "d"',
  'replace "l" "L"',
  'nindent 2',
  'indent 1',
  'printf "%v-%s" 1',
  'squote',
  'has 3.0',
  'join ","',
  'add 1',
  'eq 1',
  'ternary 1 2',
  'hasPrefix "he"',
  'reverse',
  'uniq',
  'compact',
  'sortAlpha',
  'keys',
  'typeOf',
  'float64',
  'toStrings',
  'required "r"',
  'coalesce nil',
  'contains "o"',
  'fromYaml',
  'sha256sum',
  'regexReplaceAll "[aeiou]" "abc"',
  'list',
  'dict "x"',
  'until',
  'semverCompare ">1.0"',
  'splitList " "',
  'index',
  'mul 2',
];

const operand = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PATHS).map((path) => `.Values.${path}`) },
  fc.constantFrom(...LITERALS),
  fc.constantFrom('.', '$', '$x', '.Release.Name', '.Chart.Version', '$.Values.text'),
);
const pipeline = fc
  .tuple(operand, fc.array(fc.constantFrom(...PIPED), { maxLength: 2 }))
  .map(([start, pipes]) => [start, ...pipes].join(' | '));
const call = fc
  .tuple(
    fc.constantFrom(
      'and',
      'or',
      'eq',
      'ne',
      'print',
      'default',
      'list',
      'printf "%v|%v"',
      'merge',
      'cat',
      'ternary "a"',
      'max',
      'hasKey',
      'get',
      'append',
    ),
    operand,
    operand,
  )
  .map(([name, left, right]) => `${name} ${left} ${right}`);
const expression = fc.oneof({ weight: 3, arbitrary: pipeline }, call);
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
      .tuple(open, fc.constantFrom('', '$v := ', '$k, $v := '), expression, close, tie('body'))
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
