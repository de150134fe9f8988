/** Images beside a configuration that are older than what is advised for it: their program does not start with that. */
import type { Fact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { projectFolderOf } from '../../recognise/chart-layout.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { RuleContext } from '../rule.ts';
import { imagesOf } from './images.ts';
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

/** The advice, with the image that has to be renewed for it. */
export function withNewerImage(instead: string, shipper: Shipper, fact: Fact, context: RuleContext): string {
  const old = oldImageOf(shipper, fact, context);
  // The version stands once.
  return old === undefined
    ? instead
    : `run ${old.newer} in place of ${quoted(old.image)}, and ${instead.replace(` (${old.newer})`, '')}`;
}

export function oldImageOf(shipper: Shipper, { document }: Fact, { project }: RuleContext): OldImage | undefined {
  return oldImages(project).get(`${shipper}\0${projectFolderOf(document.path)}`);
}

const oldImages = once(({ objects }: Project): ReadonlyMap<string, OldImage> => {
  const images = new Map<string, OldImage>();
  for (const object of objects) {
    const texts = imagesOf(object);
    const folder = projectFolderOf(spanOf(object).source.path);
    for (const { shipper, pattern, newer } of AGES) {
      const image = texts.find((text) => pattern.test(text.slice(0, LONGEST_NAME)));
      const key = `${shipper}\0${folder}`;
      if (image !== undefined && !images.has(key)) images.set(key, { image, newer });
    }
  }
  return images;
});

const LONGEST_NAME = 400;
