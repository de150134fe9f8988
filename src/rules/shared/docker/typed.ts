/** Writes words of a command line again, so that a reader can paste them: quoted where they must be, variables as they stand. */
import type { Token } from '../../../model/document.ts';
import { HOLE, hasHole } from '../../../text/view.ts';

/** A word as it reads (`text`) and as one types it (`typed`). */
export interface Word {
  readonly text: string;
  readonly typed: string;
}

const PLAIN = /^(?:[\w@%+=:,./-]|\{\})+$/;
const HOLES = new RegExp(`${HOLE}+`, 'g');
const VARIABLE = /^\$(?:\w+|\{\w+\})$|^[\w.]*\$\(\w+\)$/;
const EXPRESSION = /^\$?\{\{[^\n`]{1,120}\}\}$|^\$\{[\w.[\]"'-]{1,120}\}$/;
const CALL = /^\$\([^\n`]{1,160}\)$/;

export function shellQuote(text: string): string {
  if (PLAIN.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `placeholder` stands where the text does not say what is meant: `CONTAINER`. */
export function typedWord(token: Token, placeholder: string): Word {
  const { text } = token;
  if (!hasHole(text)) return { text, typed: shellQuote(text) };
  const pieces = [...text.matchAll(HOLES)].map((match) => sourceOf(token, match.index, match.index + match[0].length));
  if (pieces.includes(undefined)) return { text, typed: placeholder };
  if (HOLES_ONLY.test(text)) return { text, typed: withQuotes(token, pieces[0] ?? placeholder) };
  let at = 0;
  const rebuilt = text.replace(HOLES, () => pieces[at++] ?? placeholder);
  if (pieces.every((piece) => piece !== undefined && EXPRESSION.test(piece)))
    return { text, typed: PLAIN.test(text.replace(HOLES, '')) ? rebuilt : `'${rebuilt}'` };
  return /["\\`!]/.test(text) ? { text, typed: placeholder } : { text, typed: `"${rebuilt}"` };
}

const HOLES_ONLY = new RegExp(`^${HOLE}+$`);

/** The variable, call or template expression that a hole stands for; undefined where the file writes it in another way. */
function sourceOf(token: Token, start: number, end: number): string | undefined {
  const { span } = token.view.root(token.start + start, token.start + end);
  const written = span.source.text.slice(span.start, span.end).replace(/^\$\$(?=[\w({])/, '$');
  return VARIABLE.test(written) || EXPRESSION.test(written) || CALL.test(written) ? written : undefined;
}

/** Keeps the quotes that stand around a variable: without them it may become several words. */
function withQuotes(token: Token, written: string): string {
  const { span } = token.view.root(token.start, token.end);
  const { text } = span.source;
  return text[span.start - 1] === '"' && text[span.end] === '"' ? `"${written}"` : written;
}

const DOCKER_ACTION = /^\{\{-?\s*(?:json\s+|index\s+|lower\s+|upper\s+)?\.[^\n]{0,120}\}\}$/;

/** A Go template for docker: its actions look like holes where files are templates themselves. */
export function templateText(token: Token): string {
  return token.text.replace(HOLES, (hole, at: number) => {
    const { span } = token.view.root(token.start + at, token.start + at + hole.length);
    const written = span.source.text.slice(span.start, span.end);
    return written.split(/(?<=\}\})(?=\{\{)/).every((action) => DOCKER_ACTION.test(action)) ? written : hole;
  });
}
