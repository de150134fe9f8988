import { describe, expect, it } from 'vitest';
import { renderComment } from '../../src/github/comment.ts';
import type { CommentFinding, CommentReport } from '../../src/github/comment-model.ts';
import { readCommentReport } from '../../src/github/comment-report.ts';
import { createState } from '../../src/github/state.ts';
import { LEFT_OUT_REASONS } from '../../src/model/note.ts';
import { RULE_IDS } from '../../src/model/rule-id.ts';
import { fc } from '../support/fast-check.ts';
import { foreignMarkup, renderHtml } from '../support/markdown.ts';

const LINKS = {
  run: 'https://github.example/acme/shop/actions/runs/42',
  suppressing: 'https://github.com/dockershim-lint/dockershim-lint/blob/main/docs/suppressing.md',
  blob: `https://github.example/acme/shop/blob/${'c'.repeat(40)}`,
};
const KEY = 'lint.yml/check/0123456789ab';
const LIMIT = 65_536;

const HOSTILE = [
  '@acme/everybody',
  '＠acme',
  '&#64;acme',
  'acme/shop#12',
  '#12',
  'GH-12',
  'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
  'https://evil.example/?q=1',
  'www.evil.example',
  'mailto:a@evil.example',
  '[text](https://evil.example)',
  '![](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '</details></table><script>',
  '<!-- dockershim-lint v1 key=x state=y -->',
  '-->',
  '`',
  '```',
  '``` ````',
  '|',
  '\\|',
  '$x$',
  ':tada:',
  '~~gone~~',
  '* item',
  '# title',
  '1. one',
  '> quote',
  '---',
  '\u202egnp.exe',
  '\u200b',
  '\u0000',
  '\r\n',
  '\n\n### forged',
  '::error::forged',
  '##[error]forged',
  '{{ .Values.x }}',
  '\uD800',
  '🐳',
];

const text = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 })),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(' '));

const amount = fc.nat({ max: 100_000 });

const finding: fc.Arbitrary<CommentFinding> = fc.record({
  rule: fc.constantFrom(...RULE_IDS),
  severity: fc.constantFrom('error', 'warning', 'notice'),
  message: text,
  instead: text,
  location: fc.record({
    path: text.map((path) => path || 'a.yaml'),
    start: fc.record({ line: fc.nat({ max: 100_000 }), column: fc.nat({ max: 1000 }) }),
  }),
  activation: fc.oneof(
    fc.constant({ kind: 'default' as const }),
    fc.array(text, { maxLength: 3 }).map((settings) => ({ kind: 'when' as const, settings })),
  ),
  fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
  state: fc.constantFrom('new', 'existing'),
});

const note = fc.record({ path: text, line: fc.option(amount, { nil: undefined }), message: text });

const report: fc.Arbitrary<CommentReport> = fc.record({
  summary: fc.record({
    conclusion: fc.constantFrom('success', 'failure', 'nothing-to-scan'),
    suppressed: amount,
    comparedWith: fc.option(text, { nil: undefined }),
  }),
  target: fc.record({ runtime: text, kubernetesVersion: text }),
  findings: fc.array(finding, { maxLength: 40 }),
  fixed: fc.option(fc.array(finding, { maxLength: 5 }), { nil: undefined }),
  coverage: fc.record({
    files: amount,
    fully: amount,
    partly: fc.array(note, { maxLength: 5 }),
    notUnderstood: fc.array(note, { maxLength: 25 }),
    otherKinds: fc.array(fc.record({ kind: fc.option(text), files: amount }), { maxLength: 15 }),
    unexplained: fc.record({ count: amount }),
    leftOut: fc.array(
      fc.record({
        reason: fc.constantFrom(...LEFT_OUT_REASONS),
        files: amount,
        paths: fc.array(text, { maxLength: 5 }),
      }),
      { maxLength: 3 },
    ),
  }),
  change: fc.record({
    commit: text,
    configuration: fc.array(text, { maxLength: 7 }),
    governor: fc.constantFrom('head', 'base', 'defaults'),
    edits: fc.array(
      fc.record({
        setting: text,
        before: fc.option(text, { nil: undefined }),
        after: fc.option(text, { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
    suppressions: fc.array(fc.record({ rule: fc.constantFrom(...RULE_IDS), path: text, line: amount, reason: text }), {
      maxLength: 5,
    }),
    remarks: fc.array(text, { maxLength: 7 }),
  }),
});

function comment(data: CommentReport, limit = LIMIT): string {
  const fingerprints = data.findings.map(({ fingerprint }) => fingerprint);
  const state = createState({ run: 1, attempt: 1, commit: 'c'.repeat(40) }, fingerprints);
  return renderComment(data, { key: KEY, links: LINKS, state }, undefined, limit);
}

describe('a comment', () => {
  it('holds no markup, address, mention or reference that is not ours', () => {
    fc.assert(
      fc.property(report, (data) => {
        expect(foreignMarkup(comment(data))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has one headline, and closes all that it opens', () => {
    fc.assert(
      fc.property(report, (data) => {
        const html = renderHtml(comment(data));
        expect(html.match(/<h\d/g)).toHaveLength(1);
        for (const element of ['details', 'summary', 'table', 'sub', 'code']) {
          const opened = html.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0;
          expect([element, html.match(new RegExp(`</${element}>`, 'g'))?.length ?? 0]).toEqual([element, opened]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('begins with one marker that no text can forge', () => {
    fc.assert(
      fc.property(report, (data) => {
        const body = comment(data);
        // The empty ones keep addresses in code from becoming links.
        expect(renderHtml(body).match(/<!--(?! -->)/g)).toHaveLength(1);
        expect(body.startsWith(`<!-- dockershim-lint v1 key=${KEY} state=`)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('fits any limit that its fixed parts fit, cut at whole parts', () => {
    fc.assert(
      fc.property(report, fc.integer({ min: 12_000, max: LIMIT }), (data, limit) => {
        const body = comment(data, limit);
        expect(body.length).toBeLessThanOrEqual(limit);
        expect(foreignMarkup(body)).toEqual([]);
        const html = renderHtml(body);
        expect(html.match(/<details>/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0);
      }),
      { numRuns: 100 },
    );
  });

  it('of 100,000 findings fits, and says how many it leaves out', () => {
    const many = Array.from(
      { length: 100_000 },
      (_, index): CommentFinding => ({
        rule: 'docker-cli-command',
        severity: 'error',
        message: `\`docker ps\` number ${index}`,
        instead: 'crictl ps',
        location: { path: `charts/c${index % 700}/templates/f${index}.yaml`, start: { line: index + 1, column: 1 } },
        activation: { kind: 'default' },
        fingerprint: index.toString(16).padStart(16, '0'),
        state: index % 2 === 0 ? 'new' : 'existing',
      }),
    );
    const data: CommentReport = {
      summary: { conclusion: 'failure', suppressed: 0, comparedWith: 'main at 1a2b3c4' },
      target: { runtime: 'containerd', kubernetesVersion: '1.37' },
      findings: many,
      fixed: many.slice(0, 5000),
      coverage: {
        files: 100_000,
        fully: 100_000,
        partly: [],
        notUnderstood: [],
        otherKinds: [],
        leftOut: [],
        unexplained: { count: 9 },
      },
      change: { commit: '', configuration: [], governor: 'head', edits: [], suppressions: [], remarks: [] },
    };
    const body = comment(data);
    expect(body.length).toBeLessThanOrEqual(LIMIT);
    expect(body).toContain('### ❌ Dockershim check: 50000 new problems · 50000 existing · 5000 fixed');
    expect(body).toContain('and 49999 other findings like it');
    expect(foreignMarkup(body)).toEqual([]);
  });
});

describe('a report that is read back', () => {
  it('gives the same comment', () => {
    fc.assert(
      fc.property(report, (data) => {
        const again = readCommentReport(JSON.stringify({ schemaVersion: 1, ...data }));
        expect(typeof again === 'string' ? again : comment(again)).toBe(comment(JSON.parse(JSON.stringify(data))));
      }),
      { numRuns: 100 },
    );
  });
});
