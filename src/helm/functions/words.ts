/** Words of identifiers, as the xstrings package cuts them: camelcase, snakecase, kebabcase. */
import { isSpace } from './text.ts';

const isConnector = (char: string): boolean => char === '-' || char === '_' || isSpace(char);
const isUpper = (char: string): boolean => /\p{Lu}/u.test(char);
const isLetter = (char: string): boolean => /\p{L}/u.test(char);
const isNumber = (char: string): boolean => /\p{N}/u.test(char);
const isPunctuation = (char: string): boolean => /\p{P}/u.test(char);

/** xstrings.ToPascalCase. */
export function toPascal(text: string): string {
  const chars = [...text];
  let at = 0;
  while (at < chars.length && isConnector(chars[at]!)) at++;
  let result = chars.slice(0, at).join('');
  if (at >= chars.length) return result;
  let upperRun = isUpper(chars[at]!);
  let current = chars[at]!.toUpperCase();
  for (at++; at < chars.length; at++) {
    const before = current;
    current = chars[at]!;
    if (isConnector(current) && isConnector(before)) {
      result += before;
    } else if (isConnector(before)) {
      upperRun = isUpper(current);
      current = current.toUpperCase();
    } else {
      if (upperRun) {
        if (isUpper(current)) current = current.toLowerCase();
        else upperRun = false;
      }
      result += before;
    }
  }
  return result + current;
}

type WordType = 'number' | 'upper' | 'alphabet' | 'connector' | 'punctuation' | 'other';

interface Word {
  readonly type: WordType;
  readonly text: string;
}

function nextWord(chars: readonly string[], start: number): { word: Word; to: number } {
  const first = chars[start]!;
  const run = (from: number, test: (char: string) => boolean): number => {
    let to = from;
    while (to < chars.length && test(chars[to]!)) to++;
    return to;
  };
  const made = (type: WordType, to: number): { word: Word; to: number } => ({
    word: { type, text: chars.slice(start, to).join('') },
    to,
  });
  const isLowerLetter = (char: string): boolean => isLetter(char) && !isUpper(char);
  if (isConnector(first)) return made('connector', run(start, isConnector));
  if (isPunctuation(first)) return made('punctuation', run(start, isPunctuation));
  if (isUpper(first)) {
    const second = chars[start + 1];
    if (second === undefined) return made('upper', start + 1);
    if (isUpper(second)) {
      const to = run(start, isUpper);
      // The last capital of "HTTPServer" begins the next word.
      return made('upper', to < chars.length && isLetter(chars[to]!) ? to - 1 : to);
    }
    return made('upper', isLetter(second) ? run(start + 1, isLowerLetter) : start + 1);
  }
  if (isLetter(first)) return made('alphabet', run(start, isLowerLetter));
  if (isNumber(first)) return made('number', run(start, isNumber));
  const isOther = (char: string): boolean =>
    !isConnector(char) && !isLetter(char) && !isNumber(char) && !isPunctuation(char);
  return made('other', run(start + 1, isOther));
}

function lowered(word: Word, connector: string): string {
  if (word.type !== 'upper' && word.type !== 'connector') return word.text;
  return [...word.text].map((char) => (isConnector(char) ? connector : char.toLowerCase())).join('');
}

const joins = (word: Word | undefined): boolean =>
  word !== undefined && word.type !== 'connector' && word.type !== 'punctuation';

/** xstrings.ToSnakeCase and ToKebabCase. */
export function toWords(text: string, connector: string): string {
  const chars = [...text];
  const words: Word[] = [];
  for (let at = 0; at < chars.length; ) {
    const { word, to } = nextWord(chars, at);
    words.push(word);
    at = to;
  }
  let result = '';
  let index = 0;
  const takeRun = (): void => {
    for (let word = words[index]; word?.type === 'alphabet' || word?.type === 'number'; word = words[++index]) {
      result += lowered(word, connector);
    }
  };
  while (index < words.length - 1) {
    const previous = words[index]!;
    if (previous.type !== 'connector') result += lowered(previous, connector);
    index++;
    if (previous.type === 'number') {
      takeRun();
      if (joins(words[index])) result += connector;
    } else if (previous.type === 'connector') result += lowered(previous, connector);
    else if (previous.type !== 'punctuation') result += afterWord();
  }
  const last = words[index];
  return last === undefined ? result : result + lowered(last, connector);

  /** What stands between a word of letters and what follows; numbers may belong to either side. */
  function afterWord(): string {
    const word = words[index]!;
    if (word.type !== 'number') return joins(word) ? connector : '';
    const following = words[index + 1];
    if (following === undefined) return '';
    index++;
    if (following.type !== 'alphabet') return word.text + (joins(following) ? connector : '');
    let taken = connector + word.text;
    for (let next = words[index]; next?.type === 'alphabet' || next?.type === 'number'; next = words[++index]) {
      taken += lowered(next, connector);
    }
    return taken + (joins(words[index]) ? connector : '');
  }
}
