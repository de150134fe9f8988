/** Terraform and Packer in HCL: settings by block, here-documents as what they are, provisioners as shell. */
import type { Token } from '../../model/document.ts';
import type { Reading } from '../../model/project.ts';
import { slice } from '../../text/view.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { scriptFacts } from '../shell/shell.ts';
import { noteAt, pathFacts, type ReadingBuilder, readingBuilder, settingFact } from '../text/facts.ts';
import { type HclEntry, scanHcl } from './scan.ts';

const USER_DATA = /user_?data|startup_?script|cloud_?init|custom_?data|cloud_?config|metadata/i;
const SCRIPT_KEYS = new Set(['inline', 'execute_command', 'command', 'bootstrap_extra_args']);

export function readTerraform(input: Input, embed: Embed): Reading {
  const document = createDocument(input, 'terraform');
  const builder = readingBuilder(document);
  const scan = scanHcl(input.view);
  for (const [i, entry] of scan.entries.entries()) {
    readSet(builder, scan.entries[i - 1], entry);
    if (entry.kind === 'heredoc') readHeredoc(input, embed, builder, entry);
    else readAttribute(input, embed, builder, entry);
  }
  if (scan.open) {
    const { length } = input.view.text;
    builder.note(noteAt(input, 'syntax', 'a block is not closed', Math.max(0, length - 1), length));
  }
  return builder.build();
}

function readAttribute(input: Input, embed: Embed, builder: ReadingBuilder, entry: HclEntry): void {
  const { document } = builder;
  const { value, key } = entry;
  if (entry.call === 'templatefile' || entry.call === 'file') {
    if (entry.kind === 'string' && /[./]/.test(value.text)) {
      builder.link({
        from: document,
        kind: 'calls',
        to: value.text.replace(/^\uE000+\//, ''),
        target: targetOf(entry),
      });
    }
    return;
  }
  builder.fact(settingFact(document, 'terraform', entry.path, key, value));
  if (entry.kind !== 'string') return;
  if (key && SCRIPT_KEYS.has(key.text) && !entry.path.includes('container')) {
    const view = slice(value.view, value.start, value.end);
    builder.add(scriptFacts(view, { document, depth: input.depth, embed }));
  }
  if (isHostPath(entry)) builder.fact(...pathFacts(document, value, 'mount'));
}

/** `host_path { path = "…" }` of a pod's volume. */
function isHostPath(entry: HclEntry): boolean {
  return entry.path.at(-1) === 'path' && entry.path.at(-2) === 'host_path';
}

function readHeredoc(input: Input, embed: Embed, builder: ReadingBuilder, entry: HclEntry): void {
  const { document } = builder;
  builder.add(
    embed({
      view: viewOf(entry.value),
      path: input.path,
      label: `${nameOf(entry)} in ${input.label}`,
      parent: document,
      object: input.object,
      target: targetOf(entry),
      language: undefined,
      depth: input.depth + 1,
    }),
  );
}

function viewOf(value: Token) {
  return slice(value.view, value.start, value.end);
}

function targetOf(entry: HclEntry): string | undefined {
  const name = nameOf(entry);
  if (name === 'values' && entry.path.includes('helm_release')) return 'values.yaml';
  return USER_DATA.test(name) ? 'user-data' : undefined;
}

function nameOf(entry: HclEntry): string {
  return entry.path.findLast((step) => step !== '[]') ?? 'here-document';
}

/** `set { name = "a.b", value = "c" }` of a helm_release is a value of its chart. */
function readSet(builder: ReadingBuilder, previous: HclEntry | undefined, entry: HclEntry): void {
  if (entry.path.at(-1) !== 'value' || !/^set(?:_sensitive|_string)?$/.test(entry.path.at(-2) ?? '')) return;
  if (previous?.path.at(-1) !== 'name' || previous.path.at(-2) !== entry.path.at(-2)) return;
  const path = previous.value.text.replace(/\[\d+\]/g, '.[]').split('.');
  builder.fact(settingFact(builder.document, 'helm-values', path, previous.value, entry.value));
}
