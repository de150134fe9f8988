/** The program that a line of PowerShell starts, where another command or function is told its name and its words. */
import type { Token } from '../../model/document.ts';
import { spanOf } from '../../text/placed.ts';
import { table } from '../../text/table.ts';
import { cutToken, splitWords } from '../flags.ts';
import { arrayItems, isArray } from './arrays.ts';

const PROGRAM =
  /^-(?:FilePath|Execut(?:e|able)(?:Path)?|Exe(?:Path|File)?|Program|Command(?:Name|Path)?|Cmd|Binary|Application|FileName)$/i;
const WORDS = /^-(?:(?:Command)?Arg(?:s|List|ument(?:s|List)?)?|Param(?:s|eter(?:s|List))?)$/i;

/** Commands of Windows that run the text or the words behind them. */
const RUNNERS = table<RegExp | undefined>({
  'invoke-expression': /^-Command$/i,
  iex: /^-Command$/i,
  cmd: /^\/[ck]$/i,
});

export function programName(text: string): string {
  return text
    .slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
    .toLowerCase()
    .replace(/\.exe$/, '');
}

/** `Start-Process docker -ArgumentList "ps"`, `New-ScheduledTaskAction -Execute docker -Argument "ps"`, `Invoke-Executable -Executable docker -ArgList @("ps")`, `cmd /c docker ps`. */
export function started(words: readonly Token[], arrays: ReadonlyMap<string, Token>): readonly Token[] {
  const [first, ...rest] = words;
  const name = programName(first?.text ?? '');
  const option = RUNNERS.get(name);
  if (option) return ran(rest.filter(({ text }) => !option.test(text)));
  const named = handedOver(rest, arrays, name === 'start-process' || name === 'saps');
  return named ?? words.flatMap((word) => itemsOf(word, arrays));
}

const REDIRECT = /^(?:[1-6]|\*)?>{1,2}(&[12]$)?/;

/** Where the output goes is no word of the command: `> out.txt`, `2>$null`, `2>&1`. */
export function withoutRedirects(words: readonly Token[]): readonly Token[] {
  let isTarget = false;
  return words.filter((word) => {
    const redirect = isQuoted(word) ? null : REDIRECT.exec(word.text);
    const isPart = isTarget || redirect !== null;
    isTarget = redirect !== null && redirect[1] === undefined && redirect[0] === word.text;
    return !isPart;
  });
}

function isQuoted(word: Token): boolean {
  const { source, start } = spanOf(word);
  return /["']/.test(source.text[start - 1] ?? '');
}

/** A text alone is a line of words. */
function ran(words: readonly Token[]): readonly Token[] {
  const [only] = words;
  return only && words.length === 1 ? wordsIn(only) : words;
}

function handedOver(
  words: readonly Token[],
  arrays: ReadonlyMap<string, Token>,
  byPlace: boolean,
): readonly Token[] | undefined {
  const at = words.findIndex(({ text }) => PROGRAM.test(text));
  const list = words.findIndex(({ text }) => WORDS.test(text));
  const program = at >= 0 ? words[at + 1] : byPlace ? words.find(({ text }) => !text.startsWith('-')) : undefined;
  if (!program || program.text.startsWith('-') || (list < 0 && !byPlace)) return undefined;
  if (list < 0) return [program];
  const given = words.slice(list + 1);
  const [head] = given;
  if (!head) return [program];
  const items = itemsOf(head, arrays);
  if (items[0] !== head) return [program, ...items];
  const end = given.findIndex((word, i) => i > 0 && PARAMETER.test(word.text));
  return [program, ...given.slice(0, end < 0 ? undefined : end).flatMap(wordsIn)];
}

/** What ends a list of words that commas join: a parameter of the command itself. */
const PARAMETER = /^-[A-Z][A-Za-z]+$/;

function wordsIn(word: Token): Token[] {
  return /\s/.test(word.text) ? splitWords(word, cutToken) : [word];
}

/** The items of a list, or of the variable that holds one: `@arguments`, `$arguments`. */
function itemsOf(word: Token, arrays: ReadonlyMap<string, Token>): readonly Token[] {
  if (isArray(word)) return arrayItems(word);
  const known = /^[@$]\w+$/.test(word.text) ? arrays.get(word.text.slice(1).toLowerCase()) : undefined;
  return known ? arrayItems(known) : [word];
}
