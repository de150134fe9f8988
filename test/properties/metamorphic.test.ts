/** Changes of a repository that must not change what is found in it, tried on every file of the example. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/files/discover.ts';
import { lint } from '../../src/lint.ts';
import type { InputFile } from '../../src/model/input.ts';
import { positionAt, spanText } from '../../src/text/source.ts';
import { lintOptions } from '../support/lint-options.ts';

const { files } = discover(resolve(import.meta.dirname, '../../examples/legacy-cluster'), ['.']);

interface Found {
  readonly where: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

function findAll(input: readonly InputFile[]): Found[] {
  return lint(input, lintOptions()).findings.map((finding) => {
    const { line, column } = positionAt(finding.span.source, finding.span.start);
    const where = `${finding.span.source.path} ${finding.severity} ${finding.rule}`;
    return { where, line, column, text: spanText(finding.span).replaceAll('\r\n', '\n') };
  });
}

const mapText = (change: (text: string, path: string) => string) =>
  files.map(({ path, text }) => ({ path, text: change(text, path) }));

const original = findAll(files);

describe('what is found stays the same', () => {
  it('has something to compare', () => {
    expect(new Set(original.map((found) => found.where.split(' ')[0])).size).toBeGreaterThan(8);
  });

  it('with Windows line ends', () => {
    expect(findAll(mapText((text) => text.replaceAll('\n', '\r\n')))).toEqual(original);
  });

  it('with a byte order mark', () => {
    expect(findAll(mapText((text) => (text.startsWith('#!') ? text : `\uFEFF${text}`)))).toEqual(original);
  });

  it('a line further down under a comment', () => {
    const commented = /\.(ya?ml|tpl|sh|conf)$|Dockerfile$/;
    const moved = mapText((text, path) =>
      commented.test(path) && !text.startsWith('#!')
        ? `${path.endsWith('.tpl') ? '{{/* note */}}' : '# note'}\n${text}`
        : text,
    );
    const expected = original.map((found) => {
      const path = found.where.split(' ')[0] ?? '';
      const script = files.find((file) => file.path === path)?.text.startsWith('#!') ?? false;
      return commented.test(path) && !script ? { ...found, line: found.line + 1 } : found;
    });
    expect(findAll(moved)).toEqual(expected);
  });

  it('in any order of the files', () => {
    expect(findAll([...files].reverse())).toEqual(original);
  });

  it('with another repository of prose beside it', () => {
    const prose = [{ path: 'zzz/notes.yaml', text: 'about: we once used docker and /var/run/docker.sock here\n' }];
    expect(findAll([...files, ...prose]).filter((found) => !found.where.startsWith('zzz/'))).toEqual(original);
  });
});

describe('fingerprints', () => {
  const prints = (input: readonly InputFile[]) =>
    lint(input, lintOptions())
      .findings.map((finding) => finding.fingerprint)
      .sort();

  it('survive moved lines and other indentation', () => {
    const moved = mapText((text, path) =>
      path.endsWith('.yaml') && path.startsWith('deploy/') ? `\n\n# moved\n${text}` : text,
    );
    expect(prints(moved)).toEqual(prints(files));
  });

  it('are the same in two runs', () => {
    expect(prints(files)).toEqual(prints(files));
  });
});
