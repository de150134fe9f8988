/** Lists of texts in variables of a manifest: `$packages = ['docker.io', 'kubelet']`. */
import type { Token } from '../../model/document.ts';
import type { View } from '../../text/view.ts';
import { token } from '../text/facts.ts';

const LIST = /\$([a-z_]\w{0,80})\s{0,20}=\s{0,20}\[([^\][]{0,4000})\]/dg;
const ITEM = /(?:^|[,\n])[ \t\r]*(['"])([^'"$\n]{1,200})\1/dg;

export function puppetLists(view: View): ReadonlyMap<string, readonly Token[]> {
  return new Map(
    [...view.text.matchAll(LIST)].flatMap(({ 1: name = '', 2: items = '', indices }) => {
      const start = indices?.[2]?.[0];
      return start === undefined ? [] : [[name, itemsIn(view, start, items)] as const];
    }),
  );
}

function itemsIn(view: View, start: number, items: string): readonly Token[] {
  return [...items.matchAll(ITEM)].flatMap(({ indices }) => {
    const [from, to] = indices?.[2] ?? [];
    return from === undefined || to === undefined ? [] : [token(view, start + from, start + to)];
  });
}
