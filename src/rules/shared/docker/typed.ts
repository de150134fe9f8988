/** Writes words of a command line again, so that a reader can paste them: quoted where they must be, variables as they stand. */
import type { Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { spanOf } from '../../../text/placed.ts';
import { type Span, spanText } from '../../../text/source.ts';
import { HOLE, hasHole, type Origin } from '../../../text/view.ts';
import type { DockerCommand } from './command.ts';

/** A word as it reads (`text`) and as one types it (`typed`). */
export interface Word {
  readonly text: string;
  readonly typed: string;
  /** Whether other calls of the function bring another text. */
  readonly argument?: boolean;
}

const PLAIN = /^(?:[\w@%+=:,./-]|\{\})+$/;
const HOLES = new RegExp(`${HOLE}+`, 'g');
const VARIABLE = /^\$\$?(?:[@*?]|\w+|\{\w+\})$|^[\w.]*\$\(\w+\)$/;
const EXPRESSION = /^\$?\{\{[^\n`]{1,120}\}\}$|^\$\{[\w.[\]"'-]{1,120}\}$/;
/** `${image//\//_}`, `${TAG:-latest}`: nothing in it needs other quotes than those around the word. */
const EXPANSION = /^\$\$?\{\w+(?:[:#%/^,@+=?-](?:[^\n`"'{}$\\]|\\[/.])*)\}$/;
const CALL = /^\$\$?\([^\n`]{1,160}\)$/;
/** `$(docker ps -q | head -n 1)`: nobody is told to type what fails itself. */
const CALLS_DOCKER = /^\$\$?\((?:[^\n]{0,160}[\s;|&(/])?docker\s/;

/** Nobody pastes a longer one, and each of its holes would be looked up. */
const LONGEST_WORD = 400;

export function shellQuote(text: string): string {
  if (PLAIN.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `placeholder` stands where the text does not say what is meant: `CONTAINER`. */
export function typedWord(token: Token, placeholder: string): Word {
  const { text } = token;
  const argument = isHandedWhole(token) ? undefined : argumentOf(token);
  if (argument !== undefined) return { text, typed: argument, argument: true };
  if (!hasHole(text)) return { text, typed: (GLOB.test(text) ? globOf(token) : undefined) ?? shellQuote(text) };
  if (text.length > LONGEST_WORD) return { text, typed: placeholder };
  const pieces = [...text.matchAll(HOLES)].map((match) => sourceOf(token, match.index, match.index + match[0].length));
  if (pieces.includes(undefined))
    return { text, typed: (isHandedWhole(token) ? undefined : variableOf(token)) ?? placeholder };
  // The variable holds what the call gave once: `DIR=$(mktemp -d)`.
  const variable = pieces.some((piece) => piece !== undefined && CALL.test(piece)) ? variableOf(token) : undefined;
  if (variable !== undefined) return { text, typed: variable };
  if (HOLES_ONLY.test(text)) return { text, typed: withQuotes(token, pieces[0] ?? placeholder) };
  // A tag that is empty where the variable is read in another branch.
  if (text.endsWith(':')) return { text, typed: placeholder };
  let at = 0;
  const rebuilt = text.replace(HOLES, () => pieces[at++] ?? placeholder);
  if (pieces.every((piece) => piece !== undefined && EXPRESSION.test(piece)))
    return { text, typed: PLAIN.test(text.replace(HOLES, '')) ? rebuilt : `'${rebuilt}'` };
  return /["\\`!]/.test(text) ? { text, typed: placeholder } : { text, typed: `"${rebuilt}"` };
}

const GLOB = /^[\w@%+=:,./-]*[*?[][\w@%+=:,./*?[\]-]*$/;

/** A pattern that a shell fills in, which quotes would keep from it: as it stands, or the variable of the loop over it. */
function globOf(token: Token): string | undefined {
  const variable = variableOf(token);
  if (variable !== undefined) return variable;
  const { source, start } = spanOf(token);
  const isBare = /[\s(]/.test(source.text[start - 1] ?? ' ') && source.text.startsWith(token.text, start);
  return isBare ? token.text : undefined;
}

/** One after the other; `"$@"` stands once for all the words that it brings. */
export function typedWords(tokens: readonly Token[], placeholder: string): readonly string[] {
  const all = tokens.map((token) => typedWord(token, placeholder).typed);
  return all.filter((typed, i) => typed !== all[i - 1] || !ARGUMENT.test(typed));
}

const ARGUMENT = /^"?\$(?:[@*\d]|\$?\{[@*\d]\})"?$/;
const REFERENCE = /^(?:[\w.:/@%+=-]|\$(?:[@*\d]|[A-Za-z_]\w*(?!\w)|\$?\{(?:[@*]|\w+)\}))+$/;

/** The word as it is written, where variables make it, and nothing else of the command. */
function variableOf(token: Token): string | undefined {
  const { related, span } = token.view.root(token.start, token.end);
  const use = related.findLast(({ role }) => role === 'use')?.span;
  const assigned = related.filter(({ role }) => role === 'assignment').map((place) => spanText(place.span));
  if (!use && assigned.length === 0) return undefined;
  if (assigned.some((text) => /\s/.test(text) && !isOutput(text))) return undefined;
  if (use && !isWholeValue(span) && !isOutput(spanText(span))) return undefined;
  const place = use ?? span;
  const written = spanText(place).replaceAll('"', '');
  const isPart = use === undefined && /[\w}]/.test(place.source.text[place.start - 1] ?? ' ');
  return REFERENCE.test(written) && !isPart ? `"${written}"` : undefined;
}

function isOutput(text: string): boolean {
  return text.startsWith('$(') && text.endsWith(')');
}

/** All that the variable holds: `image=registry/${name//-/_}`, `for f in $(pwd)/*`, and not a part of `"-e $name"`. */
function isWholeValue(span: Span): boolean {
  const { text } = span.source;
  if (!/["'\s;&|)]/.test(text[span.end] ?? ' ')) return false;
  return /["'=]/.test(text[span.start - 1] ?? ' ') || /\bfor \w+ in [^;"']{0,200}$/.test(textBefore(span, 200));
}

/** The reference to an argument of the function that the command stands in: other calls bring other values. */
function argumentOf(token: Token): string | undefined {
  const origin = token.view.root(token.start, token.end);
  // An empty word has no characters of its own to come from the call.
  if (token.text === '') {
    const all = /\$[@*]$/.exec(textBefore(origin.span))?.[0];
    return all && `"${all}"`;
  }
  const isArgument = origin.related.some(
    (place) =>
      (place.role === 'assignment' && /^[@*\d]$/.test(place.variable)) ||
      (place.role === 'use' && ARGUMENT.test(spanText(place.span))),
  );
  if (!isArgument || isPartOfArgument(origin)) return undefined;
  const use = withEscape(origin.related.findLast(({ role }) => role === 'use')?.span ?? origin.span);
  const written = spanText(use);
  if (!REFERENCE.test(written.replace(/^"([^"]*)"$/, '$1'))) return undefined;
  const { text } = use.source;
  return text[use.start - 1] === '"' && text[use.end] === '"' ? `"${written}"` : written;
}

function textBefore({ source, start }: Span, most = 20): string {
  return source.text.slice(Math.max(0, start - most), start);
}

/** A part of what the call brings: `name=web` for `-f "$1"`. */
function isPartOfArgument({ span, related }: Origin): boolean {
  return related.some(({ role }) => role === 'use') && !/[\s"'(]/.test(span.source.text[span.start - 1] ?? ' ');
}

const LONGEST_LINE = 500;

/** The call hands over the whole command line, in which this word is written: `run "docker exec $(…) date"`, `run docker ps`. */
function isHandedWhole({ view, start, end }: Token): boolean {
  const { span, related } = view.root(start, end);
  if (!related.some(({ role }) => role === 'use')) return false;
  const { text } = span.source;
  const before = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start).slice(-LONGEST_LINE);
  return /["'](?:sudo )?docker\s[^"']*(?:\\["'][^"']*)*$|(?:^|\s)docker\s[^;|&]*$/.test(before);
}

/** Whether the words that tell what is asked come from the call: `docker "$@"`, `docker run "$@"`. */
export function isAskedByCaller({ words }: CommandFact, { operands, options }: DockerCommand): boolean {
  return words.slice(1).some((word) => {
    const argument = operands.includes(word) || isHandedWhole(word) ? undefined : argumentOf(word);
    return argument !== undefined && (/[@*]/.test(argument) || !options.some(({ value }) => value === word));
  });
}

const HOLES_ONLY = new RegExp(`^${HOLE}+$`);

/** The variable, call or template expression that a hole stands for; undefined where the file writes it in another way. */
function sourceOf(token: Token, start: number, end: number): string | undefined {
  const { span, related } = token.view.root(token.start + start, token.start + end);
  const written = spanText(withEscape(span));
  // `DIR="$2"` at the top of a script: elsewhere `$2` is something else.
  if (ARGUMENT.test(written) && related.some(({ role }) => role === 'use') && !isHandedWhole(token)) {
    const used = related.findLast(({ role }) => role === 'use')?.span ?? span;
    // `HUB="$1/"`: what stands beside the hole is in the variable too.
    if (bringsNeighbour(token, start, end, used)) return undefined;
    const use = spanText(used);
    return VARIABLE.test(use) ? use : undefined;
  }
  if (isPartOf(token, start, end, span) || CALLS_DOCKER.test(written)) return undefined;
  return [VARIABLE, EXPRESSION, EXPANSION, CALL].some((form) => form.test(written)) ? written : undefined;
}

function bringsNeighbour({ view, start: at }: Token, start: number, end: number, use: Span): boolean {
  const neighbours = [at + start - 1, at + end].filter((one) => one >= 0 && one < view.text.length);
  return neighbours.some((one) => {
    const other = view.root(one, one + 1).related.findLast(({ role }) => role === 'use')?.span;
    return other?.source === use.source && other.start === use.start && other.end === use.end;
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

/** Keeps the quotes that stand around a variable: without them it may become several words. */
function withQuotes(token: Token, written: string): string {
  const span = spanOf(token);
  const { text } = span.source;
  return text[withEscape(span).start - 1] === '"' && text[span.end] === '"' ? `"${written}"` : written;
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
