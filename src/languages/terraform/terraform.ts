/** Terraform and Packer in HCL: settings by block, here-documents as what they are, provisioners as shell. */
import { OTHER_PLATFORMS } from '../../data/other-platforms.ts';
import type { Document, Token } from '../../model/document.ts';
import { fileTarget, type Link, type LinkTarget } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import type { Site } from '../../model/site.ts';
import { spanOf } from '../../text/placed.ts';
import { table } from '../../text/table.ts';
import { slice } from '../../text/view.ts';
import { underStretches } from '../conditions/stretches.ts';
import { createDocument, EMPTY_READING, type Embed, type Input } from '../front-end.ts';
import { recogniseLanguage } from '../recognise.ts';
import { scriptFacts } from '../shell/shell.ts';
import { noteAt, pathFacts, type ReadingBuilder, readingBuilder, settingFact } from '../text/facts.ts';
import { chosenFlags, countStretches } from './conditions.ts';
import { argumentsView, isSet, mapFlags, objectsReading, objectsTree } from './objects.ts';
import { type HclEntry, scanHcl } from './scan.ts';
import type { HclBlock } from './tree.ts';

const USER_DATA = /user_?data|startup_?script|cloud_?init|custom_?data|cloud_?config|metadata/i;
const SCRIPT_KEYS = new Set(['inline', 'execute_command', 'command', 'commands', 'commandToExecute']);
/** Resources whose pods are read as a whole. */
const POD_RESOURCE = /^kubernetes_(?:daemon_?set|deployment|stateful_set|replica|pod|job|cron_job)/;

export function readTerraform(input: Input, embed: Embed): Reading {
  const document = createDocument(input, 'terraform');
  const builder = readingBuilder(document);
  const scan = scanHcl(input.view);
  const tree = objectsTree(input);
  const objects = tree ? objectsReading(tree, input, document, embed) : EMPTY_READING;
  const mounted = mountsOf(objects);
  for (const [i, entry] of scan.entries.entries()) {
    // What is printed at the end is for people, or for another module, which says what it does with it.
    if (isOfOtherPlatform(entry) || entry.path[0] === 'output') continue;
    readSet(builder, scan.entries[i - 1], entry);
    if (entry.kind === 'heredoc') builder.add(whereItRuns(entry, textReading(input, embed, builder, entry)));
    else readAttribute(input, embed, builder, entry, mounted);
  }
  builder.add(objects);
  if (tree) builder.add({ ...EMPTY_READING, facts: mapFlags(tree, document, machinesOf(input, builder)) });
  if (scan.open) {
    const { length } = input.view.text;
    builder.note(noteAt(input, 'syntax', 'a block is not closed', Math.max(0, length - 1), length));
  }
  builder.fact(...chosenFlags(document));
  return underStretches(builder.build(), input.path, countStretches(document.view));
}

function isOfOtherPlatform({ path }: HclEntry): boolean {
  const type = path[0] === 'resource' ? path[1] : undefined;
  return type !== undefined && OTHER_PLATFORMS.some(({ prefix }) => type.startsWith(prefix));
}

/** Where the paths stand that pods mount. */
function mountsOf({ facts }: Reading): ReadonlySet<number> {
  return new Set(
    facts.flatMap((fact) => (fact.kind === 'path' && fact.use === 'mount' ? [spanOf(fact.at).start] : [])),
  );
}

function readAttribute(
  input: Input,
  embed: Embed,
  builder: ReadingBuilder,
  entry: HclEntry,
  mounted: ReadonlySet<number>,
): void {
  const { document } = builder;
  const { value, key } = entry;
  if (entry.call === 'templatefile' || entry.call === 'file') {
    if (entry.kind === 'string' && /[./]/.test(value.text))
      builder.link(isOfConfigMap(entry) ? mount(builder, entry) : call(input, builder, entry));
    return;
  }
  if (entry.kind === 'string' && isScriptFile(entry)) {
    builder.link(call(input, builder, entry));
    return;
  }
  builder.fact(settingFact(document, 'terraform', entry.path, key, value));
  if (entry.kind !== 'string') return;
  if (key && SCRIPT_KEYS.has(key.text) && !entry.path.some((step) => /^(?:init_)?containers?$/.test(step))) {
    const view = slice(value.view, value.start, value.end);
    const isOfMachine = entry.path.includes('remote-exec') || key.text === 'commands';
    const machine = isOfMachine ? blockDocument(input, builder, entry) : document;
    builder.add(whereItRuns(entry, scriptFacts(view, { document: machine, depth: input.depth, embed })));
  }
  if (key && isArguments(key.text)) {
    const block = blockDocument(input, builder, entry);
    builder.add(scriptFacts(argumentsView(value, 'bootstrap.sh'), { document: block, depth: input.depth, embed }));
  } else if (key && USER_DATA_TEXT.test(key.text) && /\s/.test(value.text))
    builder.add(textReading(input, embed, builder, entry));
  if (isHostPath(entry) && !mounted.has(spanOf(value).start)) builder.fact(...pathFacts(document, value, 'mount'));
}

/** `data = {"agent.conf" = file("agent.conf")}`: pods mount it. */
function isOfConfigMap({ path }: HclEntry): boolean {
  return path[0] === 'resource' && /^kubernetes_(?:config_map|secret)(?:_v1)?(?:_data)?$/.test(path[1] ?? '');
}

function mount(builder: ReadingBuilder, { path, value, key }: HclEntry): Link {
  const { document } = builder;
  const from: Document = { ...document, language: 'kubernetes', label: path.slice(0, 3).join(' '), parent: document };
  builder.add({ ...EMPTY_READING, documents: [from] });
  return { from, kind: 'mounts', to: fileOf(value), target: key?.text };
}

/** `${path.module}/agent.conf` is beside the file. */
function fileOf({ text }: Token): LinkTarget {
  return fileTarget(text.replace(/^\uE000+\//, ''));
}

/** A file that its machine runs or is given. */
function call(input: Input, builder: ReadingBuilder, entry: HclEntry): Link {
  const from = blockDocument(input, builder, entry);
  return { from, kind: 'calls', to: fileOf(entry.value), target: targetOf(entry) };
}

/** `script = "setup.sh"`, `scripts = ["a.sh", "b.sh"]` of a provisioner. */
function isScriptFile({ path, value }: HclEntry): boolean {
  const key = path.findLast((step) => step !== '[]') ?? '';
  return path.includes('provisioner') && /^scripts?$/.test(key) && /^[^\s;|&]{1,300}$/.test(value.text);
}

/** Arguments of EKS's bootstrap.sh, whose options stand in them as on a command line. */
function isArguments(key: string): boolean {
  return /^bootstrap_(?:extra_)?args(?:uments)?$/.test(key);
}

/** `additional_userdata`, `pre_bootstrap_user_data`, `user_data_base64`, `worker_startup_script`: names of modules for the same. */
const USER_DATA_TEXT =
  /^(?:[a-z]{1,20}_){0,4}user_?data(?:_(?:base64|script|text|extra|additional|pre|post))?$|^(?:[a-z]{1,20}_){0,4}startup_script$|^custom_data$/;

/** `host_path { path = "…" }` of a volume that stands in no resource with a pod. */
function isHostPath(entry: HclEntry): boolean {
  if (entry.path[0] === 'resource' && POD_RESOURCE.test(entry.path[1] ?? '')) return false;
  return entry.path.at(-1) === 'path' && entry.path.at(-2) === 'host_path';
}

function textReading(input: Input, embed: Embed, builder: ReadingBuilder, entry: HclEntry): Reading {
  return embed({
    view: viewOf(entry.value),
    path: input.path,
    label: `${nameOf(entry)} in ${input.label}`,
    parent: blockDocument(input, builder, entry),
    object: input.object,
    target: targetOf(entry),
    language: languageOf(entry),
    depth: input.depth + 1,
  });
}

const OPERATOR = { kind: 'operator', name: '' } as const satisfies Site;

/** `local-exec` runs where Terraform does, and not on the machines of its resource. */
function whereItRuns({ path }: HclEntry, reading: Reading): Reading {
  if (!path.includes('local-exec')) return reading;
  const facts = reading.facts.map((fact) => (fact.site ? fact : { ...fact, site: OPERATOR }));
  return { ...reading, facts, links: reading.links.map((link) => (link.site ? link : { ...link, site: OPERATOR })) };
}

/** Lines that a module puts into its own script have no first line that says what they are. */
function languageOf(entry: HclEntry): Input['language'] {
  const name = nameOf(entry);
  if (!USER_DATA_TEXT.test(name)) return undefined;
  return recogniseLanguage(name, entry.value.text, 'user-data') === undefined ? 'shell' : undefined;
}

/** A module or resource stands for machines of its own: what one does says nothing about the others of the file. */
function blockDocument(input: Input, { document, add, documents }: ReadingBuilder, entry: HclEntry): Document {
  const names = namesIn(entry.path);
  if (names.length === 0) return document;
  const label = labelOf(input, names);
  const known = documents.find((one) => one.label === label && one.parent === document);
  if (known) return known;
  const made: Document = { ...document, label, parent: document };
  add({ ...EMPTY_READING, documents: [made] });
  return made;
}

/** A flag of the kubelet is for the machines of its module, where something is known to run on them. */
function machinesOf(input: Input, { document, documents }: ReadingBuilder): (block: HclBlock) => Document {
  const blocks = new Map(documents.flatMap((one) => (one.parent === document ? [[one.label, one] as const] : [])));
  return ({ type, labels }) => blocks.get(labelOf(input, namesIn([type, ...labels]))) ?? document;
}

function labelOf({ label }: Input, names: readonly string[]): string {
  return `${names.join(' ')} in ${label}`;
}

/** The words of a path that name its block. */
function namesIn(path: readonly string[]): readonly string[] {
  return path.slice(0, NAMED_BLOCKS.get(path[0] ?? '') ?? 0);
}

/** How many words name a block of the kind. */
const NAMED_BLOCKS = table({ module: 2, resource: 3, data: 3 });

function viewOf(value: Token) {
  return slice(value.view, value.start, value.end);
}

function targetOf(entry: HclEntry): string | undefined {
  const name = nameOf(entry);
  if (name === 'values' && entry.path.includes('helm_release')) return 'values.yaml';
  return USER_DATA.test(name) ? 'user-data' : name.replace(/\.\w+$/, '');
}

function nameOf(entry: HclEntry): string {
  return entry.path.findLast((step) => step !== '[]') ?? 'here-document';
}

/** `set { name = "a.b", value = "c" }` of a helm_release is a value of its chart. */
function readSet(builder: ReadingBuilder, previous: HclEntry | undefined, entry: HclEntry): void {
  if (entry.path.at(-1) !== 'value' || !isSet(entry.path.at(-2) ?? '')) return;
  if (previous?.path.at(-1) !== 'name' || previous.path.at(-2) !== entry.path.at(-2)) return;
  const path = previous.value.text.replace(/\[\d+\]/g, '.[]').split('.');
  builder.fact(settingFact(builder.document, 'helm-values', path, previous.value, entry.value));
}
