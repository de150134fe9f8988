import type { Rule, Trigger } from '../src/rules/rule.ts';

/** A module that says what a file needs to have for any of the rules. */
export function triggersText(rules: readonly Rule[]): string {
  const all = rules.flatMap(({ triggers }) => triggers);
  const triggers = new Set(all.filter((trigger) => !isFoundBy(trigger, all)).map(triggerText));
  const files = rules.flatMap(({ files }) => files ?? []);
  return `/** Written by \`npm run generate\` from the rules: what a file needs to have for any of them. */
import type { Trigger } from '../rules/rule.ts';

export const TRIGGERS: readonly Trigger[] = [
${[...triggers].map((trigger) => `  ${trigger},\n`).join('')}];

/** Paths of files that can have a finding without any of the triggers. */
export const FILES: readonly RegExp[] = [${files.join(', ')}];
`;
}

/** Whether a shorter word is always found where this one is. */
function isFoundBy(trigger: Trigger, others: readonly Trigger[]): boolean {
  const word = typeof trigger === 'string' ? trigger : trigger.word;
  return others.some((other) => typeof other === 'string' && other !== word && word.includes(other));
}

function triggerText(trigger: Trigger): string {
  if (typeof trigger === 'string') return quoted(trigger);
  return `{ word: ${quoted(trigger.word)}, before: [${trigger.before.map(quoted).join(', ')}] }`;
}

function quoted(word: string): string {
  return `'${word.replace(/[\\']/g, '\\$&')}'`;
}
