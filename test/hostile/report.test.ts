import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/report/model.ts';
import { render } from '../../src/report/render.ts';
import { suppress } from '../../src/suppress/comments.ts';
import { createSource } from '../../src/text/source.ts';
import { lintOptions } from '../support/lint-options.ts';
import { sampleFinding, sampleRun } from '../support/sample-run.ts';

function milliseconds(action: () => void): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

describe('a file that is one line of two million characters', () => {
  const source = createSource('a.json', `{"a": "${'docker ps; '.repeat(180_000)}"}`);
  const findings = Array.from({ length: 1000 }, (_, index) => {
    const start = 7 + index * 11 * 170;
    return sampleFinding({ span: { source, start, end: start + 9 }, fingerprint: index.toString(16) });
  });

  it.each(['text', 'markdown', 'html', 'sarif'] as const)('is reported as %s in time, at the exact word', (format) => {
    let text = '';
    expect(milliseconds(() => (text = render(format, sampleRun({ findings }), PLAIN)))).toBeLessThan(8000);
    expect(text.length).toBeLessThan(20_000_000);
    if (format !== 'text') return;
    const lines = text.split('\n');
    const carets = lines.findIndex((line) => line.includes('^'));
    const at = lines[carets]?.indexOf('^') ?? 0;
    expect(lines[carets - 1]?.slice(at, at + 9)).toBe('docker ps');
  });
});

describe('suppressions beyond measure', () => {
  it.each([
    ['on one line', '# dockershim: ignore[x] '.repeat(80_000)],
    ['on lines of their own', '# dockershim: ignore[docker-cli-command] -- x\n'.repeat(40_000)],
    ['behind spaces', `${' '.repeat(1_900_000)}# dockershim: ignore[x] -- y`],
    ['without end', `# dockershim: ignore[${'x,'.repeat(900_000)}`],
  ])('%s are read in time, and not all of them', (_, text) => {
    let notes = 0;
    const time = milliseconds(() => {
      notes = suppress([{ path: 'a.sh', text }], [], lintOptions()).notes.length;
    });
    expect(time).toBeLessThan(3000);
    expect(notes).toBeGreaterThan(0);
    expect(notes).toBeLessThanOrEqual(501);
  });
});
