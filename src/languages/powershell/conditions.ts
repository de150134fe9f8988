/** What the tests of `if` and `switch` in PowerShell say about Docker. */
import { type Branches, branchesOf, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { readExpression } from '../conditions/expression.ts';
import { namesRuntime, valueBranches } from '../conditions/words.ts';

/** `$ContainerRuntime -eq "docker"`, `$minor -lt 24`, `Get-Service docker`, `Test-Path …docker.exe`. */
export function testBranches({ view, start, end, text }: Token): Branches {
  const read = readExpression(view, start, end);
  if (read.whenTrue.length + read.whenFalse.length > 0) return read;
  const words = text.slice(0, 500).toLowerCase();
  if (!/(?:get-service|get-command|get-process|test-path)\b.*docker/.test(words)) return NOTHING;
  return branchesOf({ kind: 'presence', holds: !/^\s*(?:!|-not\b)/.test(words), at: { view, start, end, text } });
}

/** One branch of `switch ($ContainerRuntime) { "docker" { … } }`. */
export function caseBranches(subject: string, value: Token): Branches {
  return namesRuntime(subject) ? valueBranches(value.text, value, subject) : NOTHING;
}
