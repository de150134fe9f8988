/** Files of NAME=value lines: /etc/default, /etc/sysconfig, kubeadm-flags.env, .env. */
import type { Token } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import { endOfLine } from '../../text/source.ts';
import type { View } from '../../text/view.ts';
import { createDocument, type Input } from '../front-end.ts';
import { daemonOfPath, environmentFacts, optionFacts } from '../systemd/environment.ts';
import { readingBuilder, token, wholeToken } from '../text/facts.ts';
import { joinRanges, type Line, linesOf, trimRange } from '../text/lines.ts';
import { closingQuote, escapedString, plainString } from '../text/strings.ts';

export function readEnvFile(input: Input): Reading {
  const masked: Input = { ...input, view: maskView(input.view) };
  const document = createDocument(masked, 'ini');
  const builder = readingBuilder(document);
  const daemon = daemonOfPath(input.target ?? input.path);
  for (const { name, value } of assignmentsOf(masked.view)) {
    if (name) builder.fact(...environmentFacts(document, name, value, daemon));
    else builder.fact(...optionFacts(document, daemon ?? 'unknown', value));
  }
  return builder.build();
}

export function looksLikeEnvFile(text: string): boolean {
  let assignments = 0;
  let others = 0;
  for (const line of text.split('\n', 200)) {
    if (/^\s*(?:(?:export\s+)?[A-Za-z_]\w*=|--[a-z])/.test(line)) assignments++;
    else if (/^\s*[^\s#]/.test(line)) others++;
  }
  return assignments > 0 && assignments >= others;
}

/** Assignments, and lines that are only options: a template puts them into a variable. */
function assignmentsOf(view: View) {
  const { text } = view;
  const found: { name: Token | undefined; value: Token }[] = [];
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const end = endOfLine(text, at);
    const match = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=/.exec(text.slice(at, Math.min(end, at + 500)));
    if (!match) {
      const { start, end: stop } = trimRange(text, at, end);
      if (text.startsWith('--', start)) found.push({ name: undefined, value: token(view, start, stop) });
      at = end + 1;
      continue;
    }
    const from = at + match[0].length;
    const nameEnd = at + match[0].trimEnd().replace(/(?<!\s)\s*=$/, '').length;
    const value = readValue(view, from, end);
    found.push({ name: token(view, nameEnd - (match[1] ?? '').length, nameEnd), value: value.token });
    at = value.end + 1;
  }
  return found;
}

/** A quoted value may go on over lines; one without quotes goes on after a backslash. */
function readValue(view: View, from: number, end: number) {
  const { text } = view;
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    const close = closingQuote(text, from + 1, text.length, quote, quote === '"' ? '\\' : undefined);
    const next = text.slice(close + 1, endOfLine(text, close + 1));
    if (close >= 0 && /^\s*(?:#.*)?$/.test(next.slice(0, 500))) {
      const inner = quote === '"' ? escapedString(view, from + 1, close) : plainString(view, from + 1, close, quote);
      return { token: inner, end: endOfLine(text, close) };
    }
  }
  const ranges: Line[] = [];
  for (const line of linesOf(text, from)) {
    const more = text[line.end - 1] === '\\' && line.end > line.start;
    ranges.push({ start: line.start, end: more ? line.end - 1 : line.end });
    if (!more) break;
  }
  const last = ranges.at(-1)?.end ?? end;
  const first = ranges[0];
  if (first && ranges.length === 1) {
    const { start, end: stop } = trimRange(text, first.start, first.end);
    return { token: token(view, start, stop), end: endOfLine(text, last) };
  }
  return { token: wholeToken(joinRanges(view, ranges, '')), end: endOfLine(text, last) };
}
