/** Edits of configuration by `sed` and its like: what they write in. */
import type { CommandFact } from '../../model/fact.ts';
import { sub } from './flags.ts';
import type { ShellToken } from './words.ts';

interface Inserted {
  readonly text: ShellToken;
  /** What has to stand there before, so that a replacement takes its place. */
  readonly searched?: ShellToken;
}

/** The texts that `sed` commands of the line put into files: replacements, and lines added by `a`, `i`, `c`. */
export function insertedTexts(fact: CommandFact, words: readonly ShellToken[]): Inserted[] {
  if (!/^(sed|gsed|perl)$/.test(fact.program)) return [];
  return words
    .slice(1)
    .flatMap((word) => (word.text.length > 8192 || /^\/[\w./-]+$/.test(word.text) ? [] : inserted(word)));
}

function inserted(word: ShellToken): Inserted[] {
  const { text } = word;
  const added = /(?:^|[/;$\d{}\s])[aic]\\?\s+(?=\S)/.exec(text);
  const start = /(?:^|[;/{\s\d$])s([^\w\s\\;])/.exec(text);
  if (start?.[1]) {
    const from = start.index + start[0].length;
    const middle = closing(text, start[1], from);
    const end = middle < 0 ? -1 : closing(text, start[1], middle + 1);
    if (end >= 0)
      return middle + 1 < end ? [{ text: sub(word, middle + 1, end), searched: sub(word, from, middle) }] : [];
  }
  return added ? [{ text: sub(word, added.index + added[0].length) }] : [];
}

function closing(text: string, delimiter: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === delimiter) return at;
  }
  return -1;
}
