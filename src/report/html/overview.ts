/** The upper half of the HTML report: are we ready, what first, where, how much. */
import { type Finding, SEVERITIES } from '../../model/finding.ts';
import { groupBy } from '../../text/group.ts';
import { escapeHtml } from '../escape.ts';
import { byRule } from '../recap.ts';
import { count, countBySeverity } from '../words.ts';
import { anchorOf, prose } from './prose.ts';

const MOST_AREAS = 10;
const MOST_STEPS = 6;

/** One thing to do, which ends all of its findings. */
export interface Step {
  readonly findings: readonly Finding[];
  readonly files: number;
}

/** What fails the check first, or the worst where nothing does; of those, what ends most findings for each file that is edited. */
export function stepsOf(findings: readonly Finding[], isFailing: (finding: Finding) => boolean): readonly Step[] {
  const groups = groupBy(findings, ({ rule, instead }) => `${rule}\0${instead}`);
  const steps = [...groups.values()].map((members): Step & { readonly weight: number } => {
    const files = new Set(members.map(({ span }) => span.source.path)).size;
    const severity = Math.min(...members.map((member) => SEVERITIES.indexOf(member.severity)));
    return { findings: members, files, weight: (members.some(isFailing) ? 0 : 10) + severity };
  });
  return steps.sort(
    (a, b) =>
      a.weight - b.weight ||
      b.findings.length / b.files - a.findings.length / a.files ||
      b.findings.length - a.findings.length,
  );
}

export function firstSteps(steps: readonly Step[], pathOf: (path: string) => string): readonly string[] {
  if (steps.length === 0) return [];
  const items = steps.slice(0, MOST_STEPS).map(({ findings, files }) => {
    const finding = findings[0] as Finding;
    const where = files === 1 ? `<code>${escapeHtml(pathOf(finding.span.source.path))}</code>` : count(files, 'file');
    const amount = `${count(findings.length, 'finding')} in ${where}`;
    return `<li><a class="${finding.severity}" href="#${anchorOf(finding)}">${escapeHtml(finding.rule)}</a> <span class="dim">${amount}</span><br>${prose(finding.instead)}</li>`;
  });
  const rest = steps.length - items.length;
  return [
    '<section><h2>Do these first</h2>',
    `<ol class="first">${items.join('\n')}</ol>`,
    ...(rest > 0 ? [`<p class="dim">…and ${count(rest, 'more kind')} of change below.</p>`] : []),
    '</section>',
  ];
}

/** A bar for each area, as long as its share of the largest one. */
export function areas(findings: readonly Finding[], pathOf: (path: string) => string): readonly string[] {
  if (findings.length === 0) return [];
  const groups = [...areaGroups(findings, pathOf)].sort(([, a], [, b]) => b.length - a.length);
  const largest = groups[0]?.[1].length ?? 1;
  const rows = groups.slice(0, MOST_AREAS).map(([area, members]) => areaRow(area, members, largest));
  const rest = groups.slice(MOST_AREAS);
  const more = rest.reduce((sum, [, members]) => sum + members.length, 0);
  return [
    '<section><h2>Where</h2>',
    `<div class="areas">${rows.join('\n')}</div>`,
    ...(rest.length > 0
      ? [`<p class="dim">…and ${count(more, 'finding')} in ${count(rest.length, 'more folder')}</p>`]
      : []),
    '</section>',
  ];
}

/** By the first folder, or by the first two where everything is in one. */
function areaGroups(
  findings: readonly Finding[],
  pathOf: (path: string) => string,
): ReadonlyMap<string, readonly Finding[]> {
  for (const depth of [1, 2, 3]) {
    const groups = groupBy(findings, ({ span }) =>
      pathOf(span.source.path).split('/').slice(0, -1).slice(0, depth).join('/'),
    );
    if (groups.size > 2 || depth === 3) return groups;
  }
  return new Map();
}

function areaRow(area: string, members: readonly Finding[], largest: number): string {
  const counts = countBySeverity(members);
  let at = 0;
  const bars = SEVERITIES.map((severity) => {
    const width = (counts[severity] / largest) * 100;
    const bar = `<rect class="${severity}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="8"/>`;
    at += width;
    return counts[severity] > 0 ? bar : '';
  });
  const said = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    count(counts[severity], severity),
  );
  return `<span class="area"><code>${escapeHtml(area === '' ? './' : `${area}/`)}</code></span><svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${said.join(', ')}">${bars.join('')}</svg><span>${members.length}</span>`;
}

export function ruleTable(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const groups = byRule(findings);
  const rows = groups.map(({ rule, members, counts }) => {
    const files = new Set(members.map(({ span }) => span.source.path)).size;
    const cells = SEVERITIES.map((severity) => `<td class="n">${counts[severity] || ''}</td>`).join('');
    return `<tr><td><a href="#findings" data-rule="${rule}">${rule}</a> <a class="dim" href="${escapeHtml(members[0]?.help ?? '')}">about</a></td>${cells}<td class="n">${files}</td></tr>`;
  });
  const heads = SEVERITIES.map(
    (severity) => `<th class="n ${severity}"><span class="tone">${severity}</span></th>`,
  ).join('');
  return [
    '<section><h2>By rule</h2>',
    `<table><thead><tr><th>rule</th>${heads}<th class="n">files</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
    '</section>',
  ];
}
