/** Where files run because the configuration says so: nothing in the repository is stronger. */
import type { Place, Placement } from '../model/place.ts';
import type { Located } from './units.ts';

export type Said = (path: string) => Place | undefined;

export const NOTHING_SAID: Said = () => undefined;

/** What stands in a test or a developer's file is theirs, whatever it is; elsewhere an object of the cluster stays one. */
export function saidPlacement({ document, site }: Located, said: Said): Placement | undefined {
  const place = said(document.path);
  if (place === undefined) return undefined;
  const isWholeFile = place === 'ci' || place === 'dev';
  return isWholeFile || (!site && !document.object) ? { place, evidence: [{ kind: 'configuration' }] } : undefined;
}
