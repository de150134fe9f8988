/** One self-contained page: no scripts, nothing fetched, readable on paper. */
import { type Finding, SEVERITIES } from '../model/finding.ts';
import { TOOL } from '../model/tool.ts';
import { positionAt } from '../text/source.ts';
import { groupByFile } from './checkstyle.ts';
import { escapeHtml, escapeXmlLines } from './escape.ts';
import { renderFrame } from './frame.ts';
import { countedFindings, type RenderOptions, type RunReport } from './model.ts';
import { relatedText } from './reasons.ts';
import { createStyle } from './style.ts';
import { activationText, countBySeverity, coverageText, noteLine, placementText, unreadLines } from './words.ts';

const STYLE = `
:root{color-scheme:light dark;--edge:#8884;--soft:#8881}
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
pre{background:var(--soft);padding:.6rem;overflow-x:auto;border-radius:4px;margin:.5rem 0}
.counts span{display:inline-block;border:1px solid var(--edge);border-radius:4px;padding:.2rem .7rem;margin-right:.5rem}
article{border:1px solid var(--edge);border-left-width:5px;border-radius:4px;padding:.6rem 1rem;margin:.7rem 0;overflow-wrap:anywhere}
article.error{border-left-color:#d1242f}article.warning{border-left-color:#bf8700}article.notice{border-left-color:#0969da}
article p{margin:.2rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.4rem 0}dt{opacity:.7}dd{margin:0}
`;

export function renderHtml(run: RunReport, options: RenderOptions): string {
  const findings = countedFindings(run);
  const counts = countBySeverity(findings);
  return `${[
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>Dockershim check</title><style>${STYLE}</style></head><body>`,
    '<h1>Dockershim check</h1>',
    `<p>${escapeHtml(run.verdict.sentence)}</p>`,
    `<p class="counts">${SEVERITIES.map((severity) => `<span>${counts[severity]} ${severity}</span>`).join('')}</p>`,
    `<p>${escapeHtml(coverageText(run.result.coverage))}; target ${run.target.runtime}, Kubernetes 1.${run.target.minor}</p>`,
    ...groupByFile(findings).flatMap(([path, inFile]) => [
      `<h2><code>${escapeHtml(options.pathOf(path))}</code></h2>`,
      ...inFile.map((finding) => articleOf(finding, options)),
    ]),
    ...notesOf(run, options),
    `<footer><p>${TOOL} ${escapeHtml(run.version)}</p></footer></body></html>`,
  ].join('\n')}\n`;
}

function articleOf(finding: Finding, { pathOf }: RenderOptions): string {
  const { line, column } = positionAt(finding.span.source, finding.span.start);
  const details = [
    ['why', finding.because],
    ['instead', finding.instead],
    ['where', `${placementText(finding)}; ${activationText(finding.activation, pathOf)}`],
    ['confidence', finding.confidence],
  ] as const;
  return [
    `<article class="${finding.severity}">`,
    `<p><strong>${finding.severity}</strong> <a href="${escapeHtml(finding.help)}">${finding.rule}</a> at ${line}:${column}</p>`,
    `<p>${escapeHtml(finding.message)}</p>`,
    `<pre>${escapeXmlLines(framesOf(finding, pathOf))}</pre>`,
    `<dl>${details.map(([name, text]) => `<dt>${name}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`,
    '</article>',
  ].join('\n');
}

function framesOf(finding: Finding, pathOf: (path: string) => string): string {
  const style = createStyle(false, false);
  const related = finding.related.slice(0, 10).map((one) => ({ span: one.span, message: relatedText(one) }));
  const spans = [{ span: finding.span, message: '' }, ...related];
  return spans
    .flatMap(({ span, message }, index) => {
      const gutter = String(positionAt(span.source, span.end).line).length;
      const mark = { span, label: message, role: 'related', caret: index === 0 ? '^' : '-' } as const;
      const name = index === 0 ? [] : [`${pathOf(span.source.path)}:${positionAt(span.source, span.start).line}`];
      return [...name, ...renderFrame(span.source, [mark], gutter, 120, style)];
    })
    .join('\n');
}

function notesOf({ result }: RunReport, { pathOf }: RenderOptions): readonly string[] {
  const sections = [
    ['Not understood', result.coverage.notUnderstood],
    ['Only partly understood', result.coverage.partly],
    ['Notes', result.notes],
  ] as const;
  const unread = unreadLines(result.coverage, pathOf).map(
    ([title, text]) => `<p>Not read, ${title}: ${escapeHtml(text)}</p>`,
  );
  const listed = sections.flatMap(([title, notes]) => {
    if (notes.length === 0) return [];
    const items = notes.map((note) => {
      const line = noteLine(note);
      const at = `${pathOf(note.path)}${line === undefined ? '' : `:${line}`}`;
      return `<li><code>${escapeHtml(at)}</code> ${escapeHtml(note.message)}</li>`;
    });
    return [`<h2>${title}</h2>`, `<ul>${items.join('\n')}</ul>`];
  });
  return [...listed, ...unread];
}
