/** Finds the program that a line belongs to, and what it wants on a node without Docker. */
import { PRODUCTS, type ProductRow } from '../../data/products.ts';
import type { Fact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { hasRepository } from './images.ts';
import { onWindows } from './platform.ts';
import { mountsOf } from './pods.ts';
import { containsKeys, variableName } from './settings.ts';
import { advise } from './words.ts';

/** Undefined where the text does not say whose line it is. */
export function productAdvice(fact: Fact, target: Target): string | undefined {
  const row = PRODUCTS.find((one) => owns(one, fact));
  if (!row || (onWindows(fact) && row.containerd.includes('/run/'))) return undefined;
  return advise(target, row);
}

function owns(row: ProductRow, fact: Fact): boolean {
  if (fact.kind === 'setting' && row.keys.some((keys) => containsKeys(fact.path, keys))) return true;
  const name = fact.kind === 'env' ? fact.name : fact.kind === 'setting' ? variableName(fact) : undefined;
  if (name !== undefined && row.variables.includes(name)) return true;
  return imagesOf(fact).some((image) => row.images.some((repository) => hasRepository(image, repository)));
}

/** The image of the container itself, or those of the containers that mount the volume. */
function imagesOf(fact: Fact): readonly string[] {
  if (fact.container) return fact.container.image ? [fact.container.image.text] : [];
  if (fact.kind !== 'path' || !fact.pod || !fact.volume) return [];
  const mounting = new Set(mountsOf(fact.pod, fact.volume).map(({ container }) => container));
  return [...mounting].flatMap(({ image }) => (image ? [image.text] : []));
}
