/** Finds tools that work with Docker Engine and nothing else. */
import { DOCKER_ONLY_IMAGES, type ImageRow } from '../data/images.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Pod, Token, Volume } from '../model/document.ts';
import type { CommandFact, Fact, ImageFact, SettingFact } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import { normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { flagsOf } from './shared/command-flags.ts';
import { replaceBy } from './shared/fixes.ts';
import { repositoryOf, rowsByRepository } from './shared/images.ts';
import { monitorIn, saysWhere, settingsOfMonitor, watcherOfDocker } from './shared/monitors.ts';
import { mountsCriSocket, mountsOf } from './shared/pods.ts';
import { removal } from './shared/removals.ts';
import { reportAt } from './shared/reports.ts';
import { isDockerSocket } from './shared/sockets.ts';
import { isWritten, within } from './shared/tokens.ts';
import { noDocker, sentence } from './shared/words.ts';

export const rule: Rule = {
  id: 'docker-only-agent',
  summary: 'A tool that only works with Docker Engine.',
  fix: {
    unsafe:
      'A monitor of dockerd leaves the list of node-problem-detector, and its health checker asks the runtime (`--component=cri`). Nodes that still run Docker Engine are watched less. For other tools there is none: another program has to take their place.',
  },
  triggers: ['docker', 'weaveworks/scope', 'logspout', 'watchtower', 'dozzle', 'portainer', 'pumba'],
  covers: ['docker-socket-mount'],
  checks: {
    image: (fact, { target }) => checkImage(fact, target),
    setting: checkSetting,
    command: (fact, context) =>
      CLEANERS.test(fact.program)
        ? checkCleaner(fact, context.target)
        : flagsOf(fact).flatMap((flag) => (flag.value && checkMonitor(fact, flag.value, context)) ?? []),
    flag: (fact, context) => fact.value && checkMonitor(fact, fact.value, context),
  },
};

/** Programs that remove what Docker keeps. */
const CLEANERS = /^docker-(?:gc|cleanup|clean)$/;

function checkCleaner(fact: CommandFact, target: Target): Report {
  return reportAt(fact, 'docker-only-agent', {
    message: `${fact.program} removes images and containers through Docker`,
    ...noDocker(target, 'the tool speaks Docker’s API'),
    instead: 'Remove it: the kubelet collects images (imageGCHighThresholdPercent) and dead containers',
  });
}

const rowsFor = rowsByRepository(DOCKER_ONLY_IMAGES, ({ repository }) => [repository]);

function checkImage(fact: ImageFact, target: Target): Report | undefined {
  const [row] = rowsFor(fact.ref);
  if (!row) return undefined;
  const socket = fact.pod && socketOf(fact.pod);
  // An image of that name that works with the socket of another runtime.
  if (!socket && fact.pod && mountsCriSocket(fact.pod)) return undefined;
  if (socket && row.needs === 'only') return reportWithSocket(fact, row, socket, target);
  if (row.needs === 'mode' && fact.pod && !fact.pod.partial && !socket) return undefined;
  return reportAt(
    fact,
    row.needs === 'only' ? 'docker-only-agent' : 'docker-only-agent/docker-mode',
    words(fact, row, target),
  );
}

/** The socket is the line that breaks; the image says why another socket does not help. */
function reportWithSocket(fact: ImageFact, row: ImageRow, socket: Token, target: Target): Report {
  const related = [{ at: fact.at, message: `the image ${row.what}` }];
  return reportAt(fact, 'docker-only-agent/with-socket', { ...words(fact, row, target), related }, socket);
}

function words(fact: ImageFact, row: ImageRow, target: Target) {
  const name = repositoryOf(fact.ref).split('/').slice(-2).join('/');
  return {
    message: `${name} ${row.what}`,
    ...noDocker(target, 'the tool speaks Docker’s API'),
    instead: sentence(row.instead),
  };
}

const socketOf = once((pod: Pod): Token | undefined => {
  const isSocket = (volume: Volume) => {
    const path = volume.path && normaliseNodePath(volume.path.text);
    return path !== undefined && isDockerSocket(path) && mountsOf(pod, volume).length > 0;
  };
  return pod.volumes.find(isSocket)?.path;
});

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const { target } = context;
  if (saysWhere(fact)) return undefined;
  const watcher = watcherOfDocker(fact, context);
  if (!watcher) return checkMonitor(fact, fact.value, context);
  // A template that writes every monitor in one line says nothing about this one.
  if (!isWritten(fact.value)) return undefined;
  const asksHealth = /component/.test(fact.value.text);
  return reportAt(fact, watcher.isWhole ? 'docker-only-agent/monitor' : 'docker-only-agent/pattern', {
    message: asksHealth
      ? 'This health check of node-problem-detector asks Docker, and calls every node unhealthy that has none'
      : 'This part of a monitor of node-problem-detector waits for dockerd, which is not there',
    ...noDocker(target, 'it watches dockerd'),
    instead: asksHealth
      ? 'Write --component=cri, with the socket of the runtime in --cri-socket-path'
      : 'Drop it; the health checker with --component=cri watches the runtime',
    fix: asksHealth && target.runtime === 'containerd' ? componentFix(fact.value) : undefined,
    related: watcher.others.map((at) => ({ at, message: 'this looks at dockerd too' })),
  });
}

/** The socket of containerd is what the checker asks by default. */
function componentFix(value: Token): ReportFix | undefined {
  return /^--component=docker$/.test(value.text) ? replaceBy(within(value, 'docker'), 'cri', 'unsafe') : undefined;
}

/** One monitor less, in a list of lines or between commas. */
function monitorFix(value: Token, file: string): ReportFix | undefined {
  const parts = value.text.slice(value.text.indexOf('=') + 1).split(',');
  const own = parts.find((part) => part.endsWith(file));
  if (own === undefined) return undefined;
  if (parts.length > 1) return replaceBy(within(value, own === parts[0] ? `${own},` : `,${own}`), '', 'unsafe');
  return value.text.includes('=') ? undefined : removal(value, 'unsafe');
}

/** What reads logs has nothing to read; a health checker is told another component, in a list of its own kind. */
function insteadOf(file: string, target: Target): string {
  if (!file.includes('health-checker'))
    return 'Drop it: where the runtime does not answer, the kubelet sets the node NotReady; kernel-monitor.json and the others stay';
  return target.runtime === 'cri-o'
    ? 'Drop it: where the runtime does not answer, the kubelet sets the node NotReady'
    : `Write ${file.replace('docker', 'containerd')}; health-checker-kubelet.json stays`;
}

/** Monitors of node-problem-detector, in its flags or in the values of its chart. */
function checkMonitor(fact: Fact, value: Token, context: RuleContext): Report | undefined {
  const file = monitorIn(value);
  if (file === undefined) return undefined;
  return reportAt(
    fact,
    'docker-only-agent/monitor',
    {
      message: `${file} watches the journal and the files of dockerd, which are not there`,
      ...noDocker(context.target, 'the monitor watches dockerd'),
      instead: insteadOf(file, context.target),
      related: settingsOfMonitor(file, fact.document.path, context).map((at) => ({
        at,
        message: 'this looks at dockerd',
      })),
      fix: RUNTIMES[context.target.runtime].keepsDocker ? undefined : monitorFix(value, file),
    },
    within(value, file),
  );
}
