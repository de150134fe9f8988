/** The folded parts of a comment: what exists, what is fixed, progress, suppressions, what was not understood. */

import type { NewSuppression } from '../model/policy.ts';
import type { RuleId } from '../model/rule-id.ts';
import { codeSpan, escapeHtml, markdownSentence, truncate } from '../report/escape.ts';
import { count, unexplainedText, unreadLines } from '../report/words.ts';
import { groupBy } from '../text/group.ts';
import { type CommentFinding, type CommentNote, type CommentReport, countedOf, existingOf } from './comment-model.ts';
import { type Links, rulePage, sourceLink } from './links.ts';

/** Renders into what is left of the budget; undefined when there is nothing to show or no room to show it. */
export type Fold = (budget: number) => string | undefined;

/** How much a fold lists: a comment shows samples, the job summary as much as fits. */
interface Extent {
  readonly linesInGroup: number;
  readonly groups: number;
}

const SAMPLES: Extent = { linesInGroup: 10, groups: 40 };
const ALL: Extent = { linesInGroup: 500, groups: 500 };

/** What the job summary says besides the counted findings and the notes. */
export function summaryFolds(report: CommentReport, links: Links): readonly Fold[] {
  const existing = existingOf(report);
  const fixed = report.fixed ?? [];
  return [
    (budget) => suppressionFold(report.change.suppressions, budget),
    (budget) => groupFold(`Existing: ${existing.length}, not part of this change`, existing, links, ALL, budget),
    (budget) => groupFold(`Fixed by this change: ${fixed.length}`, fixed, undefined, ALL, budget),
  ];
}

export function commentFolds(report: CommentReport, links: Links): readonly Fold[] {
  const counted = countedOf(report);
  const existing = existingOf(report);
  const fixed = report.fixed ?? [];
  const { coverage, change } = report;
  return [
    (budget) => suppressionFold(change.suppressions, budget),
    (budget) =>
      notesFold(`Not understood: ${count(coverage.notUnderstood.length, 'file')}`, coverage.notUnderstood, budget),
    (budget) =>
      counted.length > 20
        ? groupFold(`All ${counted.length} by rule and place`, counted, links, SAMPLES, budget)
        : undefined,
    (budget) => groupFold(`Existing: ${existing.length}, not part of this change`, existing, links, SAMPLES, budget),
    (budget) => groupFold(`Fixed by this change: ${fixed.length}`, fixed, undefined, SAMPLES, budget),
    (budget) => progressFold(report, budget),
    (budget) => notesFold(`Read in part: ${count(coverage.partly.length, 'file')}`, coverage.partly, budget),
    (budget) => unreadFold(coverage, budget),
  ];
}

/** A table of rules, then a list for each chart or folder. */
function groupFold(
  title: string,
  findings: readonly CommentFinding[],
  links: Links | undefined,
  extent: Extent,
  budget: number,
): string | undefined {
  if (findings.length === 0) return undefined;
  const byRule = largestFirst(groupBy(findings, (finding) => finding.rule));
  const rows = byRule.map(
    ([rule, members]) => `| ${rulePage(rule as RuleId)} | ${members.length} | ${placesText(members)} |`,
  );
  const table = ['| Rule | Findings | Where |', '|---|---:|---|', ...rows].join('\n');
  const room = budget - title.length - table.length - 100;
  if (room < 0) return foldOf(title, '', budget);
  const groups = largestFirst(groupBy(findings, (finding) => chartOf(finding.location.path))).slice(0, extent.groups);
  const lists: string[] = [];
  let left = room;
  for (const [chart, members] of groups) {
    const list = foldOf(`${chartName(chart)} (${members.length})`, listText(members, links, extent.linesInGroup), left);
    if (list === undefined) break;
    lists.push(list);
    left -= list.length + 2;
  }
  return foldOf(title, [table, ...lists].join('\n\n'), budget);
}

function listText(members: readonly CommentFinding[], links: Links | undefined, most: number): string {
  const lines = members.slice(0, most).map((finding) => {
    // A fixed finding has no line in this commit that a link could lead to.
    const where = links ? sourceLink(finding, links) : codeSpan(truncate(finding.location.path, 200));
    return `- ${where} ${markdownSentence(truncate(finding.message, 200))}`;
  });
  const rest = members.length - lines.length;
  return [...lines, ...(rest > 0 ? [`- …and ${rest} more`] : [])].join('\n');
}

function placesText(members: readonly CommentFinding[]): string {
  const charts = largestFirst(groupBy(members, (finding) => chartOf(finding.location.path)));
  const shown = charts.slice(0, 3).map(([chart]) => codeSpan(truncate(chart, 80)));
  const rest = charts.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function unreadFold(coverage: CommentReport['coverage'], budget: number): string | undefined {
  const lines = unreadLines(coverage).map(([title, text]) => `- ${title}: ${markdownSentence(truncate(text, 500))}`);
  const unexplained = unexplainedText(coverage.unexplained);
  if (unexplained !== undefined) lines.push(`- ${unexplained}`);
  return lines.length > 0 ? foldOf('Not read', lines.join('\n'), budget) : undefined;
}

/** Plain counts, so that no text of the repository reaches the diagram. */
function progressFold(report: CommentReport, budget: number): string | undefined {
  const fixed = report.fixed?.length ?? 0;
  const { findings } = report;
  const amount = (severity: CommentFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const slices = [
    ['breaks after the switch', amount('error')],
    ['may break', amount('warning')],
    ['leftover', amount('notice')],
    ['fixed by this change', fixed],
  ] as const;
  const lines = slices.filter(([, size]) => size > 0).map(([name, size]) => `  "${name}" : ${size}`);
  // A pie of one slice shows nothing.
  if (lines.length < 2) return undefined;
  const text = [
    '```mermaid',
    'pie showData',
    '  title Dependencies on Docker in this repository',
    ...lines,
    '```',
  ].join('\n');
  return foldOf('Migration progress', text, budget);
}

function suppressionFold(suppressions: readonly NewSuppression[], budget: number): string | undefined {
  if (suppressions.length === 0) return undefined;
  const lines = suppressions
    .slice(0, 20)
    .map(
      ({ rule, path, line, reason }) =>
        `- ${codeSpan(`${truncate(path, 200)}:${line}`)} ${rule}: ${markdownSentence(truncate(reason, 200))}`,
    );
  return foldOf(`Suppressions added: ${suppressions.length}`, withRest(lines, suppressions.length), budget);
}

function notesFold(title: string, notes: readonly CommentNote[], budget: number): string | undefined {
  if (notes.length === 0) return undefined;
  const lines = notes.slice(0, 20).map(({ path, line, message }) => {
    const at = line === undefined ? truncate(path, 200) : `${truncate(path, 200)}:${line}`;
    return `- ${codeSpan(at)} ${markdownSentence(truncate(message, 200))}`;
  });
  return foldOf(title, withRest(lines, notes.length), budget);
}

function withRest(lines: readonly string[], total: number): string {
  return [...lines, ...(total > lines.length ? [`- …and ${total - lines.length} more`] : [])].join('\n');
}

/** The title alone when the content does not fit. */
function foldOf(title: string, content: string, budget: number): string | undefined {
  const whole = `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
  if (content !== '' && whole.length + 2 <= budget) return whole;
  const short = `<details><summary>${title}</summary>\n\nToo much for a comment; it is in the job summary.\n\n</details>`;
  return short.length + 2 <= budget ? short : undefined;
}

/** The chart that a file belongs to, as far as its path tells; the folder otherwise. */
function chartOf(path: string): string {
  const parts = path.split('/');
  const inner = parts.findIndex((part) => part === 'templates' || part === 'crds');
  const depth = inner > 0 ? inner : parts.length - 1;
  return depth <= 0 ? '.' : parts.slice(0, depth).join('/');
}

function chartName(chart: string): string {
  return chart === '.' ? 'top folder' : htmlCode(truncate(chart, 120));
}

/** Code inside a summary line, which is HTML and not Markdown. */
function htmlCode(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

function largestFirst<T>(groups: ReadonlyMap<string, readonly T[]>): readonly (readonly [string, readonly T[]])[] {
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}
