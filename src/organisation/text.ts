/** The table of repositories for a terminal, and for a job summary. */
import { SEVERITIES } from '../model/finding.ts';
import { helpPage } from '../model/tool.ts';
import { markdownText, oneLine } from '../report/escape.ts';
import { displayWidth } from '../report/width.ts';
import type { Repository, Survey } from './model.ts';
import { countsOf, stateOf, verdictOf } from './survey.ts';

const HEAD = ['repository', ...SEVERITIES.map((severity) => `${severity}s`), 'accepted'];

export function surveyText(survey: Survey): string {
  const rows = [HEAD, ...survey.repositories.map((one) => cellsOf(one).map(oneLine))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const lines = rows.map((row, index) => {
    const [name = '', ...figures] = row;
    const repository = survey.repositories[index - 1];
    const state = repository && stateOf(repository);
    const padded = figures.map((figure, column) => figure.padStart(widths[column + 1] ?? 0));
    return [name + ' '.repeat((widths[0] ?? 0) - displayWidth(name)), ...padded, ...(state ? [oneLine(state)] : [])]
      .join('  ')
      .trimEnd();
  });
  return `${lines.join('\n')}\n\n${verdictOf(survey)}\n`;
}

/** GitHub shows a summary of 1 MiB at most. */
const MOST_ROWS = 500;

export function surveyMarkdown(survey: Survey): string {
  const shown = survey.repositories.slice(0, MOST_ROWS);
  const more = survey.repositories.length - shown.length;
  const rows = shown.map((one) => {
    const [name = '', ...figures] = cellsOf(one);
    return `| ${markdownText(name)} | ${[...figures, markdownText(stateOf(one) ?? '')].join(' | ')} |`;
  });
  return [
    '## Dockershim across repositories',
    '',
    verdictOf(survey),
    '',
    `| ${[...HEAD, ''].join(' | ')} |`,
    '|---|--:|--:|--:|--:|---|',
    ...rows,
    ...(more > 0 ? ['', `${more} more repositories are in the HTML report.`] : []),
    '',
    ...rulesMarkdown(survey),
  ].join('\n');
}

function rulesMarkdown({ rules }: Survey): readonly string[] {
  if (rules.length === 0) return [];
  return [
    '| rule | repositories | errors | warnings | notices |',
    '|---|--:|--:|--:|--:|',
    ...rules.map(
      ({ rule, repositories, counts }) =>
        `| [${rule}](${helpPage(rule)}) | ${repositories} | ${SEVERITIES.map((severity) => counts[severity]).join(' | ')} |`,
    ),
    '',
  ];
}

/** What is not known is no zero. */
function cellsOf(repository: Repository): readonly string[] {
  if (repository.state === 'not-looked-at') return [repository.name, '?', '?', '?', '?'];
  const counts = countsOf(repository);
  return [
    repository.name,
    ...SEVERITIES.map((severity) => String(counts[severity])),
    String(repository.report.suppressed),
  ];
}
