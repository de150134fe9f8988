/** Edits that write a command line anew. */
import type { Document, Token } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';
import { firstIndex } from '../../text/search.ts';
import { lineText, positionAt } from '../../text/source.ts';
import { hasHole, type View } from '../../text/view.ts';
import type { ReportFix, RuleContext } from '../rule.ts';
import type { Paste } from './docker/advice.ts';
import { authorsText } from './docker/typed.ts';

/** What the shell takes as more than words, or what would not be in the place of the old words. */
const MORE_THAN_WORDS = /[|&;<>()`\n\\]|\$\(/;
/** A command whose output stands in the place of a word. */
const SUBSTITUTION = /"?\$\([^()"]*\)"?|"?`[^`"]*`"?/g;
/** Programs that a node with the runtime has. */
const ON_EVERY_NODE = /^(?:crictl|ctr|journalctl|systemctl)\s/;
/** `POD`, `NAME`: the reader has to fill it in. */
const PLACEHOLDER = /(?<![\w${-])[A-Z]{2,}(?![\w}=])|…/;
/** What stands in front of docker and changes nothing about what it does. */
const TRANSPARENT = new Set([
  'sudo',
  'nsenter',
  'chroot',
  'env',
  'time',
  'nice',
  'timeout',
  'exec',
  'sh',
  'bash',
  'ssh',
]);

/** Whether the command is run where the tools of the runtime are: on the node, or on the host under a pod. */
export function runsOnNode(fact: CommandFact, { placementOf }: RuleContext): boolean {
  if (fact.site)
    return fact.site.kind === 'host' || (fact.site.kind !== 'container' && placementOf(fact).place === 'node');
  return fact.pod === undefined && placementOf(fact).place === 'node';
}

/**
 * The docker command line, or pipe of two, written anew: where its words stand side by side as they are read, on one
 * line, and where the new one needs nothing filled in.
 */
export function rewrittenCommand({ command, commands, printsIds }: Paste, document: Document): ReportFix | undefined {
  const [first, last] = [commands[0], commands.at(-1)];
  if (!first || !last) return undefined;
  if (!ON_EVERY_NODE.test(command) || PLACEHOLDER.test(command)) return undefined;
  if (commands.length > 1 && last.wrappers.length > 1) return undefined;
  if (first.wrappers.some(({ program }) => !TRANSPARENT.has(program))) return undefined;
  const at = regionOf(first.words[0]?.view, first, last) ?? regionOf(scriptOf(document), first, last);
  if (!at || !isWordForWord(at.text, commands)) return undefined;
  const { before, after } = around(at);
  if (/\|\s*$/.test(before) || /^\s*\\$/.test(after) || (/^\s*\|/.test(after) && !printsIds)) return undefined;
  // What prints the words of another docker command is answered with it.
  if (/\bdocker\b[^;|&]{0,300}(?:\$\(|`)$/.test(before.trimEnd())) return undefined;
  const replacement = at.view.encode(at.start, at.end, command);
  return replacement === null ? undefined : { at, replacement, safety: 'unsafe' };
}

/** A document whose own text is command lines. */
function scriptOf({ language, view }: Document): View | undefined {
  return /^(?:shell|dockerfile|makefile)$/.test(language) ? view : undefined;
}

/** From the first word to the last, in a text that both are written in. */
function regionOf(view: View | undefined, first: CommandFact, last: CommandFact): Token | undefined {
  const [from, to] = [first.words[0], last.words.at(-1)].map((word) => word?.view.root(word.start, word.end).span);
  if (!view || !from || !to || from.source !== to.source) return undefined;
  const start = placeIn(view, from.start);
  const lastEnd = placeIn(view, to.end);
  if (view.root(start, start + 1).span.source !== from.source || view.root(start, start + 1).span.start !== from.start)
    return undefined;
  const quote = from.source.text[to.start - 1];
  const end = (quote === '"' || quote === "'") && view.text[lastEnd] === quote ? lastEnd + 1 : lastEnd;
  return end > start ? { view, start, end, text: view.text.slice(start, end) } : undefined;
}

/** Where the character of the file, or the first behind it, stands in a text that is read from the file from left to right. */
function placeIn(view: View, offset: number): number {
  return firstIndex(view.text.length, (at) => view.root(at, at + 1).span.start < offset);
}

function isWordForWord(text: string, commands: Paste['commands']): boolean {
  const plain = text.replace(SUBSTITUTION, '$(…)');
  const pieces = commands.length === 1 ? [plain] : plain.split('|');
  return (
    pieces.length === commands.length &&
    !pieces.some((piece) => MORE_THAN_WORDS.test(piece.replaceAll('$(…)', ''))) &&
    commands.every((command, i) => hasWords(pieces[i] ?? '', wordsOf(command, i)))
  );
}

/** Those behind the pipe begin with xargs, and with nothing else. */
function wordsOf({ wrappers, words }: CommandFact, index: number): readonly Token[] {
  return index === 0 ? words : [...wrappers.flatMap((wrapper) => wrapper.words), ...words];
}

function hasWords(text: string, words: readonly Token[]): boolean {
  const parts = text.match(/(?:"[^"]*"|'[^']*'|\$\(…\)|[^\s"'])+/g) ?? [];
  return (
    parts.length === words.length &&
    parts.every((part, i) => {
      const word = words[i];
      const text = word?.text ?? '';
      const written = part.replace(/["']/g, '');
      if (hasHole(text)) return part.includes('$');
      return written === text.replace(/["']/g, '') || (word !== undefined && written === authorsText(word));
    })
  );
}

function around({ view, start, end }: Token): { readonly before: string; readonly after: string } {
  const { span } = view.root(start, end);
  const { line } = positionAt(span.source, span.start);
  const text = lineText(span.source, line);
  const lineStart = span.source.lineStarts[line - 1] ?? 0;
  return { before: text.slice(0, span.start - lineStart), after: text.slice(span.end - lineStart) };
}
