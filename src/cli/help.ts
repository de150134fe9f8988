/** What `--help` prints. */
import { describe, FORMATS, NEWEST_MINOR, type OptionName, optionsOn } from '../config/options.ts';
import { TOOL, VERSION } from '../model/tool.ts';
import { wrap } from '../report/width.ts';

const INDENT = 30;

const GROUPS: readonly { readonly title: string; readonly options: readonly OptionName[] }[] = [
  {
    title: 'What is judged',
    options: ['target-runtime', 'kubernetes-version', 'values', 'exclude', 'config', 'config-from'],
  },
  {
    title: 'What fails',
    options: ['fail-on', 'min-confidence', 'compare', 'baseline', 'new-suppressions', 'on-parse-error'],
  },
  { title: 'What is printed', options: ['format', 'output', 'color'] },
  {
    title: 'Rendering a chart',
    options: ['set', 'kube-version', 'release-name', 'namespace', 'include-crds', 'trace'],
  },
  { title: 'What is written', options: ['fix', 'diff', 'forks'] },
];

const COMMAND_LINES: readonly (readonly [string, string])[] = [
  [`${TOOL} [paths…]`, 'scan folders and files; without a path, this folder'],
  [`${TOOL} explain RULE`, 'what a rule finds, why it breaks, what to write instead'],
  [`${TOOL} rules`, 'list all rules'],
  [`${TOOL} baseline write [paths…]`, 'accept all present findings into the baseline'],
  [`${TOOL} baseline prune [paths…]`, 'take out of the baseline what was fixed'],
  [`${TOOL} init`, 'write a workflow that runs the Action on pull requests'],
  [`${TOOL} render CHART`, 'print a chart as helm template does'],
];

export function helpText(width: number): string {
  return [
    `${TOOL} ${VERSION}`,
    ...wrap(
      'Finds what in a repository still depends on dockershim or on Docker Engine being the container runtime of the nodes: in Helm charts, manifests, Dockerfiles, scripts and node configuration. It needs no cluster, no Docker, no helm, no network and no configuration.',
      Math.min(width, 100),
    ),
    '',
    'Usage',
    ...COMMAND_LINES.map(([command, what]) => `  ${command.padEnd(40)} ${what}`),
    ...GROUPS.flatMap(({ title, options }) => ['', title, ...options.flatMap((name) => optionLines(name, width))]),
    '',
    'Other',
    ...otherOptions().flatMap((name) => optionLines(name, width)),
    ...describedLines('-h, --help', 'Prints this.', width),
    ...describedLines('-V, --version', 'Prints the version.', width),
    '',
    'A path that is named like a command is written ./rules.',
    '',
    'Exit status',
    '  0  nothing at or over the threshold     3  nothing to scan',
    '  1  findings at or over the threshold    4  a bug of this program',
    '  2  wrong usage or configuration         5  files not understood, with --on-parse-error fail',
    '',
    'Examples',
    `  ${TOOL} deploy charts`,
    `  ${TOOL} --target-runtime cri-o --kubernetes-version 1.30 .`,
    `  ${TOOL} --compare main --output sarif=dockershim.sarif`,
    '',
    'A finding is accepted in place, with a reason:',
    '  # dockershim: ignore[docker-socket-mount] until=2027-01-31 -- build nodes keep Docker',
    '',
  ].join('\n');
}

function otherOptions(): readonly OptionName[] {
  const grouped = new Set(GROUPS.flatMap(({ options }) => options));
  return optionsOn('command line').filter((name) => !grouped.has(name));
}

function optionLines(name: OptionName, width: number): string[] {
  const option = describe(name);
  const value = option.placeholder === undefined ? '' : ` ${option.placeholder}`;
  return describedLines(`    --${name}${value}`, `${option.summary}${valuesText(name)}`, width);
}

function valuesText(name: OptionName): string {
  const option = describe(name);
  if (name === 'format') return ` One of ${FORMATS.join(', ')}; default ${option.default}.`;
  if (option.type === 'choice') return ` One of ${option.choices.join(', ')}; default ${option.default}.`;
  if (option.type === 'version') return ` Default 1.${NEWEST_MINOR}.`;
  return '';
}

function describedLines(left: string, text: string, width: number): string[] {
  const lines = wrap(text, Math.max(40, Math.min(width, 110) - INDENT - 2));
  const head = `  ${left}`;
  const first =
    head.length < INDENT + 2
      ? [`${head.padEnd(INDENT + 2)}${lines[0]}`]
      : [head, `${' '.repeat(INDENT + 2)}${lines[0]}`];
  return [...first, ...lines.slice(1).map((line) => `${' '.repeat(INDENT + 2)}${line}`)];
}
