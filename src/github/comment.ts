/** Writes the sticky comment: the headline, what is new, the rest folded away, always under a budget. */
import { SEVERITIES } from '../model/finding.ts';
import type { Governor } from '../model/policy.ts';
import { codeSpan, markdownSentence, markdownText, truncate } from '../report/escape.ts';
import { type Outcome, quietParts } from '../report/outcome.ts';
import { count, editText, unreadCount } from '../report/words.ts';
import { groupBy } from '../text/group.ts';
import { commentFolds, type Fold, summaryFolds } from './comment-folds.ts';
import { type CommentFinding, type CommentReport, countedOf, existingOf } from './comment-model.ts';
import { type Links, rulePage, sourceLink } from './links.ts';
import { compareStates, type Delta, markerLine, type RunState } from './state.ts';

export interface CommentContext {
  readonly key: string;
  readonly links: Links;
  readonly state: RunState;
}

const MOST_ITEMS = 20;
const FOOTER_RESERVE = 700;

/** At most `limit` characters; what does not fit is counted and left to the job summary. */
export function renderComment(
  report: CommentReport,
  context: CommentContext,
  before: RunState | undefined,
  limit: number,
): string {
  const { links, state } = context;
  const counted = countedOf(report);
  const head = [
    markerLine(context.key, state),
    `### ${headline(report)}`,
    ...deltaLine(compareStates(before, state), report),
    ...changeLines(report),
  ];
  const foot = footer(report, context);
  let left = limit - length(head) - foot.length - FOOTER_RESERVE;
  const list = newList(counted, links, Math.floor(left * 0.7));
  left -= length(list);
  const folded = renderFolds(commentFolds(report, links), left);
  return [...head, ...list, ...folded, foot].join('\n\n');
}

/** What the job summary adds to the report of the run; empty when there is nothing to add. */
export function renderSummaryPart(report: CommentReport, links: Links, limit: number): string {
  const parts = renderFolds(summaryFolds(report, links), limit);
  return parts.length === 0 ? '' : `\n${parts.join('\n\n')}\n`;
}

/** What stands above the report of the run in the job summary; empty when there is nothing to say. */
export function renderSummaryHead(report: CommentReport): string {
  // The remarks are notes of the run, which the report of the run lists.
  const lines = changeLines({ ...report, change: { ...report.change, remarks: [] } });
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n\n`;
}

function renderFolds(folds: readonly Fold[], budget: number): readonly string[] {
  const texts: string[] = [];
  let left = budget;
  for (const fold of folds) {
    const text = fold(left);
    if (text === undefined) continue;
    texts.push(text);
    left -= text.length + 2;
  }
  return texts;
}

/** A comment for a pull request that never had a problem says nothing that its check does not say. */
export function isWorthSaying(report: CommentReport, when: 'on-findings' | 'always' | 'never'): boolean {
  if (when === 'always') return true;
  const { configuration, edits, suppressions } = report.change;
  return [countedOf(report), configuration, edits, suppressions].some((list) => list.length > 0);
}

function headline(report: CommentReport): string {
  const counted = countedOf(report).length;
  const sign = counted === 0 ? '✅' : report.summary.conclusion === 'failure' ? '❌' : '⚠️';
  const parts = counted === 0 ? quietParts(outcomeOf(report)) : problemParts(report, counted);
  return `${sign} Dockershim check: ${parts.join(' · ').replace(/^N/, 'n')}`;
}

function problemParts(report: CommentReport, counted: number): readonly string[] {
  if (report.summary.comparedWith === undefined) return [count(counted, 'problem')];
  const existing = existingOf(report).length;
  const fixed = report.fixed?.length ?? 0;
  return [
    count(counted, 'new problem'),
    ...(existing > 0 ? [`${existing} existing`] : []),
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
  ];
}

function outcomeOf(report: CommentReport): Outcome {
  const { coverage, summary, fixed } = report;
  const compared = summary.comparedWith !== undefined;
  return {
    files: coverage.files,
    unread: unreadCount(coverage),
    accepted: summary.suppressed,
    comparison: compared ? { existing: existingOf(report).length, fixed: fixed?.length ?? 0 } : undefined,
  };
}

function deltaLine(delta: Delta | undefined, report: CommentReport): string[] {
  if (!delta) return [];
  const parts = [
    ...(delta.gone > 0 ? [`${delta.gone} resolved`] : []),
    ...(delta.more > 0 ? [`${delta.more} added`] : []),
  ];
  const resolved = countedOf(report).length === 0 ? ' Nothing is left to do here.' : '';
  return [`Since the last run (${codeSpan(delta.since.slice(0, 7))}): ${parts.join(', ')}.${resolved}`];
}

/** What a reviewer must not miss: the change edits the rules that it is judged by, or could not be compared. */
function changeLines({ change }: CommentReport): string[] {
  const lines = change.remarks.slice(0, 5).map((remark) => `> ${markdownSentence(truncate(remark, 400))}`);
  lines.push(...editLines(change));
  if (change.suppressions.length > 0) {
    lines.push(`> 🔇 This change adds ${count(change.suppressions.length, 'suppression')}; they are listed below.`);
  }
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** What the change does to its own check, and whose rules judge it meanwhile. */
function editLines({ configuration, edits, governor }: CommentReport['change']): readonly string[] {
  if (configuration.length === 0 && edits.length === 0) return [];
  const files = configuration.slice(0, 5).map((path) => codeSpan(truncate(path, 120)));
  const where = files.length > 0 ? ` (${files.join(', ')})` : '';
  if (edits.length === 0 && governor === 'base')
    return [`> ⚙️ This change edits ${files.join(', ')}, which leaves the check as it is.`];
  const shown = edits.slice(0, MOST_EDITS).map((edit) => `> - ${markdownSentence(truncate(editText(edit), 300))}`);
  const rest = edits.length - shown.length;
  return [
    `> ⚙️ This change edits how it is checked${where}. ${GOVERNED[governor]}`,
    ...(shown.length > 0 ? ['>', ...shown] : []),
    ...(rest > 0 ? [`> - …and ${rest} more`] : []),
    ...(shown.length > 0 ? ['>'] : []),
  ];
}

const MOST_EDITS = 10;

const GOVERNED: Readonly<Record<Governor, string>> = {
  base: 'It is checked by the configuration of its base; the edits count after the merge.',
  head: 'It is checked by its own configuration.',
  defaults: 'It is checked by the defaults, because the configuration of its base cannot be read.',
};

/**
 * One item for each cause, because ten that say the same are read as none; one for each rule where the causes are too many. A
 * list and not a table: on a phone, and with a long path, a table shows its first column and nothing else.
 */
function newList(findings: readonly CommentFinding[], links: Links, budget: number): string[] {
  if (findings.length === 0) return [];
  const elsewhere = `all in the [job summary](${links.run}).`;
  const causes = groupCauses(findings);
  const groups = causes.length <= MOST_ITEMS ? causes : groupRules(findings);
  const items: string[] = [];
  let left = budget - elsewhere.length - 50;
  let shown = 0;
  for (const group of groups.slice(0, MOST_ITEMS)) {
    const item = newItem(group, links);
    if (item.length + 1 > left) break;
    items.push(item);
    left -= item.length + 1;
    shown += group.length;
  }
  const rest = findings.length - shown;
  return [
    ...(shown > 0 ? [items.join('\n')] : []),
    ...(rest > 0 ? [`${shown > 0 ? `…and ${rest} more` : count(rest, 'finding')}, ${elsewhere}`] : []),
  ];
}

function ranked(findings: readonly CommentFinding[]): readonly CommentFinding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function groupCauses(findings: readonly CommentFinding[]): readonly (readonly CommentFinding[])[] {
  const groups = groupBy(ranked(findings), (finding) =>
    [finding.severity, finding.rule, finding.message, finding.instead, switchText(finding)].join('\0'),
  );
  return [...groups.values()];
}

function groupRules(findings: readonly CommentFinding[]): readonly (readonly CommentFinding[])[] {
  return [...groupBy(ranked(findings), (finding) => `${finding.severity}\0${finding.rule}`).values()];
}

const SIGNS = { error: '🔴 error', warning: '🟠 warning', notice: '🔵 notice' } as const;
const MOST_PLACES = 5;
/** Advice that is cut cannot be followed; what one item takes is bounded all the same. */
const LONGEST_ADVICE = 1000;

function newItem(group: readonly CommentFinding[], links: Links): string {
  const finding = group[0];
  if (!finding) return '';
  const others = new Set(group.map(({ message }) => message)).size - 1;
  const more = others > 0 ? `, and ${count(others, 'other finding')} like it` : '';
  const what = `${markdownSentence(truncate(finding.message, 300))}${switchText(finding)}${more} (${rulePage(finding.rule)})`;
  const all = group.flatMap((member) => [member, ...(member.also ?? [])]);
  const places = all.slice(0, MOST_PLACES).map((member) => sourceLink(member, links));
  const rest = all.length - places.length;
  const where = [...places, ...(rest > 0 ? [`and ${rest} more`] : [])].join('<br>');
  const instead = others > 0 ? '' : `<br>**Instead:** ${markdownSentence(truncate(finding.instead, LONGEST_ADVICE))}`;
  return `- ${SIGNS[finding.severity]}: ${what}${instead}<br>${where}`;
}

function switchText({ activation }: CommentFinding): string {
  if (activation.kind === 'default') return '';
  const settings = (activation.settings ?? []).slice(0, 3).map((setting) => codeSpan(truncate(setting, 80)));
  return settings.length > 0 ? `, when ${settings.join(' and ')} is set` : ', under a condition';
}

function footer(report: CommentReport, { links, state }: CommentContext): string {
  const { coverage, target, summary } = report;
  const compared =
    summary.comparedWith === undefined ? '' : ` · compared with ${markdownText(truncate(summary.comparedWith, 100))}`;
  const unread = coverage.notUnderstood.length > 0 ? `, ${coverage.notUnderstood.length} not understood` : '';
  const parts = [
    `for ${markdownText(target.runtime)} on Kubernetes ${markdownText(target.kubernetesVersion)}`,
    `${count(coverage.files, 'file')} read${unread}`,
    `commit ${codeSpan(state.commit.slice(0, 7))}${compared}`,
    `[full report](${links.run})`,
    `[how to suppress](${links.suppressing})`,
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 2, 0);
}
