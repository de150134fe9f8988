/** Reads docs/rules pages as tests: fenced files with marked lines, linted as small repositories. */

import { lintOptions as configured } from '../../src/config/apply.ts';
import { readConfig } from '../../src/config/load.ts';
import { type Layer, mergeLayers } from '../../src/config/options.ts';
import { lint } from '../../src/lint.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { InputFile } from '../../src/model/input.ts';
import { NO_KNOWLEDGE } from '../../src/model/knowledge.ts';
import type { LintOptions, LintResult } from '../../src/model/result.ts';
import type { TargetRuntime } from '../../src/model/target.ts';
import { apart } from '../../src/model/together.ts';
import { positionAt } from '../../src/text/source.ts';

interface Mark {
  readonly line: number;
  readonly rule: string;
  readonly severity: string | undefined;
}

interface Example {
  readonly language: string;
  readonly file: InputFile;
  readonly marks: readonly Mark[];
}

/** The examples under one heading: they are linted together. */
export interface ExampleGroup {
  readonly heading: string;
  readonly runtime: TargetRuntime;
  readonly minor: number;
  readonly examples: readonly Example[];
}

export interface RulePage {
  readonly title: string;
  readonly summary: string;
  readonly headings: readonly string[];
  readonly groups: readonly ExampleGroup[];
  readonly sources: readonly string[];
}

/** The newest Kubernetes that the catalogue knows. */
const NEWEST_MINOR = 37;

const MARK = /[ \t]*(?:#|\/\/|;|<!--|--)[ \t]*finds:[ \t]*(.*?)(?:[ \t]*-->)?$/;

export function readRulePage(markdown: string): RulePage {
  const lines = markdown.split('\n');
  const headings: string[] = [];
  const groups: { heading: string; runtime: TargetRuntime; minor: number; examples: Example[] }[] = [];
  let heading = '';
  let last: { example: { marks: Mark[] } } | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const title = /^#{2,3} (.*)$/.exec(line)?.[1];
    if (title !== undefined) {
      heading = title;
      if (line.startsWith('## ')) headings.push(title);
      last = undefined;
      continue;
    }
    const listed = /^- finds line (\d+): (.*)$/.exec(line);
    if (listed && last) last.example.marks.push(...marksOf(listed[2] ?? '', Number(listed[1])));
    const fence = /^(`{3,})(\S+)?(.*)$/.exec(line);
    if (!fence) continue;
    const end = lines.indexOf(fence[1] ?? '```', i + 1);
    const body = lines.slice(i + 1, end);
    i = end;
    const info = optionsOf(fence[3] ?? '');
    const path = info.get('path');
    if (path === undefined) continue;
    let group = groups.find((one) => one.heading === heading);
    if (!group) {
      group = { heading, runtime: 'containerd', minor: NEWEST_MINOR, examples: [] };
      groups.push(group);
    }
    group.runtime = (info.get('runtime') as TargetRuntime | undefined) ?? group.runtime;
    group.minor = Number(info.get('kubernetes')?.slice(2) ?? group.minor);
    const { text, marks } = takeMarks(body);
    const example = { language: fence[2] ?? '', file: { path, text }, marks };
    group.examples.push(example);
    last = { example };
  }
  return {
    title: /^# (.*)$/m.exec(markdown)?.[1] ?? '',
    summary: lines.slice(1).find((line) => line.trim() !== '') ?? '',
    headings,
    groups,
    sources: [...sectionOf(lines, 'Sources').matchAll(/https?:\/\/[^\s)>]+/g)].map((match) => match[0]),
  };
}

/** A mark alone on its line is about the next one; the marks are not part of the file that is linted. */
function takeMarks(body: readonly string[]): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const kept: string[] = [];
  let waiting = '';
  for (const line of body) {
    const match = MARK.exec(line);
    const rest = match ? line.slice(0, match.index) : line;
    if (match && rest.trim() === '') {
      waiting = match[1] ?? '';
      continue;
    }
    kept.push(rest);
    marks.push(...marksOf(waiting, kept.length), ...marksOf(match?.[1] ?? '', kept.length));
    waiting = '';
  }
  return { text: `${kept.join('\n')}\n`, marks };
}

function marksOf(list: string, line: number): Mark[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const match = /^(\S+)(?: \((\w+)\))?$/.exec(item);
      if (!match) throw new Error(`not a mark: ${item}`);
      return { line, rule: match[1] ?? '', severity: match[2] };
    });
}

function optionsOf(info: string): ReadonlyMap<string, string> {
  return new Map([...info.matchAll(/(\w+)=(\S+)/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function sectionOf(lines: readonly string[], name: string): string {
  const start = lines.indexOf(`## ${name}`);
  if (start < 0) return '';
  const end = lines.findIndex((line, i) => i > start && line.startsWith('## '));
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

export function lintGroup(group: ExampleGroup, everything = false): LintResult {
  const options: LintOptions = {
    target: { runtime: group.runtime, minor: group.minor },
    levelOf: () => undefined,
    unsuppressible: [],
    today: '2026-11-25',
    values: [],
    everything,
    knowledge: configured(mergeLayers([configurationOf(group)]), '2026-11-25').knowledge ?? NO_KNOWLEDGE,
  };
  return lint(
    group.examples.map((example) => example.file),
    options,
  );
}

/** What a `.dockershim.yaml` among the files says. */
function configurationOf({ examples }: ExampleGroup): Layer {
  const file = examples.find(({ file: { path } }) => path === '.dockershim.yaml')?.file;
  return file ? readConfig(file.path, file.text) : {};
}

/** `deploy/agent.yaml:7 docker-socket-mount loud`, sorted: what is expected and what is found, comparable as text. */
export function expected(group: ExampleGroup): readonly string[] {
  return group.examples
    .flatMap(({ file, marks }) =>
      marks.map((mark) => `${file.path}:${mark.line} ${mark.rule} ${mark.severity ?? 'loud'}`),
    )
    .sort();
}

export function found(group: ExampleGroup, findings: readonly Finding[]): readonly string[] {
  const wanted = new Set(expected(group));
  return findings
    .flatMap(apart)
    .map((finding) => {
      const { span } = finding;
      const line = positionAt(span.source, span.start).line;
      const start = `${span.source.path}:${line} ${finding.rule}`;
      const exact = `${start} ${finding.severity}`;
      return finding.severity === 'notice' || wanted.has(exact) ? exact : `${start} loud`;
    })
    .sort();
}
