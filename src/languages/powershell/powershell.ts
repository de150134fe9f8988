/** PowerShell scripts of Windows nodes. */

import { within } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { type Fact, type PackageFact, PLAINLY } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import { beginsOnWindows, normaliseNodePath } from '../../text/node-path.ts';
import { isCommentedOut } from '../../text/source.ts';
import { table } from '../../text/table.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input, inContainerOf } from '../front-end.ts';
import { commandFacts } from '../shell/shell.ts';
import { envFact, pathFacts, type ReadingBuilder, readingBuilder, settingFact, token } from '../text/facts.ts';
import { scriptCalls } from './calls.ts';
import { conditionsAt, kubeletFlagsOf } from './flags.ts';
import { type Machines, machinesIn } from './machines.ts';
import { scanPowerShell } from './scan.ts';
import type { PowerShellCommand, PowerShellScan } from './scanner.ts';
import { actingParts } from './spoken.ts';
import { programName, started, withoutRedirects } from './started.ts';
import { KEYWORDS, SPEAKS } from './statements.ts';

export function readPowerShell(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'powershell');
  const builder = readingBuilder(document);
  const scan = scanPowerShell(view);
  const values = new Map(scan.assignments.map(({ name, value }) => [name.text.toLowerCase(), value]));
  const machines = machinesIn(view.text);
  for (const command of scan.commands) {
    readCommand(input, embed, builder, command, scan, machines);
    readWritten(input, embed, builder, command, scan, values);
  }
  for (const match of view.text.matchAll(SET_VARIABLE)) builder.fact(...environmentVariable(builder, match));
  for (const match of view.text.matchAll(ADD_KEY)) builder.fact(...daemonSetting(builder, match));
  const acts = actingParts(view.text, scan);
  for (const { name, value, conditions, perhaps } of scan.assignments) {
    const variable = name.text.replace(/^\$(?:\{)?(?:env:|global:|script:)?/i, '').replace(/\}$/, '');
    const fact = envFact(document, { ...name, text: variable }, value);
    const exported = /^\$\{?env:/i.test(name.text);
    const paths = acts(name.start) ? windowsPaths(builder, value) : [];
    builder.fact({ ...fact, exported, conditions, perhaps }, ...paths);
  }
  const reading = builder.build();
  return inContainerOf(input, {
    ...reading,
    facts: [...reading.facts, ...kubeletFlagsOf(document, reading.facts, scan)],
  });
}

function readCommand(
  input: Input,
  embed: Embed,
  builder: ReadingBuilder,
  command: PowerShellCommand,
  { arrays, branches }: PowerShellScan,
  machines: Machines,
): void {
  const { document } = builder;
  /** An item of a list counts where the list is made. */
  const underBranch = (fact: Fact): Fact =>
    fact.kind === 'flag' && fact.at.view === document.view
      ? { ...fact, conditions: within(fact.conditions, conditionsAt(branches, fact.at.start)) }
      : fact;
  const words = withoutRedirects(started(filtered(command), arrays));
  const [first] = words;
  if (!first || KEYWORDS.has(first.text.toLowerCase()) || first.text === '=') return;
  const at = first.view === document.view ? first.start : 0;
  const reading = commandFacts(words, {
    document,
    depth: input.depth,
    embed,
    conditions: command.conditions,
    site: machines.siteAt(at),
    nodeNames: machines.nodeNamesAt(at),
  });
  const program = programName(first.text);
  const speaks = SPEAKS.test(program);
  const facts = reading.facts.filter((fact) =>
    fact.kind === 'package' ? fact.manager === 'url' || fact.manager === 'choco' : !(speaks && fact.kind === 'path'),
  );
  builder.add({ ...reading, facts: facts.map((fact) => underBranch(windowsFact(fact, program, command.condition))) });
  builder.fact(...packageFacts(builder, program, words));
  for (const link of scriptCalls(document, words)) builder.link(link);
}

const SET_VARIABLE = /SetEnvironmentVariable\(\s*["'](\w{1,100})["']\s*,\s*["']([^"'\n]{0,500})["']/dgi;

function environmentVariable(builder: ReadingBuilder, match: RegExpMatchArray): readonly Fact[] {
  const { view } = builder.document;
  const [, name, value] = match.indices ?? [];
  if (!name || !value || isCommentedOut(view.text, match.index ?? 0)) return [];
  return [envFact(builder.document, token(view, ...name), token(view, ...value))];
}

/** `$dockerConfig | Add-Member -Name "log-driver" -Value …` builds a daemon.json. */
const ADD_KEY = /\$\w{0,40}docker\w{0,40} *\| *Add-Member +(?:-NotePropertyName|-Name) +["']([\w-]{1,60})["']/dgi;

function daemonSetting(builder: ReadingBuilder, match: RegExpMatchArray): readonly Fact[] {
  const { view } = builder.document;
  const range = match.indices?.[1];
  if (!range || isCommentedOut(view.text, match.index ?? 0)) return [];
  const key = token(view, ...range);
  return [{ ...settingFact(builder.document, 'daemon-json', [key.text], key, token(view, key.end, key.end)), at: key }];
}

/** `Set-Content -Path x -Value @"…"@`, `$text | Out-File x` write a file with a language of its own. */
function readWritten(
  input: Input,
  embed: Embed,
  builder: ReadingBuilder,
  command: PowerShellCommand,
  scan: PowerShellScan,
  values: ReadonlyMap<string, Token>,
): void {
  const { words } = command;
  if (!WRITERS.test(programName(words[0]?.text ?? ''))) return;
  const paths = words.map((word) => scan.variables.get(word.text.toLowerCase()) ?? word.text);
  const path = paths.find(beginsOnWindows);
  const given = [...words, ...(command.input ? [command.input] : [])];
  const content = given
    .map((word) => values.get(word.text.toLowerCase()) ?? word)
    .find(({ text }) => text.includes('\n') || text.startsWith('{'));
  if (!path || !content) return;
  builder.add(
    embed({
      view: slice(content.view, content.start, content.end),
      path: input.path,
      label: `${path} in ${input.label}`,
      parent: builder.document,
      object: input.object,
      target: normaliseNodePath(path),
      language: undefined,
      depth: input.depth + 1,
    }),
  );
}

/** `Get-Service | ? Name -like 'docker'` asks for one service. */
function filtered(command: PowerShellCommand): readonly Token[] {
  const [first] = command.words;
  const last = command.words.at(-1);
  const source = command.after?.words;
  if (!first || !last || source?.length !== 1 || !/^(?:\?|where|where-object)$/i.test(first.text)) return command.words;
  return /^get-(?:service|process)$/i.test(source[0]?.text ?? '') ? [...source, last] : command.words;
}

const WRITERS = /^(?:set-content|add-content|out-file|new-item|copy-item|move-item|remove-item|tee-object)$/;

function windowsFact(fact: Fact, program: string, condition: boolean): Fact {
  if (fact.kind === 'path' && program === 'test-path') return { ...fact, polarity: 'probes' };
  if (fact.kind === 'path') return WRITERS.test(program) && fact.use === 'read' ? { ...fact, use: 'write' } : fact;
  if (fact.kind === 'command') {
    const polarity = condition && fact.polarity === 'uses' ? 'probes' : fact.polarity;
    return { ...fact, program: programName(fact.program), polarity };
  }
  return fact.kind === 'flag' ? { ...fact, program: programName(fact.program) } : fact;
}

function windowsPaths(builder: ReadingBuilder, word: Token): readonly Fact[] {
  if (/docker_engine|dockershim/i.test(word.text)) return pathFacts(builder.document, pathPart(word), 'socket');
  return beginsOnWindows(word.text) ? pathFacts(builder.document, word, 'read') : [];
}

/** The pipe in `npipe:////./pipe/docker_engine` or in a longer word. */
function pathPart(word: Token): Token {
  const match = /(?:npipe:)?[\\/]{2,4}\.[\\/]{1,2}pipe[\\/]{1,2}[\w-]+/i.exec(word.text.slice(0, 2000));
  return match ? token(word.view, word.start + match.index, word.start + match.index + match[0].length) : word;
}

const INSTALLERS = table<PackageFact['action']>({
  'install-package': 'install',
  'install-module': 'install',
  'uninstall-package': 'remove',
  'uninstall-module': 'remove',
  'find-package': 'download',
  'get-package': 'query',
  'save-package': 'download',
});

function packageFacts(builder: ReadingBuilder, program: string, words: readonly Token[]): readonly PackageFact[] {
  const action = INSTALLERS.get(program);
  if (!action) return [];
  const named = words.findIndex((word) => /^-Name$/i.test(word.text));
  const at = words[named >= 0 ? named + 1 : 1];
  if (!at || at.text.startsWith('-')) return [];
  const { document } = builder;
  const base = { document, at, certainty: 'literal', pod: undefined, container: undefined, ...PLAINLY } as const;
  const polarity = action === 'remove' ? 'removes' : 'uses';
  return [{ ...base, polarity, kind: 'package', name: at.text, action, manager: 'powershell' }];
}
