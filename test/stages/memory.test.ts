/** A process that lints again and again, such as a language server, reads what has not changed only once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import type { InputFile } from '../../src/model/input.ts';
import type { LintResult } from '../../src/model/result.ts';
import { createMemory, type RunMemory } from '../../src/stages/memory.ts';
import { once } from '../../src/text/once.ts';
import { stepsTaken } from '../../src/text/steps.ts';
import { lintOptions } from '../support/lint-options.ts';
import { ruleGroups } from '../support/rule-groups.ts';

/** Everything that a reader sees of the findings; sources by their names. */
function seen({ findings, coverage, notes }: LintResult): string {
  return JSON.stringify([findings, coverage, notes], (key, value) => (key === 'source' ? value.path : value));
}

function again(memory: RunMemory, files: readonly InputFile[]): LintResult {
  memory.begin('');
  const result = lint(files, lintOptions({ memory }));
  memory.end();
  return result;
}

const PROJECTS = 'test/projects';
const trees: readonly (readonly [string, readonly InputFile[]])[] = [
  ...ruleGroups().map(
    ({ name, files }) => [name, Object.entries(files).map(([path, text]) => ({ path, text }))] as const,
  ),
  ...readdirSync(PROJECTS).map(
    (project) =>
      [
        project,
        readdirSync(join(PROJECTS, project), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((file) => ({ path: file.slice(PROJECTS.length + project.length + 2), text: readFileSync(file, 'utf8') }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      ] as const,
  ),
];

describe('a result with a memory', () => {
  it.each(trees)('is that without one, while each file of %s goes, comes back and changes', (_, files) => {
    const memory = createMemory();
    expect(seen(again(memory, files))).toBe(seen(lint(files, lintOptions())));
    for (const file of files) {
      const without = files.filter((one) => one !== file);
      expect(seen(again(memory, without))).toBe(seen(lint(without, lintOptions())));
      const longer = files.map((one) => (one === file ? { ...one, text: `\n${one.text}` } : one));
      expect(seen(again(memory, longer))).toBe(seen(lint(longer, lintOptions())));
    }
    expect(seen(again(memory, files))).toBe(seen(lint(files, lintOptions())));
  });

  it('of a chart follows the chart beside it that it depends on', () => {
    const library = (socket: string) => ({
      path: 'common/templates/_volume.tpl',
      text: `{{ define "common.volume" }}{ name: s, hostPath: { path: ${socket} } }{{ end }}\n`,
    });
    const files = (socket: string): readonly InputFile[] => [
      {
        path: 'app/Chart.yaml',
        text: 'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - name: common\n    version: 1.0.0\n    repository: file://../common\n',
      },
      {
        path: 'app/templates/pod.yaml',
        text: 'apiVersion: v1\nkind: Pod\nmetadata: { name: docker }\nspec:\n  containers:\n    - { name: c, image: a, volumeMounts: [{ name: s, mountPath: /s }] }\n  volumes:\n    - {{ include "common.volume" . }}\n',
      },
      { path: 'common/Chart.yaml', text: 'apiVersion: v2\nname: common\nversion: 1.0.0\ntype: library\n' },
      library(socket),
    ];
    const memory = createMemory();
    expect(again(memory, files('/run/containerd/containerd.sock')).findings).toEqual([]);
    expect(again(memory, files('/var/run/docker.sock')).findings.map(({ rule }) => rule)).toEqual([
      'docker-socket-mount',
    ]);
  });

  it('takes few steps where little changed', () => {
    const script = 'kubeadm join a\ndocker ps\n'.repeat(200);
    const files = Array.from({ length: 20 }, (_, index) => ({ path: `${index}.sh`, text: `#!/bin/sh\n${script}` }));
    const memory = createMemory();
    const stepsOf = (all: readonly InputFile[]) => {
      const before = stepsTaken();
      again(memory, all);
      return stepsTaken() - before;
    };
    const first = stepsOf(files);
    const second = stepsOf(files.map((file) => (file.path === '7.sh' ? { ...file, text: `${file.text}ls\n` } : file)));
    expect(second).toBeLessThan(first / 2);
  });
});

describe('an answer that is remembered', () => {
  it('is that of one run: the next one may know more about the same document', () => {
    const answer = once((_: object, known: number) => known);
    const subject = {};
    expect([answer(subject, 1), answer(subject, 2)]).toEqual([1, 1]);
    lint([], lintOptions());
    expect(answer(subject, 2)).toBe(2);
  });
});

describe('the memory', () => {
  const reading = { value: { documents: [], facts: [], links: [], notes: [] }, spent: false };
  const file = { path: 'a', text: 'a' };
  const readsOf = (memory: RunMemory, files: readonly InputFile[]) => {
    let reads = 0;
    memory.recall('a', files, () => {
      reads++;
      return reading;
    });
    return reads;
  };

  it('knows files by name and text, and nothing under other settings', () => {
    const memory = createMemory();
    memory.begin('one');
    expect([readsOf(memory, [file]), readsOf(memory, [{ ...file }])]).toEqual([1, 0]);
    expect([readsOf(memory, [file, file]), readsOf(memory, [{ ...file, text: 'b' }])]).toEqual([1, 1]);
    memory.begin('two');
    expect(readsOf(memory, [{ ...file, text: 'b' }])).toBe(1);
  });

  it('keeps what a run that was given up did not come to, and lets go of what a whole one did not ask for', () => {
    const memory = createMemory();
    memory.begin('');
    readsOf(memory, [file]);
    memory.begin('');
    expect(readsOf(memory, [file])).toBe(0);
    memory.begin('');
    memory.end();
    expect(readsOf(memory, [file])).toBe(1);
  });
});
