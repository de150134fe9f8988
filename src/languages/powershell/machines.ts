/** The machines that a script of PowerShell reaches, and which of its variables hold names of the cluster's nodes. */
import { NODE_BY_NAME } from '../../data/remote-runners.ts';
import type { Site } from '../../model/site.ts';
import { listsNodes } from '../shell/sites.ts';

export interface Machines {
  /** The machine that commands at this place run on, when that is not the script's own. */
  readonly siteAt: (at: number) => Site | undefined;
  /** The variables, as the script spells them, that hold names of nodes at this place. */
  readonly nodeNamesAt: (at: number) => ReadonlySet<string>;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function machinesIn(text: string): Machines {
  const nodes = nodeVariables(text);
  const items = nodes.size === 0 && !listsNodes(text.slice(0, LONGEST_TEXT)) ? [] : blocksOfNodes(text, nodes);
  const withItem = new Set([...nodes, '_']);
  const remote = remoteBlocks(text).map((block) => ({ ...block, site: siteOf(block.host, nodes) }));
  return {
    siteAt: (at) => remote.findLast((block) => isIn(block, at))?.site,
    nodeNamesAt: (at) => (items.some((block) => isIn(block, at)) ? withItem : nodes),
  };
}

const LONGEST_TEXT = 200_000;

function isIn({ start, end }: Stretch, at: number): boolean {
  return start < at && at < end;
}

/** `$nodes = kubectl get nodes …`, and `foreach ($node in $nodes)`. Names have no case: each is kept in all of its spellings. */
function nodeVariables(text: string): ReadonlySet<string> {
  const known = new Set<string>();
  for (const [, name = '', value = ''] of text.matchAll(GIVEN))
    if (known.size < MOST && isOfNodes(value, known)) known.add(name.toLowerCase());
  if (known.size === 0) return known;
  const spellings = [...text.matchAll(/\$\{?(\w{1,60})/g)].map(([, name = '']) => name);
  return new Set(spellings.filter((name) => known.has(name.toLowerCase())));
}

/** Each command asks all of them. */
const MOST = 100;

/** An assignment with the rest of its line, or the head of a loop with what it goes through. */
const GIVEN = /\$(\w{1,60})(?:\s{0,20}=(?!=)|\s{1,20}in\s)([^\n{]{1,400})/gi;

function isOfNodes(value: string, known: ReadonlySet<string>): boolean {
  if (listsNodes(value)) return true;
  const variable = /^[\s@(]{0,20}\$(\w{1,60})/.exec(value)?.[1];
  return variable !== undefined && known.has(variable.toLowerCase());
}

/** `kubectl get nodes -o name | ForEach-Object { ssh $_ … }` */
function blocksOfNodes(text: string, nodes: ReadonlySet<string>): readonly Stretch[] {
  const known = new Set([...nodes].map((name) => name.toLowerCase()));
  return first(MOST, text.matchAll(EACH)).flatMap(({ 0: head, index }) => {
    const start = index + head.length - 1;
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index).slice(-400);
    return isOfNodes(line, known) ? [{ start, end: endOfBlock(text, start) }] : [];
  });
}

const EACH = /\|\s{0,20}(?:%|foreach|foreach-object)\s{0,20}(?:-process\s{0,20})?\{/gi;

/** `Invoke-Command -ComputerName $node -ScriptBlock { … }` */
function remoteBlocks(text: string): readonly (Stretch & { readonly host: string })[] {
  return first(MOST, text.matchAll(INVOKED)).flatMap(({ 0: head, index }) => {
    const host = HOST.exec(head)?.[1];
    const start = index + head.length - 1;
    return host === undefined ? [] : [{ start, end: endOfBlock(text, start), host: host.replace(/["'()@]/g, '') }];
  });
}

/** https://learn.microsoft.com/powershell/module/microsoft.powershell.core/invoke-command */
const INVOKED = /\b(?:invoke-command|icm)\s(?:[^\n{;|`]|`\r?\n){0,400}\{/gi;
const HOST = /\s-(?:computername|cn|hostname|session|vmname)[\s:]{1,20}([^\s,{]{1,200})/i;

function siteOf(host: string, nodes: ReadonlySet<string>): Site {
  const variable = /^\$(\w+)/.exec(host)?.[1];
  const isListed = variable !== undefined && nodes.has(variable);
  const is = isListed ? 'cluster-node' : NODE_BY_NAME.test(host) ? 'named-node' : undefined;
  return { kind: 'remote', name: host, ...(is ? { is } : {}) };
}

function first<T>(count: number, all: Iterable<T>): readonly T[] {
  const taken: T[] = [];
  for (const one of all) {
    if (taken.length === count) break;
    taken.push(one);
  }
  return taken;
}

/** Behind the brace that closes the one at `start`; braces in strings come in pairs, nearly always. */
function endOfBlock(text: string, start: number): number {
  let depth = 0;
  const last = Math.min(text.length, start + LONGEST_BLOCK);
  for (let at = start; at < last; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return last;
}

const LONGEST_BLOCK = 20_000;
