/** `helm upgrade --set a.b=c`: values of a chart on a command line. */
import type { CommandFact } from '../../model/fact.ts';
import { viewOf } from '../../text/placed.ts';
import { parameterFact } from '../chart-files/parameters.ts';
import { documentOfWords, type Engine, embedText } from './engine.ts';
import { sub } from './flags.ts';
import type { ShellToken } from './words.ts';

const SET = /^--set(?:-string|-literal)?(?:=|$)/;
const MAX_VALUES = 200;

function isHelm({ program, words }: CommandFact): boolean {
  return program === 'helm' && words.some(({ text }) => /^(?:install|upgrade|template|diff|secrets)$/.test(text));
}

/** The settings belong to a document of their own, as the values of a file would. */
export function helmValues(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  if (!isHelm(fact)) return;
  const pairs = words.flatMap((word, i) => pairsAt(word, words[i - 1])).slice(0, MAX_VALUES);
  const json = words.flatMap((word, i) => jsonAt(word, words[i - 1]));
  for (const { value } of json) embedText(engine, viewOf(value), 'values.json', fact);
  if (pairs.length === 0) return;
  const document = documentOfWords(engine, words, 'helm-values', 'values');
  for (const { key, value } of pairs) engine.facts.push(parameterFact(document, key, value));
}

interface Pair {
  readonly key: ShellToken;
  readonly value: ShellToken;
}

/** `a=b,c.d=e`, with commas that are escaped or in braces left alone. */
function pairsAt(word: ShellToken, before: ShellToken | undefined): Pair[] {
  const own = SET.test(word.text) ? word.text.indexOf('=') + 1 : 0;
  const isNext = before !== undefined && SET.test(before.text) && !before.text.includes('=');
  if (own === 0 && !isNext) return [];
  return piecesOf(word.text, own).flatMap(({ start, end }) => {
    const equals = word.text.indexOf('=', start);
    if (equals <= start || equals >= end) return [];
    return [{ key: sub(word, start, equals), value: sub(word, equals + 1, end) }];
  });
}

function jsonAt(word: ShellToken, before: ShellToken | undefined): Pair[] {
  const own = word.text.startsWith('--set-json=') ? '--set-json='.length : 0;
  if (own === 0 && before?.text !== '--set-json') return [];
  const equals = word.text.indexOf('=', own);
  return equals > own ? [{ key: sub(word, own, equals), value: sub(word, equals + 1) }] : [];
}

function piecesOf(text: string, from: number): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let start = from;
  let braces = 0;
  for (let at = from; at <= text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') braces++;
    else if (character === '}') braces--;
    else if (at === text.length || (/[,\n]/.test(character ?? '') && braces <= 0)) {
      if (at > start) pieces.push({ start, end: at });
      start = at + 1;
    }
  }
  return pieces;
}
