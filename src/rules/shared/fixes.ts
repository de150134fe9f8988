/** Edits that do what a rule advises: another word, a setting, a command line, or an entry less. */
import type { Document, Token } from '../../model/document.ts';
import { lineText, positionAt, spanText } from '../../text/source.ts';
import { fileView, hasHole } from '../../text/view.ts';
import type { ReportFix } from '../rule.ts';

/** Nothing where a template fills in a part of the word, or where what it stands in cannot hold the new one. */
export function replaceBy(at: Token, replacement: string, safety: ReportFix['safety'] = 'safe'): ReportFix | undefined {
  if (hasHole(at.text) || at.text === replacement) return undefined;
  const written = at.view.encode(at.start, at.end, replacement);
  return written === null ? undefined : { at, replacement: written, safety };
}

/** From the start of one word to the end of another of the same text, when they are written one by one in the file. */
export function spanning(first: Token, last: Token): Token | undefined {
  if (first.view !== last.view || last.end < first.start) return undefined;
  return { view: first.view, start: first.start, end: last.end, text: first.view.text.slice(first.start, last.end) };
}

/** `network-plugin: cni` on a line of its own, beside other entries of its map: the line goes. */
export function entryDeletion(at: Token): ReportFix | undefined {
  const { span, exact } = at.view.root(at.start, at.end);
  if (!exact || !/\.ya?ml$/.test(span.source.path)) return undefined;
  const { source } = span;
  const { line } = positionAt(source, span.start);
  const text = lineText(source, line);
  const entry = /^(\s+)["']?[\w.-]+["']?:[ \t]+[^\s{}[\]|>&*!#][^{}[\]#]*$/.exec(text);
  if (!entry) return undefined;
  const depth = entry[1]?.length ?? 0;
  const [before, after] = [lineText(source, line - 1), lineText(source, line + 1)].map(indentOf);
  if (after !== undefined && after > depth) return undefined;
  if (before !== depth && after !== depth) return undefined;
  const start = source.lineStarts[line - 1] ?? 0;
  const end = source.lineStarts[line] ?? source.text.length;
  const view = fileView(source);
  return { at: { view, start, end, text: source.text.slice(start, end) }, replacement: '', safety: 'safe' };
}

/** Undefined for an empty line. */
function indentOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : text.length - text.trimStart().length;
}

/** What the shell takes as more than words, or what would not be in the place of the old words. */
const MORE_THAN_WORDS = /[|&;<>()`\n\\]|\$\(/;
/** Programs that a node with the runtime has. */
const ON_EVERY_NODE = /^(?:crictl|ctr|journalctl|systemctl)\s/;
/** `POD`, `NAME`: the reader has to fill it in. */
const PLACEHOLDER = /(?<![\w${-])[A-Z]{2,}(?![\w}=])|…/;

/**
 * The command line of `words` in a script, written anew: where its words stand side by side as they are read, on one
 * line and in no pipeline, and where the new one needs nothing filled in.
 */
export function rewrittenCommand(words: readonly Token[], document: Document, command: string): ReportFix | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || document.parent || !/^(?:shell|dockerfile|makefile)$/.test(document.language))
    return undefined;
  if (!ON_EVERY_NODE.test(command) || PLACEHOLDER.test(command) || /\s\|\s|\n/.test(command)) return undefined;
  const [from, to] = [first.view.root(first.start, first.end).span, last.view.root(last.start, last.end).span];
  const { source } = from;
  if (to.source !== source || to.end <= from.start) return undefined;
  const quote = source.text[to.start - 1];
  const end = (quote === '"' || quote === "'") && source.text[to.end] === quote ? to.end + 1 : to.end;
  const written = spanText({ source, start: from.start, end });
  if (MORE_THAN_WORDS.test(written) || !isWordForWord(written, words)) return undefined;
  const { line } = positionAt(source, from.start);
  const lineStart = source.lineStarts[line - 1] ?? 0;
  const rest = lineText(source, line);
  // What prints the words of another docker command is answered with it.
  if (/\bdocker\b[^;|&]*\$\(\s*$/.test(rest.slice(0, from.start - lineStart))) return undefined;
  if (/\|\s*$/.test(rest.slice(0, from.start - lineStart)) || /^\s*(?:\||\\$)/.test(rest.slice(end - lineStart)))
    return undefined;
  return {
    at: { view: fileView(source), start: from.start, end, text: written },
    replacement: command,
    safety: 'unsafe',
  };
}

function isWordForWord(text: string, words: readonly Token[]): boolean {
  const parts = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return (
    parts.length === words.length &&
    parts.every((part, i) => {
      const word = words[i]?.text ?? '';
      return hasHole(word) ? part.includes('$') : part.replace(/["']/g, '') === word.replace(/["']/g, '');
    })
  );
}
