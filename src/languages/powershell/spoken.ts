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

/** Variables that the script uses, and only to print them or to write them into a text for people. */
function spokenVariables(text: string, statements: readonly PowerShellStatement[]): ReadonlySet<string> {
  const said = new Set<string>();
  const used = new Set<string>();
  for (const { start, end, speaks, assigns } of statements) {
    const line = text.slice(start, Math.min(end, start + 4000));
    for (const [, name = ''] of line.matchAll(/[$@]\{?(?:\w{1,20}:)?(\w{1,80})/g)) {
      const variable = name.toLowerCase();
      if (variable !== assigns) (speaks ? said : used).add(variable);
    }
  }
  return new Set([...said].filter((name) => !used.has(name)));
}
