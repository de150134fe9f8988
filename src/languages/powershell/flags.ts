/** Flags of the kubelet in the arrays and texts with which PowerShell scripts of Windows nodes start it. */
import { DOCKERSHIM_FLAGS, RUNTIME_FLAGS } from '../../data/flags.ts';
import { type Condition, within } from '../../model/condition.ts';
import type { Document } from '../../model/document.ts';
import type { Fact, FlagFact } from '../../model/fact.ts';
import { spanOf } from '../../text/placed.ts';
import { flagFact, token } from '../text/facts.ts';
import type { PowerShellBranch, PowerShellScan } from './scanner.ts';
import { actingParts } from './spoken.ts';

const NAMES = new Set([...DOCKERSHIM_FLAGS, ...RUNTIME_FLAGS].map((row) => row.flag));
const FLAG = /--([a-z][a-z0-9-]{2,60})(?:[= ](?!-)([^\s"'`,;)]{0,500}))?/g;
const MAX_FLAGS = 200;

/** `known` are the flags of commands that were read already. */
export function kubeletFlagsOf(document: Document, known: readonly Fact[], scan: PowerShellScan): readonly FlagFact[] {
  const { view } = document;
  if (!/kubelet/i.test(view.text)) return [];
  const { branches } = scan;
  const acts = actingParts(view.text, scan);
  const taken = new Set(known.flatMap((fact) => (fact.kind === 'flag' ? [rootStart(fact)] : [])));
  const found: FlagFact[] = [];
  for (const match of view.text.matchAll(FLAG)) {
    const [text, name = '', value] = match;
    const start = match.index;
    if (
      !NAMES.has(name) ||
      !acts(start) ||
      !isCarried(view.text, start) ||
      taken.has(view.root(start, start + 1).span.start)
    )
      continue;
    const end = start + text.length;
    const flag = {
      program: 'kubelet',
      name,
      at: token(view, start, end),
      value: value === undefined ? undefined : token(view, end - value.length, end),
    };
    found.push(flagFact(document, flag, 'command-line', { conditions: conditionsAt(branches, start) }));
    if (found.length >= MAX_FLAGS) break;
  }
  return found;
}

/** What holds at a place of the script. */
export function conditionsAt(branches: readonly PowerShellBranch[], at: number): readonly Condition[] {
  return branches
    .filter(({ start, end }) => start <= at && at < end)
    .reduce<readonly Condition[]>((outer, { conditions }) => within(outer, conditions), []);
}

function rootStart({ at }: FlagFact): number {
  return spanOf(at).start;
}

/** An item of an array or a word of a text, on a line that is no comment and names no other program. */
function isCarried(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 4000), at);
  if (
    /-i?c?(?:replace|match|notmatch|like|notlike|split)\b[^|;]{0,300}$|\.(?:Replace|Contains|IndexOf)\([^)]{0,300}$|\bSelect-String\b/i.test(
      line,
    )
  )
    return false;
  return /["'\s]$/.test(line) && !/^\s*#|cri-?dockerd|minikube|dockerd/i.test(line);
}
