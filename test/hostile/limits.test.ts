/** One test for each row of the limits: what is over it is a note with a place, and what stands before it is found. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startRun } from '../../src/files/clock.ts';
import { discover } from '../../src/files/discover.ts';
import { EMPTY_READING } from '../../src/languages/front-end.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import { RULES } from '../../src/rules/index.ts';
import { createBounds } from '../../src/stages/bounds.ts';
import { step, withSteps } from '../../src/text/steps.ts';
import { readScript } from '../languages/shell-reading.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

const notes = (files: Files, changes = {}) => {
  const { coverage } = lintTexts(files, changes);
  return [...coverage.notUnderstood, ...coverage.partly].map((note) => `${note.path} ${note.code} ${note.coverage}`);
};

/** Ten times ten times ten… words. */
function aliasBomb(): string {
  const lines = [`a0: &a0 [${'docker, '.repeat(10)}]`];
  for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]`);
  return `${lines.join('\n')}\n`;
}

describe('limits of what is read', () => {
  it('documentCharacters: a larger script is not read', () => {
    const text = `#!/bin/sh\n${'docker ps\n'.repeat(LIMITS.documentCharacters / 10)}`;
    expect(notes({ 'x.sh': text })).toEqual(['x.sh too-large not']);
  });

  it('documentCharacters: a larger document of YAML is passed over, and the next one is read', () => {
    const large = `a: "docker ${'x'.repeat(LIMITS.documentCharacters)}"\n`;
    const socket =
      '---\nspec: {volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}], containers: [{name: a}]}\n';
    const result = lintTexts({ 'x.yaml': large + socket });
    expect(result.coverage.partly.map((note) => note.code)).toEqual(['too-large']);
    expect(result.findings.map((finding) => finding.rule)).toEqual(['docker-socket-mount']);
  });

  it('chartCharacters: a chart is read without the files that are too much', () => {
    const chart = 'apiVersion: v2\nname: c\nversion: 1.0.0\n';
    const large = `a: docker\n${'# x\n'.repeat(LIMITS.chartCharacters / 4)}`;
    const files = { 'c/Chart.yaml': chart, 'c/charts/s/templates/x.yaml': large, 'c/templates/x.yaml': 'a: docker\n' };
    expect(notes(files)).toEqual(['c/charts/s/templates/x.yaml too-large not']);
  });

  it('folderDepth, files, runCharacters, countedFiles: what the walk leaves out is told where it stands', () => {
    const root = mkdtempSync(join(tmpdir(), 'dockershim-limits-'));
    const write = (path: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), 'a: docker\n');
    };
    for (const path of ['a/b/c.yaml', 'd.yaml', 'e.yaml', 'vendor/x.yaml', 'vendor/y.yaml']) write(path);
    const walked = (changes: Partial<Limits>) => {
      const { files, notes } = discover(root, ['.'], () => false, { ...LIMITS, ...changes });
      const told = notes.filter(({ code }) => code !== 'vendored').map(({ code, path }) => `${path} ${code}`);
      return [files.map(({ path }) => path), told];
    };
    expect(walked({ folderDepth: 1 })).toEqual([['d.yaml', 'e.yaml'], ['a/b too-deep']]);
    expect(walked({ files: 2 })).toEqual([['a/b/c.yaml', 'd.yaml'], ['. too-many']]);
    expect(walked({ runCharacters: 25 })).toEqual([['a/b/c.yaml', 'd.yaml'], ['e.yaml too-large']]);
    expect(walked({ countedFiles: 1 })).toEqual([['a/b/c.yaml', 'd.yaml', 'e.yaml'], ['. too-many']]);
    rmSync(root, { recursive: true });
  });

  it('chartSteps: what a chart renders is looked at up to a bound', () => {
    const files = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/templates/x.yaml': aliasBomb() };
    expect(notes(files)).toEqual(['c/Chart.yaml budget partly']);
  });

  it('fileSteps: aliases of aliases are looked at up to a bound', () => {
    expect(notes({ 'bomb.yaml': aliasBomb() })).toEqual(['bomb.yaml budget partly']);
  });

  it('runFacts: files after very many facts are left out', () => {
    const { facts } = readScript('docker ps\n'.repeat(3));
    const within = createBounds({ isLate: () => false, isFull: () => false }, 5);
    const read = (path: string) => within(path, LIMITS.fileSteps, () => ({ ...EMPTY_READING, facts }));
    expect(facts.length).toBe(3);
    expect([read('a'), read('b'), read('c')].map((one) => [one.facts.length, ...one.notes.map((n) => n.path)])).toEqual(
      [[3], [3], [0, 'c']],
    );
  });

  it('runMilliseconds: files after the end of the time are left out', () => {
    let asked = 0;
    const isLate = () => ++asked > 1;
    expect(notes({ 'a.yaml': 'a: docker\n', 'b.yaml': 'a: docker\n' }, { isLate })).toEqual([
      'b.yaml budget not',
      '. budget partly',
    ]);
    let now = 5;
    const isOver = startRun(() => now);
    expect(isOver()).toBe(false);
    now += LIMITS.runMilliseconds + 1;
    expect(isOver()).toBe(true);
  });

  it('files after the memory is full are left out', () => {
    let asked = 0;
    const isFull = () => ++asked > 1;
    expect(notes({ 'a.yaml': 'a: docker\n', 'b.yaml': 'a: docker\n' }, { isFull })).toEqual(['b.yaml budget not']);
  });

  it('runMilliseconds: rules that are not asked in time are named, and the others have their findings', () => {
    const text = '#!/bin/sh\nsystemctl restart docker\napt-get install -y docker-ce kubelet\n';
    const all = lintTexts({ 'nodes/x.sh': text }).findings.map(({ rule }) => rule);
    expect(all).toEqual(['docker-service-unit', 'docker-engine-package']);
    let asked = 0;
    const isLate = () => ++asked > 2 + RULES.findIndex(({ id }) => id === 'docker-engine-package');
    const { findings, coverage } = lintTexts({ 'nodes/x.sh': text }, { isLate });
    expect(findings.map(({ rule }) => rule)).toEqual(['docker-service-unit']);
    expect(coverage.partly.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the run takes too long; these rules did not see .*: docker-engine-package, /),
    ]);
  });
});

describe('steps', () => {
  it('are counted for one reading alone, also inside another', () => {
    const count = () => {
      let turns = 0;
      while (step()) turns++;
      return turns;
    };
    const outer = withSteps(5, () => [withSteps(3, count), step(), step()]);
    expect(outer).toEqual({ value: [{ value: 3, spent: true }, true, true], spent: false });
    expect(withSteps(1, step)).toEqual({ value: true, spent: false });
  });
});
