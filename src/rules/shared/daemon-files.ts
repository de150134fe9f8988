/** Which lines of a document write one and the same file of dockerd: its folder, the file, a copy of it. */
import { DAEMON_FILES } from '../../data/daemon-config.ts';
import { implies } from '../../model/condition.ts';
import type { Document } from '../../model/document.ts';
import type { CommandFact, PathFact } from '../../model/fact.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Project } from '../../model/project.ts';
import { rootOf } from '../../placing/units.ts';
import { groupBy } from '../../text/group.ts';
import { isUnder, normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { foldersAbove } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import type { RuleContext } from '../rule.ts';

/** Programs that only look at a path, or take it away. */
export const IGNORED_PROGRAMS = new Set(['rm', 'ls', 'test', '[', '[[', 'stat', 'auditctl']);

/** `ssh node "sudo cat /etc/docker/daemon.json" > node.log`: shown to people, or kept for them; no variable takes it. */
export function isOnlyShown({ use, command }: PathFact): boolean {
  if (use !== 'read' || !command || !SHOWS.has(command.program)) return false;
  const [first] = [...command.wrappers.flatMap(({ words }) => words), ...command.words];
  if (!first) return false;
  const { source, start } = spanOf(first);
  const isTaken = /[(`]\s*["']?$/.test(source.text.slice(Math.max(0, start - 20), start));
  return !isTaken && command.pipedInto.every((program) => PASSES_ON.test(program));
}

const SHOWS = new Set(['cat', 'head', 'tail', 'less', 'more', 'bat']);
const PASSES_ON = /^(?:e?grep|head|tail|less|more|cat|tee|sort|column|gzip|xz)$/;

interface Writes {
  /** The first write below each folder. */
  readonly firstBelow: ReadonlyMap<string, PathFact>;
  /** The lines that write, or make, a path. */
  readonly byPath: ReadonlyMap<string, readonly PathFact[]>;
  readonly commands: ReadonlySet<CommandFact>;
}

/** What a document writes of dockerd. */
const daemonWrites = once((document: Document, { factsOf }: RuleContext): Writes => {
  const writes = factsOf(document).filter(
    (fact): fact is PathFact =>
      fact.kind === 'path' &&
      fact.use === 'write' &&
      !IGNORED_PROGRAMS.has(fact.command?.program ?? '') &&
      isOfDaemon(fact.path),
  );
  const firstBelow = new Map<string, PathFact>();
  for (const write of writes)
    for (const folder of foldersOf(write.path)) if (!firstBelow.has(folder)) firstBelow.set(folder, write);
  const commands = new Set(writes.flatMap(({ command }) => command ?? []));
  return { firstBelow, byPath: groupBy(writes, ({ path }) => path), commands };
});

function isOfDaemon(path: string): boolean {
  const place = withoutDrive(path);
  return DAEMON_FILES.some((row) => isUnder(place, row.path));
}

/** `/programdata/docker` of `C:/ProgramData/Docker`. */
export function withoutDrive(path: string): string {
  return /^[A-Za-z]:/.test(path) ? path.slice(2).toLowerCase() : path;
}

/** `mkdir -p /etc/docker` before a file is written there: one cause, told at the file. */
export function isFolderOfFile({ path, document }: PathFact, context: RuleContext): boolean {
  return daemonWrites(document, context).firstBelow.has(path);
}

/** The lines that make the folders of the first file which is written there. */
export function foldersMade(fact: PathFact, context: RuleContext): readonly PathFact[] {
  const { firstBelow, byPath } = daemonWrites(fact.document, context);
  const made = foldersOf(fact.path).filter((folder) => firstBelow.get(folder) === fact);
  return made.flatMap((folder) => byPath.get(folder) ?? []).slice(0, LIMITS.relatedPlaces);
}

/** Nobody keeps a file of dockerd deeper. */
const DEEPEST = 12;

function foldersOf(path: string): readonly string[] {
  return foldersAbove(path, DEEPEST).filter((folder) => folder !== '');
}

/** `cp daemon.json daemon.json.old`: what is written is told, and not what it is a copy of. */
export function isCopied({ use, command, document }: PathFact, context: RuleContext): boolean {
  return use === 'read' && command !== undefined && daemonWrites(document, context).commands.has(command);
}

/** `cp daemon.json daemon.json.$(date +%s)`, before the document writes the file: a copy that dockerd never reads. */
export function isBackup({ path, command, document }: PathFact, context: RuleContext): boolean {
  if (command?.program !== 'cp' && command?.program !== 'mv') return false;
  const { byPath } = daemonWrites(document, context);
  return command.words.some(({ text }) => {
    const kept = normaliseNodePath(text);
    const isOther = kept !== undefined && path.startsWith(kept) && /^[.~_-]/.test(path.slice(kept.length));
    return isOther && byPath.has(kept);
  });
}

/** `daemon.json.orig`: what somebody kept of the file. */
export function isKept(path: string): boolean {
  return /\/daemon\.json[.~_-]/.test(path);
}

/** `cat > FILE.new`, and then `diff FILE FILE.new`: told where it is written. */
export function isReadAgain({ use, path, document }: PathFact, context: RuleContext): boolean {
  return use === 'read' && daemonWrites(document, context).byPath.has(path);
}

/** Drop-ins that one script writes: of the proxy for HTTP, for HTTPS, and of what needs none. The first tells of all. */
export function dropInsWith(fact: PathFact, context: RuleContext): readonly PathFact[] {
  const group = dropIns(fact.document, context).get(groupOf(fact));
  return group?.includes(fact) ? group : [fact];
}

const dropIns = once((document: Document, { factsOf }: RuleContext) =>
  groupBy(
    factsOf(document).filter(
      (fact): fact is PathFact => fact.kind === 'path' && fact.use === 'write' && OF_PROXY.test(fact.path),
    ),
    groupOf,
  ),
);

/** A loop writes the same drop-in for the unit of the kubelet's runtime: one word of the script is both paths. */
export function isForOthersToo({ path, document, at }: PathFact, context: RuleContext): boolean {
  const [, before, after] = /^(.*\/)docker(\.service\.d\/[^/]+)$/.exec(path) ?? [];
  const written = pathsWritten(document, context);
  return ['containerd', 'crio'].some((unit) => written.has(placeOfPath(`${before}${unit}${after}`, at)));
}

const pathsWritten = once(
  (document: Document, { factsOf }: RuleContext): ReadonlySet<string> =>
    new Set(
      factsOf(document).flatMap((fact) =>
        fact.kind === 'path' && fact.use === 'write' ? [placeOfPath(fact.path, fact.at)] : [],
      ),
    ),
);

function placeOfPath(path: string, { view, start, end }: PathFact['at']): string {
  const { related, span } = view.root(start, end);
  const use = related.findLast(({ role }) => role === 'use')?.span ?? span;
  return `${path} ${use.start}`;
}

const OF_PROXY = /^\/(?:etc|run|lib|usr\/lib)\/systemd\/system\/docker\.service\.d\/[^/]*proxy[^/]*\.conf$/;

function groupOf({ site, polarity }: PathFact): string {
  return [site?.name ?? '', polarity].join('\0');
}

/** `mv FILE.new FILE` of a unit, whose cloud-config writes FILE.new: told where it is written. */
export function isMoved({ command, document }: PathFact, context: RuleContext): boolean {
  if (!document.parent || !command || !/^(?:cp|mv)$/.test(command.program)) return false;
  const written = filesWritten(context.project, context).get(rootOf(document));
  return command.words.some(({ text }) => written?.has(normaliseNodePath(text) ?? '') === true);
}

/** The files of dockerd that each file of the repository writes, other than by moving them. */
const filesWritten = once(({ documents }: Project, context: RuleContext) => {
  const found = new Map<Document, Set<string>>();
  for (const document of documents)
    for (const [path, writes] of daemonWrites(document, context).byPath) {
      if (writes.every(isEditor)) continue;
      const root = rootOf(document);
      found.set(root, (found.get(root) ?? new Set()).add(path));
    }
  return found;
});

/** Programs that change what stands in a file, or who may read it; `mv` puts back what one of them wrote elsewhere. */
const EDITORS = new Set(['sed', 'perl', 'jq', 'yq', 'mv', 'chmod', 'chown', 'touch']);

/** Lines that edit a file which the document writes, as `sed -i` does; told with the line that writes it. */
export function editsOf(fact: PathFact, context: RuleContext): readonly PathFact[] {
  const writes = daemonWrites(fact.document, context).byPath.get(fact.path) ?? [];
  const others = mainOf(writes) === fact ? writes.filter((one) => one !== fact && goesWith(one, fact)) : [];
  return others.slice(0, LIMITS.relatedPlaces);
}

/** Whether it is one of the edits of another line. */
export function isEdit(fact: PathFact, context: RuleContext): boolean {
  const main = mainOf(daemonWrites(fact.document, context).byPath.get(fact.path) ?? []);
  return main !== undefined && main !== fact && goesWith(fact, main);
}

function goesWith(fact: PathFact, main: PathFact): boolean {
  return countsWith(fact, main) || isAppended(fact, main) || isWrittenAgain(fact, main);
}

/** Another branch of the script writes a text of its own: the settings of both are told as one. */
export function isWrittenAgain(fact: PathFact, main: PathFact): boolean {
  // Behind `>` stands no command.
  const isText = ({ command, polarity }: PathFact) =>
    polarity === 'uses' && (command === undefined || WRITES_TEXT.test(command.program));
  if (!/\.json$/.test(fact.path) || !isText(fact) || !isText(main)) return false;
  return fact.site === main.site && implies(fact.conditions, main.conditions);
}

const WRITES_TEXT = /^(?:cat|tee|echo|printf)$/;

/** `echo … | tee -a FILE` behind the line that begins the file, for a drop-in: its settings are told as one. */
function isAppended(fact: PathFact, main: PathFact): boolean {
  const isDropIn = /\/docker\.(?:service|socket)\.d\//.test(fact.path);
  return isDropIn && fact.use === 'write' && fact.site === main.site && implies(fact.conditions, main.conditions);
}

/** Whether it is the line of its document that says what stands in the file. */
export function saysWhatStandsThere(fact: PathFact, context: RuleContext): boolean {
  return mainOf(daemonWrites(fact.document, context).byPath.get(fact.path) ?? []) === fact;
}

/** The line that says what stands in the file, also behind a `touch`; the first one where all only edit it. */
function mainOf(writes: readonly PathFact[]): PathFact | undefined {
  return writes.find((one) => !isEditor(one)) ?? writes[0];
}

function isEditor({ command, touches, edits }: PathFact): boolean {
  return touches === true || edits === true || EDITORS.has(command?.program ?? '');
}

/** Where the edit counts, the line that writes does too. */
function countsWith(edit: PathFact, main: PathFact): boolean {
  return (
    isEditor(edit) && edit.polarity === 'uses' && edit.site === main.site && implies(edit.conditions, main.conditions)
  );
}
