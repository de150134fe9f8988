/** Asks whether a text has any of the words without which no rule can find anything. */
import { RULES } from './rules/index.ts';

export const mattersToRules = wordFilter(RULES.flatMap((rule) => rule.triggers));

/** `words` are lower case; the answer ignores case. */
export function wordFilter(words: readonly string[]): (text: string) => boolean {
  const unique = [...new Set(words)].filter((word) => !words.some((other) => other !== word && word.includes(other)));
  const pattern = new RegExp(unique.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'i');
  return (text) => pattern.test(text);
}
