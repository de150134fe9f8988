/**
 * Whole small repositories: test/projects/<name>/input is linted, and what is found must be test/projects/<name>/expected.txt.
 * UPDATE_PROJECTS=1 rewrites the expectation; read the difference before you commit it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../src/files/discover.ts';
import { lint } from '../src/lint.ts';
import type { Finding } from '../src/model/finding.ts';
import { relatedText } from '../src/report/reasons.ts';
import { positionAt, spanText } from '../src/text/source.ts';
import { lintOptions } from './support/lint-options.ts';

const folder = resolve(import.meta.dirname, 'projects');
const projects = [
  { name: 'legacy-cluster', input: resolve(import.meta.dirname, '../examples/legacy-cluster') },
  ...readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'input')))
    .map((name) => ({ name, input: join(folder, name, 'input') })),
];

describe.each(projects)('$name', ({ name, input }) => {
  const { files, notes } = discover(input, ['.']);
  const result = lint(files, lintOptions(), notes);

  it('finds what it should, and nothing else', () => {
    const expectation = join(folder, name, 'expected.txt');
    const found = result.findings.map(describeFinding).join('');
    if (process.env.UPDATE_PROJECTS) writeFileSync(expectation, found);
    expect(found).toBe(readFileSync(expectation, 'utf8'));
  });

  it('finds the same without the word filter', () => {
    const everything = lint(files, { ...lintOptions(), everything: true }, notes);
    expect(everything.findings.map(describeFinding)).toEqual(result.findings.map(describeFinding));
  });

  it('has no duplicate fingerprints', () => {
    const prints = result.findings.map((finding) => finding.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

function describeFinding(finding: Finding): string {
  const at = positionAt(finding.span.source, finding.span.start);
  const lines = [
    `${finding.span.source.path}:${at.line}:${at.column} ${finding.severity} ${finding.rule} (${finding.confidence}, ${finding.placement.place})`,
    `  ${spanText(finding.span).replace(/\s+/g, ' ').slice(0, 100)}`,
    `  ${finding.message}`,
  ];
  if (finding.activation.kind === 'when') lines.push(`  when ${finding.activation.settings.join(', ')}`);
  if (finding.activation.kind === 'conditional') lines.push(`  conditional: ${finding.activation.condition}`);
  for (const related of finding.related) {
    const other = positionAt(related.span.source, related.span.start);
    lines.push(`  ${related.span.source.path}:${other.line}:${other.column} ${relatedText(related)}`);
  }
  return `${lines.join('\n')}\n`;
}
