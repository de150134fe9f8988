/** Files of which one was made from the other: a copy, or the same job for another distribution or kind of node. */
import type { Finding } from '../model/finding.ts';
import { once } from '../text/once.ts';
import { baseName, folderOf } from '../text/path.ts';
import type { Source } from '../text/source.ts';
import { step } from '../text/steps.ts';

/** `1.6.0`, `v0.2`, `2.10-rc1` in a path, and a folder that is called by a number. */
export const VERSION =
  /(?<![\d.])v?\d+(?:\.\d+)+(?:\.x)?(?:[-+](?:rc|alpha|beta|build)?[.\d]*\d)?|(?<=\/)[1-9]\d{0,3}(?=\/)/g;

type Told = Pick<Finding, 'span' | 'placement'>;

/** Two findings with the same words are one where their files are made one from the other. */
export function isCopyOf(one: Told, other: Told): boolean {
  const [a, b] = [one.span.source, other.span.source];
  if (a === b || a.path === b.path) return false;
  // Objects of a cluster that differ in their names are two.
  if (one.placement.place !== 'node' || other.placement.place !== 'node') return hasSameText(a, b);
  if (variantOf(a) === variantOf(b)) return true;
  const share = sharedLines(a, b);
  return share.ofLonger >= SAME || (isNear(a.path, b.path) && share.ofShorter >= ALIKE);
}

function hasSameText(a: Source, b: Source): boolean {
  return plainText(a) === plainText(b) && linesOf(a).size >= FEWEST_LINES;
}

const plainText = once(({ text }: Source): string => text.replace(VERSION, '#'));

/** Of a hundred lines five hold names, addresses and versions. */
const SAME = 0.9;
/** The script for the first machine has lines that the one for the others has not. */
const ALIKE = 0.7;
/** Shorter files are the same by chance. */
const FEWEST_LINES = 8;

/** In one folder, or under one name in folders beside each other. */
function isNear(one: string, other: string): boolean {
  if (folderOf(one) === folderOf(other)) return true;
  return baseName(one) === baseName(other) && folderOf(folderOf(one)) === folderOf(folderOf(other));
}

/** `ubuntu/install-worker.sh` and `centos/install.sh`: what is left of a path without the words that tell such files apart. */
const variantOf = once(({ path }: Source): string => path.toLowerCase().replace(VARIANTS, ''));

const DISTRIBUTIONS =
  'ubuntu|debian|centos|rhel|redhat|fedora|amazon-?linux|amzn|al|suse|sles|opensuse|rocky|alma|almalinux|oracle|oraclelinux|photon|flatcar|coreos|raspbian|xenial|bionic|focal|jammy|noble';
const KINDS_OF_NODES =
  'masters?|workers?|nodes?|minions?|slaves?|control-?planes?|controllers?|first|second|init|join|additional';
const MACHINES = 'amd64|arm64|aarch64|x86_64|armhf|armv7l?';
const VARIANTS = new RegExp(
  `[-_.]?(?<![a-z])(?:${DISTRIBUTIONS}|${KINDS_OF_NODES}|${MACHINES})(?:[-_]?\\d{1,3})?(?![a-z\\d])`,
  'g',
);

interface Share {
  readonly ofLonger: number;
  readonly ofShorter: number;
}

const NOTHING: Share = { ofLonger: 0, ofShorter: 0 };

function sharedLines(a: Source, b: Source): Share {
  const [shorter, longer] = [linesOf(a), linesOf(b)].sort((one, other) => one.size - other.size);
  if (!shorter || !longer || shorter.size < FEWEST_LINES) return NOTHING;
  let shared = 0;
  for (const line of shorter) if (step() && longer.has(line)) shared++;
  return { ofLonger: shared / longer.size, ofShorter: shared / shorter.size };
}

/** Without blanks, comments and numbers. */
const linesOf = once(({ text }: Source): ReadonlySet<string> => {
  const lines = text
    .slice(0, LONGEST_TEXT)
    .split('\n', MOST_LINES)
    .filter(() => step());
  const plain = lines.map((line) => line.slice(0, LONGEST_LINE).trim().replace(/\d+/g, '#'));
  return new Set(plain.filter((line) => /[a-z]/i.test(line) && !line.startsWith('#')));
});

const LONGEST_TEXT = 400_000;
const MOST_LINES = 5000;
const LONGEST_LINE = 300;
