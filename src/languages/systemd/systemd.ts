/** systemd units and drop-ins: what they start, what they wait for, the environment that they give. */
import { SHOWS_DOCKER } from '../../data/paths.ts';
import type { Condition } from '../../model/condition.ts';
import type { Document, Token } from '../../model/document.ts';
import { fileTarget } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { hasHole } from '../../text/view.ts';
import { allUnder } from '../conditions/stretches.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { commandFacts } from '../shell/shell.ts';
import { noteAt, pathFacts, type ReadingBuilder, readingBuilder, settingFact, token } from '../text/facts.ts';
import { piecesOf } from '../text/lines.ts';
import { daemonOfPath, environmentFacts } from './environment.ts';
import { scanUnit, type UnitEntry, unitWords } from './unit.ts';

/** Keys whose value is a list of unit names. */
const UNIT_LISTS = new Set([
  'After',
  'Before',
  'Requires',
  'Requisite',
  'Wants',
  'BindsTo',
  'PartOf',
  'Upholds',
  'Conflicts',
  'OnFailure',
  'OnSuccess',
  'WantedBy',
  'RequiredBy',
  'UpheldBy',
  'Also',
  'Alias',
  'JoinsNamespaceOf',
  'PropagatesReloadTo',
  'ReloadPropagatedFrom',
  'Sockets',
  'Unit',
  'Service',
]);

const MAX_STRANGE = 10;

export function readSystemd(input: Input, embed: Embed): Reading {
  const masked: Input = { ...input, view: maskView(input.view) };
  const document = createDocument(masked, 'systemd');
  const builder = readingBuilder(document);
  const scan = scanUnit(masked.view);
  for (const entry of scan.entries) readEntry(masked, embed, builder, entry);
  const asked = scan.entries.flatMap((entry) => conditionOf(entry));
  for (const { start, end } of scan.strange.slice(0, MAX_STRANGE)) {
    if (hasHole(masked.view.text.slice(start, end))) continue;
    builder.note(noteAt(masked, 'syntax', 'a line is neither a section, a key nor a comment', start, end));
  }
  return allUnder(builder.build(), asked);
}

/** `ConditionPathExists=/usr/bin/docker`: the unit does nothing where there is none. */
function conditionOf({ key, value }: UnitEntry): readonly Condition[] {
  if (!/^(?:Condition|Assert)(?:PathExists|FileIsExecutable|PathIsSocket)$/.test(key.text)) return [];
  return SHOWS_DOCKER.test(normaliseNodePath(value.text) ?? '') ? [{ kind: 'presence', holds: true, at: value }] : [];
}

function readEntry(input: Input, embed: Embed, builder: ReadingBuilder, entry: UnitEntry): void {
  const { document } = builder;
  const name = entry.key.text;
  if (UNIT_LISTS.has(name)) {
    for (const unit of partsOf(entry.value)) builder.fact(setting(document, entry, unit));
    return;
  }
  if (name.startsWith('Exec')) readCommand(input, embed, builder, entry.value);
  else if (name === 'Environment') {
    for (const word of unitWords(entry.value)) readVariable(input, builder, word);
  } else builder.fact(setting(document, entry, entry.value));
  if (name === 'Where' && /^(?:Auto)?[Mm]ount$/.test(entry.section))
    builder.fact(...pathFacts(document, entry.value, 'read'));
  if (name === 'EnvironmentFile') {
    builder.link({ from: document, kind: 'sources', to: fileTarget(entry.value.text.replace(/^-/, '')) });
  }
}

function setting(document: Document, entry: UnitEntry, value: Token) {
  return settingFact(document, 'systemd', [entry.section, entry.key.text], entry.key, value);
}

function partsOf(value: Token): Token[] {
  const { view, start, end } = value;
  return [...piecesOf(view.text, start, end)].map((piece) => token(view, piece.start, piece.end));
}

/** One line may hold several commands, separated by a word that is only a semicolon. */
function readCommand(input: Input, embed: Embed, builder: ReadingBuilder, value: Token): void {
  let words: Token[] = [];
  const run = () => {
    const [first, ...rest] = words;
    words = [];
    const written = first && withoutPrefix(first);
    if (!written) return;
    const isIgnored = /^[@:+!|]*-/.test(first.text);
    const program = isKubelet(written, input) ? { ...written, text: 'kubelet' } : written;
    const context = { document: builder.document, depth: input.depth, embed, execForm: true };
    const reading = commandFacts([program, ...rest], context);
    builder.add(isIgnored ? ignored(reading) : reading);
  };
  for (const word of unitWords(value)) {
    if (word.text === ';') run();
    else words.push(word);
  }
  run();
}

/** A template fills in the path of the program: `ExecStart=${kubelet_path} --config=…`. */
function isKubelet({ text }: Token, { target, path }: Input): boolean {
  if (!/^(?:\$\{?\w+\}?|\uE000+)$/.test(text)) return false;
  return /kubelet/i.test(text) || daemonOfPath(target ?? path) === 'kubelet';
}

/** `ExecStartPre=-…`: whether it succeeds does not matter to the unit. */
function ignored(reading: Reading): Reading {
  return {
    ...reading,
    facts: reading.facts.map((fact) => (fact.kind === 'command' ? { ...fact, polarity: 'probes' } : fact)),
  };
}

function withoutPrefix(word: Token): Token | undefined {
  const prefix = /^[-@:+!|]*/.exec(word.text)?.[0].length ?? 0;
  return prefix < word.text.length ? token(word.view, word.start + prefix, word.end) : undefined;
}

function readVariable(input: Input, builder: ReadingBuilder, word: Token): void {
  const equals = word.text.indexOf('=');
  if (equals <= 0) return;
  const name = token(word.view, word.start, word.start + equals);
  const value = token(word.view, word.start + equals + 1, word.end);
  builder.fact(...environmentFacts(builder.document, name, value, daemonOfPath(input.target ?? input.path)));
}
