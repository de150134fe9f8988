/** `--fix` and `--diff`: writes safe fixes into the files of the work tree, or prints them as a patch. */
import { join } from 'node:path';
import { rewriteFile } from '../files/write.ts';
import type { Finding } from '../model/finding.ts';
import { apart } from '../model/together.ts';
import { applyEdits, type Edit, editsOf, unifiedDiff, withoutOverlaps } from '../report/fixes.ts';
import { count } from '../report/words.ts';
import { groupBy } from '../text/group.ts';
import type { Source } from '../text/source.ts';

interface FileFix {
  readonly source: Source;
  readonly edits: readonly Edit[];
  /** How many findings they mend. */
  readonly mended: number;
}

export function patchOf(findings: readonly Finding[], withUnsafe: boolean, pathOf: (path: string) => string): string {
  return fixesByFile(findings, withUnsafe)
    .map(({ source, edits }) => unifiedDiff(source, edits, pathOf(source.path)))
    .join('');
}

export interface Fixed {
  readonly mended: number;
  readonly files: readonly string[];
  /** Files that could not be written. */
  readonly skipped: readonly string[];
}

export function applyFixes(root: string, findings: readonly Finding[], withUnsafe: boolean): Fixed {
  const written: FileFix[] = [];
  const skipped: string[] = [];
  for (const fix of fixesByFile(findings, withUnsafe)) {
    if (rewrite(root, fix)) written.push(fix);
    else skipped.push(fix.source.path);
  }
  const mended = written.reduce((sum, fix) => sum + fix.mended, 0);
  return { mended, files: written.map(({ source }) => source.path), skipped };
}

/** What all passes did, in one sentence. */
export function fixedSentence(passes: readonly Fixed[], withUnsafe: boolean): string {
  const mended = passes.reduce((sum, pass) => sum + pass.mended, 0);
  const files = new Set(passes.flatMap((pass) => pass.files));
  const skipped = [...new Set(passes.flatMap((pass) => pass.skipped))];
  const done =
    mended === 0
      ? withUnsafe
        ? 'There is nothing that can be fixed.'
        : 'There is nothing that is safe to fix.'
      : `Fixed ${count(mended, 'finding')} in ${count(files.size, 'file')}.`;
  return skipped.length === 0 ? done : `${done} Not fixed: ${skipped.join(', ')}.`;
}

function fixesByFile(findings: readonly Finding[], withUnsafe: boolean): readonly FileFix[] {
  const all = findings.flatMap(apart).flatMap(({ fix }) => {
    const edits = editsOf(fix, withUnsafe);
    return fix && edits.length > 0 ? [{ source: fix.span.source, edits }] : [];
  });
  return [...groupBy(all, ({ source }) => source.path).values()].flatMap((own) => {
    const [first] = own;
    const edits = withoutOverlaps(own.map((one) => one.edits));
    const written = new Set(edits.map(editKey));
    const mended = own.filter((one) => one.edits.every((edit) => written.has(editKey(edit)))).length;
    return first ? [{ source: first.source, edits, mended }] : [];
  });
}

/** What is deleted may begin behind what went before it. */
function editKey({ start, end, text }: Edit): string {
  return text === '' ? `to ${end}` : `${start}-${end} ${text}`;
}

/** An entry of an archive has no file of its own, and bytes that are no UTF-8 would not come back: both are left alone. */
function rewrite(root: string, { source, edits }: FileFix): boolean {
  const from = Buffer.from(source.text, 'utf8');
  const to = Buffer.from(applyEdits(source.text, edits), 'utf8');
  return rewriteFile(join(root, source.path), from, to, [root]);
}
