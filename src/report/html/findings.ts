/** The lower half of the HTML report: every finding as one line that unfolds. */
import { type Finding, SEVERITIES } from '../../model/finding.ts';
import { groupBy } from '../../text/group.ts';
import { positionAt } from '../../text/source.ts';
import { alsoText } from '../also.ts';
import { escapeHtml, escapeXmlLines } from '../escape.ts';
import type { RenderOptions } from '../model.ts';
import { plainFrames } from '../plain-frames.ts';
import { activationText, placementText } from '../words.ts';
import { anchorOf, prose } from './prose.ts';

const FRAMES = { width: 120, related: 10 };

/** `ranked` is the order in which they are best dealt with. */
export function findingList(ranked: readonly Finding[], options: RenderOptions): readonly string[] {
  if (ranked.length === 0) return [];
  const places = new Map([...ranked].sort(byPlace).map((finding, index) => [finding, index]));
  return [
    '<section id="findings"><h2>Findings</h2>',
    ...filters(ranked),
    '<div id="list">',
    ...ranked.map((finding, rank) => row(finding, rank, places.get(finding) ?? 0, options)),
    '</div></section>',
  ];
}

function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.span.source.path, b.span.source.path];
  return left < right ? -1 : left > right ? 1 : a.span.start - b.span.start;
}

/** Shown by the script, without which they would do nothing. */
function filters(findings: readonly Finding[]): readonly string[] {
  const rules = [...groupBy(findings, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  const levels = SEVERITIES.map(
    (severity) =>
      `<label class="${severity}"><input type="checkbox" name="severity" value="${severity}" checked> <span class="tone">${severity}</span></label>`,
  );
  const options = rules.map(([rule, members]) => `<option value="${rule}">${rule} (${members.length})</option>`);
  return [
    '<form id="filters" hidden>',
    '<input type="search" id="search" placeholder="Search in path, message and code" aria-label="Search">',
    ...levels,
    `<select id="rule" aria-label="Rule"><option value="">all rules</option>${options.join('')}</select>`,
    '<label>sort by <select id="sort"><option value="first">what to do first</option><option value="severity">severity</option><option value="place">file</option><option value="rule">rule</option></select></label>',
    '<button type="button" id="unfold">unfold or fold all</button>',
    '<output id="shown" class="dim" aria-live="polite"></output>',
    '</form>',
  ];
}

function row(finding: Finding, rank: number, place: number, options: RenderOptions): string {
  const { pathOf } = options;
  const { source, start, end } = finding.span;
  const { line, column } = positionAt(source, start);
  const address = options.linkOf?.(pathOf(source.path), line, positionAt(source, end).line);
  const link =
    address !== undefined && /^https:\/\/[!-~]+$/.test(address)
      ? ` · <a href="${escapeHtml(address)}">open the line</a>`
      : '';
  const also = alsoText(finding, pathOf);
  const details = [
    ['why', finding.because],
    ['instead', finding.instead],
    ['where', `${placementText(finding)}; ${activationText(finding.activation, pathOf)}`],
    ['confidence', finding.confidence],
    ...(also === '' ? [] : [['also at', also] as const]),
  ] as const;
  const at = `${pathOf(source.path)}:${line}`;
  return [
    `<details class="finding ${finding.severity}" id="${anchorOf(finding)}" data-severity="${finding.severity}" data-rule="${finding.rule}" data-rank="${rank}" data-place="${place}">`,
    `<summary><span class="tone">${finding.severity}</span><span class="where" title="${escapeHtml(at)}"><bdi>${escapeHtml(at)}</bdi></span><span class="what">${prose(finding.message)}</span></summary>`,
    `<div class="body"><p class="about"><a href="${escapeHtml(finding.help)}">${finding.rule}</a> at ${line}:${column}${link}</p>`,
    `<pre>${escapeXmlLines(plainFrames(finding, { pathOf }, FRAMES))}</pre>`,
    `<dl>${details.map(([name, text]) => `<dt>${name}</dt><dd>${prose(text)}</dd>`).join('')}</dl>`,
    '</div></details>',
  ].join('');
}
