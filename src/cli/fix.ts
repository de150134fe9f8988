/** `--fix` and `--diff`: writes safe fixes into the files of the work tree, or prints them as a patch. */
import { join } from 'node:path';
import { rewriteFile } from '../files/write.ts';
import type { Finding } from '../model/finding.ts';
import { applyEdits, type Edit, editOf, unifiedDiff, withoutOverlaps } from '../report/fixes.ts';
import { count } from '../report/words.ts';
import type { Source } from '../text/source.ts';

interface FileFix {
  readonly source: Source;
  readonly edits: readonly Edit[];
}

export function patchOf(findings: readonly Finding[], withUnsafe: boolean, pathOf: (path: string) => string): string {
  return fixesByFile(findings, withUnsafe)
    .map(({ source, edits }) => unifiedDiff(source, edits, pathOf(source.path)))
    .join('');
}

/** What was done, in one sentence. */
export function applyFixes(root: string, findings: readonly Finding[], withUnsafe: boolean): string {
  let files = 0;
  let edits = 0;
  const skipped: string[] = [];
  for (const fix of fixesByFile(findings, withUnsafe)) {
    if (rewrite(root, fix)) {
      files += 1;
      edits += fix.edits.length;
    } else skipped.push(fix.source.path);
  }
  const done =
    edits === 0
      ? withUnsafe
        ? 'There is nothing that can be fixed.'
        : 'There is nothing that is safe to fix.'
      : `Fixed ${count(edits, 'finding')} in ${count(files, 'file')}.`;
  return skipped.length === 0 ? done : `${done} Left alone: ${skipped.join(', ')}.`;
}

function fixesByFile(findings: readonly Finding[], withUnsafe: boolean): readonly FileFix[] {
  const files = new Map<string, { readonly source: Source; readonly edits: Edit[] }>();
  for (const finding of findings) {
    const edit = editOf(finding, withUnsafe);
    const source = finding.fix?.span.source;
    if (!edit || !source) continue;
    const file = files.get(source.path);
    if (file) file.edits.push(edit);
    else files.set(source.path, { source, edits: [edit] });
  }
  return [...files.values()].map(({ source, edits }) => ({ source, edits: withoutOverlaps(edits) }));
}

/** An entry of an archive has no file of its own, and bytes that are no UTF-8 would not come back: both are left alone. */
function rewrite(root: string, { source, edits }: FileFix): boolean {
  const from = Buffer.from(source.text, 'utf8');
  const to = Buffer.from(applyEdits(source.text, edits), 'utf8');
  return rewriteFile(join(root, source.path), from, to, [root]);
}
