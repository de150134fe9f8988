/** Batch files of Windows nodes: the programs that they start, and the flags of the kubelet. */
import type { Token } from '../model/document.ts';
import type { Reading } from '../model/project.ts';
import { maskView } from '../text/mask.ts';
import { beginsOnWindows } from '../text/node-path.ts';
import { spanOf } from '../text/placed.ts';
import { spanText } from '../text/source.ts';
import { HOLE, hasHole, type View, viewBuilder } from '../text/view.ts';
import { cutToken, type Flag, kubeletFlags, readFlags } from './flags.ts';
import { createDocument, type Embed, type Input, inContainerOf } from './front-end.ts';
import { commandFacts } from './shell/shell.ts';
import { environmentFacts } from './systemd/environment.ts';
import { flagFact, type ReadingBuilder, readingBuilder, token } from './text/facts.ts';
import { type Line, linesOf, trimRange } from './text/lines.ts';

/** What stands in front of a command and is not part of it. */
const PREFIX = /^(?:@|\(|\)|else\b|call\b|start\b(?: +"[^"]*")?(?: +\/\w+)*|cmd(?:\.exe)? +\/[ck]\b)\s*/i;
const SILENT = /^(?:rem\b|::|:|echo\b|title\b|goto\b|exit\b|setlocal\b|endlocal\b)/i;

export function readBatch(input: Input, embed: Embed): Reading {
  const view = withVariables(joinedLines(maskView(input.view)));
  const document = createDocument({ ...input, view }, 'batch');
  const builder = readingBuilder(document);
  const values = valuesSet(input.view.text);
  for (const line of linesOf(view.text)) {
    for (const part of commandsOf(view.text, line)) readPart(input, embed, { ...builder, values }, part);
  }
  return inContainerOf(input, builder.build());
}

interface BatchBuilder extends ReadingBuilder {
  readonly values: ReadonlyMap<string, string>;
}

function readPart(input: Input, embed: Embed, builder: BatchBuilder, part: Line): void {
  const { document } = builder;
  const { view } = document;
  const start = withoutPrefix(view.text, part);
  const text = view.text.slice(start, part.end);
  if (SILENT.test(text)) return;
  const set = /^set +"?([A-Za-z_]\w*)=/i.exec(text);
  if (set) {
    const name = start + set[0].length - 1 - (set[1] ?? '').length;
    const value = token(view, start + set[0].length, part.end - (/^set +"/i.test(text) && text.endsWith('"') ? 1 : 0));
    builder.fact(...environmentFacts(document, token(view, name, name + (set[1] ?? '').length), value, undefined));
    return;
  }
  const words = wordsOf(view, start, part.end);
  builder.add(commandFacts(words, { document, depth: input.depth, embed }));
  for (const flag of serviceFlags(words, builder.values)) builder.fact(flagFact(document, flag, 'command-line'));
}

/** `SET SERVICE_NAME=kubelet`: the names that are given one value in the file, in small letters. */
function valuesSet(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { 1: name = '', 2: value = '' } of text.matchAll(SET_VALUE)) {
    const known = values.get(name.toLowerCase());
    values.set(name.toLowerCase(), known === undefined || known === value ? value : '');
  }
  return values;
}

const SET_VALUE = /^[ \t]{0,40}set[ \t]{1,9}"?([A-Za-z_]\w{0,80})=([\w.-]{0,80})/gim;

/** What the word is, where it is a variable alone. */
function textOf(word: Token, values: ReadonlyMap<string, string>): string {
  const variable = hasHole(word.text) ? /^[%!]([A-Za-z_]\w{0,80})[%!]$/.exec(spanText(spanOf(word)))?.[1] : undefined;
  return variable === undefined ? word.text : (values.get(variable.toLowerCase()) ?? word.text);
}

/** `sc create kubelet binPath= "C:\k\kubelet.exe --a"`, `nssm set kubelet AppParameters --a`. */
function serviceFlags(words: readonly Token[], values: ReadonlyMap<string, string>): Flag[] {
  const program = words[0]?.text
    .replace(/^.*[\\/]/s, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
  if (program !== 'sc' && program !== 'nssm') return [];
  const named = words.findIndex((word) => /^kubelet$/i.test(textOf(word, values)));
  const inside = words.flatMap((word) => {
    const head = /^"?[^"\s]*kubelet(?:\.exe)?"?\s+(?=-)/i.exec(word.text)?.[0];
    return head ? kubeletFlags(cutToken(word, head.length, word.text.length), cutToken) : [];
  });
  return named > 0 ? [...inside, ...readFlags('kubelet', words.slice(named + 1), cutToken)] : inside;
}

/** Parts between `&`, `&&`, `|` and `||` outside of quotes. */
function* commandsOf(text: string, line: Line): Generator<Line> {
  const { start, end } = trimRange(text, line.start, line.end);
  if (/^@?(?:rem\b|::)/i.test(text.slice(start, start + 10))) return;
  let from = start;
  let isQuoted = false;
  for (let at = start; at <= end; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    if (at < end && (isQuoted || (character !== '&' && character !== '|'))) continue;
    const part = trimRange(text, from, at);
    if (part.end > part.start) yield part;
    from = at + 1;
  }
}

/** `if exist C:\a (kubelet …` and `for … do kubelet …` run what follows. */
function withoutPrefix(text: string, { start, end }: Line): number {
  let at = start;
  for (let i = 0; i < 8 && at < end; i++) {
    const rest = text.slice(at, Math.min(end, at + 1000));
    const head = PREFIX.exec(rest)?.[0] ?? conditionOf(rest);
    if (!head) return at;
    at += head.length;
  }
  return at;
}

function conditionOf(text: string): string | undefined {
  if (/^for\b/i.test(text)) return /^for\b.*?\bdo\s+/i.exec(text)?.[0];
  return /^if\s+(?:\/i\s+)?(?:not\s+)?(?:(?:exist|defined|errorlevel)\s+(?:"[^"]*"|\S+)|\S+?\s*(?:==|\bequ\b|\bneq\b|\bgtr\b|\blss\b|\bgeq\b|\bleq\b)\s*\S+)\s*/i.exec(
    text,
  )?.[0];
}

function wordsOf(view: View, start: number, end: number): Token[] {
  const words: Token[] = [];
  for (const match of view.text.slice(start, end).matchAll(/"([^"]*)"|[^\s"]+(?:"[^"]*"[^\s"]*)*/g)) {
    const quoted = match[1] !== undefined ? 1 : 0;
    words.push(token(view, start + match.index + quoted, start + match.index + match[0].length - quoted));
  }
  return words;
}

/** A line that ends in `^` goes on in the next. */
function joinedLines(view: View): View {
  if (!/\^\r?\n/.test(view.text)) return view;
  const builder = viewBuilder(view);
  let from = 0;
  for (const match of view.text.matchAll(/\^\r?\n/g)) {
    builder.copy(from, match.index);
    builder.put(' ', match.index, match.index + match[0].length);
    from = match.index + match[0].length;
  }
  builder.copy(from, view.text.length);
  return builder.build((replacement) => (/[\n^]/.test(replacement) ? null : replacement));
}

/** `%NAME%` is not known here: holes, but for the folders of Windows that begin a path. */
function withVariables(view: View): View {
  if (!view.text.includes('%')) return view;
  const builder = viewBuilder(view);
  let from = 0;
  for (const match of view.text.matchAll(/%[A-Za-z_]\w{0,80}%|%~?[a-z]*\d|![A-Za-z_]\w{0,80}!/g)) {
    if (beginsOnWindows(match[0])) continue;
    builder.copy(from, match.index);
    builder.put(HOLE.repeat(match[0].length), match.index, match.index + match[0].length);
    from = match.index + match[0].length;
  }
  builder.copy(from, view.text.length);
  return builder.build((replacement) => (/[%\n]/.test(replacement) ? null : replacement));
}
