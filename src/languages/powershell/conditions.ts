/** What the tests of `if` and `switch` in PowerShell say about Docker. */
import { type Branches, branchesOf, NOTHING } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { readTest } from '../conditions/expression.ts';
import { namesRuntime, valueBranches } from '../conditions/words.ts';
import { spelledOut } from './meanings.ts';

/** `$ContainerRuntime -eq "docker"`, `$minor -lt 24`, `Get-Service docker`, `Test-Path …docker.exe`. */
export function testBranches(at: Token, meanings: ReadonlyMap<string, string>, test = at.text): Branches {
  const read = readTest(spelledOut(test, meanings), at);
  if (read.whenTrue.length + read.whenFalse.length > 0) return read;
  const words = at.text.slice(0, 500).toLowerCase();
  const isAsked =
    /(?:get-service|get-command|get-process|test-path)\b.{0,200}docker/.test(words) || asksByHelper(words);
  if (!isAsked) return NOTHING;
  return branchesOf({ kind: 'presence', holds: !/^\s*(?:!|-not\b)/.test(words), at });
}

/** One branch of `switch ($ContainerRuntime) { "docker" { … } }`. */
export function caseBranches(subject: string, value: Token): Branches {
  return namesRuntime(subject) ? valueBranches(value.text, value, subject) : NOTHING;
}

/** A function of the script with a telling name: `check_service_installed "docker"`, `Test-ServiceRunning docker`. */
function asksByHelper(words: string): boolean {
  const name = /^\W{0,10}([a-z][\w-]{0,80})\s{1,4}["']?docker["']?\s{0,4}\)?$/.exec(words.trim())?.[1] ?? '';
  return /^(?:test|check|is|has|confirm)/.test(name) && /service|installed|running|exist|available|command/.test(name);
}
