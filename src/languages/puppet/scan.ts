/** The part of Puppet's syntax that matters here: resources with their titles and the attributes that are literal texts. */
import type { Token } from '../../model/document.ts';
import { endOfLine } from '../../text/source.ts';
import type { View } from '../../text/view.ts';
import { interpolated } from '../terraform/strings.ts';
import { token } from '../text/facts.ts';
import { closingQuote, escapedString, plainString } from '../text/strings.ts';

export interface PuppetResource {
  readonly type: string;
  readonly titles: readonly Token[];
  /** The literal texts and words of every attribute. */
  readonly attributes: ReadonlyMap<string, readonly Token[]>;
}

interface Scanner {
  readonly view: View;
  readonly text: string;
  at: number;
  readonly resources: PuppetResource[];
}

export function scanPuppet(view: View): readonly PuppetResource[] {
  const scanner: Scanner = { view, text: view.text, at: 0, resources: [] };
  const { text } = scanner;
  while (scanner.at < text.length) {
    if (skipComment(scanner)) continue;
    if (isQuote(text[scanner.at])) readString(scanner);
    else if (/[a-z]/.test(text[scanner.at] ?? '')) readWord(scanner);
    else scanner.at++;
  }
  return scanner.resources;
}

/** `class profile::node inherits base {`: what follows is its body, which may begin with a variable. */
const NAMED = /(?:^|\s)(?:class|define|inherits|node)\s{1,20}(?:::)?$/;

/** A word before a brace with a title behind it begins a resource. */
function readWord(scanner: Scanner): void {
  const start = scanner.at;
  const match = /^[a-z][\w:]*/.exec(scanner.text.slice(scanner.at, scanner.at + 100));
  const word = match?.[0] ?? '';
  const isVariable = /\$(?:::)?$/.test(scanner.text.slice(Math.max(0, scanner.at - 3), scanner.at));
  scanner.at += Math.max(1, word.length);
  const rest = /^\s*\{\s*(?=['"[$])/.exec(scanner.text.slice(scanner.at, scanner.at + 400));
  const isStatement = /^(?:if|unless|else|elsif|case|define|node)$/.test(word);
  const isName = NAMED.test(scanner.text.slice(Math.max(0, start - 40), start));
  if (!rest || isStatement || isVariable || isName) return;
  scanner.at += rest[0].length;
  readBodies(scanner, word);
}

function readBodies(scanner: Scanner, type: string): void {
  const { text } = scanner;
  while (skipSpace(scanner) && text[scanner.at] !== '}') {
    const titles = readValue(scanner);
    if (!skipSpace(scanner) || text[scanner.at] !== ':') return;
    scanner.at++;
    const attributes = new Map<string, readonly Token[]>();
    while (skipSpace(scanner) && !';}'.includes(text[scanner.at] ?? '')) {
      const name = /^[a-z_]\w*(?=\s*[+=]>)/.exec(text.slice(scanner.at, scanner.at + 200))?.[0];
      if (name === undefined) {
        scanner.at++;
        continue;
      }
      scanner.at = text.indexOf('>', scanner.at) + 1;
      attributes.set(name, readValue(scanner));
    }
    scanner.resources.push({ type, titles, attributes });
    if (text[scanner.at] === ';') scanner.at++;
  }
}

/** The literals of a value, up to the comma, semicolon, colon or brace behind it. */
function readValue(scanner: Scanner): Token[] {
  const { text, view } = scanner;
  const found: Token[] = [];
  let open = 0;
  while (skipSpace(scanner)) {
    const character = text[scanner.at] ?? '';
    if (open === 0 && (',;}'.includes(character) || (character === ':' && text[scanner.at + 1] !== ':'))) break;
    if (isQuote(character)) found.push(readString(scanner));
    else if ('[({'.includes(character) || '])}'.includes(character)) {
      open += '[({'.includes(character) ? 1 : -1;
      scanner.at++;
    } else if (/[A-Za-z]/.test(character)) {
      const word = /^\w+(?:::\w+)*/.exec(text.slice(scanner.at, scanner.at + 200))?.[0] ?? character;
      found.push(token(view, scanner.at, scanner.at + word.length));
      scanner.at += word.length;
    } else scanner.at++;
  }
  return found;
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

function readString(scanner: Scanner): Token {
  const { view, text } = scanner;
  const quote = text[scanner.at] ?? '"';
  const start = scanner.at + 1;
  const close = closingQuote(text, start, text.length, quote, '\\');
  const end = close < 0 ? text.length : close;
  scanner.at = Math.min(end + 1, text.length);
  if (quote === "'") return plainString(view, start, end, quote);
  return interpolated(escapedString(view, start, end).view);
}

function skipComment(scanner: Scanner): boolean {
  if (scanner.text[scanner.at] !== '#') return false;
  scanner.at = endOfLine(scanner.text, scanner.at);
  return true;
}

function skipSpace(scanner: Scanner): boolean {
  while (scanner.at < scanner.text.length) {
    if (/\s/.test(scanner.text[scanner.at] ?? '')) scanner.at++;
    else if (!skipComment(scanner)) return true;
  }
  return false;
}
