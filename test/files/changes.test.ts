import { afterAll, describe, expect, it } from 'vitest';
import { readFilePatch, readPatch, touches } from '../../src/files/changes.ts';
import { fc } from '../support/fast-check.ts';
import { createRepository, readerOf, removeTemporaryFolders } from '../support/git-repository.ts';

afterAll(removeTemporaryFolders);

const PATCH = `diff --git a/deploy/a.yaml b/deploy/a.yaml
index 1111111..2222222 100644
--- a/deploy/a.yaml
+++ b/deploy/a.yaml
@@ -3,0 +4,2 @@ spec:
+++ looks like a header
+@@ -1 +1 @@
@@ -9 +12 @@
--- old
+new
\\ No newline at end of file
diff --git a/gone.yaml b/gone.yaml
deleted file mode 100644
--- a/gone.yaml
+++ /dev/null
@@ -1,2 +0,0 @@
-a
-b
diff --git a/old name.yaml b/new name.yaml
similarity index 90%
rename from old name.yaml
rename to new name.yaml
--- a/old name.yaml\t
+++ b/new name.yaml\t
@@ -1 +1 @@
-a
+b
diff --git "a/t\\tab.yaml" "b/t\\tab \\303\\274.yaml"
similarity index 100%
rename from "t\\tab.yaml"
rename to "t\\tab \\303\\274.yaml"
`;

describe('a patch of git', () => {
  const changes = readPatch(PATCH);

  it('gives the lines of the new side, whatever they look like', () => {
    expect(Object.fromEntries(changes.lines)).toEqual({
      'deploy/a.yaml': [
        { first: 4, last: 5 },
        { first: 12, last: 12 },
      ],
      'new name.yaml': [{ first: 1, last: 1 }],
    });
  });

  it('gives every path that it touches', () => {
    expect([...changes.paths].sort()).toEqual([
      'deploy/a.yaml',
      'gone.yaml',
      'new name.yaml',
      'old name.yaml',
      't\tab ü.yaml',
      't\tab.yaml',
    ]);
  });

  it('gives renames', () => {
    expect(Object.fromEntries(changes.renames)).toEqual({
      'old name.yaml': 'new name.yaml',
      't\tab.yaml': 't\tab ü.yaml',
    });
  });

  it('tells whether lines are touched', () => {
    expect(touches(changes, 'deploy/a.yaml', 1, 3)).toBe(false);
    expect(touches(changes, 'deploy/a.yaml', 1, 4)).toBe(true);
    expect(touches(changes, 'deploy/a.yaml', 6, 11)).toBe(false);
    expect(touches(changes, 'other.yaml', 1, 100)).toBe(false);
  });
});

describe('a patch of the API', () => {
  const PART = '@@ -1,3 +1,4 @@\n a\n-b\n+c\n+d\n e\n@@ -10,2 +11,2 @@ f\n-g\n+h\n i\n\\ No newline at end of file';

  it('gives added lines, or all lines that it shows', () => {
    expect(readFilePatch(PART, false)).toEqual([
      { first: 2, last: 3 },
      { first: 11, last: 11 },
    ]);
    expect(readFilePatch(PART, true)).toEqual([
      { first: 1, last: 4 },
      { first: 11, last: 12 },
    ]);
  });
});

describe('git, asked about real commits', () => {
  const line = fc.constantFrom('a', 'b', '+++ b/x', '--- a/x', '@@ -1 +1 @@', 'diff --git a/x b/x', 'rename to x', '');
  const content = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((text) => `${text}\n`).join(''));

  it('names exactly the lines that are not in the old file at their place', async () => {
    const repository = createRepository({ 'a.txt': 'start\n' });
    let before = repository.git('rev-parse', 'HEAD');
    await fc.assert(
      fc.asyncProperty(content, async (text) => {
        const after = repository.commit({ 'a.txt': text });
        const changes = readPatch((await readerOf(repository).patch(before, after)) ?? '');
        const numbers = repository.git('diff', '--unified=1000', before, after).split('\n');
        const start = numbers.findIndex((row) => row.startsWith('@@ '));
        const added: number[] = [];
        let at = 0;
        for (const row of start < 0 ? [] : numbers.slice(start + 1)) {
          if (row.startsWith('\\') || row.startsWith('-')) continue;
          at += 1;
          if (row.startsWith('+')) added.push(at);
        }
        const lines = changes.lines.get('a.txt');
        const read = (lines === 'whole' ? [] : (lines ?? [])).flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        expect(read).toEqual(added);
        before = after;
      }),
      { numRuns: 25 },
    );
  });
});
