/**
 * What GitHub's runner takes for a command in a line of output, written from the description of its behaviour:
 * `::name key=value,key=value::data` after white space at the start of a line, and the older
 * `##[name key=value;key=value]data` anywhere in a line.
 */

export interface RunnerCommand {
  readonly form: 'current' | 'old';
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const RUNNER_COMMANDS = [
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'set-output',
  'set-env',
  'save-state',
  'echo',
  'stop-commands',
  'internal-set-repo-path',
] as const;

/** The commands that a runner would obey in an output; `stop-commands` pauses it until its token comes as a command. */
export function runnerCommands(output: string): readonly RunnerCommand[] {
  const obeyed: RunnerCommand[] = [];
  let token: string | undefined;
  for (const line of output.split(/\r\n|\r|\n/)) {
    if (token !== undefined) {
      if (commandIn(line, [token])) token = undefined;
      continue;
    }
    const command = commandIn(line, RUNNER_COMMANDS);
    if (!command) continue;
    obeyed.push(command);
    if (command.name === 'stop-commands') token = command.data;
  }
  return obeyed;
}

function commandIn(line: string, names: readonly string[]): RunnerCommand | undefined {
  return currentForm(line, names) ?? oldForm(line, names);
}

function currentForm(line: string, names: readonly string[]): RunnerCommand | undefined {
  const text = line.replace(/^[\s\u0085]+/u, '');
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  const head = readHead(text.slice(2, end), ',', names);
  if (!head) return undefined;
  const decode = (value: string) =>
    value
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const data = text
    .slice(end + 2)
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
  return { form: 'current', name: head.name, properties: mapValues(head.properties, decode), data };
}

function oldForm(line: string, names: readonly string[]): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  const head = readHead(line.slice(start + 3, end), ';', names);
  return head && { form: 'old', name: head.name, properties: head.properties, data: line.slice(end + 1) };
}

function readHead(text: string, separator: string, names: readonly string[]) {
  const space = text.indexOf(' ');
  const name = (space < 0 ? text : text.slice(0, space)).toLowerCase();
  if (!names.some((known) => known.toLowerCase() === name)) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of space < 0 ? [] : text.slice(space + 1).split(separator)) {
    const at = pair.indexOf('=');
    if (at > 0) properties[pair.slice(0, at).trim()] = pair.slice(at + 1);
  }
  return { name, properties };
}

function mapValues(record: Readonly<Record<string, string>>, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
