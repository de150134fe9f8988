/** Finds cri-dockerd, and versions of it that are too old for the kubelet. */
import { DOCKER_PACKAGES } from '../data/packages.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Document } from '../model/document.ts';
import type { CommandFact, Fact, SettingFact } from '../model/fact.ts';
import { normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import { onEveryFact, type Report, type Rule, type RuleContext } from './rule.ts';
import { reportAt } from './shared/reports.ts';

const NAME = /(^|[/_.-])cri-dockerd?($|[/_.-])/;
const VERSION =
  /cri-dockerd[/_-](?:releases\/download\/)?v?(\d+)\.(\d+)\.(\d+)|releases\/download\/v(\d+)\.(\d+)\.(\d+)\/cri-dockerd/;
const FETCHERS = new Set(['curl', 'wget', 'git', 'go', 'tar', 'install', 'mv', 'cp', 'systemctl', 'cri-dockerd']);
const TEXT_LIMIT = 4096;

export const rule: Rule = {
  id: 'cri-dockerd-adapter',
  summary: 'cri-dockerd keeps Docker Engine as the runtime of nodes.',
  fix: { none: 'leaving cri-dockerd is a migration; `dockershim-lint migrate` writes its files.' },
  triggers: ['cri-docker'],
  checks: onEveryFact((fact, context) => {
    const text = adapterText(fact);
    if (text === undefined) return checkLogDriver(fact, context);
    return isOld(text) || setUp(fact.document, context)[0] === fact ? report(fact, text, context) : undefined;
  }),
};

/** Download, install, units and endpoint are one fact: these nodes keep Docker Engine. */
const setUp = once((document: Document, { factsOf }: RuleContext): readonly Fact[] =>
  factsOf(document).filter((fact) => {
    const text = adapterText(fact);
    return text !== undefined && !isOld(text);
  }),
);

/** More lines of one document add nothing. */
const MOST_LINES = 12;

function otherLines(fact: Fact, context: RuleContext): NonNullable<Report['related']> {
  const [first, ...others] = setUp(fact.document, context);
  if (first !== fact) return [];
  const engine = context.factsOf(fact.document).filter(bringsEngine);
  return [
    ...others.map(({ at }) => ({ at, message: 'sets it up as well' })),
    ...engine.map(({ at }) => ({ at, message: 'Docker Engine for it' })),
  ].slice(0, MOST_LINES);
}

/** What the adapter needs, and nothing else does. */
function bringsEngine(fact: Fact): boolean {
  if (fact.kind === 'package')
    return (
      fact.action === 'install' && DOCKER_PACKAGES.some(({ name, what }) => what === 'engine' && name === fact.name)
    );
  return (
    fact.kind === 'command' &&
    fact.program === 'systemctl' &&
    fact.words.some(({ text }) => /^(?:enable|start|restart)$/.test(text)) &&
    fact.words.some(({ text }) => /^docker(?:\.service|\.socket)?$/.test(text))
  );
}

/** Versions that have a finding of their own. */
function isOld(text: string): boolean {
  const version = versionIn(text);
  return version !== undefined && isBefore(version, [0, 3, 17]);
}

/** What names the adapter, which may tell its version; undefined for a fact about something else. */
function adapterText(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'command':
      return commandText(fact);
    case 'package':
      return NAME.test(fact.name) && fact.action !== 'remove' ? fact.name : undefined;
    case 'path':
      return fact.path === '/run/cri-dockerd.sock' || /\/(cri-dockerd|cri-docker\.(service|socket))$/.test(fact.path)
        ? fact.path
        : undefined;
    case 'flag':
    case 'env':
    case 'setting':
      return fact.value && isAdapterSocket(fact.value.text) ? '' : undefined;
    default:
      return undefined;
  }
}

function commandText({ program, words }: CommandFact): string | undefined {
  if (!FETCHERS.has(program)) return undefined;
  if (program === 'cri-dockerd') return '';
  const word = words.slice(1).find(({ text }) => NAME.test(text.slice(0, TEXT_LIMIT)));
  return word?.text.slice(0, TEXT_LIMIT);
}

function checkLogDriver(fact: Fact, { target }: RuleContext): Report | undefined {
  if (fact.kind !== 'setting' || fact.format !== 'daemon-json') return undefined;
  if (fact.path[0] !== 'log-driver' || fact.value.text === 'json-file') return undefined;
  return RUNTIMES[target.runtime].keepsDocker ? logDriver(fact) : undefined;
}

function logDriver(fact: SettingFact): Report {
  return reportAt(fact, 'cri-dockerd-adapter/log-driver', {
    message: '`kubectl logs` shows nothing with this log driver',
    because:
      'The kubelet reads logs through cri-dockerd since Kubernetes 1.24, and that only supports the log driver json-file',
    instead: 'Write "log-driver": "json-file", and ship logs with an agent',
  });
}

function isAdapterSocket(text: string): boolean {
  return text.length < TEXT_LIMIT && normaliseNodePath(text) === '/run/cri-dockerd.sock';
}

function report(fact: Fact, text: string, context: RuleContext): Report {
  const version = versionIn(text);
  const cause = causeOf(version, context);
  const shown = version?.join('.');
  return reportAt(fact, cause, {
    related: otherLines(fact, context),
    message: messageOf(cause, shown),
    because: becauseOf(cause),
    instead: RUNTIMES[context.target.runtime].keepsDocker
      ? 'Pin cri-dockerd 0.3.25 (or 0.4.3) or newer, and name its socket in criSocket'
      : `If you can, move nodes to ${RUNTIMES[context.target.runtime].name}; otherwise pin cri-dockerd 0.3.25 (or 0.4.3) or newer`,
  });
}

type Version = readonly [number, number, number];

function versionIn(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const [major, minor, patch] = match.slice(1).filter((part) => part !== undefined);
  return [Number(major), Number(minor), Number(patch)];
}

function causeOf(version: Version | undefined, { target }: RuleContext): Cause {
  if (!version) return 'cri-dockerd-adapter';
  if (isBefore(version, [0, 3, 0])) return 'cri-dockerd-adapter/too-old';
  return isBefore(version, [0, 3, 17]) && target.minor >= 38
    ? 'cri-dockerd-adapter/runtime-config'
    : 'cri-dockerd-adapter';
}

function isBefore(a: Version, b: Version): boolean {
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
}

function messageOf(cause: Cause, version: string | undefined): string {
  switch (cause) {
    case 'cri-dockerd-adapter/too-old':
      return `cri-dockerd ${version} does not speak CRI v1, so the kubelet cannot use it`;
    case 'cri-dockerd-adapter/runtime-config':
      return `cri-dockerd ${version} has no RuntimeConfig call`;
    default:
      return 'cri-dockerd keeps Docker Engine as the runtime of the node';
  }
}

function becauseOf(cause: Cause): string {
  switch (cause) {
    case 'cri-dockerd-adapter/too-old':
      return 'Kubernetes 1.26 only speaks CRI v1, which cri-dockerd has since 0.3.0';
    case 'cri-dockerd-adapter/runtime-config':
      return 'Kubernetes 1.38 drops the fallback for runtimes without RuntimeConfig, which cri-dockerd has since 0.3.17';
    default:
      return 'Kubernetes 1.24 removed dockershim; cri-dockerd is maintained outside Kubernetes';
  }
}
