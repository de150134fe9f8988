/** Scripts of one folder that are numbered (`01-docker.sh`, `02-kubeadm.sh`): one machine runs them one after the other. */
import type { Document } from '../model/document.ts';
import type { BesideEvidence, EngineEvidence } from '../model/place.ts';
import { groupBy } from '../text/group.ts';
import { baseName, folderOf } from '../text/path.ts';
import type { Board } from './board.ts';
import { type Content, strongActionOf } from './content.ts';
import type { Unit } from './units.ts';

const NUMBERED = /^_?(\d{1,3})[-_. ]/;

function numberOf(path: string): string | undefined {
  return NUMBERED.exec(baseName(path))?.[1];
}

export function isNumbered(path: string): boolean {
  return numberOf(path) !== undefined;
}

/** The numbered scripts of each folder that has two or more; of `02-docker.sh` and `02-containerd.sh` a machine runs one, nobody knows which. */
export function sequencesOf(documents: readonly Document[]): readonly (readonly Document[])[] {
  const scripts = documents.filter((document) => isWholeScript(document) && isNumbered(document.path));
  return [...groupBy(scripts, ({ path }) => folderOf(path)).values()].flatMap((group) => {
    const byNumber = [...groupBy(group, ({ path }) => numberOf(path)).values()];
    const alone = byNumber.flatMap((same) => (same.length === 1 ? same : []));
    return byNumber.length > 1 ? [alone] : [];
  });
}

/** Where one of them does what only nodes do, the others are for that node too. */
export function placeSequences(sequences: readonly (readonly Document[])[], board: Board): void {
  for (const group of sequences) placeWithOthers(group, board, 1);
}

/** Where so many of the scripts do what only nodes do, the others are for nodes too. */
export function placeWithOthers(group: readonly Document[], { placed, content }: Board, least: number): void {
  const does = group.flatMap((one): BesideEvidence[] => {
    const action = placed.get(one)?.place === 'node' ? strongActionOf(one, content) : undefined;
    return action ? [{ kind: 'beside', path: one.path, action }] : [];
  });
  const [first] = does;
  if (!first || does.length < least) return;
  for (const one of group)
    if (!placed.has(one) && !content.servers.has(one))
      placed.set(one, { place: 'node', evidence: [first], atMost: 'warning' });
}

/** A file that is a script of its own. */
export function isWholeScript({ parent, language }: Document): boolean {
  return !parent && (language === 'shell' || language === 'powershell');
}

/** The engine that one of them installs, for the others. */
export function enginesOfSequences(
  sequences: readonly (readonly Document[])[],
  { engines }: Content,
): ReadonlyMap<Unit, EngineEvidence> {
  const found = new Map<Unit, EngineEvidence>();
  for (const group of sequences) {
    const engine = group.flatMap((one) => engines.get(one) ?? []).find(({ isBeside }) => !isBeside);
    if (engine) for (const one of group) found.set(one, engine);
  }
  return found;
}
