import { describe, expect, it } from 'vitest';
import { LEFT_OUT_REASONS, type Note } from '../../src/model/note.ts';
import { coverageOf } from '../../src/stages/coverage.ts';
import { RULE_FILTER } from '../../src/stages/filter.ts';
import { groupFiles } from '../../src/stages/grouping.ts';

function cover(texts: Readonly<Record<string, string>>, notes: readonly Note[] = []) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const {
    files: total,
    partly,
    notUnderstood,
    otherKinds,
    leftOut,
  } = coverageOf(files, groupFiles(files), notes, RULE_FILTER.findWord);
  const line = (note: Note) => `${note.path} ${note.code}`;
  return { total, partly: partly.map(line), not: notUnderstood.map(line), otherKinds, leftOut };
}

const note = (path: string, code: Note['code'], coverage: Note['coverage']): Note => ({
  code,
  message: '',
  path,
  coverage,
});

describe('the class of a file', () => {
  it('is one only: the worst that is known of it', () => {
    const notes = [note('a.sh', 'syntax', 'partly'), note('a.sh', 'internal', 'not'), note('b.sh', 'syntax', 'partly')];
    expect(cover({ 'a.sh': '', 'b.sh': '', 'c.sh': '' }, notes)).toEqual({
      total: 3,
      partly: ['b.sh syntax'],
      not: ['a.sh internal'],
      otherKinds: [],
      leftOut: [],
    });
  });

  it('is another kind where nothing reads its language, counted by extension', () => {
    const notes = [note('main.go', 'other-kind', 'other-kind')];
    expect(cover({ 'policy.rego': 'allow', 'b.REGO': '', 'notes.txt': 'docker ps', 'run.sh': '' }, notes)).toEqual({
      total: 1,
      partly: [],
      not: [],
      otherKinds: [
        { kind: '.rego', files: 2 },
        { kind: '.go', files: 1 },
        { kind: '.txt', files: 1 },
      ],
      leftOut: [],
    });
  });

  it('is not understood where its language is unknown and it names what is looked for', () => {
    const files = {
      'policy.rego': 'deny { input.docker }',
      'cluster.cue': 'path: "/var/run/dockershim.sock"',
      'x.bazel': 'docker',
    };
    expect(cover(files)).toMatchObject({
      total: 2,
      not: ['cluster.cue no-reader', 'policy.rego no-reader'],
      otherKinds: [{ kind: '.bazel', files: 1 }],
    });
  });

  it('is read where a chart renders it, whatever its name', () => {
    const files = {
      'c/Chart.yaml': 'name: c',
      'c/templates/NOTES.txt': 'docker',
      'c/templates/_x.tpl': '',
      'c/x.rego': '',
    };
    expect(cover(files)).toMatchObject({ total: 3, not: [], otherKinds: [{ kind: '.rego', files: 1 }] });
  });

  it('counts what is left out by reason, with all files of a folder', () => {
    const notes = [
      { ...note('vendor', 'vendored', 'left-out'), files: 7 },
      note('b.bin', 'binary', 'left-out'),
      note('a.bin', 'binary', 'left-out'),
    ];
    expect(cover({ 'run.sh': '' }, notes)).toMatchObject({
      total: 1,
      leftOut: [
        { reason: 'vendored', files: 7, paths: ['vendor'] },
        { reason: 'binary', files: 2, paths: ['a.bin', 'b.bin'] },
      ],
    });
  });
});

describe('what was left out', () => {
  it('is told by its reasons, most files first, and by their names where as many are', () => {
    const [first = 'budget', second = 'budget', third = 'budget'] = LEFT_OUT_REASONS;
    const left = (path: string, code: Note['code'], files?: number): Note => ({
      ...note(path, code, 'left-out'),
      ...(files ? { files } : {}),
    });
    const notes = [left('c', third), left('b', second), left('d', first), left('a', second), left('e', third, 7)];
    const told = (all: readonly Note[]) => cover({}, all).leftOut.map(({ reason, files }) => `${reason} ${files}`);
    expect(told(notes)).toEqual([`${third} 8`, `${second} 2`, `${first} 1`]);
    expect(told([left('a', third), left('b', second), left('c', first)])).toEqual(
      [first, second, third].sort().map((reason) => `${reason} 1`),
    );
    expect(cover({}, notes).leftOut[1]?.paths).toEqual(['a', 'b']);
  });
});

describe('the lines of what was not understood', () => {
  it('stand in the order of their paths, whatever the order in which they were found', () => {
    const notes = [
      note('c.sh', 'syntax', 'partly'),
      note('a.sh', 'internal', 'not'),
      note('d.sh', 'internal', 'not'),
      note('b.sh', 'syntax', 'partly'),
    ];
    const files = { 'a.sh': '', 'b.sh': '', 'c.sh': '', 'd.sh': '' };
    const told = { partly: ['b.sh syntax', 'c.sh syntax'], not: ['a.sh internal', 'd.sh internal'] };
    expect(cover(files, notes)).toMatchObject(told);
    expect(cover(files, notes.toReversed())).toMatchObject(told);
  });

  it('are of the worst that is known of a file, also where that was found first', () => {
    const notes = [note('a.sh', 'internal', 'not'), note('a.sh', 'syntax', 'partly')];
    expect(cover({ 'a.sh': '' }, notes)).toMatchObject({ total: 1, partly: [], not: ['a.sh internal'] });
  });

  it('tell the first of two things of one file that are as bad', () => {
    const notes = [note('a.sh', 'syntax', 'partly'), note('a.sh', 'budget', 'partly')];
    expect(cover({ 'a.sh': '' }, notes)).toMatchObject({ total: 1, partly: ['a.sh syntax'], not: [] });
  });

  it('are no lines about what was read', () => {
    expect(cover({ 'a.sh': '' }, [note('a.sh', 'syntax', 'about')])).toMatchObject({ total: 1, partly: [], not: [] });
  });

  it('say which word a file names that nothing reads, and where', () => {
    const files = [{ path: 'policy.rego', text: 'deny {\n  input.docker\n}\n' }];
    const [first] = coverageOf(files, groupFiles(files), [], RULE_FILTER.findWord).notUnderstood;
    expect(first?.message).toBe('names docker, and files of this kind are not read');
    expect([first?.span?.source.path, first?.span?.start, first?.span?.end]).toEqual(['policy.rego', 15, 21]);
  });

  it('are none of a file that was read for where it is put', () => {
    const files = [{ path: 'jobs.rego', text: 'docker ps' }];
    const all = coverageOf(files, groupFiles(files), [], RULE_FILTER.findWord, undefined, new Set(['jobs.rego']));
    expect([all.files, all.notUnderstood, all.otherKinds]).toEqual([1, [], []]);
  });
});

describe('other kinds of files', () => {
  it('are told by number and then by name, those without an ending first', () => {
    const files = { 'b.zig': '', 'a.nim': '', OWNERS: '', 'c.zig': '', 'x.y/FILE.d/data': '' };
    expect(cover(files).otherKinds).toEqual([
      { kind: null, files: 2 },
      { kind: '.zig', files: 2 },
      { kind: '.nim', files: 1 },
    ]);
  });
});

describe('the paths of what was left out', () => {
  it('are ten at most, the first ones', () => {
    const names = Array.from({ length: 12 }, (_, i) => `${String.fromCharCode(108 - i)}.bin`);
    const [left] = cover(
      {},
      names.map((name) => note(name, 'binary', 'left-out')),
    ).leftOut;
    expect([left?.files, left?.paths]).toEqual([12, [...'abcdefghij'].map((letter) => `${letter}.bin`)]);
  });
});
