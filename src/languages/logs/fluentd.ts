/** fluentd: directives, parameters and includes. */
import type { Token } from '../../model/document.ts';
import { fileTarget } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import type { View } from '../../text/view.ts';
import { createDocument, type Input } from '../front-end.ts';
import { noteAt, readingBuilder, token } from '../text/facts.ts';
import { type Line, linesOf, trimRange } from '../text/lines.ts';
import { closingQuote, escapedString, plainString } from '../text/strings.ts';
import { numberSections, type Section, type SectionEntry, sectionFacts } from './section.ts';

const MAX_DEPTH = 32;
const MAX_LINES_OF_VALUE = 200;

export function readFluentd(input: Input): Reading {
  const masked: Input = { ...input, view: maskView(input.view) };
  const document = createDocument(masked, 'fluentd');
  const builder = readingBuilder(document);
  const scan = scanFluentd(masked.view);
  numberSections(scan.sections);
  for (const entry of scan.entries) {
    if (entry.key.text === '@include' || entry.key.text === 'include') {
      builder.link({ from: document, kind: 'sources', to: fileTarget(entry.value.text) });
    }
    for (const fact of sectionFacts(document, 'fluentd', entry)) builder.fact(fact);
  }
  if (scan.tooDeep) {
    const message = `directives are nested more than ${MAX_DEPTH} deep here; what is deeper is not told apart`;
    builder.note(noteAt(masked, 'too-deep', message, scan.tooDeep.start, scan.tooDeep.end));
  }
  if (scan.open) builder.note(noteAt(masked, 'syntax', 'a directive is not closed', scan.open.start, scan.open.end));
  return builder.build();
}

function scanFluentd(view: View) {
  const { text } = view;
  const sections: Section[] = [];
  const entries: SectionEntry[] = [];
  const stack: { section: Section; line: Line }[] = [];
  let tooDeep: Line | undefined;
  const lines = [...linesOf(text)];
  for (let i = 0; i < lines.length; i++) {
    const line = trimRange(text, lines[i]?.start ?? 0, lines[i]?.end ?? 0);
    if (line.start === line.end || text[line.start] === '#') continue;
    const kind = /^<(\/?)([@\w.-]+)/.exec(text.slice(line.start, Math.min(line.end, line.start + 100)));
    if (kind?.[1] === '/') stack.pop();
    else if (kind) {
      const section = { kind: kind[2] ?? '', parent: stack.at(-1)?.section, name: undefined, number: 1 };
      sections.push(section);
      if (stack.length < MAX_DEPTH) stack.push({ section, line });
      else tooDeep ??= line;
    } else {
      const section = stack.at(-1)?.section;
      const read = readParameter(view, lines, i, line);
      i = read.last;
      const value = read.value && withDefault(read.value);
      if (!value) continue;
      if (section && (read.key.text === '@type' || read.key.text === 'type')) section.name ??= value.text;
      entries.push({ section, key: read.key, value });
    }
  }
  return { sections, entries, open: stack.at(-1)?.line, tooDeep };
}

function readParameter(view: View, lines: readonly Line[], first: number, line: Line) {
  const { text } = view;
  let keyEnd = line.start;
  while (keyEnd < line.end && text[keyEnd] !== ' ' && text[keyEnd] !== '\t') keyEnd++;
  const key = token(view, line.start, keyEnd);
  const range = trimRange(text, keyEnd, line.end);
  if (range.start === range.end) return { key, value: undefined, last: first };
  const opener = text[range.start];
  if (opener === '"' || opener === "'") return { key, ...readQuoted(view, lines, first, range, opener) };
  if (opener === '[' || opener === '{') return { key, ...readBrackets(view, lines, first, range) };
  return { key, value: token(view, range.start, withoutComment(text, range)), last: first };
}

function readQuoted(view: View, lines: readonly Line[], first: number, range: Line, quote: string) {
  const { text } = view;
  const last = Math.min(first + MAX_LINES_OF_VALUE, lines.length - 1);
  const limit = lines[last]?.end ?? range.end;
  const from = range.start + 1;
  const close = quote === '"' ? closeAroundRuby(text, from, limit) : closingQuote(text, from, limit, quote, '\\');
  if (close < 0) return { value: token(view, range.start, range.end), last: first };
  const value =
    quote === '"' ? escapedString(view, range.start + 1, close) : plainString(view, range.start + 1, close, quote);
  return { value, last: lineOf(lines, first, close) };
}

/** Ruby between the quotes has quotes of its own: `"#{ENV["NAME"]}"`. */
function closeAroundRuby(text: string, from: number, limit: number): number {
  let hasRuby = true;
  for (let at = from; at < limit; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at++;
    else if (hasRuby && text[at] === '#' && text[at + 1] === '{') {
      const end = text.slice(at, Math.min(limit, at + LONGEST_RUBY)).indexOf('}');
      hasRuby = end >= 0;
      if (hasRuby) at += end;
    }
  }
  return -1;
}

const LONGEST_RUBY = 1000;

/** JSON may go on over lines until its brackets are closed. */
function readBrackets(view: View, lines: readonly Line[], first: number, range: Line) {
  const { text } = view;
  const limit = lines[Math.min(first + MAX_LINES_OF_VALUE, lines.length - 1)]?.end ?? range.end;
  let depth = 0;
  for (let at = range.start; at < limit; at++) {
    const character = text[at];
    if (character === '"') {
      const close = closingQuote(text, at + 1, limit, '"', '\\');
      if (close < 0) break;
      at = close;
    } else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && --depth === 0) {
      return { value: token(view, range.start, at + 1), last: lineOf(lines, first, at) };
    }
  }
  return { value: token(view, range.start, range.end), last: first };
}

function lineOf(lines: readonly Line[], first: number, offset: number): number {
  let last = first;
  while (last + 1 < lines.length && (lines[last + 1]?.start ?? offset) <= offset) last++;
  return last;
}

function withoutComment(text: string, range: Line): number {
  if (text[range.start] === '/' && /\/[a-z]*$/.test(text.slice(Math.max(range.start + 1, range.end - 5), range.end))) {
    return range.end;
  }
  for (let at = range.start; at < range.end; at++) {
    if (
      text[at] === '#' &&
      text[at + 1] !== '{' &&
      at > range.start &&
      (text[at - 1] === ' ' || text[at - 1] === '\t')
    ) {
      return trimRange(text, range.start, at).end;
    }
  }
  return range.end;
}

/** `#{ENV['X'] || 'json'}` is `json` where nobody sets the variable. */
function withDefault(value: Token): Token {
  if (value.text.length > 500) return value;
  const match = /^#\{\s*ENV\[[^\]]*\]\s*\|\|\s*(["'])(.*)\1\s*\}$/.exec(value.text);
  if (!match) return value;
  const start = value.start + value.text.lastIndexOf(`${match[1]}${match[2]}${match[1]}`) + 1;
  return token(value.view, start, start + (match[2] ?? '').length);
}
