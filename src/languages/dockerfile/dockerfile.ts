/** Dockerfiles: what a build runs, copies and sets, and what the image runs when it starts. */
import { ENGINE_PROGRAMS } from '../../data/packages.ts';
import type { Token } from '../../model/document.ts';
import { fileTarget } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { joinedLines } from '../../text/join.ts';
import { maskView } from '../../text/mask.ts';
import { folderOf } from '../../text/path.ts';
import { spanOf } from '../../text/placed.ts';
import { table } from '../../text/table.ts';
import { slice, type View } from '../../text/view.ts';
import { createDocument, EMPTY_READING, type Embed, type Input } from '../front-end.ts';
import { type CommandContext, commandFacts, scriptFacts } from '../shell/shell.ts';
import {
  envFact,
  imageFact,
  installFact,
  pathFacts,
  type ReadingBuilder,
  readingBuilder,
  token,
} from '../text/facts.ts';
import { trimRange } from '../text/lines.ts';
import { type DockerInstruction, execForm, innerInstruction, plainWords, scanDockerfile } from './scan.ts';
import { substitute } from './variables.ts';
import { assignment, assignments } from './words.ts';

interface Stage {
  readonly input: Input;
  readonly embed: Embed;
  readonly builder: ReadingBuilder;
  /** ARG before the first FROM. */
  readonly globals: Map<string, string>;
  /** By the name of each stage, the words that its image starts with; none where they are not in exec form. */
  readonly starts: Map<string, readonly Token[]>;
  /** The name of this stage. */
  name: string | undefined;
  variables: Map<string, string>;
  /** The values of `variables` with the place where each is written. */
  values: Map<string, Token>;
  workdir: string;
  shell: readonly string[];
  started: boolean;
  entrypoint: DockerInstruction | undefined;
  command: DockerInstruction | undefined;
  /** The ENTRYPOINT of the stage that this one is built from. */
  inherited: readonly Token[];
}

export function readDockerfile(input: Input, embed: Embed): Reading {
  const masked: Input = { ...input, view: maskView(input.view) };
  const builder = readingBuilder(createDocument(masked, 'dockerfile'));
  const stage: Stage = {
    input: masked,
    embed,
    builder,
    globals: new Map(),
    starts: new Map(),
    name: undefined,
    variables: new Map(),
    values: new Map(),
    workdir: '/',
    shell: [],
    started: false,
    entrypoint: undefined,
    command: undefined,
    inherited: [],
  };
  for (const instruction of scanDockerfile(masked.view)) readInstruction(stage, instruction);
  readStart(stage);
  return builder.build();
}

type Handler = (stage: Stage, instruction: DockerInstruction) => void;

const HANDLERS = table<Handler>({
  FROM: readFrom,
  RUN: readRun,
  COPY: readCopy,
  ADD: readCopy,
  ENV: readEnv,
  ARG: readArg,
  HEALTHCHECK: readHealthcheck,
  ONBUILD: readTrigger,
  WORKDIR: (stage, instruction) => {
    stage.workdir = join(stage.workdir, substitute(wordAt(instruction, 0)?.text ?? '', stage.variables));
  },
  SHELL: (stage, instruction) => {
    stage.shell = execForm(instruction.line, instruction.rest)?.map((word) => word.text) ?? [];
  },
  CMD: (stage, instruction) => {
    stage.command = instruction;
  },
  ENTRYPOINT: (stage, instruction) => {
    stage.entrypoint = instruction;
    stage.command = undefined;
  },
});

function readInstruction(stage: Stage, instruction: DockerInstruction): void {
  if (HANDLERS.has(instruction.keyword)) HANDLERS.get(instruction.keyword)?.(stage, instruction);
}

function readTrigger(stage: Stage, instruction: DockerInstruction): void {
  const inner = innerInstruction(instruction);
  if (inner && inner.keyword !== 'ONBUILD' && inner.keyword !== 'FROM') readInstruction(stage, inner);
}

function wordAt(instruction: DockerInstruction, index: number): Token | undefined {
  return plainWords(instruction.line, instruction.rest)[index];
}

function readFrom(stage: Stage, instruction: DockerInstruction): void {
  readStart(stage);
  const [ref, as, name] = plainWords(instruction.line, instruction.rest);
  stage.started = true;
  stage.variables = new Map();
  stage.values = new Map();
  stage.workdir = '/';
  stage.shell = [];
  stage.inherited = [];
  if (ref) {
    const image = substitute(ref.text, stage.globals);
    const start = stage.starts.get(image.toLowerCase());
    stage.inherited = start ?? [];
    if (!start && image !== 'scratch') stage.builder.fact(imageFact(stage.builder.document, ref, image));
  }
  stage.name = as?.text.toLowerCase() === 'as' ? name?.text.toLowerCase() : undefined;
  if (stage.name !== undefined) stage.starts.set(stage.name, stage.inherited);
}

function readArg(stage: Stage, instruction: DockerInstruction): void {
  for (const word of plainWords(instruction.line, instruction.rest)) {
    const { name, value } = assignment(word);
    const known = value ? substitute(value.text, stage.variables) : stage.globals.get(name.text);
    if (known === undefined) continue;
    (stage.started ? stage.variables : stage.globals).set(name.text, known);
    if (stage.started && value) stage.values.set(name.text, { ...value, text: known });
  }
}

function readEnv(stage: Stage, instruction: DockerInstruction): void {
  for (const { name, value } of assignments(instruction)) {
    const known = substitute(value.text, stage.variables);
    stage.variables.set(name.text, known);
    stage.values.set(name.text, { ...value, text: known });
    stage.builder.fact(envFact(stage.builder.document, name, value));
  }
}

function readRun(stage: Stage, instruction: DockerInstruction): void {
  for (const flag of instruction.flags) readMount(stage, flag);
  const words = execForm(instruction.line, instruction.rest);
  const [first] = instruction.heredocs;
  const range = trimRange(instruction.line.text, instruction.rest, instruction.line.text.length);
  if (words) runWords(stage, words);
  else if (first && first.mark.start === range.start && instruction.heredocs.at(-1)?.mark.end === range.end) {
    for (const { start, end } of instruction.heredocs) {
      runScript(stage, 'RUN', slice(stage.input.view, start, end), true);
    }
  } else runScript(stage, 'RUN', withHeredocs(stage, instruction, range.start), false);
}

/** The command line, then its here-documents, as a shell wants them. */
function withHeredocs(stage: Stage, instruction: DockerInstruction, start: number): View {
  const { line, heredocs } = instruction;
  const command = slice(line, start, line.text.length);
  const first = heredocs[0];
  const last = heredocs.at(-1);
  if (!first || !last) return command;
  return joinedLines(command, slice(stage.input.view, first.start, last.after));
}

function readMount(stage: Stage, flag: Token): void {
  if (!flag.text.startsWith('--mount=')) return;
  let at = flag.start + '--mount='.length;
  for (const part of flag.text.slice('--mount='.length).split(',')) {
    const match = /^(source|src|from)=/.exec(part);
    if (match && match[1] !== 'from') {
      const path = token(flag.view, at + match[0].length, at + part.length);
      stage.builder.fact(...pathFacts(stage.builder.document, path, 'mount'));
    }
    at += part.length + 1;
  }
}

function readCopy(stage: Stage, instruction: DockerInstruction): void {
  const { builder, input } = stage;
  const words = execForm(instruction.line, instruction.rest) ?? plainWords(instruction.line, instruction.rest);
  const destination = words.at(-1);
  if (!destination || words.length < 2) return;
  const target = join(stage.workdir, substitute(destination.text, stage.variables));
  if (destination.text.startsWith('/')) builder.fact(...pathFacts(builder.document, destination, 'write'));
  const into = destination.text.endsWith('/') || words.length > 2;
  const fromStage = instruction.flags.some((flag) => flag.text.startsWith('--from='));
  for (const source of words.slice(0, -1)) {
    if (/\/s?bin$/.test(into ? target : folderOf(target))) copyProgram(stage, source);
    const heredoc = instruction.heredocs.find((one) => one.mark.start === source.start);
    if (heredoc) {
      const path = into ? join(target, heredoc.name) : target;
      const view = slice(input.view, heredoc.start, heredoc.end);
      embedView(stage, { view, label: `${path} in ${input.label}`, target: path });
    } else if (!fromStage && !/^[a-z]+:\/\//i.test(source.text)) {
      const from = substitute(source.text, stage.variables);
      builder.link({
        from: builder.document,
        kind: 'copies',
        to: fileTarget(from),
        // Of a folder its files are copied, and not the folder.
        target: into && !from.endsWith('/') ? join(target, baseName(from)) : target,
      });
    }
  }
}

/** `COPY --from=docker:27 /usr/local/bin/docker /usr/local/bin/`: a program of the engine comes without a package. */
function copyProgram({ builder }: Stage, source: Token): void {
  const name = baseName(source.text);
  if (!ENGINE_PROGRAMS.includes(name)) return;
  builder.fact(installFact(builder.document, token(source.view, source.end - name.length, source.end), 'copy'));
}

function readHealthcheck(stage: Stage, instruction: DockerInstruction): void {
  const { line, rest } = instruction;
  if (!/^CMD\s/i.test(line.text.slice(rest, rest + 4))) return;
  const words = execForm(line, rest + 3);
  if (words) runWords(stage, words);
  else runScript(stage, 'HEALTHCHECK', slice(line, rest + 3, line.text.length), false);
}

/** What the image runs when it starts: an exec-form ENTRYPOINT gets the words of CMD. */
function readStart(stage: Stage): void {
  const { entrypoint, command } = stage;
  stage.entrypoint = undefined;
  stage.command = undefined;
  const first = entrypoint ? execForm(entrypoint.line, entrypoint.rest) : [];
  const second = command ? execForm(command.line, command.rest) : [];
  if (stage.name !== undefined && entrypoint) stage.starts.set(stage.name, first ?? []);
  if (!entrypoint && second && second.length > 0 && stage.inherited.length > 0) {
    runInherited(stage, second);
    return;
  }
  if (first && second) {
    if (first.length + second.length > 0) runWords(stage, [...first, ...second]);
    return;
  }
  for (const one of [entrypoint, command]) {
    if (!one || (one === command && entrypoint && !first)) continue;
    const words = execForm(one.line, one.rest);
    if (words) runWords(stage, words);
    else runScript(stage, one.keyword, slice(one.line, one.rest, one.line.text.length), false);
  }
}

/** `FROM agent`, and a CMD of its own: the words go to the ENTRYPOINT of that stage, whose own are read there. */
function runInherited(stage: Stage, words: readonly Token[]): void {
  const { facts } = commandFacts([...stage.inherited, ...words], { ...context(stage), execForm: true });
  const own = new Set(words.map((word) => spanOf(word).start));
  stage.builder.add({ ...EMPTY_READING, facts: facts.filter(({ at }) => own.has(spanOf(at).start)) });
}

function runScript(stage: Stage, keyword: string, view: View, whole: boolean): void {
  const shell = baseName(stage.shell[0] ?? 'sh').replace(/\.exe$/i, '');
  const label = `${keyword} in ${stage.input.label}`;
  if (whole && view.text.startsWith('#!')) embedView(stage, { view, label });
  else if (/^(powershell|pwsh)$/i.test(shell)) embedView(stage, { view, label, language: 'powershell' });
  else if (shell.toLowerCase() !== 'cmd') stage.builder.add(scriptFacts(view, context(stage)));
}

function runWords(stage: Stage, words: readonly Token[]): void {
  stage.builder.add(commandFacts(words, { ...context(stage), execForm: true }));
}

function context(stage: Stage): CommandContext {
  const { builder, input, embed, values } = stage;
  return { document: builder.document, depth: input.depth, embed, variables: values };
}

function embedView(stage: Stage, part: Pick<Input, 'view' | 'label'> & Partial<Input>): void {
  const { input, builder, embed } = stage;
  const { path, object } = input;
  const common = { path, object, parent: builder.document, target: undefined, language: undefined };
  builder.add(embed({ ...common, depth: input.depth + 1, ...part }));
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** An absolute path without `.` and `..`, from a directory and what is written relative to it. */
function join(base: string, path: string): string {
  const kept: string[] = [];
  for (const part of `${path.startsWith('/') && base.startsWith('/') ? '' : base}/${path}`.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}
