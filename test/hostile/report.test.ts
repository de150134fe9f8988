import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/report/model.ts';
import { reporterOf } from '../../src/report/render.ts';
import { suppress } from '../../src/suppress/comments.ts';
import { createSource } from '../../src/text/source.ts';
import { lintOptions } from '../support/lint-options.ts';
import { sampleFinding, sampleRun } from '../support/sample-run.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

describe('a file that is one line of two million characters', () => {
  const source = createSource('a.json', `{"a": "${'docker ps; '.repeat(180_000)}"}`);
  const findings = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const start = 7 + index * 11 * 170;
      return sampleFinding({ span: { source, start, end: start + 9 }, fingerprint: index.toString(16) });
    });

  it.each(['text', 'markdown', 'html', 'sarif'] as const)(
    'is reported as %s in proportion, at the exact word',
    async (format) => {
      const render = await reporterOf(format);
      const write = (count: number) => render(sampleRun({ findings: findings(count) }), PLAIN);
      expect(growth(250, write)).toBeLessThan(IN_PROPORTION);
      const text = write(1000);
      expect(text.length).toBeLessThan(20_000_000);
      if (format !== 'text') return;
      const lines = text.split('\n');
      const carets = lines.findIndex((line) => line.includes('^'));
      const at = lines[carets]?.indexOf('^') ?? 0;
      expect(lines[carets - 1]?.slice(at, at + 9)).toBe('docker ps');
    },
  );
});

describe('suppressions beyond measure', () => {
  it.each([
    ['on one line', (n: number) => '# dockershim: ignore[x] '.repeat(n)],
    ['on lines of their own', (n: number) => '# dockershim: ignore[docker-cli-command] -- x\n'.repeat(n)],
    ['behind spaces', (n: number) => `${' '.repeat(20 * n)}# dockershim: ignore[x] -- y`],
    ['without end', (n: number) => `# dockershim: ignore[${'x,'.repeat(10 * n)}`],
  ])('%s are read in proportion, and not all of them', (_, make) => {
    const notes = (n: number) => suppress([{ path: 'a.sh', text: make(n) }], [], lintOptions()).notes.length;
    expect(growth(2000, notes)).toBeLessThan(IN_PROPORTION);
    expect(notes(80_000)).toBeGreaterThan(0);
    expect(notes(80_000)).toBeLessThanOrEqual(501);
  });
});
