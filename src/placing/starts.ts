/** Texts with which machines start: one for a machine that is called after none of a cluster is none of a node's. */
import { NODE_START } from '../data/nodes.ts';
import type { Document } from '../model/document.ts';
import type { Link } from '../model/link.ts';
import type { Placement } from '../model/place.ts';
import { groupBy } from '../text/group.ts';
import { baseName, folderOf } from '../text/path.ts';
import { hasHole } from '../text/view.ts';
import { type Board, NODE_NAME } from './board.ts';
import { strongActionOf } from './content.ts';
import { otherMachine } from './natures.ts';
import { isTerraformBlock, type Unit } from './units.ts';

interface Start {
  readonly link: Link;
  readonly to: Unit;
  readonly document: Document;
}

/** Names that any machine has. */
const ANY_MACHINE =
  /^(?:this|main|default|example|test|server|instance|vm|host|machine|cluster|agent|ec2|compute|app|group|pool|template|lt|asg|launch(?:_template|_configuration)?)[-_]?\d{0,4}$/i;

/** A module that starts the machines of a cluster and others: what the others get is theirs. */
export function placeStartsApart(edges: readonly Start[], { content, placed }: Board): void {
  const starts = edges.filter(({ link }) => link.target === 'user-data' && isTerraformBlock(link.from));
  const showsNode = ({ to }: Start) => strongActionOf(to, content) !== undefined;
  const clusters = new Set(starts.filter(showsNode).map(({ link }) => folderOf(link.from.path)));
  for (const [to, users] of groupBy(starts, (start) => start.to)) {
    const isOther = users.every((one) => clusters.has(folderOf(one.link.from.path)) && isForOther(one));
    if (isOther && !users.some(showsNode) && isGuessed(placed.get(to))) placed.set(to, otherMachine());
  }
}

/** Neither the block nor the file is called after a node, and the block after something at all. */
function isForOther({ link: { from }, document }: Start): boolean {
  const name =
    from.label
      .replace(/ in .*$/s, '')
      .split(' ')
      .at(-1) ?? '';
  if (name === '' || hasHole(name) || ANY_MACHINE.test(name)) return false;
  const file = baseName(document.path);
  return !NODE_NAME.test(name) && !NODE_NAME.test(file) && !NODE_START.test(file);
}

/** By its name, or because it starts a machine of some kind. */
function isGuessed(placement: Placement | undefined): boolean {
  const [first] = placement?.evidence ?? [];
  return placement === undefined || first?.kind === 'name' || placement.atMost !== undefined;
}
