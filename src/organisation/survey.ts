/** Many repositories as one: what is worst, and which rules concern how many of them. */
import { SEVERITIES } from '../model/finding.ts';
import { RULE_IDS } from '../model/rule-id.ts';
import { count, countBySeverity } from '../report/words.ts';
import type { Repository, RuleRow, SeverityCounts, Survey } from './model.ts';

export function surveyOf(repositories: readonly Repository[]): Survey {
  return { repositories: [...repositories].sort(worstFirst), rules: rulesOf(repositories) };
}

function worstFirst(a: Repository, b: Repository): number {
  const [left, right] = [countsOf(a), countsOf(b)];
  for (const severity of SEVERITIES) if (left[severity] !== right[severity]) return right[severity] - left[severity];
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

const NO_COUNTS: SeverityCounts = { error: 0, warning: 0, notice: 0 };

export function countsOf(repository: Repository): SeverityCounts {
  return repository.state === 'looked-at' ? repository.report.counts : NO_COUNTS;
}

function rulesOf(repositories: readonly Repository[]): readonly RuleRow[] {
  const findings = repositories.flatMap((one) => (one.state === 'looked-at' ? [one.report.findings] : []));
  const rows = RULE_IDS.map((rule) => {
    const own = findings.map((all) => all.filter((finding) => finding.rule === rule)).filter((all) => all.length > 0);
    return { rule, counts: addUp(own.map(countBySeverity)), repositories: own.length };
  });
  return rows
    .filter(({ repositories: concerned }) => concerned > 0)
    .sort((a, b) => b.repositories - a.repositories || b.counts.error - a.counts.error);
}

export function addUp(all: readonly SeverityCounts[]): SeverityCounts {
  const sum = { ...NO_COUNTS };
  for (const counts of all) for (const severity of SEVERITIES) sum[severity] += counts[severity];
  return sum;
}

/** `3 of 250 repositories have errors, 12 have nothing worse than warnings; 2 could not be looked at.` */
export function verdictOf({ repositories }: Survey): string {
  const unknown = repositories.filter(({ state }) => state === 'not-looked-at').length;
  const errors = repositories.filter((one) => countsOf(one).error > 0).length;
  const warnings = repositories.filter((one) => countsOf(one).error === 0 && countsOf(one).warning > 0).length;
  const rest = repositories.length - unknown - errors - warnings;
  const parts = [
    `${errors} with errors`,
    `${warnings} with warnings and no error`,
    `${rest} with neither`,
    ...(unknown > 0 ? [`${unknown} not looked at`] : []),
  ];
  const total = repositories.length === 1 ? '1 repository' : `${repositories.length} repositories`;
  return `${total}: ${parts.join(', ')}.`;
}

/** What a row says instead of figures; undefined where the figures say it. */
export function stateOf(repository: Repository): string | undefined {
  if (repository.state === 'not-looked-at') return `not looked at: ${repository.reason}`;
  const { conclusion, notUnderstood } = repository.report;
  if (conclusion === 'nothing-to-scan') return 'nothing to scan';
  return notUnderstood > 0 ? `${count(notUnderstood, 'file')} not understood` : undefined;
}
