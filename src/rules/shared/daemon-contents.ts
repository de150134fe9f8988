/** What a script writes into a file of dockerd right where it names the file: the body of a here-document, a variable in it. */
import type { Document } from '../../model/document.ts';
import type { EnvFact, Fact, PathFact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { once } from '../../text/once.ts';
import { spanText } from '../../text/source.ts';
import type { Report, RuleContext } from '../rule.ts';
import { isWrittenAgain, saysWhatStandsThere } from './daemon-files.ts';
import { firstBy, settingsOf } from './documents.ts';

/** `"insecure-registries": []` changes nothing. */
export function isEmpty({ value, document }: SettingFact): boolean {
  return document.language === 'json' && value.text === '' && value.start === value.end;
}

export const isFirstOfKey = firstBy((fact) => (fact.kind === 'setting' ? (fact.path[0] ?? '') : undefined));

/** Whether something writes the text of this document to the file that it is on the node. */
export function isWritten(document: Document, context: RuleContext): boolean {
  if (!document.parent || document.target === undefined) return false;
  return writtenPaths(document.parent, context).has(normaliseNodePath(document.target));
}

/** The line that writes the text of this document to its file on the node. */
export function writerPlaces({ parent, target }: Document, context: RuleContext): NonNullable<Report['related']> {
  const path = target === undefined ? undefined : normaliseNodePath(target);
  const fact = parent && context.factsOf(parent).find((one) => path !== undefined && writtenPath(one) === path);
  return fact ? [{ at: fact.at, message: 'puts it on the node' }] : [];
}

const writtenPaths = once(
  (document: Document, { factsOf }: RuleContext): ReadonlySet<string | undefined> =>
    new Set(factsOf(document).flatMap((fact) => writtenPath(fact) ?? [])),
);

function writtenPath(fact: Fact): string | undefined {
  return fact.kind === 'path' && fact.use === 'write' ? fact.path : undefined;
}

/** The parts of a document by the path that they have on a node; the first of each. */
export const partsByPath = once((document: Document, { partsOf }: RuleContext): ReadonlyMap<string, Document> => {
  const parts = new Map<string, Document>();
  for (const part of partsOf(document)) {
    const path = part.target === undefined ? undefined : normaliseNodePath(part.target);
    if (path !== undefined && !parts.has(path) && !isEmptyObject(part)) parts.set(path, part);
  }
  return parts;
});

/** The bodies for one path in the branches of a script, where each of its lines is told with the first. */
function bodiesOf(fact: PathFact, context: RuleContext): readonly Document[] {
  const parts = allParts(fact.document, context).get(fact.path) ?? [];
  const others = context
    .factsOf(fact.document)
    .filter((one): one is PathFact => one !== fact && one.kind === 'path' && writtenPath(one) === fact.path);
  return others.every((one) => isWrittenAgain(one, fact)) ? parts : parts.slice(0, 1);
}

const allParts = once((document: Document, { partsOf }: RuleContext): ReadonlyMap<string, readonly Document[]> => {
  const parts = partsOf(document).filter((part) => part.target !== undefined && !isEmptyObject(part));
  return groupBy(parts, (part) => normaliseNodePath(part.target ?? '') ?? '');
});

/** `echo '{}' > daemon.json`, for what comes then to merge with. */
function isEmptyObject({ view }: Document): boolean {
  return /^\s*\{\s*\}\s*$/.test(view.text.slice(0, 60));
}

/** The settings that are written into a file right here: the body of a here-document. */
export function bodyOf(fact: PathFact, context: RuleContext): readonly SettingFact[] {
  if (fact.use !== 'write' || !saysWhatStandsThere(fact, context)) return [];
  const settings = bodiesOf(fact, context)
    .flatMap((document) => settingsOf(document, context))
    .filter((one) => one.format === 'daemon-json' && !isEmpty(one) && isFirstOfKey(one, context));
  const first = new Map(settings.map((one) => [one.path[0] ?? '', one] as const).toReversed());
  return settings.filter((one) => first.get(one.path[0] ?? '') === one);
}

/** `DOCKER_GRAPH=/data` of a script that writes `"graph": "$DOCKER_GRAPH"`: told where the file is written. */
export function isInFile({ document, name }: EnvFact, context: RuleContext): boolean {
  return [...partsByPath(document, context).values()].some(
    (part) => /\/daemon\.json$/.test(part.target ?? '') && variablesOf(part).has(name),
  );
}

/** `docker_storage_dir: /data` of a project whose daemon.json says `"data-root": "{{ docker_storage_dir }}"`: told there. */
export function isInTemplate(name: string, project: Project): boolean {
  return variablesOfTemplates(project).has(name);
}

const variablesOfTemplates = once(({ documents }: Project): ReadonlySet<string> => {
  const files = documents.filter(({ path, target }) => /(?:^|[/_.-])daemon\.json/.test(target ?? path));
  return new Set(
    files.flatMap(({ view }) =>
      [...spanText(view.root(0, view.text.length).span).slice(0, 20_000).matchAll(FILLED)].flatMap(
        ([, name]) => name ?? [],
      ),
    ),
  );
});

const FILLED = /\{\{-?\s{0,4}([A-Za-z_]\w{1,80})/g;

const VARIABLE = /\$\{?([A-Za-z_]\w*)/g;

const variablesOf = once(
  ({ view }: Document): ReadonlySet<string> =>
    new Set(
      [...spanText(view.root(0, view.text.length).span).slice(0, 20_000).matchAll(VARIABLE)].flatMap(
        ([, name]) => name ?? [],
      ),
    ),
);
