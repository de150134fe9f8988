/** The examples of all rule pages as small repositories, each with a configuration that says for what it is judged. */
import { readFileSync } from 'node:fs';
import { RULE_IDS, type RuleId } from '../../src/model/rule-id.ts';
import { readRulePage } from './rule-page.ts';

interface RuleGroup {
  readonly rule: RuleId;
  readonly heading: string;
  /** The rule and a number: a path that a folder may have. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The current folder is the checkout. */
export function ruleGroups(): readonly RuleGroup[] {
  return RULE_IDS.flatMap((rule) =>
    readRulePage(readFileSync(`docs/rules/${rule}.md`, 'utf8')).groups.map(
      ({ heading, runtime, minor, examples }, index) => {
        const files = Object.fromEntries(examples.map(({ file }) => [file.path, file.text]));
        const own = files['.dockershim.yaml'] ?? '';
        const configuration = `target-runtime: ${runtime}\nkubernetes-version: "1.${minor}"\n${own}`;
        return { rule, heading, name: `${rule}/${index + 1}`, files: { ...files, '.dockershim.yaml': configuration } };
      },
    ),
  );
}
