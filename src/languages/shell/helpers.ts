/** Helpers that run their arguments: `retry 5 docker pull x`, `$SUDO docker ps`, `run_on host 'docker ps'`. */

import { baseName } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import { HOLE } from '../../text/view.ts';
import { looksLikeCommand } from './programs.ts';
import type { ShellToken } from './words.ts';

export type Helped =
  /** The words from `at` on are the command. */
  | { readonly kind: 'words'; readonly at: number; readonly guess?: boolean }
  /** A word is a text that a shell reads. */
  | { readonly kind: 'text'; readonly at: number; readonly word: ShellToken; readonly guess: boolean }
  /** A shell on another machine reads standard input. */
  | { readonly kind: 'input' };

/** A function of the script; `speaks` where it prints its arguments and runs none. */
export interface OwnFunction {
  readonly speaks: boolean;
}

const RUNS = /retry|wait|run|exec|with|try|quiet|spin|sudo|backoff|until|ssh|remote/i;
const SPEAKS = /^(?!.*(?:retry|ssh)).*(?:log|echo|info|warn|err|die|print|say|msg|usage|fail|assert|comment)/i;
const REMOTE = /ssh|remote/i;
const SHELLS = /^(?:ba|da|a|k|z)?sh$/;

/**
 * Where the command of a helper begins. Helpers are words that are not known (an unset variable), functions of the
 * script, and names that tell it; what follows must look like a command of a known program.
 */
export function helpedCommand(
  program: string,
  words: readonly ShellToken[],
  functionOf: (name: string) => OwnFunction | undefined,
): Helped | undefined {
  const unknown = program === '' || program.includes(HOLE);
  const own = functionOf(program);
  if (own?.speaks || SPEAKS.test(program)) return undefined;
  if (!(unknown || own || RUNS.test(program))) return guessedCommand(program, words);
  const shell = unknown ? words.findIndex((word, i) => i > 0 && isShellWord(word, words.slice(i + 1))) : -1;
  if (shell > 0) return { kind: 'words', at: shell };
  for (let at = 1; at < Math.min(words.length, 10); at++) {
    if (looksLikeCommand(words, at)) return { kind: 'words', at };
    const word = words[at];
    if (word && (unknown || RUNS.test(program)) && isCommandText(word.text))
      return { kind: 'text', at, word, guess: false };
  }
  return words.length <= 3 && REMOTE.test(unknown ? writtenName(words) : program) ? { kind: 'input' } : undefined;
}

/** A name that a person gave to a function of another file: camelCase, snake_case, name::space. */
const FUNCTION_NAME = /^[a-z]+[A-Z]\w*$|^_?[a-z\d]+(?:_[a-z\d]+)+$|^\w+(?:::\w+)+$/;

/** Operands of a helper before the command: a host, a number of attempts. */
const MOST_OPERANDS = 3;

/**
 * A helper that is defined elsewhere: its words are a command where they read like one, a text is a script where most of
 * its lines are commands that we know.
 */
function guessedCommand(program: string, words: readonly ShellToken[]): Helped | undefined {
  if (!FUNCTION_NAME.test(program) || TELLS.test(program)) return undefined;
  for (let at = 1; at <= Math.min(words.length - 2, MOST_OPERANDS); at++)
    if (looksLikeCommand(words, at)) return { kind: 'words', at, guess: true };
  for (const [at, word] of words.entries()) {
    if (at > 0 && isScriptText(word.text)) return { kind: 'text', at, word, guess: true };
  }
  return undefined;
}

/** Words of sentences that no command line has. */
const SENTENCE =
  /(?:^|\s)(?:is|are|was|were|the|shows?|not|nothing|and|instead|cannot|will|should|must|this|that)(?=[\s,.:;]|$)/i;
const TELLS = /message|title|show|step|note|desc|help|doc|report|banner|header|test|check|expect|label|name|text/i;

function isScriptText(text: string): boolean {
  if (!/\s/.test(text) || text.length > 100_000 || SENTENCE.test(text)) return false;
  const lines = text.split(/[\n;]|&&|\|\|/, 200).filter((line) => /^\s*[^\s#]/.test(line));
  const known = lines.filter((line) => isCommandText(line) || /^\s*sudo\s/.test(line));
  return known.length > 0 && known.length * 2 >= lines.length;
}

/** `bash` or `bash -s` at the end. */
function isShellWord(word: ShellToken, rest: readonly ShellToken[]): boolean {
  return SHELLS.test(baseName(word.text)) && rest.every(({ text }) => /^-[a-z]*s$/.test(text));
}

function isCommandText(text: string): boolean {
  if (!/\s/.test(text) || text.length > 100_000) return false;
  const words = text
    .slice(0, 500)
    .trim()
    .split(/[\s;|&]+/)
    .map((word) => ({ text: word }));
  return looksLikeCommand(words, 0);
}

/** `SSH` for the word `$SSH`. */
function writtenName(words: readonly ShellToken[]): string {
  const [first] = words;
  if (!first) return '';
  const span = spanOf(first);
  return span.source.text.slice(span.start, Math.min(span.end, span.start + 60));
}
