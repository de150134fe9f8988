/** The fixes of a file as an editor offers them. */
import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver';
import { TOOL } from '../model/tool.ts';
import type { FileReport, Problem } from './scan-request.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.${TOOL}`;
export const ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL];

/** `only`: the kinds that the editor asks for; a kind asks for all that it is the beginning of. */
export function actionsFor(report: FileReport, range: Range, only: readonly string[] | undefined): CodeAction[] {
  const wants = (kind: string) => !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const quick = wants(CodeActionKind.QuickFix) ? report.problems.filter((one) => touches(one, range)) : [];
  return [...quick.flatMap(quickFix), ...(wants(FIX_ALL) ? fixAll(report) : [])];
}

function quickFix({ diagnostic, fix }: Problem): readonly CodeAction[] {
  if (!fix) return [];
  return [
    {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: fix.isSafe,
      edit: { changes: { [fix.uri]: [...fix.edits] } },
    },
  ];
}

function fixAll({ uri, safeEdits }: FileReport): readonly CodeAction[] {
  if (safeEdits.length === 0) return [];
  const edits: TextEdit[] = [...safeEdits];
  return [{ title: `Apply all safe fixes of ${TOOL}`, kind: FIX_ALL, edit: { changes: { [uri]: edits } } }];
}

export function touches({ diagnostic }: Problem, { start, end }: Range): boolean {
  const { range } = diagnostic;
  return isBefore(range.start, end) && isBefore(start, range.end);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
