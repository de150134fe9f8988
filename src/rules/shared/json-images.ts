/** Images of log shippers that read the lines of Docker until a variable says otherwise. */
import { CRI_FORMAT, JSON_BY_DEFAULT_IMAGES } from '../../data/log-shippers.ts';
import type { Pod } from '../../model/document.ts';
import type { ImageFact } from '../../model/fact.ts';
import { isUnder, normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { hasHole } from '../../text/view.ts';
import type { Report, RuleContext } from '../rule.ts';
import { rowsByRepository } from './images.ts';
import { reportAt } from './reports.ts';
import { noDocker, quoted, sentence } from './words.ts';

const jsonByDefault = rowsByRepository(JSON_BY_DEFAULT_IMAGES, ({ repository }) => [repository]);

/** The parser of these images is json until a variable says otherwise. */
export function checkImage(fact: ImageFact, context: RuleContext): Report | undefined {
  const { container } = fact;
  const [row] = container ? jsonByDefault(fact.ref) : [];
  if (!container || !row || container.env.some((env) => env.name === row.variable)) return undefined;
  if (mountsOwnConfiguration(fact)) return undefined;
  const logs = fact.pod && dockerVolume(fact.pod);
  return reportAt(
    fact,
    logs ? 'docker-log-format/default' : 'docker-log-format/default-elsewhere',
    {
      message: `The image of ${container.name || 'this container'} parses these logs as JSON until ${row.variable} is set`,
      ...noDocker(context.target, CRI_FORMAT),
      instead: sentence(
        `${newerImage(fact)}set the variable ${row.variable}=cri (or a regular expression for the CRI format) on the container`,
      ),
      related: [{ at: fact.at, message: 'this image, without the variable' }],
    },
    logs?.path ?? fact.at,
  );
}

/** The parser `cri` came into these images with Fluentd 1.12; those of 0.12 do not read the variable either. */
function newerImage({ ref }: ImageFact): string {
  const [, tag = 'latest'] = /:([\w.-]{1,128})$/.exec(ref) ?? [];
  const isOld = /^v0\.|^v1\.(?:\d|1[01])(?!\d)/.test(tag) || !/^v1\b|^latest$/.test(tag);
  return isOld && !hasHole(ref)
    ? `run an image of Fluentd 1.12 or newer (v1-debian-…) in place of ${quoted(ref)}, and `
    : '';
}

const dockerVolume = once((pod: Pod) =>
  pod.volumes.find(({ path }) => path && isUnder(normaliseNodePath(path.text) ?? '', '/var/lib/docker')),
);

/** A ConfigMap over /fluentd/etc replaces the configuration that reads the variable; one in its conf.d is read with it. */
function mountsOwnConfiguration(fact: ImageFact): boolean {
  return (fact.container?.mounts ?? []).some((mount) =>
    /\/fluentd\/etc(?!\/conf\.d(?:\/|$))|\/etc\/fluent/.test(mount.path?.text ?? ''),
  );
}
