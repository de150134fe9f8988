/** TOML: containerd, CRI-O, telegraf, GitLab runner and other settings. */
import type { Token } from '../../model/document.ts';
import type { SettingFormat } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';
import { maskView } from '../../text/mask.ts';
import { viewOf } from '../../text/placed.ts';
import { createDocument, type Embed, type Input } from '../front-end.ts';
import { asked } from '../ini/asked.ts';
import { scriptFacts } from '../shell/shell.ts';
import { noteAt, readingBuilder, settingFact, token } from '../text/facts.ts';
import { type Step, scanToml, type TomlEntry } from './scan.ts';

export function readToml(input: Input, embed: Embed): Reading {
  const masked: Input = { ...input, view: maskView(input.view) };
  const document = createDocument(masked, 'toml');
  const builder = readingBuilder(document);
  const scan = scanToml(masked.view);
  const format = tomlFormat(input.target ?? input.path, scan.entries);
  for (const entry of scan.entries) {
    const path = entry.path.map(stepName);
    builder.fact(settingFact(document, format, path, lastKey(entry.path), entry.value));
    if (RUN_BY_TELEGRAF.test(path.join('.')))
      builder.add(asked(scriptFacts(viewOf(entry.value), { document, depth: input.depth, embed })));
  }
  for (const path of scan.empty) {
    const key = lastKey(path);
    if (!key) continue;
    const value = token(key.view, key.end, key.end);
    builder.fact({ ...settingFact(document, format, path.map(stepName), key, value), at: key });
  }
  for (const { start, end, message } of scan.problems) builder.note(noteAt(masked, 'syntax', message, start, end));
  return builder.build();
}

/** `[[inputs.exec]]`: https://github.com/influxdata/telegraf/blob/master/plugins/inputs/exec/README.md */
const RUN_BY_TELEGRAF = /^inputs\.exec\.(?:\[\]\.)?commands?(?:\.\[\])?$/;

function stepName(step: Step): string {
  if (step.kind === 'key') return step.key.text;
  return step.name === undefined ? '[]' : `[${step.name}]`;
}

function lastKey(path: readonly Step[]): Token | undefined {
  const step = path.findLast((one) => one.kind === 'key');
  return step?.kind === 'key' ? step.key : undefined;
}

const CONTAINERD_TABLES = new Set(['plugins', 'disabled_plugins', 'required_plugins', 'imports', 'grpc', 'cgroup']);

function tomlFormat(path: string, entries: readonly TomlEntry[]): SettingFormat {
  const lower = path.toLowerCase();
  if (/(^|\/)crio(\.|$)|\/crio\//.test(lower)) return 'crio';
  if (lower.includes('containerd')) return 'containerd';
  let containerd = false;
  for (const { path: steps } of entries) {
    const first = steps[0];
    if (first?.kind !== 'key') continue;
    if (first.key.text === 'crio') return 'crio';
    const second = steps[1];
    const name = second?.kind === 'key' ? second.key.text : '';
    if (first.key.text === 'plugins' && (name.startsWith('io.containerd.') || name === 'cri')) return 'containerd';
    if (CONTAINERD_TABLES.has(first.key.text)) containerd = true;
  }
  return containerd && /(^|\/)config[^/]{0,255}\.toml[^/]{0,255}$/.test(lower) ? 'containerd' : 'toml';
}
