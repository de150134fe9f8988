/** Ansible: plays, tasks and variables of roles. */
import { allOf, type Branches, type Condition, NOTHING, within } from '../../model/condition.ts';
import type { Reading } from '../../model/project.ts';
import type { Site } from '../../model/site.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole, type View } from '../../text/view.ts';
import { readTest } from '../conditions/expression.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { carriedFlags } from '../yaml/carried-flags.ts';
import { type ContentContext, scalarReading } from '../yaml/content.ts';
import { walkScalars } from '../yaml/walk.ts';
import { get, itemsOf, pairsOf, scalarAt, tokenOf, type YamlMap, type YamlNode } from '../yaml/yaml.ts';
import { machineBeside, usualHosts } from './hosts.ts';
import { notifiedBy, roleLinks } from './links.ts';
import { isDelegatedHere, moduleName } from './modules.ts';
import { type CalledRole, rolePackages } from './packages.ts';
import { resultsAboutDocker, underResults } from './results.ts';
import { type AroundTask, taskReading } from './task.ts';

export function readAnsible(root: YamlNode, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'ansible');
  const { depth, object } = input;
  const results = resultsAboutDocker(root);
  const content: ContentContext = { document, format: 'ansible', object, depth, embed, owner: document.label };
  const context: PlayContext = { ...content, results, playVars: [], isDelegated: false };
  const own: Reading = { ...EMPTY_READING, documents: [document] };
  if (root.kind !== 'list')
    return mergeReadings([
      own,
      { ...EMPTY_READING, facts: carriedFlags(document, root) },
      settingsReading(root, context, []),
      linksToRoles(root, 'dependencies', context, []),
    ]);
  const items = inOrder(root.items, [], context, (item, around) => itemReading(item, context, around, 0));
  const reading = HANDLERS.test(document.path) && !document.parent ? items.map(hear(root)) : items;
  return mergeReadings([own, ...reading]);
}

const HANDLERS = /(?:^|\/)handlers\/[^/]+$/;

/** What a handler does, it does when it is called by its name, or by a topic that it hears of. */
function hear(list: YamlNode): (reading: Reading, index: number) => Reading {
  const items = itemsOf(list);
  return (reading, index) => {
    const handler = items[index];
    const topics = get(handler, 'listen');
    const named = [get(handler, 'name'), ...(topics?.kind === 'scalar' ? [topics] : itemsOf(topics))];
    const heardAs = named.flatMap((one) => (one?.kind === 'scalar' ? [one.text] : []));
    return { ...reading, facts: reading.facts.map((fact) => ({ ...fact, heardAs })) };
  };
}

interface PlayContext extends AroundTask {
  /** The variables that hold whether Docker is there. */
  readonly results: ReadonlySet<string>;
}

const TASK_LISTS = new Set(['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always']);
const NESTING_LIMIT = 20;

/** A play, a block, or a task. */
function itemReading(item: YamlNode, around: PlayContext, outer: readonly Condition[], nesting: number): Reading {
  if (item.kind !== 'map') return EMPTY_READING;
  if (nesting > NESTING_LIMIT) return tooDeep(item, around);
  const beside = get(item, 'hosts') ? undefined : machineBeside(item);
  const reading = readingOf(item, around, outer, nesting);
  return beside === undefined ? reading : onHosts(reading, { kind: 'group', name: beside });
}

function readingOf(item: YamlMap, around: PlayContext, outer: readonly Condition[], nesting: number): Reading {
  const own = get(item, 'vars');
  const isDelegated = get(item, 'delegate_to') ? isDelegatedHere(item) : around.isDelegated;
  const context = { ...around, isDelegated, playVars: own ? [own, ...around.playVars] : around.playVars };
  const conditions = within(outer, conditionsOf(item, context));
  const lists = item.pairs.filter((pair) => TASK_LISTS.has(pair.key.text));
  if (lists.length === 0 && !get(item, 'hosts')) return taskReading(item, context, conditions);
  const inner = lists.flatMap((pair) => {
    const around = pair.key.text === 'block' ? within(conditions, rescuedBy(item)) : conditions;
    const readings = inOrder(itemsOf(pair.value), around, context, (task, here) =>
      itemReading(task, context, here, nesting + 1),
    );
    return pair.key.text === 'handlers' && pair.value ? readings.map(hear(pair.value)) : readings;
  });
  const hosts = hostsOf(item);
  const others: YamlMap = { ...item, pairs: item.pairs.filter((pair) => !TASK_LISTS.has(pair.key.text)) };
  const reading = mergeReadings([
    {
      ...EMPTY_READING,
      facts: carriedFlags(context.document, others),
      links: notifiedBy(item, { document: context.document, conditions }),
    },
    settingsReading(others, context, []),
    linksToRoles(item, 'roles', context, conditions),
    ...inner,
  ]);
  return hosts === undefined ? reading : onHosts(reading, { kind: 'group', name: hosts });
}

/** Tasks one after the other: behind one that ends the play for a host, only the others are left. */
function inOrder(
  items: readonly YamlNode[],
  outer: readonly Condition[],
  context: PlayContext,
  read: (item: YamlNode, around: readonly Condition[]) => Reading,
): readonly Reading[] {
  let around = outer;
  return items.map((item) => {
    const reading = read(item, around);
    if (endsPlay(item)) around = within(around, testOf(item, context).whenFalse);
    return reading;
  });
}

/** `meta: end_host` */
function endsPlay(item: YamlNode): item is YamlMap {
  return (
    item.kind === 'map' &&
    item.pairs.some(
      ({ key, value }) =>
        moduleName(key.text) === 'meta' &&
        value?.kind === 'scalar' &&
        /^end_(?:host|play|batch|role)$/.test(value.text),
    )
  );
}

/** A group, or several in a list. */
function hostsOf(play: YamlMap): string | undefined {
  const groups = itemsOf(get(play, 'hosts')).flatMap((item) => (item.kind === 'scalar' ? item.text : []));
  const written = scalarAt(play, 'hosts');
  if (!written) return groups.length > 0 ? groups.join(',') : undefined;
  return hasHole(written.text) ? (usualHosts(spanText(spanOf(tokenOf(written)))) ?? written.text) : written.text;
}

/** Everything in a play happens on its hosts. */
function onHosts(reading: Reading, site: Site): Reading {
  return {
    ...reading,
    facts: reading.facts.map((fact) => ({ ...fact, site: reachedFrom(fact.site, site) })),
    links: reading.links.map((link) => ({ ...link, site: reachedFrom(link.site, site) })),
  };
}

function reachedFrom(inner: Site | undefined, outer: Site): Site {
  return inner ? { ...inner, outer: inner.outer ? reachedFrom(inner.outer, outer) : outer } : outer;
}

/** The roles of a play, and those that a role depends on. */
function linksToRoles(
  play: YamlNode,
  key: 'roles' | 'dependencies',
  context: PlayContext,
  outer: readonly Condition[],
): Reading {
  const { document } = context;
  const roles = itemsOf(get(play, key)).flatMap((role): readonly CalledRole[] => {
    const name = role.kind === 'scalar' ? role : (scalarAt(role, 'role') ?? scalarAt(role, 'name'));
    if (!name || name.text === '') return [];
    return [{ at: tokenOf(name), conditions: within(outer, role.kind === 'map' ? conditionsOf(role, context) : []) }];
  });
  const links = roles.flatMap(({ at, conditions: asked }) =>
    roleLinks(document, at).map((link) => {
      const conditions = within(asked, link.conditions ?? []);
      return { ...link, ...(conditions.length > 0 ? { conditions } : {}) };
    }),
  );
  return { ...EMPTY_READING, links, facts: rolePackages(roles, document) };
}

function tooDeep(item: YamlMap, { document }: ContentContext): Reading {
  const { span } = document.view.root(item.start, item.end);
  const message = `blocks are nested more than ${NESTING_LIMIT} deep here; what is deeper was not read`;
  return { ...EMPTY_READING, notes: [{ code: 'too-deep', message, path: document.path, span, coverage: 'partly' }] };
}

function settingsReading(root: YamlNode, context: ContentContext, path: readonly string[]): Reading {
  const readings: Reading[] = [];
  walkScalars(root, { visit: (visited) => readings.push(scalarReading(visited, context)) }, path);
  return mergeReadings(readings);
}

/** A block whose rescue asks another runtime only counts where Docker is there. */
function rescuedBy(block: YamlMap): readonly Condition[] {
  const rescue = pairsOf(block).find((pair) => pair.key.text === 'rescue');
  if (!rescue?.value) return [];
  const commands = itemsOf(rescue.value).flatMap((task) => pairsOf(task).map(({ value }) => value));
  const asksOther = commands.some(
    (value) => value?.kind === 'scalar' && /^(?:sudo )?(?:crictl|ctr|nerdctl|podman)\b/.test(value.text.trim()),
  );
  return asksOther ? [{ kind: 'presence', holds: true, at: tokenOf(rescue.key) }] : [];
}

/** `when: container_manager == 'docker'`; the items of a list have to hold together. */
function conditionsOf(item: YamlMap, context: PlayContext): readonly Condition[] {
  return testOf(item, context).whenTrue;
}

function testOf(item: YamlMap, { results }: PlayContext): Branches {
  const when = pairsOf(item).find((pair) => pair.key.text === 'when')?.value;
  const tests = when?.kind === 'scalar' ? [when] : itemsOf(when);
  return allOf(
    tests.map((test) => {
      if (test.kind !== 'scalar') return NOTHING;
      const at = tokenOf(test);
      return readTest(underResults(at.text, results), at);
    }),
  );
}
