/** Writes words of a command line again, so that a reader can paste them: quoted where they must be, variables as they stand. */
import { DOCKER_COMMANDS } from '../../../data/docker-cli/commands.ts';
import type { Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { spanOf } from '../../../text/placed.ts';
import { type Span, spanText } from '../../../text/source.ts';
import { type Brought, broughtInto, HOLE, hasHole } from '../../../text/view.ts';
import type { DockerCommand } from './command.ts';

/** A word as it reads (`text`) and as one types it (`typed`). */
export interface Word {
  readonly text: string;
  readonly typed: string;
  /** Whether a variable brings it: `text` is one of the values that it may have. */
  readonly variable?: boolean;
}

const PLAIN = /^(?:[\w@%+=:,./-]|\{\})+$/;
const HOLES = new RegExp(`${HOLE}+`, 'g');

/** Nobody pastes a longer one, and each of its holes would be looked up. */
const LONGEST_WORD = 400;

export function shellQuote(text: string): string {
  if (PLAIN.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `placeholder` stands where the text does not say what is meant: `CONTAINER`. */
export function typedWord(token: Token, placeholder: string): Word {
  const { text } = token;
  const pieces = text.length > LONGEST_WORD ? undefined : piecesOf(token);
  if (!pieces) return { text, typed: hasHole(text) ? placeholder : shellQuote(text) };
  const brought = pieces.flatMap((piece) => piece.brought ?? []);
  const variable = brought.length > 0;
  if (!variable && !hasHole(text))
    return { text, typed: (GLOB.test(text) ? globOf(token) : undefined) ?? shellQuote(text) };
  const pattern = patternAsWritten(token, pieces);
  if (pattern !== undefined) return { text, typed: pattern, variable };
  // Another part of what the variable brings stands elsewhere in the command.
  const typed = brought.some(({ isPart }) => isPart) ? placeholder : joined(pieces);
  return { text, typed, variable };
}

/** A word that cannot be written again: no command with it is printed. */
export const UNWRITTEN = HOLE;

/** A command that is longer is not pasted, it is edited. */
const LONGEST_COMMAND = 600;

/** Whether a command, or a word of one, can be pasted as it stands: nothing in it is left open. */
export function isPasteable(command: string): boolean {
  return command.length <= LONGEST_COMMAND && !/[`\n\uE000-\uF8FF]/.test(command);
}

/** The text as its author wrote it, without quotes around it; undefined where it cannot be written again. */
export function authorsText(token: Token): string | undefined {
  const pieces = token.text.length > LONGEST_WORD ? undefined : piecesOf(token);
  return pieces?.map(({ text }) => text).join('');
}

/** One after the other; what brings several of them, such as `"$@"`, stands once. */
export function typedWords(tokens: readonly Token[], told = new Set<string>()): readonly string[] {
  return tokens.flatMap((token) => broughtTogether(token, told) ?? typedWord(token, UNWRITTEN).typed);
}

/** The variable that brings all of these words; undefined where they are written, or come from several. */
export function listOf(tokens: readonly Token[]): string | undefined {
  const told = new Set<string>();
  const written = tokens.map((token) => broughtTogether(token, told));
  const [first, ...others] = written;
  const isOne =
    others.length > 0 && written.every((one) => one !== undefined) && others.every((one) => one?.length === 0);
  return isOne ? first?.[0] : undefined;
}

/** The variable that brings this word and others: where it is told first, and nothing behind that. */
export function broughtTogether(token: Token, told: Set<string>): readonly string[] | undefined {
  const pieces = token.text.length > LONGEST_WORD ? undefined : piecesOf(token);
  const brought = pieces?.flatMap((piece) => piece.brought ?? []) ?? [];
  if (!pieces || !brought.some(({ isPart }) => isPart)) return undefined;
  const keys = brought.map(({ use }) => keyOf(use));
  const isTold = pieces.every((piece) => piece.brought) && keys.every((key) => told.has(key));
  for (const key of keys) told.add(key);
  return isTold ? [] : [joined(pieces)];
}

/** The words that stand where the command begins: of `$TOOL app`, those that the variable holds. */
export function wordsBesideStart(tokens: readonly Token[], start: Token | undefined): readonly Token[] {
  const uses = (token: Token) => broughtInto(token.view, token.start, token.end).map(({ use }) => keyOf(use));
  const own = start ? uses(start) : [];
  return own.length === 0 ? tokens : tokens.filter((token) => uses(token).some((use) => own.includes(use)));
}

function keyOf({ source, start }: Span): string {
  return `${source.path}:${start}`;
}

/** A part of a word as its author wrote it. */
interface Piece {
  readonly text: string;
  readonly brought?: Brought;
  /** True for a template expression, which is filled in before a shell reads the line. */
  readonly filledBefore?: boolean;
}

/** The word as it is written; undefined where something in it cannot be written again. */
function piecesOf(token: Token, depth = 0): readonly Piece[] | undefined {
  const { text, view, start } = token;
  const pieces: (Piece | undefined)[] = [];
  let at = 0;
  for (const brought of broughtInto(view, start, token.end)) {
    const from = Math.max(at, brought.start - start);
    const to = Math.max(from, brought.end - start);
    pieces.push(...literalPieces(token, at, from));
    at = to;
    const deeper = depth < DEEPEST && isOwn(brought) ? definitionOf(brought) : undefined;
    if (deeper) {
      pieces.push(...(piecesOf(deeper, depth + 1)?.map((piece) => quotedAs(piece, brought)) ?? [undefined]));
      continue;
    }
    const written = writtenReference(brought.use);
    pieces.push(written === undefined ? undefined : { text: written, brought });
  }
  pieces.push(...literalPieces(token, at, text.length));
  const known = pieces.flatMap((piece) => piece ?? []);
  return known.length === pieces.length ? known : undefined;
}

/** The quotes around what a variable is set to are gone where it is read. */
function quotedAs(piece: Piece, { quoted }: Brought): Piece {
  return piece.brought ? { ...piece, brought: { ...piece.brought, quoted: quoted && piece.brought.quoted } } : piece;
}

const DEEPEST = 6;

function definitionOf({ definition }: Brought): Token | undefined {
  return definition && { ...definition, text: definition.view.text.slice(definition.start, definition.end) };
}

/** Text that stands there, and template expressions in it. */
function literalPieces(token: Token, from: number, to: number): (Piece | undefined)[] {
  if (from >= to) return [];
  if (hasStatement(token, from, to)) return [undefined];
  const pieces: (Piece | undefined)[] = [];
  let at = from;
  for (const { index, 0: hole } of token.text.slice(from, to).matchAll(HOLES)) {
    if (from + index < at) continue;
    const whole = broughtAsOne(token, from + index, from + index + hole.length, [at, to]);
    if (whole.start > at) pieces.push({ text: token.text.slice(at, whole.start) });
    const written = expressionAt(token, whole.start, whole.end);
    pieces.push(written === undefined ? undefined : { text: written, filledBefore: true });
    at = whole.end;
  }
  if (at < to) pieces.push({ text: token.text.slice(at, to) });
  return pieces;
}

/** The hole with what the same expression brings beside it: `dev-…` of make’s `$(TAG)`. */
function broughtAsOne(
  { view, start: first }: Token,
  start: number,
  end: number,
  [from, to]: readonly [number, number],
) {
  const { span } = view.root(first + start, first + end);
  const isOfIt = (at: number) => {
    const other = view.root(first + at, first + at + 1).span;
    return other.source === span.source && other.start === span.start && other.end === span.end;
  };
  const whole = { start, end };
  while (whole.start > from && isOfIt(whole.start - 1)) whole.start--;
  while (whole.end < to && isOfIt(whole.end)) whole.end++;
  return whole;
}

/** `{% if … %}` in a word: without it the word is another one. */
function hasStatement(token: Token, from: number, to: number): boolean {
  if (!/\s/.test(token.text.slice(from, to))) return false;
  return STATEMENT.test(spanText(spanOf({ ...token, start: token.start + from, end: token.start + to })));
}

const STATEMENT = /\{%|<%(?![=%])|\{\{-?\s*(?:if|else|end|range|with)\b/;

/** Whether a template decides between the words of the command which of them there are. */
export function hasStatements({ words }: CommandFact): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return false;
  const [from, to] = [spanOf(first), spanOf(last)];
  return (
    from.source === to.source && STATEMENT.test(from.source.text.slice(from.start, Math.min(to.end, from.start + 5000)))
  );
}

const VARIABLE = /^\\?\$\$?(?:[@*?#]|\w+|\{[^\n`]{1,160}\}|\([^\n`]{1,160}\))$|^[\w.]*\$\(\w+\)$/;
const EXPRESSION = /^(?:\$?\{\{[^\n`]{1,160}\}\}|<%=[^\n`]{1,160}%>|#\{[^\n`]{1,160}\}|\$\{[^\n`]{1,160}\})+$/;
/** `$(docker ps -q | head -n 1)`: nobody is told to type what fails itself. */
const CALLS_DOCKER = /^\\?(?:\$\$?\(|`)(?:[^\n]{0,160}[\s;|&(/])?docker\s/;
/** `` `hostname -f` ``, which is `$(hostname -f)`. */
const BACKTICKS = /^`([^`\\\n]{1,160})`$/;

function writtenReference(use: Span): string | undefined {
  const written = spanText(withEscape(use));
  if (CALLS_DOCKER.test(written)) return undefined;
  const call = BACKTICKS.exec(written)?.[1];
  if (call !== undefined) return `$(${call})`;
  return VARIABLE.test(written) || EXPRESSION.test(written) ? written : undefined;
}

/** The expression that a hole stands for; undefined where the file writes it in another way. */
function expressionAt(token: Token, start: number, end: number): string | undefined {
  const { span } = token.view.root(token.start + start, token.start + end);
  return isPartOf(token, start, end, span) ? undefined : writtenReference(span);
}

/** As the author quoted it, and in quotes where a literal part needs them. */
function joined(pieces: readonly Piece[]): string {
  const whole = pieces.map(({ text }) => text).join('');
  const brought = pieces.flatMap((piece) => piece.brought ?? []);
  const isPlain = pieces.every(({ text, brought, filledBefore }) => brought || filledBefore || PLAIN.test(text));
  if (brought.length === 0) {
    if (isPlain) return whole;
    const isOneQuote = pieces.every(({ text, filledBefore }) => filledBefore || !text.includes("'"));
    if (isOneQuote) return `'${whole}'`;
  } else if (isPlain && !brought.some(({ quoted }) => quoted) && (pieces.length === 1 || !brought.some(isCall))) {
    return whole;
  }
  const escaped = pieces.map(({ text, brought, filledBefore }) =>
    brought || filledBefore ? text : text.replace(/[\\"$`]/g, '\\$&'),
  );
  return `"${escaped.join('')}"`;
}

/** What a command prints may be several words. */
function isCall({ use }: Brought): boolean {
  return /^\\?\$\$?\(|^`/.test(spanText(use));
}

const GLOB = /^[\w@%+=:,./-]*[*?[][\w@%+=:,./*?[\]-]*$/;

/** `"$folder"/*.tar`: quotes around the whole would keep the shell from filling it in. */
function patternAsWritten(token: Token, pieces: readonly Piece[]): string | undefined {
  if (!pieces.some(({ text, brought, filledBefore }) => !brought && !filledBefore && /[*?]/.test(text)))
    return undefined;
  const { source, start } = spanOf(token);
  const from = source.text[start - 1] === '"' ? start - 1 : start;
  const written = BARE_WORD.exec(source.text.slice(from, from + LONGEST_WORD))?.[0] ?? '';
  const isSame = written.replaceAll('"', '') === pieces.map(({ text }) => text).join('');
  return isSame && /[*?]/.test(written.replace(/"[^"]*"/g, '')) ? written : undefined;
}

/** A word of a shell, parts of which stand between double quotes. */
const BARE_WORD = /^(?:"[^"\\`\n]*"|[^\s"'\\`;|&()<>])+/;

/** A pattern that a shell fills in, which quotes would keep from it. */
function globOf(token: Token): string | undefined {
  const { source, start } = spanOf(token);
  const isBare = /[\s(]/.test(source.text[start - 1] ?? ' ') && source.text.startsWith(token.text, start);
  return isBare ? token.text : undefined;
}

/** Whether what the variable holds calls docker itself: it is written anew there. */
function isOwn({ definition }: Brought, depth = 0): boolean {
  if (!definition || depth > DEEPEST) return false;
  const { view, start, end } = definition;
  const deeper = broughtInto(view, start, end);
  const place = deeper[0]?.start === start ? deeper[0].use : view.root(start, end).span;
  return CALL_BEFORE.test(textBefore(place, LONGEST_LINE)) || deeper.some((one) => isOwn(one, depth + 1));
}

const CALL_BEFORE = new RegExp(
  `(?:^|[\\s"'(=/])docker(?:\\.exe)?[ \\t]+(?:[^;|&\\n]|\\\\\n)*$|["'=][ \\t]*(?:${DOCKER_COMMANDS.flatMap((row) => row.docker.filter((name) => /^\w/.test(name))).join('|')})[ \\t][^;|&\\n]*$`,
);

const LONGEST_LINE = 500;
const ARGUMENT = /^\$\$?(?:[@*\d]|\{[@*\d]\})$/;

function textBefore({ source, start }: Span, most: number): string {
  return source.text.slice(Math.max(0, start - most), start);
}

/** Whether the words that tell what is asked come from the call: `docker "$@"`, `docker run "$@"`. */
export function isAskedByCaller({ words }: CommandFact, { operands, options }: DockerCommand): boolean {
  return words.slice(1).some((word) => {
    if (operands.includes(word)) return false;
    const references = broughtInto(word.view, word.start, word.end).flatMap((one) =>
      isOwn(one) || one.start > word.start || one.end < word.end ? [] : spanText(one.use),
    );
    return references.some(
      (reference) =>
        ARGUMENT.test(reference) && (/[@*]/.test(reference) || !options.some(({ value }) => value === word)),
    );
  });
}

/** `$${NAME}`, as a template of Terraform writes `${NAME}`: the word goes back into that template. */
function withEscape(span: Span): Span {
  const { source, start } = span;
  return source.text.startsWith('$${', start - 1) ? { ...span, start: start - 1 } : span;
}

/** The whole text that the word stands in comes from there, not the hole alone: `cmd` of a function that gets a command. */
function isPartOf({ view, start: at }: Token, start: number, end: number, span: Span): boolean {
  const neighbours = [at + start - 1, at + end].filter((one) => one >= 0 && one < view.text.length);
  return neighbours.some((one) => {
    const other = view.root(one, one + 1).span;
    return other.source === span.source && other.start === span.start && other.end === span.end;
  });
}

const DOCKER_ACTION = /^\{\{-?\s*(?:json\s+|index\s+|lower\s+|upper\s+)?\.[^\n]{0,120}\}\}$/;

/** `{{ "{{.ID}}" }}`: a template that prints a template. */
const LITERAL = /^\{\{-?\s*(["'`])([^"'`\n]{0,200}[{}][^"'`\n]{0,200})\1\s*-?\}\}$/;

/** A Go template for docker: its actions look like holes where files are templates themselves. */
export function templateText(token: Token): string {
  return token.text.replace(HOLES, (hole, at: number) => {
    const { span } = token.view.root(token.start + at, token.start + at + hole.length);
    const written = span.source.text.slice(span.start, span.end);
    const literal = LITERAL.exec(written)?.[2];
    if (literal !== undefined) return literal;
    return written.split(/(?<=\}\})(?=\{\{)/).every((action) => DOCKER_ACTION.test(action)) ? written : hole;
  });
}
