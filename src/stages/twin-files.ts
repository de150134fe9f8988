/**
 * Files of which one was made from the other: the script for the first machine and for the others, a role for masters and one for
 * workers, a copy for another distribution or release. What they say alike about their machines is told in the first of them.
 */
import { type Finding, inOrder } from '../model/finding.ts';
import { MOST_TOGETHER, together } from '../model/together.ts';
import { groupBy, partition } from '../text/group.ts';
import { once } from '../text/once.ts';
import { baseName, folderOf } from '../text/path.ts';
import type { Source } from '../text/source.ts';
import { step } from '../text/steps.ts';
import { newestFirst, numbered, pathOf } from './copies.ts';

export function tellTwinsOnce(findings: readonly Finding[]): readonly Finding[] {
  const [ofMachines, others] = partition(findings, isOfMachine);
  const groups = groupBy(numbered(ofMachines.toSorted(inOrder), wordsOf), ([key]) => key);
  return [...others, ...[...groups.values()].flatMap((group) => oncePerFamily(group.map(([, finding]) => finding)))];
}

/** Workloads that differ in their files are two, however alike they are. */
function isOfMachine({ severity, placement, activation, span }: Finding): boolean {
  return (
    severity !== 'notice' && placement.place === 'node' && activation.kind === 'default' && !hasWorkload(span.source)
  );
}

const hasWorkload = once(({ path, text }: Source): boolean => {
  if (/(?:^|\/)(?:[^/]*dockerfile[^/]*|[^/]*compose[^/]*\.ya?ml)$/i.test(path)) return true;
  return [...text.matchAll(OBJECT)].some(([, kind = '']) => !/Configuration$/.test(kind));
});

/** `kind: DaemonSet`; what configures kubeadm and kubelets belongs to the machine. */
const OBJECT = /^[ \t-]{0,40}["']?kind["']?:[ \t]{0,20}["']?([A-Z]\w{1,60})/gm;

function wordsOf({ rule, severity, message, instead }: Finding): string {
  return [rule, severity, message, instead].join('\0');
}

/** More kinds of files with the same words are looked at no further. */
const MOST_FAMILIES = 30;

function oncePerFamily(alike: readonly Finding[]): readonly Finding[] {
  const families: Finding[][] = [];
  for (const finding of alike) {
    const family = families
      .slice(0, MOST_FAMILIES)
      .find(
        ([first, ...others]) =>
          first && linesIn(first, ...others, finding) <= MOST_TOGETHER && areTwins(first, finding),
      );
    if (family) family.push(finding);
    else families.push([finding]);
  }
  return families.flatMap((family) => (areVersions(family) ? newestFirst(family) : firstOf(family)));
}

/** Nothing but a version tells the paths apart. */
function areVersions(family: readonly Finding[]): boolean {
  return family.length > 1 && new Set(family.map(({ span }) => pathOf(span.source))).size === 1;
}

function firstOf([first, ...others]: readonly Finding[]): readonly Finding[] {
  return first ? [together(first, others, () => 'the same in a file for the same job')] : [];
}

function linesIn(...family: readonly Finding[]): number {
  return family.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
}

function areTwins(one: Finding, other: Finding): boolean {
  const [a, b] = [one.span.source, other.span.source];
  if (a.path === b.path) return false;
  if (variantOf(a) === variantOf(b)) return true;
  const share = sharedLines(a, b);
  return share.ofLonger >= SAME || (isNear(a.path, b.path) && share.ofShorter >= ALIKE);
}

/** Of a hundred lines ten hold names, addresses and versions. */
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

/** Asked for each line of two files. */
const shares = once((_: Source) => new Map<Source, Share>());

function sharedLines(a: Source, b: Source): Share {
  const known = shares(a).get(b);
  if (known) return known;
  const share = compareLines(a, b);
  shares(a).set(b, share);
  return share;
}

function compareLines(a: Source, b: Source): Share {
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
    .split('\n', MOST_COMPARED)
    .filter(() => step());
  const plain = lines.map((line) => line.slice(0, LONGEST_LINE).trim().replace(/\d+/g, '#'));
  return new Set(plain.filter((line) => /[a-z]/i.test(line) && !line.startsWith('#')));
});

const LONGEST_TEXT = 400_000;
const MOST_COMPARED = 5000;
const LONGEST_LINE = 300;
