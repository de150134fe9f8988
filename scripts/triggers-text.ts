import type { Rule, Trigger } from '../src/rules/rule.ts';

/** A module that says what a file needs to have for any of the rules. */
export function triggersText(rules: readonly Rule[]): string {
  const triggers = new Set(rules.flatMap(({ triggers }) => triggers.map(triggerText)));
  const files = rules.flatMap(({ files }) => files ?? []);
  return `/** Written by \`npm run generate\` from the rules: what a file needs to have for any of them. */
import type { Trigger } from '../rules/rule.ts';

export const TRIGGERS: readonly Trigger[] = [
${[...triggers].map((trigger) => `  ${trigger},\n`).join('')}];

/** Paths of files that can have a finding without any of the triggers. */
export const FILES: readonly RegExp[] = [${files.join(', ')}];
`;
}

function triggerText(trigger: Trigger): string {
  if (typeof trigger === 'string') return quoted(trigger);
  return `{ word: ${quoted(trigger.word)}, before: [${trigger.before.map(quoted).join(', ')}] }`;
}

function quoted(word: string): string {
  return `'${word.replace(/[\\']/g, '\\$&')}'`;
}
