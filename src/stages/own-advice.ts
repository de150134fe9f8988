/** Puts the company's own advice where the configuration has some. */
import type { Finding } from '../model/finding.ts';
import type { OwnAdvice } from '../model/knowledge.ts';
import { sentence, withLink } from '../rules/shared/words.ts';

type Advised = Pick<Finding, 'instead' | 'fix'>;

/** Own words take the place of the rule's advice, and of the fix that would do what it says. */
export function withOwnAdvice<T extends Advised>(finding: T, advice: OwnAdvice | undefined): T {
  if (!advice) return finding;
  const instead = advice.instead === undefined ? finding.instead : sentence(advice.instead);
  return {
    ...finding,
    instead: withLink(instead, advice.link),
    fix: advice.instead === undefined ? finding.fix : undefined,
  };
}
