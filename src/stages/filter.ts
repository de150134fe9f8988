/** Asks whether a file has any of the words, or a name, without which no rule can find anything. */
import type { InputFile } from '../model/input.ts';
import { RULES } from '../rules/index.ts';
import type { Trigger } from '../rules/rule.ts';

/** How far apart the words of a command may stand, with options and quotes between them. */
const NEAR = 80;

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
export function wordFilter(words: readonly Trigger[]): (text: string) => boolean {
  const pattern = wordPattern(words);
  return (text) => pattern.test(text);
}

function wordPattern(triggers: readonly Trigger[]): RegExp {
  const all = [...new Set(triggers.filter((trigger) => typeof trigger === 'string'))];
  const words = all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
  const pairs = triggers.flatMap((trigger) => (typeof trigger === 'string' ? [] : [nearPattern(trigger)]));
  return new RegExp([...words.map(escaped), ...pairs].join('|'), 'i');
}

function nearPattern({ word, before }: Exclude<Trigger, string>): string {
  return `${escaped(word)}(?=[^]{0,${NEAR}}?(?:${before.map(escaped).join('|')}))`;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
