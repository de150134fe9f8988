/** Paths of files and folders that only dockerd reads: told where a line or Terraform puts them on a machine. */

import { DAEMON_FILES, type DaemonFileRow, type DaemonRow } from '../../data/daemon-config.ts';
import { RUNTIMES } from '../../data/runtimes.ts';
import type { Document, Token } from '../../model/document.ts';
import type { Fact, PathFact, SettingFact } from '../../model/fact.ts';
import { carriesEngine } from '../../placing/engines.ts';
import { isUnder } from '../../text/node-path.ts';
import type { Report, RuleContext } from '../rule.ts';
import { bodyOf, partsByPath } from './daemon-contents.ts';
import {
  dropInsWith,
  editsOf,
  foldersMade,
  IGNORED_PROGRAMS,
  isBackup,
  isCopied,
  isEdit,
  isFolderOfFile,
  isForOthersToo,
  isKept,
  isMoved,
  isOnlyShown,
  isReadAgain,
  isWrittenAgain,
  withoutDrive,
} from './daemon-files.ts';
import { advised, gravest, keysOfFile, placeOf } from './daemon-json.ts';
import { adviceOnEach, DAEMON_ROWS } from './daemon-options.ts';
import { saysOptions } from './daemon-variables.ts';
import { installedBy } from './installed-files.ts';
import { reportAt } from './reports.ts';
import { lastKey } from './settings.ts';
import { advise, noDocker, quoted } from './words.ts';

/** The configuration of the registry's own image, which is no engine. */
const REGISTRY_FOLDER = '/etc/docker/registry';

/** The path of a drop-in of docker.service. */
export const DROP_IN = /(^|\/)docker\.(service|socket)\.d\/[^/]+\.conf(\.[a-z0-9]+)?$/;

/** A file of the repository that is a drop-in of docker.service itself. */
export function isDropIn({ language, parent, path }: Document): boolean {
  return language === 'systemd' && !parent && DROP_IN.test(path);
}

/** The file that Terraform puts on a machine: `path` of an Ignition file, `destination` of a provisioner. */
export function checkFile(fact: SettingFact, context: RuleContext): Report | undefined {
  if (!/^(?:path|destination|filename)$/.test(lastKey(fact))) return undefined;
  const row = DAEMON_FILES.find((one) => isUnder(fact.value.text, one.path));
  if (!row || isUnder(fact.value.text, REGISTRY_FOLDER)) return undefined;
  if (isStillRead(row, context)) return reportCertificates(fact, fact.value, row, context);
  return reportAt(fact, 'docker-daemon-config/file', {
    message: `${quoted(fact.value.text)} is ${row.what}; only Docker Engine reads it`,
    ...noDocker(context.target, 'only dockerd reads it'),
    instead: advise(context.target, row),
  });
}

/** `echo 'DOCKER_OPTS="--bip=…"' > /etc/default/docker`, a drop-in in a here-document: what is written tells more than where. */
function showsVariable(fact: PathFact, context: RuleContext): boolean {
  const body = fact.use === 'write' ? partsByPath(fact.document, context).get(fact.path) : undefined;
  return body !== undefined && saysOptions(body, context);
}

export function checkPath(fact: PathFact, context: RuleContext): Report | undefined {
  if (fact.use !== 'write' && fact.use !== 'read') return undefined;
  if (fact.pod && carriesEngine(fact.pod)) return undefined;
  if (IGNORED_PROGRAMS.has(fact.command?.program ?? '')) return undefined;
  const path = withoutDrive(fact.path);
  const row = DAEMON_FILES.find((one) => isUnder(path, one.path));
  if (!row || isUnder(path, REGISTRY_FOLDER)) return undefined;
  if (fact.polarity === 'probes' || (fact.use === 'read' && isKept(path))) return undefined;
  if (isToldInLine(fact, context)) return undefined;
  if (isStillRead(row, context)) return reportCertificates(fact, fact.at, row, context);
  if (showsVariable(fact, context) || isToldInFile(fact, context)) return undefined;
  if (isOnlyShown(fact)) return reportShown(fact, context);
  const [first, ...beside] = dropInsWith(fact, context);
  return first === fact ? reportPath(fact, path, row, beside, context) : undefined;
}

function reportShown(fact: PathFact, { target }: RuleContext): Report {
  return reportAt(fact, 'docker-daemon-config/shown', {
    message: `${quoted(fact.path)} is not there on a node without Docker Engine: nothing is shown`,
    ...noDocker(target, 'only dockerd reads it'),
    instead: advise(target, {
      containerd: 'show /etc/containerd/config.toml in its place',
      crio: 'show /etc/crio/crio.conf and the files in /etc/crio/crio.conf.d in its place',
    }),
  });
}

/** Another line of the document writes the same, and is told. */
function isToldInLine(fact: PathFact, context: RuleContext): boolean {
  if (isFolderOfFile(fact, context) || isCopied(fact, context) || isEdit(fact, context)) return true;
  return isReadAgain(fact, context) || isMoved(fact, context) || isBackup(fact, context);
}

function reportPath(
  fact: PathFact,
  path: string,
  row: DaemonFileRow,
  beside: readonly PathFact[],
  context: RuleContext,
): Report {
  const keys = bodyOf(fact, context).flatMap((setting) => {
    const row = DAEMON_ROWS.get(setting.path[0] ?? '');
    return row ? [{ setting, row }] : [];
  });
  const isFolder = ONLY_FOLDER.test(path);
  const lines = keys.map(({ setting, row }) => advised(setting, row, context));
  const alone =
    isFolder || (row.readSince === undefined && isFileOfOthers(path)) || isFolderMade(fact)
      ? 'docker-daemon-config/folder'
      : 'docker-daemon-config/file';
  const cause =
    gravest(keys.map((key) => key.row)) ?? (isForOthersToo(fact, context) ? 'docker-daemon-config/installed' : alone);
  return reportAt(fact, cause, {
    message: `${quoted(fact.path.length > fact.at.text.length ? fact.path : fact.at.text)} is ${isFolder ? 'the folder for drop-ins of docker.service' : row.what}; only Docker Engine reads it`,
    ...noDocker(context.target, 'only dockerd reads it'),
    instead:
      keys.length > 0
        ? adviceOnEach(lines)
        : advise(context.target, isFolder ? FOLDER_OF_DROP_INS : (editOf(fact) ?? row)),
    related: [
      ...lines.map(placeOf),
      ...foldersMade(fact, context).map(({ at }) => ({ at, message: 'its folder' })),
      ...editsOf(fact, context).map((one) => ({
        at: one.at,
        message: isWrittenAgain(one, fact) ? 'writes it too' : 'edits it',
      })),
      ...beside.map(({ at }) => ({ at, message: 'the same for another proxy' })),
    ],
  });
}

/** `template: src=daemon.json.j2`: the settings are told where they stand, in the file of the repository. */
function isToldInFile(fact: PathFact, context: RuleContext): boolean {
  return installedBy(fact, context).some((document) => {
    const [main] = keysOfFile(document, context);
    return (
      (main !== undefined && main.row.matters !== 'engine') || isDropIn(document) || saysOptions(document, context)
    );
  });
}

/** `/etc/docker/certs/tls.key`, `/etc/docker/registry/config.yml`: in the folder of dockerd, which has another name for its own. */
function isFileOfOthers(path: string): boolean {
  return isUnder(path, '/etc/docker') && path !== '/etc/docker' && !/^\/etc\/docker\/[^/]*\.json\b/.test(path);
}

/** The folder by itself, which nothing is copied into. */
function isFolderMade({ path, command }: PathFact): boolean {
  return path === '/etc/docker' && !/^(?:cp|mv|install|ln|scp|rsync|tar|unzip)$/.test(command?.program ?? '');
}

const FOLDER_OF_DROP_INS = {
  containerd:
    'delete it with what is written into it: proxies and limits go to /etc/systemd/system/containerd.service.d/',
  crio: 'delete it with what is written into it: proxies and limits go to /etc/systemd/system/crio.service.d/',
};

/** `yq -i '.dns = ["10.0.0.10"]' /etc/docker/daemon.json`: the setting that the line writes. */
function editOf({ command }: PathFact): DaemonRow | undefined {
  if (!command) return undefined;
  for (const { text } of command.words.slice(1, MOST_WORDS)) {
    const key = EDITED_KEY.exec(text.slice(0, LONGEST_WORD))?.[1];
    const row = key === undefined ? undefined : DAEMON_ROWS.get(key);
    if (row && !row.containerd.includes('{')) return row;
  }
  return undefined;
}

const EDITED_KEY = /(?:^|[\s|(])\.(?:\[?")?([a-z][a-z-]{1,40})"?\]?\s{0,9}\|?\+?=/;

const MOST_WORDS = 20;
const LONGEST_WORD = 2000;

/** A folder for drop-ins, into which the document writes nothing. */
const ONLY_FOLDER = /\/docker\.(?:service|socket)\.d$/;

function isStillRead({ readSince }: DaemonFileRow, { target }: RuleContext): boolean {
  const { runtime, minor } = target;
  return readSince !== undefined && (runtime === 'containerd' || runtime === 'cri-o') && minor >= readSince[runtime];
}

function reportCertificates(fact: Fact, at: Token, row: DaemonFileRow, { target }: RuleContext): Report {
  return reportAt(fact, 'docker-daemon-config/certificates', {
    message: `${quoted(at.text)} is ${row.what} in the folder of Docker`,
    because: `${RUNTIMES[target.runtime].name} reads this folder too, and has one of its own`,
    instead: advise(target, row),
  });
}
