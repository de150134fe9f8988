/** Images beside a configuration that are older than what is advised for it: their program does not start with that. */
import { isKustomization } from '../../languages/kubernetes/kubernetes.ts';
import type { Fact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { projectFolderOf } from '../../recognise/chart-layout.ts';
import { once } from '../../text/once.ts';
import { folderOf, joinPath } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import { hasHole } from '../../text/view.ts';
import type { RuleContext } from '../rule.ts';
import { imagesOf, repositoryOf } from './images.ts';
import { quoted } from './words.ts';

interface OldImage {
  readonly image: string;
  /** What to run in its place. */
  readonly newer: string;
}

type Shipper = 'fluent-bit' | 'filebeat';

interface AgeRow {
  readonly shipper: Shipper;
  readonly pattern: RegExp;
  readonly newer: string;
}

const AGES: readonly AgeRow[] = [
  // Has a version of its own: 2.17 is the first with Fluent Bit 1.8, of which 2.22 has the mended multiline parsers.
  {
    shipper: 'fluent-bit',
    pattern: /(?:^|\/)aws-for-fluent-bit:v?(?:1\.|2\.(?:\d|1[0-6])(?:[.-]|$))/,
    newer: 'aws-for-fluent-bit 2.22 or newer',
  },
  // https://github.com/newrelic/newrelic-fluent-bit-output/blob/master/Dockerfile: 1.6 is the first with Fluent Bit 1.8, and 1.12 has 1.8.12.
  {
    shipper: 'fluent-bit',
    pattern: /(?:^|\/)newrelic-fluentbit-output:v?(?:0\.|1\.[0-5](?:[.-]|$))/,
    newer: 'newrelic-fluentbit-output 1.12 or newer',
  },
  // The parsers of several lines came with 1.8.
  {
    shipper: 'fluent-bit',
    pattern: /(?:^|[/-])fluent-?bit:v?(?:0\.|1\.[0-7](?:[.-]|$))/,
    newer: 'Fluent Bit 1.8 or newer',
  },
  // https://www.elastic.co/docs/reference/beats/filebeat/migrate-to-filestream
  {
    shipper: 'filebeat',
    pattern: /(?:^|\/)filebeat(?:-oss|-ubi\d?)?:v?(?:[1-6]\.|7\.(?:\d|1[0-3])(?:[.-]|$))/,
    newer: 'Filebeat 7.14 or newer',
  },
];

/** The first version of each image that does what is advised; names that are not here have versions of their own. */
const RECENT: readonly {
  readonly shipper: Shipper;
  readonly name: RegExp;
  readonly from: readonly [number, number];
}[] = [
  { shipper: 'fluent-bit', name: /(?:^|\/)aws-for-fluent-bit$/, from: [2, 17] },
  { shipper: 'fluent-bit', name: /(?:^|\/)newrelic-fluentbit-output$/, from: [1, 6] },
  { shipper: 'fluent-bit', name: /(?:^|[/-])fluent-?bit$/, from: [1, 8] },
  { shipper: 'filebeat', name: /(?:^|\/)filebeat(?:-oss|-ubi\d?)?$/, from: [7, 14] },
];

/** The advice, with the image that has to be renewed for it. */
export function withNewerImage(instead: string, shipper: Shipper, fact: Fact, context: RuleContext): string {
  const old = oldImageOf(shipper, fact, context);
  // The version stands once.
  return old === undefined
    ? instead
    : `run ${old.newer} in place of ${quoted(old.image)}, and ${instead.replace(` (${old.newer})`, '')}`;
}

export function oldImageOf(shipper: Shipper, fact: Fact, context: RuleContext): OldImage | undefined {
  const image = imageBeside(shipper, fact, context);
  return image === 'recent' ? undefined : image;
}

/** An image is seen that is new enough for what is advised. */
export function hasRecentImage(shipper: Shipper, fact: Fact, context: RuleContext): boolean {
  return imageBeside(shipper, fact, context) === 'recent';
}

type Known = OldImage | 'recent';

/** Of the manifests beside the file, of the base that its overlay is of, and of the Dockerfile that builds it in. */
function imageBeside(shipper: Shipper, { document }: Fact, { project }: RuleContext): Known | undefined {
  const folder = projectFolderOf(document.path);
  const inManifests = imagesOfManifests(project);
  for (const one of [folder, ...basesOf(folder, project)]) {
    const known = inManifests.get(`${shipper}\0${one}`);
    if (known) return known;
  }
  const built = imagesOfBuilds(project);
  for (let at = folder; ; at = folderOf(at)) {
    const known = built.get(`${shipper}\0${at}`);
    if (known || at === '') return known;
  }
}

const imagesOfManifests = once(({ objects }: Project): ReadonlyMap<string, Known> => {
  const images = new Map<string, Known>();
  for (const object of objects) addImages(images, projectFolderOf(spanOf(object).source.path), imagesOf(object));
  return images;
});

/** What the Dockerfiles of a folder build on. */
const imagesOfBuilds = once(({ facts }: Project): ReadonlyMap<string, Known> => {
  const images = new Map<string, Known>();
  for (const fact of facts)
    if (fact.kind === 'image' && fact.document.language === 'dockerfile')
      addImages(images, folderOf(fact.document.path), [fact.ref]);
  return images;
});

/** Of several the old one counts. */
function addImages(images: Map<string, Known>, folder: string, references: readonly string[]): void {
  for (const { shipper, pattern, newer } of AGES) {
    const key = `${shipper}\0${folder}`;
    const image = references.find((text) => pattern.test(text.slice(0, LONGEST_NAME)));
    const known = images.get(key);
    if (image !== undefined && (known === undefined || known === 'recent')) images.set(key, { image, newer });
    else if (known === undefined && references.some((text) => isRecent(text, shipper))) images.set(key, 'recent');
  }
}

function isRecent(reference: string, shipper: Shipper): boolean {
  const repository = repositoryOf(reference.slice(0, LONGEST_NAME));
  const row = RECENT.find((one) => one.shipper === shipper && one.name.test(repository));
  if (!row || hasHole(reference) || reference.includes('@')) return false;
  const tag = reference.slice(repository.length + 1);
  if (tag === '' || /^latest\b/.test(tag)) return true;
  const [, major, minor] = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:[.-]|$)/.exec(tag) ?? [];
  if (major === undefined) return false;
  const [first, second] = row.from;
  return Number(major) > first || (Number(major) === first && minor !== undefined && Number(minor) >= second);
}

const LONGEST_NAME = 400;

/** The folders that the kustomization of a folder begins with, and those that theirs do. */
function basesOf(folder: string, project: Project): readonly string[] {
  const known = basesByFolder(project);
  const found = new Set<string>();
  const add = (one: string): void => {
    for (const base of found.size < MOST_BASES ? (known.get(one) ?? []) : []) {
      if (found.has(base)) continue;
      found.add(base);
      add(base);
    }
  };
  add(folder);
  return [...found];
}

const MOST_BASES = 20;

const basesByFolder = once(({ documents }: Project): ReadonlyMap<string, readonly string[]> => {
  const bases = new Map<string, readonly string[]>();
  for (const { path, parent, view } of documents) {
    if (parent || !isKustomization(path)) continue;
    const entries = view.text
      .slice(0, LONGEST_KUSTOMIZATION)
      .matchAll(/^[ \t]*-[ \t]+["']?(\.{1,2}\/[^\s"'#]{1,200})/gm);
    bases.set(
      folderOf(path),
      [...entries].map(([, entry = '']) => joinPath(folderOf(path), entry.replace(/\/$/, ''))),
    );
  }
  return bases;
});

const LONGEST_KUSTOMIZATION = 100_000;
