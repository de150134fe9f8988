/** The line over earlier reports: what is left of each severity, day by day. */
import { SEVERITIES, type Severity } from '../../model/finding.ts';
import { escapeHtml } from '../escape.ts';
import type { HistoryPoint } from '../history.ts';

const WIDTH = 600;
const HEIGHT = 120;
const MOST_POINTS = 400;

/** Nothing for a single day. */
export function progress(all: readonly HistoryPoint[]): readonly string[] {
  const points = all.slice(-MOST_POINTS);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return [];
  const most = Math.max(1, ...points.map(({ counts }) => Math.max(...Object.values(counts))));
  const days = points.map(({ date }) => Date.parse(date));
  const [from = 0, to = 1] = [days[0], days.at(-1)];
  const x = (day: number) => (((day - from) / Math.max(1, to - from)) * WIDTH).toFixed(1);
  const y = (amount: number) => (HEIGHT - (amount / most) * HEIGHT).toFixed(1);
  const lines = SEVERITIES.map((severity) => {
    const at = points.map(({ counts }, i) => `${x(days[i] ?? 0)},${y(counts[severity])}`);
    return `<polyline class="${severity}" points="${at.join(' ')}"/>`;
  });
  const changes = SEVERITIES.map((severity) => changeText(severity, first, last));
  return [
    '<section><h2>Progress</h2>',
    `<svg class="line" viewBox="-4 -4 ${WIDTH + 8} ${HEIGHT + 8}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(changes.join(', '))}">${lines.join('')}</svg>`,
    `<p class="dim span"><span>${escapeHtml(first.date)}</span><span>${escapeHtml(last.date)}</span></p>`,
    `<p>Since ${escapeHtml(first.date)}: ${SEVERITIES.map((severity, i) => `<span class="${severity}"><span class="tone">${changes[i]}</span></span>`).join(', ')}.</p>`,
    '</section>',
  ];
}

function changeText(severity: Severity, first: HistoryPoint, last: HistoryPoint): string {
  return `${severity}s from ${first.counts[severity]} to ${last.counts[severity]}`;
}
