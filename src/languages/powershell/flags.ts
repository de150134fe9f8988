/** Flags of the kubelet in the arrays and texts with which PowerShell scripts of Windows nodes start it. */

import { DOCKERSHIM_FLAGS, RUNTIME_FLAGS } from '../../data/flags.ts';
import { type Condition, within } from '../../model/condition.ts';
import type { Document } from '../../model/document.ts';
import type { Fact, FlagFact } from '../../model/fact.ts';
import { spanOf } from '../../text/placed.ts';
import { lineBefore } from '../../text/source.ts';
import { flagFact, token } from '../text/facts.ts';
import type { PowerShellBranch, PowerShellScan } from './scanner.ts';
import { actingParts } from './spoken.ts';
import { kubeletTables } from './tables.ts';

const NAMES = new Set([...DOCKERSHIM_FLAGS, ...RUNTIME_FLAGS].map((row) => row.flag));
/** A value may stand between quotes that a text escapes: `\"acme/pause\"`, and with a backtick. */
const FLAG = /--([a-z][a-z0-9-]{2,60})(?:[= ](?!-)(?:([\\`]["'])([^"\\`\n]{0,500})\2|([^\s"'`,;)]{0,500})))?/g;
const MAX_FLAGS = 200;

/** `known` are the flags of commands that were read already. */
export function kubeletFlagsOf(document: Document, known: readonly Fact[], scan: PowerShellScan): readonly FlagFact[] {
  const { view } = document;
  if (!/kubelet/i.test(view.text)) return [];
  const acts = actingParts(view.text, scan);
  const taken = new Set(known.flatMap((fact) => (fact.kind === 'flag' ? [rootStart(fact)] : [])));
  const isNew = (start: number) => !taken.has(view.root(start, start + 1).span.start);
  const under = (at: number) => ({ conditions: conditionsAt(scan.branches, at) });
  const inTexts = [...view.text.matchAll(FLAG)]
    .filter(({ index, 1: name = '' }) => NAMES.has(name) && acts(index) && isCarried(view.text, index) && isNew(index))
    .slice(0, MAX_FLAGS)
    .map(({ 0: text, 1: name = '', 2: quote = '', 3: between, 4: bare, index }) => {
      const end = index + text.length;
      const given = between ?? bare;
      const behind = end - quote.length;
      const value = given === undefined ? undefined : token(view, behind - given.length, behind);
      const flag = { program: 'kubelet', name, at: token(view, index, end), value };
      return flagFact(document, flag, 'command-line', under(index));
    });
  const inTables = kubeletTables(view.text)
    .filter(({ name, start }) => NAMES.has(name) && acts(start))
    .slice(0, MAX_FLAGS)
    .map(({ name, start, value }) => {
      const at = token(view, start, start + name.length);
      const flag = { program: 'kubelet', name, at, value: token(view, value.start, value.end) };
      return flagFact(document, flag, 'map', under(start));
    });
  return [...inTexts, ...inTables];
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
  const line = lineBefore(text, at, 4000);
  if (
    /-i?c?(?:replace|match|notmatch|like|notlike|split)\b[^|;]{0,300}$|\.(?:Replace|Contains|IndexOf)\([^)]{0,300}$|\bSelect-String\b/i.test(
      line,
    )
  )
    return false;
  return /["'\s]$/.test(line) && !/^\s*#|cri-?dockerd|minikube|dockerd/i.test(line);
}
