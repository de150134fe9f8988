/** One self-contained page that answers: are we ready, what first, where, how much. Nothing is fetched. */
import { TOOL } from '../model/tool.ts';
import { escapeHtml } from './escape.ts';
import { type HistoryPoint, historyLine } from './history.ts';
import { digest } from './html/digest.ts';
import { findingList } from './html/findings.ts';
import { areas, firstSteps, ruleTable, stepsOf } from './html/overview.ts';
import { progress } from './html/progress.ts';
import { prose } from './html/prose.ts';
import { SCRIPT } from './html/script.ts';
import { STYLE } from './html/style.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { isFailing } from './verdict.ts';
import {
  countBySeverity,
  coverageText,
  noteLine,
  premisesOf,
  sentenceCase,
  unexplainedText,
  unreadLines,
} from './words.ts';

export function renderHtml(run: RunReport, options: RenderOptions): string {
  const findings = countedFindings(run);
  const steps = stepsOf(findings, (finding) => isFailing(finding, run.failOn, run.minConfidence));
  const ranked = steps.flatMap((step) => step.findings);
  return `${[
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${digest(STYLE)}'; script-src '${digest(SCRIPT)}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>Dockershim report${escapeHtml(titleEnd(run))}</title><style>${STYLE}</style></head><body>`,
    ...head(run),
    '<div class="columns">',
    ...firstSteps(steps, options.pathOf),
    ...areas(findings, options.pathOf),
    '</div>',
    ...progress(historyOf(run, options)),
    ...ruleTable(findings),
    ...findingList(ranked, options),
    ...acceptedOf(run, options),
    ...notesOf(run, options),
    `<footer><p class="dim">${TOOL} ${escapeHtml(run.version)}</p></footer>`,
    ...(findings.length > 0 ? [`<script>${SCRIPT}</script>`] : []),
    '</body></html>',
  ].join('\n')}\n`;
}

function head({ subject, verdict, result, target, comparison }: RunReport): readonly string[] {
  const about = [
    ...(subject?.commit ? [`commit <code>${escapeHtml(subject.commit.slice(0, 12))}</code>`] : []),
    ...(subject ? [escapeHtml(subject.date)] : []),
    `for ${target.runtime} on Kubernetes 1.${target.minor}`,
  ];
  const counted = countedFindings({ comparison, result });
  const state =
    verdict.conclusion === 'success' && counted.length === 0 && result.coverage.notUnderstood.length > 0
      ? 'unsure'
      : verdict.conclusion;
  return [
    `<h1>Dockershim report${escapeHtml(titleEnd({ subject }))}</h1>`,
    `<p class="about">${about.join(' · ')}</p>`,
    `<p class="verdict ${state}"><b>${verdictWord(verdict, counted.length)}</b> ${prose(verdict.sentence)}</p>`,
    `<p class="dim">${escapeHtml([`${sentenceCase(coverageText(result.coverage))}.`, ...premisesOf(counted)].join(' '))}</p>`,
  ];
}

function historyOf({ subject, result }: RunReport, { history }: RenderOptions): readonly HistoryPoint[] {
  return history && subject
    ? historyLine(history, { date: subject.date, counts: countBySeverity(result.findings) })
    : [];
}

function verdictWord({ conclusion }: RunReport['verdict'], counted: number): string {
  switch (conclusion) {
    case 'failure':
      return 'Not ready.';
    case 'success':
      return counted === 0 ? '' : 'Passes.';
    case 'nothing-to-scan':
      return '';
  }
}

function titleEnd({ subject }: Pick<RunReport, 'subject'>): string {
  return subject ? `: ${subject.name}` : '';
}

function acceptedOf({ result }: RunReport, { pathOf }: RenderOptions): readonly string[] {
  const { suppressed } = result;
  if (suppressed.length === 0) return [];
  const items = suppressed.map(
    ({ finding, reason, by }) =>
      `<li><code>${escapeHtml(pathOf(finding.span.source.path))}</code> ${finding.rule}, by ${by}: ${prose(reason)}</li>`,
  );
  return [
    `<details><summary><b>Accepted: ${suppressed.length}</b></summary>`,
    `<ul>${items.join('\n')}</ul></details>`,
  ];
}

function notesOf({ result }: RunReport, { pathOf }: RenderOptions): readonly string[] {
  const sections = [
    ['Not understood', result.coverage.notUnderstood],
    ['Only partly understood', result.coverage.partly],
    ['Notes', result.notes],
  ] as const;
  const unread = unreadLines(result.coverage, pathOf).map(
    ([title, text]) => `<p class="dim">Not read, ${title}: ${escapeHtml(text)}</p>`,
  );
  const listed = sections.flatMap(([title, notes]) => {
    if (notes.length === 0) return [];
    const items = notes.map((note) => {
      const line = noteLine(note);
      const at = `${pathOf(note.path)}${line === undefined ? '' : `:${line}`}`;
      return `<li><code>${escapeHtml(at)}</code> ${prose(note.message)}</li>`;
    });
    return [`<details><summary><b>${title}: ${notes.length}</b></summary>`, `<ul>${items.join('\n')}</ul></details>`];
  });
  const unexplained = unexplainedText(result.coverage.unexplained);
  return [...listed, ...unread, ...(unexplained === undefined ? [] : [`<p class="dim">${unexplained}.</p>`])];
}
