import { describe, expect, it } from 'vitest';
import { inBytes, inCharacters } from '../../src/report/budget.ts';
import { renderMarkdown, SUMMARY_LIMIT } from '../../src/report/markdown.ts';
import { PLAIN, type RenderOptions } from '../../src/report/model.ts';
import { fc } from '../support/fast-check.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/hostile-text.ts';
import { renderedMarkdown } from '../support/rendered-markdown.ts';
import { hostileRun, manyFindings, sampleFinding, sampleRun } from '../support/sample-run.ts';

const ELEMENTS = [
  'table',
  'thead',
  'tr',
  'th',
  'tbody',
  'td',
  'h3',
  'p',
  'details',
  'summary',
  'b',
  'a',
  'ul',
  'li',
  'br',
  'em',
  'pre',
  'code',
];

describe('the Markdown report', () => {
  it('is grouped by rule, the worst first, with frames', () => {
    const warning = sampleFinding({ rule: 'docker-host-path', severity: 'warning' });
    const text = renderMarkdown(sampleRun({ findings: [warning, sampleFinding()] }), PLAIN);
    const titles = [...text.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => title);
    expect(titles).toEqual([
      '<b>docker-socket-mount</b>: 1 finding (1 error)',
      '<b>docker-host-path</b>: 1 finding (1 warning)',
    ]);
    expect(text).toContain(
      '```text\n9 │         path: /var/run/docker.sock\n  │               ^^^^^^^^^^^^^^^^^^^^\n```',
    );
    expect(text).toContain('  <br>*instead:* Use the CRI socket `/run/containerd/containerd.sock`.\n');
  });

  it('links to lines only where the reader’s server shows them', () => {
    const linkOf: RenderOptions['linkOf'] = (path, line) => `https://github.com/o/r/blob/abc/${path}#L${line}`;
    expect(renderMarkdown(sampleRun(), { ...PLAIN, linkOf })).toContain(
      '[`deploy/agent.yaml:9:15`](https://github.com/o/r/blob/abc/deploy/agent.yaml#L9)',
    );
    const broken = renderMarkdown(sampleRun(), { ...PLAIN, linkOf: () => 'https://x/) [y](javascript:z' });
    expect(renderedMarkdown(broken).links).toEqual([sampleFinding().help]);
  });

  it('is never longer than a job summary may be, whatever is in it', () => {
    const text = renderMarkdown(sampleRun({ findings: manyFindings(100_000) }), PLAIN);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT.limit);
    const shown = [...text.matchAll(/^- 🔴/gm)].length;
    const hidden = Number(/…and (\d+) more/.exec(text)?.[1]);
    expect(shown + hidden).toBe(100_000);
    expect(text.split('<details').length).toBe(text.split('</details>').length);
  });

  it('drops frames before reasons, and reasons before findings, from the last finding on', () => {
    const counts = (count: number) => {
      const text = renderMarkdown(sampleRun({ findings: manyFindings(count) }), PLAIN, {
        limit: 50_000,
        measure: inCharacters,
      });
      return [/^```text/gm, /\*why:\*/g, /^- 🔴/gm].map((pattern) => [...text.matchAll(pattern)].length);
    };
    expect(counts(50)).toEqual([50, 50, 50]);
    const [frames = 0, ...rest] = counts(180);
    expect(rest).toEqual([180, 180]);
    expect(frames).toBeGreaterThan(0);
    expect(frames).toBeLessThan(180);
    const [noFrames, reasons = 0, all] = counts(700);
    expect([noFrames, all]).toEqual([0, 700]);
    expect(reasons).toBeGreaterThan(20);
    expect(reasons).toBeLessThan(700);
  });

  it('fits any limit that holds its head', () => {
    const findings = manyFindings(60, (index) => ({ message: HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? '' }));
    const run = sampleRun({ findings });
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 60_000 }), (limit) => {
        const text = renderMarkdown(run, PLAIN, { limit, measure: inBytes });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
        expect(text).not.toMatch(/\p{Surrogate}/u);
        expect(renderedMarkdown(text).elements.filter((name) => !ELEMENTS.includes(name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('stays inert for hostile names, code, messages and reasons', () => {
    const check = (text: string) => {
      const rendered = renderedMarkdown(renderMarkdown(hostileRun(text), PLAIN));
      expect(rendered.elements.filter((name) => !ELEMENTS.includes(name))).toEqual([]);
      expect(rendered.links).toEqual([sampleFinding().help]);
      expect(rendered.prose).not.toMatch(/(^|[^\w`])@[a-z0-9]|#\d|\bgh-\d|https?:\/\/|www\./iu);
    };
    for (const text of HOSTILE_TEXTS) check(text);
    fc.assert(fc.property(hostileText, check), { numRuns: 200 });
  });
});
