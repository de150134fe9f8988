/** What an editor shows over a line: the words of the finding, then those of the rule's page. */

import type { RuleId } from '../model/rule-id.ts';
import { helpPage } from '../model/tool.ts';
import { PAGES } from '../rules/pages.generated.ts';
import type { Problem } from './scan-request.ts';

const SHOWN = ['Why', 'Instead', 'When it is fine'];

export function hoverText(problems: readonly Problem[]): string {
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  const blocks = rules.map((rule) =>
    [...problems.filter((problem) => problem.rule === rule).map(({ words }) => words), pageWords(rule)].join('\n\n'),
  );
  return blocks.join('\n\n---\n\n');
}

/** The sections of a page that help with a line in front of somebody, with links that lead to the page's neighbours. */
function pageWords(rule: RuleId): string {
  const sections = PAGES[rule].split(/^## /m).slice(1);
  return sections
    .flatMap((section) => {
      const [title = '', ...body] = section.split('\n');
      return SHOWN.includes(title) ? [`#### ${title}\n\n${body.join('\n').trim()}`] : [];
    })
    .join('\n\n')
    .replace(/\]\((?![a-z]+:)([^()\s]+)\)/g, (_, target: string) => `](${new URL(target, helpPage(rule)).href})`);
}
