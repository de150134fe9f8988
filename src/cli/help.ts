/** What `--help` prints: the commands and the options of a scan, or one command alone. */
import { describe, FORMATS, NEWEST_MINOR, type OptionName } from '../config/options.ts';
import { TOOL, VERSION } from '../model/tool.ts';
import { wrap } from '../report/width.ts';
import { COMMAND_DESCRIPTIONS, COMMANDS, type Command } from './commands.ts';

const INDENT = 30;
/** Where the explanation of a form of usage starts. */
const COLUMN = 42;

export function helpText(command: Command, width: number): string {
  return command === 'lint' || command === 'help' ? mainHelp(width) : commandHelp(command, width);
}

function mainHelp(width: number): string {
  return [
    `${TOOL} ${VERSION}`,
    ...wrap(
      'Finds what in a repository still depends on dockershim or on Docker Engine being the container runtime of the nodes: in Helm charts, manifests, Dockerfiles, scripts and node configuration. It needs no cluster, no Docker, no helm, no network and no configuration.',
      Math.min(width, 100),
    ),
    '',
    'Usage',
    ...COMMANDS.flatMap((command) => usageLines(command, width)),
    ...optionGroups('lint', width),
    '',
    'Other',
    ...describedLines('-h, --help', 'Prints this page; after a command, that of the command.', width),
    ...describedLines('-V, --version', 'Prints the version.', width),
    '',
    'A path that is named like a command is written ./rules.',
    '',
    'Exit status',
    '  0  nothing at or over the threshold     3  nothing to scan',
    '  1  findings at or over the threshold    4  internal error',
    '  2  wrong usage or configuration         5  files not understood, with --on-parse-error fail',
    ...exampleLines('lint'),
    `  kubectl get all --all-namespaces --output yaml | ${TOOL} -`,
    '',
    'A finding is accepted in place, with a reason:',
    '  # dockershim: ignore[docker-socket-mount] until=2027-01-31 -- build nodes keep Docker',
    '',
  ].join('\n');
}

function commandHelp(command: Command, width: number): string {
  return ['Usage', ...usageLines(command, width), ...optionGroups(command, width), ...exampleLines(command), ''].join(
    '\n',
  );
}

function usageLines(command: Command, width: number): readonly string[] {
  return COMMAND_DESCRIPTIONS[command].usage.flatMap(([form, what]) => {
    const head = `  ${TOOL} ${form}`;
    const line = `${head.padEnd(COLUMN)} ${what}`;
    return line.length > Math.min(width, 110) || head.length > COLUMN ? [head, `      ${what}`] : [line];
  });
}

function exampleLines(command: Command): readonly string[] {
  const { examples } = COMMAND_DESCRIPTIONS[command];
  return examples.length === 0 ? [] : ['', 'Examples', ...examples.map((example) => `  ${TOOL} ${example}`)];
}

function optionGroups(command: Command, width: number): readonly string[] {
  return COMMAND_DESCRIPTIONS[command].groups.flatMap(({ title, options }) => [
    '',
    title,
    ...options.flatMap((name) => optionLines(name, width)),
  ]);
}

function optionLines(name: OptionName, width: number): string[] {
  const option = describe(name);
  const value = option.placeholder === undefined ? '' : ` ${option.placeholder}`;
  // What is on by default can only be switched off.
  const flag = option.type === 'boolean' && option.default ? `--no-${name}` : `--${name}`;
  return describedLines(`    ${flag}${value}`, `${option.summary}${valuesText(name)}`, width);
}

function valuesText(name: OptionName): string {
  const option = describe(name);
  if (name === 'format') return ` One of ${FORMATS.join(', ')}; default ${option.default}.`;
  if (option.type === 'choice') return ` One of ${option.choices.join(', ')}; default ${option.default}.`;
  if (option.type === 'version') return ` Default 1.${NEWEST_MINOR}.`;
  return '';
}

function describedLines(left: string, text: string, width: number): string[] {
  const lines = wrap(text, Math.max(20, Math.min(width, 110) - INDENT - 2));
  const head = `  ${left}`;
  const first =
    head.length < INDENT + 2
      ? [`${head.padEnd(INDENT + 2)}${lines[0]}`]
      : [head, `${' '.repeat(INDENT + 2)}${lines[0]}`];
  return [...first, ...lines.slice(1).map((line) => `${' '.repeat(INDENT + 2)}${line}`)];
}
