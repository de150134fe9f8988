/** Asks whether a file has any of the words, or a name, without which no rule can find anything. */
import type { InputFile } from '../model/input.ts';
import { RULES } from '../rules/index.ts';

export const hasRuleWord = wordFilter(RULES.flatMap((rule) => rule.triggers));

/** A rule may find something in files of a certain name whatever their text says. */
export function mattersToRules({ path, text }: InputFile): boolean {
  return hasRuleWord(text) || RULES.some((rule) => rule.files?.test(path));
}

/** `words` are lower case; the answer ignores case. */
export function wordFilter(words: readonly string[]): (text: string) => boolean {
  const unique = [...new Set(words)].filter((word) => !words.some((other) => other !== word && word.includes(other)));
  const pattern = new RegExp(unique.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'i');
  return (text) => pattern.test(text);
}
