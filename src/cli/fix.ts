/** `--fix` and `--diff`: writes safe fixes into the files of the work tree, or prints them as a patch. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { applyEdits, type Edit, safeEdit, unifiedDiff, withoutOverlaps } from '../report/fixes.ts';
import { count } from '../report/words.ts';
import type { Source } from '../text/source.ts';

interface FileFix {
  readonly source: Source;
  readonly edits: readonly Edit[];
}

export function patchOf(findings: readonly Finding[], pathOf: (path: string) => string): string {
  return fixesByFile(findings)
    .map(({ source, edits }) => unifiedDiff(source, edits, pathOf(source.path)))
    .join('');
}

/** What was done, in one sentence. */
export async function applyFixes(root: string, findings: readonly Finding[]): Promise<string> {
  let files = 0;
  let edits = 0;
  const skipped: string[] = [];
  for (const fix of fixesByFile(findings)) {
    if (await rewrite(join(root, fix.source.path), fix)) {
      files += 1;
      edits += fix.edits.length;
    } else skipped.push(fix.source.path);
  }
  const done =
    edits === 0
      ? 'There is nothing that is safe to fix.'
      : `Fixed ${count(edits, 'finding')} in ${count(files, 'file')}.`;
  return skipped.length === 0 ? done : `${done} Left alone: ${skipped.join(', ')}.`;
}

function fixesByFile(findings: readonly Finding[]): readonly FileFix[] {
  const files = new Map<string, { readonly source: Source; readonly edits: Edit[] }>();
  for (const finding of findings) {
    const edit = safeEdit(finding);
    if (!edit) continue;
    const { source } = finding.span;
    const file = files.get(source.path);
    if (file) file.edits.push(edit);
    else files.set(source.path, { source, edits: [edit] });
  }
  return [...files.values()].map(({ source, edits }) => ({ source, edits: withoutOverlaps(edits) }));
}

/**
 * Only a regular file that still holds exactly the text that was read is written, never through a link: an entry of an
 * archive has no such file, and bytes that are no UTF-8 would not come back.
 */
async function rewrite(path: string, { source, edits }: FileFix): Promise<boolean> {
  try {
    const file = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await file.stat()).isFile()) return false;
      if (!(await file.readFile()).equals(Buffer.from(source.text, 'utf8'))) return false;
      const bytes = Buffer.from(applyEdits(source.text, edits), 'utf8');
      await file.write(bytes, 0, bytes.length, 0);
      await file.truncate(bytes.length);
      return true;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
