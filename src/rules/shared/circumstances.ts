/** The file, the machine and the conditions under which a command acts: what shares them is written for one reason. */
import type { Fact } from '../../model/fact.ts';
import { spanOf } from '../../text/placed.ts';
import { spanKey } from '../../text/source.ts';

export function circumstancesOf({ at, site, polarity, conditions }: Fact): string {
  const under = conditions.map((one) => `${one.kind} ${one.holds} ${spanKey(spanOf(one.at))}`);
  return [spanOf(at).source.path, site?.name ?? '', polarity, ...under].join('\0');
}
