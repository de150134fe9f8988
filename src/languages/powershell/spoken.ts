/** What a script of PowerShell only says: comments, messages, texts in variables that nothing but messages use. */

import { lastFrom } from '../../text/search.ts';
import type { PowerShellScan, PowerShellStatement } from './scanner.ts';

/** Tells of a place in the script whether it is part of a statement that does something with its words. */
export function actingParts(text: string, { statements }: PowerShellScan): (at: number) => boolean {
  const spoken = spokenVariables(text, statements);
  const isSilent = ({ speaks, assigns }: PowerShellStatement) =>
    !speaks && !(assigns !== undefined && spoken.has(assigns));
  return (at) => {
    const statement = lastFrom(statements, at);
    return statement !== undefined && at < statement.end && isSilent(statement);
  };
}

/** `$line -replace $old, ""`, `$text.Contains($flag)`: the text is looked for. */
const LOOKS_FOR =
  /(?:(?<=[\s)])-[ci]?(?:replace|match|notmatch|like|notlike|split|contains|notcontains|eq|ne)|\bSelect-String(?: -[A-Za-z]{1,20}){0,3})[ \t]?(?:\[regex\]::Escape\()?["'(]{0,2}$|\.(?:Replace|Contains|IndexOf|StartsWith|EndsWith)\(["']?$/i;
const LONGEST_LOOK = 120;

/** Variables that the script uses, and only to print them, to look for them or to write them into a text for people. */
function spokenVariables(text: string, statements: readonly PowerShellStatement[]): ReadonlySet<string> {
  const said = new Set<string>();
  const used = new Set<string>();
  for (const { start, end, speaks, assigns } of statements) {
    const line = text.slice(start, Math.min(end, start + 4000));
    for (const { 1: name = '', index } of line.matchAll(/[$@]\{?(?:\w{1,20}:)?(\w{1,80})/g)) {
      const variable = name.toLowerCase();
      if (variable === assigns) continue;
      const at = start + index;
      const isSaid = speaks || LOOKS_FOR.test(text.slice(Math.max(0, at - LONGEST_LOOK), at));
      (isSaid ? said : used).add(variable);
    }
  }
  return new Set([...said].filter((name) => !used.has(name)));
}
