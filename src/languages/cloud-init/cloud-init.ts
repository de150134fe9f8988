/** cloud-config: the files, commands and packages of a machine's first boot. */
import type { Document, Token } from '../../model/document.ts';
import type { Fact, PackageFact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { base64View } from '../../text/base64.ts';
import type { View } from '../../text/view.ts';
import { createDocument, EMPTY_READING, type Embed, type Input, mergeReadings } from '../front-end.ts';
import { commandFacts, scriptFacts } from '../shell/shell.ts';
import { installFact, pathFacts } from '../text/facts.ts';
import { gzipView } from '../text/gzip.ts';
import { carriedFlags } from '../yaml/carried-flags.ts';
import { type ContentContext, embedText, scalarReading, settingOf } from '../yaml/content.ts';
import { formatOf } from '../yaml/formats.ts';
import { walkScalars } from '../yaml/walk.ts';
import {
  at,
  get,
  itemsOf,
  pairsOf,
  parseYaml,
  scalarAt,
  textAt,
  tokenOf,
  type YamlNode,
  type YamlPair,
} from '../yaml/yaml.ts';

/** A text that starts with `#cloud-config`. */
export function readCloudInit(input: Input, embed: Embed): Reading {
  const { documents, notes } = parseYaml(input.view, { path: input.path, templates: 'none' });
  const readings = documents.map(({ root, view }) =>
    root ? readCloudConfig(root, view, input, embed) : EMPTY_READING,
  );
  return mergeReadings([...readings, { ...EMPTY_READING, notes }]);
}

export function readCloudConfig(root: YamlNode, view: View, input: Input, embed: Embed): Reading {
  const document = createDocument({ ...input, view }, 'cloud-init');
  const { depth, object } = input;
  const context: ContentContext = { document, format: 'cloud-init', object, depth, embed, owner: document.label };
  const parts = partsOf(root);
  const others: Reading[] = [];
  const isOwn = (pair: YamlPair, _path: readonly string[], owner: YamlNode) =>
    (parts.includes(owner) && OWN_KEYS.has(pair.key.text)) || (pair.value !== undefined && parts.includes(pair.value));
  for (const part of parts)
    walkScalars(part, { skip: isOwn, visit: (visited) => others.push(scalarReading(visited, context)) });
  return mergeReadings([
    { ...EMPTY_READING, documents: [document], facts: carriedFlags(document, root) },
    ...parts.flatMap((part) => partReading(part, context)),
    ...others,
  ]);
}

/** The configuration itself, that of the installer of Ubuntu in it, and what that hands on to the new machine. */
function partsOf(root: YamlNode): readonly YamlNode[] {
  const installer = get(root, 'autoinstall');
  const handedOn = get(installer ?? root, 'user-data');
  return [root, ...[installer, handedOn].flatMap((part) => (part?.kind === 'map' ? [part] : []))];
}

function partReading(part: YamlNode, context: ContentContext): Reading[] {
  const facts = [...packageFacts(part, context), ...mountedFolders(part, context.document)];
  return [{ ...EMPTY_READING, facts }, ...writtenFiles(part, context), ...commands(part, context)];
}

const COMMANDS = ['bootcmd', 'runcmd', 'early-commands', 'late-commands'];
const OWN_KEYS = new Set(['write_files', 'packages', 'mounts', 'snaps', ...COMMANDS]);

function writtenFiles(root: YamlNode, context: ContentContext): Reading[] {
  return itemsOf(at(root, 'write_files')).map((file) => {
    const path = scalarAt(file, 'path');
    const facts = path ? pathFacts(context.document, tokenOf(path), 'write') : [];
    return mergeReadings([{ ...EMPTY_READING, facts }, contentReading(file, context)]);
  });
}

function contentReading(file: YamlNode, context: ContentContext): Reading {
  const tree = get(file, 'content');
  if (tree && tree.kind !== 'scalar') return treeReading(tree, textAt(file, 'path') ?? 'content', context);
  const content = scalarAt(file, 'content');
  if (!content) return EMPTY_READING;
  const encoding = textAt(file, 'encoding') ?? '';
  const target = textAt(file, 'path') ?? 'content';
  // A template may fill in all of it.
  if (/^[\s\uE000]*$/.test(content.text)) return EMPTY_READING;
  if (/gz/i.test(encoding)) return compressedReading(content.view, target, context);
  const view = /b64|base64/i.test(encoding) ? base64View(content.view) : content.view;
  return view ? embedText(view, target, context) : EMPTY_READING;
}

/** `content = jsonencode({…})` of Terraform: the tree that the file will hold. */
function treeReading(root: YamlNode, target: string, outer: ContentContext): Reading {
  const { document: parent } = outer;
  const document: Document = { ...parent, language: 'json', label: `${target} in ${parent.label}`, parent, target };
  const context = { ...outer, document, format: formatOf(target, root, 'json') };
  const facts: Fact[] = [];
  walkScalars(root, { visit: (visited) => facts.push(settingOf(visited, context)) });
  return { ...EMPTY_READING, documents: [document], facts };
}

/** A finding in it points at the whole content. */
function compressedReading(view: View, target: string, context: ContentContext): Reading {
  const content = gzipView(view);
  if (typeof content !== 'string') return embedText(content, target, context);
  const { document } = context;
  const message =
    content === 'too-large'
      ? `the content of ${target} unpacks to more than the limit; it was not read`
      : `the content of ${target} is compressed, and cannot be unpacked; it was not read`;
  const span = view.root(0, Math.min(view.text.length, 1)).span;
  return { ...EMPTY_READING, notes: [{ code: 'not-text', message, path: document.path, span, coverage: 'partly' }] };
}

/** Items are command lines, or lists of words that no shell reads. */
function commands(root: YamlNode, context: ContentContext): Reading[] {
  return COMMANDS.flatMap((key) =>
    itemsOf(at(root, key)).map((item) => {
      if (item.kind === 'scalar') return scriptFacts(item.view, context);
      const words = itemsOf(item).flatMap((word): Token[] => (word.kind === 'scalar' ? [tokenOf(word)] : []));
      return words.length > 0 ? commandFacts(words, { ...context, execForm: true }) : EMPTY_READING;
    }),
  );
}

/** `mounts: [[/dev/xvdb, /var/lib/docker]]`: fields of /etc/fstab. */
function mountedFolders(root: YamlNode, document: Document): readonly Fact[] {
  return itemsOf(at(root, 'mounts')).flatMap((mount) => {
    const folder = itemsOf(mount)[1];
    return folder?.kind === 'scalar' ? pathFacts(document, tokenOf(folder), 'read') : [];
  });
}

function packageFacts(root: YamlNode, { document }: ContentContext): PackageFact[] {
  const snaps = itemsOf(at(root, 'snaps')).flatMap((snap) => scalarAt(snap, 'name') ?? []);
  const names = itemsOf(at(root, 'packages')).flatMap((item) => {
    if (item.kind === 'scalar') return [item];
    const first = item.kind === 'list' ? item.items[0] : pairsOf(item)[0]?.value;
    return first?.kind === 'scalar' ? [first] : itemsOf(first).filter((inner) => inner.kind === 'scalar');
  });
  return [...names, ...snaps].map((name) => installFact(document, tokenOf(name), 'cloud-init'));
}
