/** The examples of all rule pages as small repositories, each with a configuration that says for what it is judged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_IDS } from '../../src/model/rule-id.ts';
import { readRulePage } from './rule-page.ts';

interface RuleGroup {
  /** A name that a folder may have. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

export function ruleGroups(): readonly RuleGroup[] {
  return RULE_IDS.flatMap((id) => {
    const page = readRulePage(readFileSync(join(import.meta.dirname, `../../docs/rules/${id}.md`), 'utf8'));
    return page.groups.map(({ runtime, minor, examples }, index) => {
      const files = Object.fromEntries(examples.map(({ file }) => [file.path, file.text]));
      const own = files['.dockershim.yaml'] ?? '';
      const configuration = `target-runtime: ${runtime}\nkubernetes-version: "1.${minor}"\n${own}`;
      return { name: `${id}-${index}`, files: { ...files, '.dockershim.yaml': configuration } };
    });
  });
}
