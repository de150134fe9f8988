/** Monitors of node-problem-detector that watch dockerd: the settings of one file are one finding. */
import { DOCKER_MONITORS } from '../../data/images.ts';
import type { Document, Token } from '../../model/document.ts';
import type { Fact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { projectFolderOf } from '../../recognise/chart-layout.ts';
import { once } from '../../text/once.ts';
import { baseName } from '../../text/path.ts';
import { literalPattern } from '../../text/pattern.ts';
import type { RuleContext } from '../rule.ts';
import { flagsOf } from './command-flags.ts';
import { settingsOf } from './documents.ts';
import { lastKey } from './settings.ts';

const MONITORS = DOCKER_MONITORS.map(({ file }) => ({
  file,
  named: new RegExp(`(^|[/,=])${literalPattern(file)}($|,)`),
}));

/** Keys that say where a file comes from or is put; the process is told elsewhere to read it. */
const PLACES = new Set(['path', 'key', 'mountPath', 'subPath']);

/** The file of a monitor of dockerd that node-problem-detector is told to read. */
export function monitorIn(value: Token | undefined): string | undefined {
  const text = value?.text.slice(0, 4096) ?? '';
  if (!text.includes('docker') || text.includes('\n')) return undefined;
  return MONITORS.find(({ named }) => named.test(text))?.file;
}

export function saysWhere(fact: SettingFact): boolean {
  return PLACES.has(lastKey(fact));
}

/** The monitors that the process of each folder, or chart, is told to read. */
const listedMonitors = once(({ facts }: Project): ReadonlyMap<string, ReadonlySet<string>> => {
  const folders = new Map<string, Set<string>>();
  for (const fact of facts) {
    const folder = projectFolderOf(fact.document.path);
    for (const file of monitorsListed(fact)) folders.set(folder, (folders.get(folder) ?? new Set()).add(file));
  }
  return folders;
});

function monitorsListed(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case 'setting':
      return saysWhere(fact) ? [] : filesIn(fact.value);
    case 'flag':
      return filesIn(fact.value);
    case 'command':
      return flagsOf(fact).flatMap(({ value }) => filesIn(value));
    default:
      return [];
  }
}

function filesIn(value: Token | undefined): readonly string[] {
  const text = value?.text.slice(0, 4096) ?? '';
  return text.includes('\n') ? [] : (text.match(/[\w.-]{0,100}(?:monitor|checker)[\w.-]{0,100}\.json(?=$|,)/g) ?? []);
}

/** The list names the file, and is the line to edit; or it does not, and nobody reads the file. */
function isToldByList({ target, path }: Document, { project }: RuleContext): boolean {
  const name = baseName(target ?? path);
  const listed = listedMonitors(project).get(projectFolderOf(path));
  if (!listed || !name.endsWith('.json')) return false;
  return !listed.has(name) || MONITORS.some(({ file }) => file === name);
}

/** What in the file of a monitor watches dockerd, where the file stands beside the list that names it. */
export function settingsOfMonitor(file: string, path: string, context: RuleContext): readonly Token[] {
  return monitorSettings(context.project, context).get(`${projectFolderOf(path)}\0${file}`) ?? [];
}

const monitorSettings = once(({ documents }: Project, context: RuleContext): ReadonlyMap<string, readonly Token[]> => {
  const known = new Map<string, readonly Token[]>();
  for (const document of documents) {
    const name = baseName(document.target ?? document.path);
    if (!MONITORS.some(({ file }) => file === name)) continue;
    const found = watchersOf(document, context).map(({ value }) => value);
    if (found.length > 0) known.set(`${projectFolderOf(document.path)}\0${name}`, found);
  }
  return known;
});

const PLUGIN = /^(?:custom|filelog|journald|kmsg)$/;
const ENGINE_TEXT = /\/var\/lib\/docker\b|\btask docker\b|\bdockerd\b|Docker Application Container Engine/;

/**
 * The setting is the first of its monitor that watches Docker; with it the others. Where the monitor only has patterns of
 * Docker among others (`isWhole` is false), it works without.
 */
export function watcherOfDocker(
  fact: SettingFact,
  context: RuleContext,
): { readonly others: readonly Token[]; readonly isWhole: boolean } | undefined {
  if (!watches(fact)) return undefined;
  if (isToldByList(fact.document, context)) return undefined;
  const all = watchersOf(fact.document, context);
  const [first, ...others] = all;
  if (first !== fact) return undefined;
  return {
    others: others.map(({ value }) => value),
    isWhole: !all.every(isPattern) && !watchesOthers(all, fact.document, context),
  };
}

const watchersOf = once((document: Document, context: RuleContext): readonly SettingFact[] => {
  const settings = settingsOf(document, context);
  const hasPlugin = settings.some(({ path, value }) => path.join('.') === 'plugin' && PLUGIN.test(value.text));
  return hasPlugin ? settings.filter(watches) : [];
});

/** Another rule of the same monitor counts the starts of something else: `--pattern=Started Kubernetes kubelet.` */
function watchesOthers(all: readonly SettingFact[], document: Document, context: RuleContext): boolean {
  const isCounted = ({ value }: SettingFact) => COUNTED.test(value.text.slice(0, 4096));
  return all.every(isCounted) && settingsOf(document, context).some((one) => isCounted(one) && !all.includes(one));
}

const COUNTED = /^--?pattern[= ]/;

function isPattern({ path }: SettingFact): boolean {
  return path.at(-1) === 'pattern';
}

function watches({ path, value }: SettingFact): boolean {
  const text = value.text.slice(0, 4096);
  switch (path.join('.')) {
    case 'pluginConfig.source':
      return /^dockerd?$/.test(text);
    case 'logPath':
      return /\/docker[\w.-]*$/.test(text);
  }
  if (path[0] !== 'rules') return false;
  if (path.at(-1) === 'pattern') return ENGINE_TEXT.test(text);
  if (path.at(-1) !== '[]' || path.at(-2) !== 'args') return false;
  return (
    /^--?(?:component|journald-source|systemd-service)[= ]docker(?:d|\.service)?$/.test(text) ||
    (/^--?pattern[= ]/.test(text) && ENGINE_TEXT.test(text))
  );
}
