// Writes src/data/docker-cli/grammar.generated.ts: every subcommand of the docker client with its flags, read from the
// client's own help and from the reference pages of newer clients and of the compose and buildx plugins.
//   node scripts/docker-cli.mjs --client docker-28 --client docker-20.10 --pages cli/docs/reference/commandline \
//     --pages compose/docs/reference --pages buildx/docs/reference
// The newest comes first; a flag that only an older one has is kept. The folders are those of the Go modules
// github.com/docker/cli, github.com/docker/compose/v5 and github.com/docker/buildx.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    client: { type: 'string', multiple: true, default: [] },
    pages: { type: 'string', multiple: true, default: [] },
  },
});

/** From the path of a command to what is known of it. @type {Map<string, {aliases: Set<string>, stops: boolean, flags: Map<string, {short: string, value: boolean}>}>} */
const commands = new Map();

/** Spellings that the client reads and its help does not show. */
const HIDDEN = [
  ['container run', 'net', '', true],
  ['container run', 'net-alias', '', true],
  ['container create', 'net', '', true],
  ['container create', 'net-alias', '', true],
];

for (const client of values.client) readClient(client, []);
for (const folder of values.pages) readPages(folder);
for (const [path, ...flag] of HIDDEN) addFlag(commandAt(path), ...flag);
write();

function commandAt(path) {
  const known = commands.get(path) ?? { aliases: new Set(), stops: false, flags: new Map() };
  commands.set(path, known);
  return known;
}

function addFlag(command, long, short, value) {
  const known = command.flags.get(long);
  command.flags.set(long, { short: known?.short || short, value: known?.value ?? value });
}

function readClient(client, words) {
  const help = execFileSync(client, [...words, '--help'], { encoding: 'utf8' });
  const usage = /^Usage: +(.*)$/m.exec(help)?.[1] ?? '';
  const command = commandAt(words.join(' '));
  if (stopsAtOperand(usage)) command.stops = true;
  for (const alias of (/^Aliases:\n +(.*)$/m.exec(help)?.[1] ?? '').split(', ')) {
    const [program, ...rest] = alias.split(' ');
    if (program === 'docker' && rest.length > 0 && rest.join(' ') !== words.join(' '))
      command.aliases.add(rest.join(' '));
  }
  for (const [, short = '', long, type] of help.matchAll(/^ {2,6}(?:-(\w), +)?--([\w.-]+)(?: (\S+))?(?:$| {2,})/gm))
    addFlag(command, long, short, type !== undefined);
  if (words.length > 0 && !/^Usage: +docker .* COMMAND *$/m.exec(help)) return;
  for (const [, name] of help.matchAll(/^ {2}([a-z][\w-]*)\*? {2,}\S/gm)) readClient(client, [...words, name]);
}

function readPages(folder) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'index.md')) {
    const page = readFileSync(join(folder, file), 'utf8');
    const path = file.slice(0, -'.md'.length).replaceAll('_', ' ');
    const command = commandAt(path === 'docker' ? '' : path);
    for (const alias of aliasesOf(page)) if (alias !== path) command.aliases.add(alias);
    const sibling = join(folder, `docker_${file.replace(/md$/, 'yaml')}`);
    const usage = existsSync(sibling)
      ? (/^usage: (.*)$/m.exec(readFileSync(sibling, 'utf8'))?.[1] ?? '')
      : (/^```text\n(.*)$/m.exec(page)?.[1] ?? '');
    if (stopsAtOperand(usage)) command.stops = true;
    for (const [, names = '', type] of page.matchAll(/^\| (\[?`-.*?) +\| (`\w+`)? +\|/gm)) {
      const long = /--([\w.-]+)/.exec(names)?.[1];
      if (long) addFlag(command, long, /`-(\w)`/.exec(names)?.[1] ?? '', type !== undefined && type !== '`bool`');
    }
  }
}

/** `docker container ls`, `docker ps`: the line below the heading "Aliases". */
function aliasesOf(page) {
  const line = /^### Aliases\n\n(.*)$/m.exec(page)?.[1] ?? '';
  return [...line.matchAll(/`docker ([a-z][\w -]*)`/g)].map(([, name]) => name);
}

/** What follows the first operand is the command line of another program. */
function stopsAtOperand(usage) {
  return /\bCOMMAND\]? \[ARGS?\.\.\.\]|\[ps OPTIONS\]/.test(usage);
}

/** One entry for all names of a command: the newest client calls `docker ps` an alias, the older one does not. */
function mergeAliases() {
  for (const path of [...commands.keys()].sort()) {
    const command = commands.get(path);
    for (const alias of command?.aliases ?? []) {
      const other = commands.get(alias);
      if (!other || other === command) continue;
      for (const [long, { short, value }] of other.flags) addFlag(command, long, short, value);
      for (const name of other.aliases) if (name !== path) command.aliases.add(name);
      command.stops ||= other.stops;
      commands.delete(alias);
    }
  }
}

function write() {
  mergeAliases();
  const rows = [...commands.keys()].sort().map((path) => {
    const { aliases, stops, flags } = commands.get(path);
    const written = [...flags]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([long, { short, value }]) => `${short ? `${short},` : ''}${long}${value ? '=' : ''}`);
    const names = [path, ...[...aliases].sort()].join('|');
    return `  ['${names}', ${stops}, '${written.join(' ')}'],`;
  });
  writeFileSync(
    resolve(import.meta.dirname, '../src/data/docker-cli/grammar.generated.ts'),
    [
      '/** The command line of docker, from the help of its client. Generated by scripts/docker-cli.mjs; do not edit. */',
      '',
      '/** Names of the command, whether its options end at the first operand, and its flags: `a,all filter=` (`=` takes a value). */',
      'export type GrammarRow = readonly [names: string, stopsAtOperand: boolean, flags: string];',
      '',
      '// biome-ignore format: generated',
      'export const DOCKER_GRAMMAR: readonly GrammarRow[] = [',
      ...rows,
      '];',
      '',
    ].join('\n'),
  );
}
