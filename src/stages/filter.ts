/** Asks whether a file has any of the words, or a name, without which no rule can find anything. */
import type { InputFile } from '../model/input.ts';
import { RULES } from '../rules/index.ts';

const RULE_WORD = wordPattern(RULES.flatMap((rule) => rule.triggers));

export const hasRuleWord = (text: string): boolean => RULE_WORD.test(text);

/** The first word in the text that some rule looks for. */
export function findRuleWord(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = RULE_WORD.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** A rule may find something in files of a certain name whatever their text says. */
export function mattersToRules({ path, text }: InputFile): boolean {
  return hasRuleWord(text) || RULES.some((rule) => rule.files?.test(path));
}

/** `words` are lower case; the answer ignores case. */
export function wordFilter(words: readonly string[]): (text: string) => boolean {
  const pattern = wordPattern(words);
  return (text) => pattern.test(text);
}

function wordPattern(words: readonly string[]): RegExp {
  const unique = [...new Set(words)].filter((word) => !words.some((other) => other !== word && word.includes(other)));
  return new RegExp(unique.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'i');
}
