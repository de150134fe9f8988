/** Finds mounts of directories through which a pod reaches docker.sock without naming it. */
import { SOCKET_PARENTS } from '../data/paths.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Pod, Token } from '../model/document.ts';
import type { Fact, PathFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { carriesEngine } from '../placing/engines.ts';
import { linkResolver } from '../placing/links.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { addressBelow, isNamedBelowOthers } from './shared/clients.ts';
import { mountAbove, mountPlaces, mountsCriSocket, mountsOf, worksWithCri } from './shared/pods.ts';
import { isPolicyPath } from './shared/policies.ts';
import { productAdvice } from './shared/products.ts';
import { reportAt } from './shared/reports.ts';
import { clientAdvice } from './shared/socket-advice.ts';
import { namesDockerSocket } from './shared/sockets.ts';
import { hasNoClient } from './shared/told-agents.ts';
import { noDocker, quoted } from './shared/words.ts';

const PARENTS = new Set(SOCKET_PARENTS.map((row) => row.path));
const TEXT_LIMIT = 4096;

export const rule: Rule = {
  id: 'docker-socket-parent-mount',
  summary: 'A pod can reach docker.sock through a directory that it mounts.',
  fix: { none: 'what the agent needs of the folder is not written in the manifest.' },
  triggers: ['docker'],
  checks: {
    path: (fact, context) => (fact.use === 'mount' && PARENTS.has(fact.path) ? check(fact, context) : undefined),
  },
};

function check(fact: PathFact, context: RuleContext): Report | undefined {
  const { pod, volume } = fact;
  const { target } = context;
  if (!pod || !volume || fact.command || isPolicyPath(fact) || carriesEngine(pod)) return undefined;
  if (mountsOf(pod, volume).length === 0 || isNamedBelowOthers(pod, volume)) return undefined;
  const sign = isCutFromSocket(fact)
    ? 'its value is the folder of that socket'
    : (signOf(pod, volume.name) ?? signsOfImages(context.project, context).get(pod));
  if (sign === undefined) return undefined;
  const client = clientAdvice(fact);
  const quiet =
    client?.isTold || mountsCriSocket(pod) || worksWithCri(pod) || mountsDockershim(pod) || namesOtherRuntime(pod);
  // What names the socket below the mount is the same cause, and is told there.
  const address = addressBelow(pod, volume) ?? addressInScripts(fact, context);
  const words = {
    message: `${quoted(fact.at.text)} gives the pod docker.sock, and ${sign}`,
    ...noDocker(target, 'only dockerd creates docker.sock'),
    instead: RUNTIMES[target.runtime].keepsDocker
      ? 'Nothing to do while nodes keep Docker Engine'
      : (productAdvice(fact, target) ??
        client?.instead ??
        `Mount ${RUNTIMES[target.runtime].socketDirectory} alone, and set the agent’s option for CRI`),
    related: [...(address ? [{ at: fact.at, message: 'the volume that brings it' }] : []), ...mountPlaces(pod, volume)],
  };
  const cause = quiet ? 'docker-socket-parent-mount' : 'docker-socket-parent-mount/docker-sign';
  return reportAt(fact, cause, words, address);
}

/** Where a script of the manifest names the socket below the mount of its container. */
function addressInScripts({ document, pod, volume }: PathFact, { factsOf, partsOf }: RuleContext): Token | undefined {
  if (!pod || !volume) return undefined;
  for (const part of [document, ...partsOf(document)])
    for (const fact of factsOf(part)) {
      if (fact.kind !== 'path' || fact.pod !== pod || !fact.container || fact.polarity !== 'uses') continue;
      if (!namesDockerSocket(fact.path)) continue;
      if (mountAbove(fact.container, fact.at.text)?.volume === volume.name) return fact.at;
    }
  return undefined;
}

/** `{{ dir (include "socket" .) }}`: the characters stand in front of `/docker.sock` where they come from. */
function isCutFromSocket({ at }: PathFact): boolean {
  const span = spanOf(at);
  const after = span.source.text.slice(span.end, span.end + '/docker.sock'.length);
  return (
    after === '/docker.sock' ||
    /\/docker\.sock\b/.test(span.source.text.slice(span.start, span.end).slice(0, TEXT_LIMIT))
  );
}

/** What in the pod says that it opens Docker's socket. */
function signOf(pod: Pod, volume: string): string | undefined {
  return /docker/i.test(volume) ? `its volume is called ${volume}` : signOfContainers(pod);
}

const signOfContainers = once((pod: Pod): string | undefined => {
  for (const container of pod.containers) {
    if (hasNoClient(container)) continue;
    const variable = container.env.find(
      (env) => /^DOCKER_HOST$/.test(env.name) || /docker\.sock/.test(textOf(env.value?.text)),
    );
    if (variable) return `${variable.name} names it`;
    const word = [...container.command, ...container.args].find(({ text }) =>
      /docker\.sock|--docker[=-]/.test(textOf(text)),
    );
    if (word) return 'an argument names it';
  }
  return undefined;
});

/** An agent that speaks the CRI, whatever the socket is called. */
const mountsDockershim = once((pod: Pod): boolean =>
  pod.volumes.some(({ source, path }) => source === 'hostPath' && /\/dockershim\.sock$/.test(textOf(path?.text))),
);

/** Pods whose image is built here, from a Dockerfile that sets a client of Docker up. */
const signsOfImages = once(({ documents, links }: Project, { factsOf }: RuleContext): ReadonlyMap<Pod, string> => {
  const signs = new Map<Pod, string>();
  const resolve = linkResolver(documents, links);
  for (const link of links) {
    if (link.kind !== 'runs-image' || !link.pod) continue;
    const clients = resolve(link).flatMap((document) => factsOf(document).filter(isDockerClient));
    if (clients.length > 0) signs.set(link.pod, 'its image is built here with a client of Docker');
  }
  return signs;
});

function isDockerClient(fact: Fact): boolean {
  if (fact.kind === 'env') return fact.name === 'DOCKER_HOST' && namesDockerSocket(fact.value?.text ?? '');
  return fact.kind === 'package' && fact.action === 'install' && /^docker(-cli|-ce-cli|\.io)?$/.test(fact.name);
}

const namesOtherRuntime = once((pod: Pod): boolean =>
  pod.containers.some((container) =>
    [...container.command, ...container.args, ...container.env.flatMap((env) => env.value ?? [])].some(({ text }) =>
      /containerd\.sock|crio\.sock/.test(textOf(text)),
    ),
  ),
);

function textOf(text: string | undefined): string {
  return (text ?? '').slice(0, TEXT_LIMIT);
}
