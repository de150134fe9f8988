import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { LintOptions } from '../../src/model/result.ts';
import { suppress } from '../../src/suppress/comments.ts';
import { createSource, positionAt } from '../../src/text/source.ts';
import { lintOptions } from '../support/lint-options.ts';
import { sampleFinding } from '../support/sample-run.ts';

/** A finding of docker-cli-command for every `docker ps` in the text. */
function run(text: string, changes: Partial<LintOptions> = {}) {
  const source = createSource('a.sh', text);
  const findings: Finding[] = [];
  for (let at = text.indexOf('docker ps'); at >= 0; at = text.indexOf('docker ps', at + 1)) {
    findings.push(sampleFinding({ rule: 'docker-cli-command', span: { source, start: at, end: at + 9 } }));
  }
  const result = suppress([{ path: 'a.sh', text }], findings, lintOptions(changes));
  const line = ({ span }: Finding) => positionAt(span.source, span.start).line;
  return {
    left: result.findings.map(line),
    suppressed: result.suppressed.map(({ finding, reason }) => [line(finding), reason]),
    notes: result.notes.map(({ message, span }) => [span ? positionAt(span.source, span.start).line : 0, message]),
  };
}

describe('a suppression comment', () => {
  it('after code holds for that line', () => {
    expect(run('docker ps # dockershim: ignore[docker-cli-command] -- build host\ndocker ps\n')).toEqual({
      left: [2],
      suppressed: [[1, 'build host']],
      notes: [],
    });
  });

  it('on its own line holds for the next line of code and its continuations', () => {
    const text = '# dockershim: ignore[docker-cli-command] -- build host\n# more\n\nsudo \\\n  docker ps\ndocker ps\n';
    expect(run(text)).toEqual({ left: [6], suppressed: [[5, 'build host']], notes: [] });
  });

  it('may carry the name of the tool', () => {
    expect(run('docker ps # dockershim-lint: ignore[docker-cli-command] -- build host\n').suppressed).toEqual([
      [1, 'build host'],
    ]);
  });

  it.each([
    ['dockershim-lint: disable=docker-cli-command', 'docker-cli-command'],
    ['dockershim-lint disable docker-cli-command', 'docker-cli-command'],
    ['dockershim: nolint[x]', 'rule'],
    ['dockershim: ingore[docker-cli-command] -- old nodes', 'docker-cli-command'],
    ['dockershim: ignored[docker-cli-command] -- old nodes', 'docker-cli-command'],
    ['dockershim ignore[docker-cli-command] -- old nodes', 'docker-cli-command'],
    ['Dockershim: ignore[docker-cli-command] -- old nodes', 'docker-cli-command'],
    ['docker-shim: ignore[docker-cli-command] -- old nodes', 'docker-cli-command'],
    ['dockershim : ignore[docker-cli-command] -- old nodes', 'docker-cli-command'],
    ['dockershim-lint-disable docker-cli-command', 'docker-cli-command'],
    ['dockershim-ignore docker-cli-command', 'docker-cli-command'],
    ['dockershimlint: ignore[docker-cli-command] -- old nodes', 'docker-cli-command'],
  ])('# %s is said not to be understood, with what to write', (comment, rule) => {
    expect(run(`docker ps # ${comment}\n`)).toEqual({
      left: [1],
      suppressed: [],
      notes: [[1, `this suppression is not understood; write dockershim: ignore[${rule}] -- reason`]],
    });
  });

  it.each([
    'dockershim: allowed on old nodes',
    'dockershim: also (since 1.24) gone',
    'dockershim: ignored (since 1.24)',
    'dockershim ignores docker-cli plugins',
    'dockershim-lint: see the docs',
    'dockershim socket=/run/dockershim.sock',
    'skip dockershim',
  ])('# %s is prose', (comment) => {
    expect(run(`docker ps # ${comment}\n`).notes).toEqual([]);
  });

  it('may hold for the whole file', () => {
    const text = '# dockershim: ignore-file[docker-cli-command] -- generated\ndocker ps\ndocker ps\n';
    expect(run(text)).toEqual({
      left: [],
      suppressed: [
        [2, 'generated'],
        [3, 'generated'],
      ],
      notes: [],
    });
  });

  it.each([
    ['{{/* dockershim: ignore[docker-cli-command] -- why */}}\ndocker ps'],
    ['{{- /* dockershim: ignore[docker-cli-command] -- why */ -}}\ndocker ps'],
    ['// dockershim: ignore[docker-cli-command] -- why\ndocker ps'],
    ['/* dockershim: ignore[docker-cli-command] -- why */\ndocker ps'],
    ['<!-- dockershim: ignore[docker-cli-command] -- why -->\ndocker ps'],
    ['; dockershim:ignore [docker-cli-command] -- why\ndocker ps'],
    ['docker ps # dockershim: ignore[docker-host-path, docker-cli-command] -- why'],
  ])('is read in %j', (text) => {
    expect(run(text, { levelOf: (rule) => (rule === 'docker-host-path' ? 'off' : undefined) })).toEqual({
      left: [],
      suppressed: [[text.includes('\n') ? 2 : 1, 'why']],
      notes: [],
    });
  });

  it('is not read outside a comment', () => {
    const text = 'echo "dockershim: ignore[docker-cli-command] -- x"; docker ps\n';
    expect(run(text)).toEqual({ left: [1], suppressed: [], notes: [] });
  });

  it.each([
    ['ignore[docker-cli-command]', 'this suppression gives no reason; add -- and why the finding is acceptable'],
    ['ignore[docker-cli-command] --', 'this suppression gives no reason; add -- and why the finding is acceptable'],
    ['ignore -- x', 'this suppression names no rule; write ignore[rule] -- reason'],
    ['ignore[] -- x', 'this suppression names no rule; write ignore[rule] -- reason'],
    [
      'ignore[docker-cli] -- x',
      'this suppression names "docker-cli", which is not a rule; did you mean docker-cli-command?',
    ],
    [
      'ignore[docker-cli-command] until=2027-02-30 -- x',
      '"2027-02-30" in this suppression is not a date such as 2027-01-31',
    ],
    ['ignore[docker-cli-command] until=soon -- x', '"soon" in this suppression is not a date such as 2027-01-31'],
    ['ignore[docker-cli-command] please -- x', 'this suppression has "please" where only until=YYYY-MM-DD may stand'],
  ])('that is wrong suppresses nothing and is told: %s', (directive, message) => {
    expect(run(`docker ps # dockershim: ${directive}`)).toEqual({ left: [1], suppressed: [], notes: [[1, message]] });
  });

  it('holds on its last day and not after it', () => {
    const text = 'docker ps # dockershim: ignore[docker-cli-command] until=2026-11-25 -- x';
    expect(run(text, { today: '2026-11-25' })).toEqual({ left: [], suppressed: [[1, 'x']], notes: [] });
    expect(run(text, { today: '2026-11-26' })).toEqual({
      left: [1],
      suppressed: [],
      notes: [[1, 'the suppression of docker-cli-command expired on 2026-11-25; the finding counts again']],
    });
  });

  it('that matches nothing is told, with the place that may have been meant', () => {
    expect(run('# dockershim: ignore[docker-cli-command] -- x\necho\ndocker ps\n').notes).toEqual([
      [1, 'unused suppression: docker-cli-command reports nothing on line 2; the nearest finding is on line 3'],
    ]);
    expect(run('# dockershim: ignore[docker-socket-mount] -- x\necho\n').notes).toEqual([
      [1, 'unused suppression: docker-socket-mount reports nothing in this file'],
    ]);
  });

  it('is refused where the configuration says so', () => {
    const text = 'docker ps # dockershim: ignore[docker-cli-command] -- x';
    expect(run(text, { unsuppressible: ['docker-cli-command'] })).toEqual({
      left: [1],
      suppressed: [],
      notes: [[1, 'the configuration does not allow docker-cli-command to be suppressed']],
    });
  });
});
