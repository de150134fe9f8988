import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../src/model/rule-id.ts';

const src = resolve(import.meta.dirname, '../src');

/** Rooms from low to high; a file imports from its own room or a lower one. */
const ROOMS: readonly (readonly RegExp[])[] = [
  [/^text\//],
  [/^model\//],
  [/^data\//],
  [/^helm\//],
  [/^recognise\//],
  [/^languages\//],
  [/^placing\//],
  [/^judge\.ts$/, /^rules\//],
  [/^suppress\//, /^config\//],
  [/^stages\//],
  [/^lint(-lazily)?\.ts$/],
  [/^report\//],
  [/^migrate\//, /^organisation\//],
  [/^files\//],
  [/^run\//],
  [/^github\//],
  [/^lsp\//],
  [/^playground\//],
  [/^cli\//, /^(main|cli)\.ts$/],
];

/** What is loaded only when it is needed, so that a run that finds no word of interest starts quickly. */
const LATE = [
  'cli.ts: ./cli/start.ts',
  'cli/lint-command.ts: ../files/write.ts',
  'cli/lint-command.ts: ../report/recap.ts',
  'cli/lint-command.ts: ./fix.ts',
  'cli/lint-command.ts: ./history.ts',
  'cli/main.ts: ./baseline-command.ts',
  'cli/main.ts: ./completion-command.ts',
  'cli/main.ts: ./explain-command.ts',
  'cli/main.ts: ./help.ts',
  'cli/main.ts: ./init-command.ts',
  'cli/main.ts: ./lsp-command.ts',
  'cli/main.ts: ./merge-command.ts',
  'cli/main.ts: ./migrate-command.ts',
  'cli/main.ts: ./render-command.ts',
  'cli/main.ts: ./rules-command.ts',
  'cli/main.ts: ./watch.ts',
  'cli/scan.ts: ./compare.ts',
  'cli/scan.ts: ./debug.ts',
  'cli/start.ts: ../lsp/start.ts',
  'lint-lazily.ts: ./lint.ts',
  'lsp/start.ts: ./serve.ts',
  'lsp/start.ts: ./thread.ts',
  'report/render.ts: ./checkstyle.ts',
  'report/render.ts: ./compact.ts',
  'report/render.ts: ./github.ts',
  'report/render.ts: ./gitlab.ts',
  'report/render.ts: ./html.ts',
  'report/render.ts: ./json.ts',
  'report/render.ts: ./junit.ts',
  'report/render.ts: ./markdown.ts',
  'report/render.ts: ./rdjsonl.ts',
  'report/render.ts: ./sarif.ts',
  'report/render.ts: ./text.ts',
  'run/run.ts: ./cached.ts',
  'run/settings.ts: ../config/load.ts',
];

/** Standard output. The summary and the outputs of a step are written by the toolkit. */
const ELSEWHERE = ['cli.ts: writeSync', 'cli/start.ts: writeSync'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => name.endsWith('.ts'));

describe('imports go one way', () => {
  it('gives every file a room', () => {
    expect(files.filter((file) => roomOf(file) < 0)).toEqual([]);
  });

  it.each(files)('%s', (file) => {
    const upward = importsOf(file)
      .filter(({ target }) => roomOf(target) > roomOf(file))
      .map(({ target }) => target);
    expect(upward).toEqual([]);
  });

  it('has no circle, not even of types, and not inside a room either', () => {
    expect(circles()).toEqual([]);
  });

  it('imports at the top of a file, but for what few runs need', () => {
    const hidden = files.flatMap((file) =>
      [...text(file).matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, specifier]) => `${file}: ${specifier}`),
    );
    expect([...new Set(hidden)].sort()).toEqual(LATE);
  });

  it('keeps Node out of the core', () => {
    const edge = /^(files|run|github|lsp|cli)\/|^(main|cli)\.ts$/;
    const users = files.filter(
      (file) =>
        !edge.test(file) && /from 'node:|\bprocess\.(?!env\.DOCKERSHIM_LINT_VERSION)|\bBuffer\./.test(text(file)),
    );
    expect(users).toEqual([]);
  });

  it('starts programs in one file', () => {
    const starters = files.filter((file) => /child_process|node:cluster|process\.dlopen/.test(text(file)));
    expect(starters).toEqual(['files/git-process.ts']);
    expect(text('files/git-process.ts').match(/\bspawn\([^,]*/g)).toEqual(["spawn('git'"]);
  });

  it('writes in one file, but for what is appended to the files of the runner', () => {
    const writers = files.flatMap((file) =>
      [...text(file).matchAll(/import (?:type )?\{?([^;]*?)\}? from 'node:fs(?:\/promises)?';/g)]
        .flatMap(([, names = '']) => names.split(','))
        .map((name) => name.trim())
        .filter(
          (name) =>
            !/^(?:exists|lstat|stat|fstat|realpath|readdir|read|open|close)Sync$|^readFile(?:Sync)?$|^watch$|^(?:type )?[A-Z]|^constants$|^$/.test(
              name,
            ),
        )
        .map((name) => `${file}: ${name}`),
    );
    expect(writers.filter((writer) => !writer.startsWith('files/write.ts: '))).toEqual(ELSEWHERE);
    const openers = files.filter(
      (file) => /\bopenSync\(/.test(text(file)) && /O_(?:WRONLY|RDWR|CREAT)/.test(text(file)),
    );
    expect(openers).toEqual(['files/write.ts']);
    const hidden = files.filter((file) => /(?:import|require)\(\s*['"]node:(?:fs|child_process)/.test(text(file)));
    expect(hidden).toEqual(['cli/progress.ts']);
  });

  it('keeps the toolkit of the runner to the Action', () => {
    const users = files.filter((file) => /from '@actions\//.test(text(file)));
    expect(users.filter((file) => !file.startsWith('github/'))).toEqual([]);
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { target } of importsOf(file)) visit(target);
    };
    visit('cli.ts');
    expect(users.filter((file) => reached.has(file))).toEqual([]);
  });

  it('makes views in text/ alone: elsewhere they are derived with its functions', () => {
    const made = /(?<![.\w])encode\(\w+, \w+, \w+\)|[{,\n]\s*encode: |\bimplements View\b|\{\s*\.\.\.\w*[vV]iew\b/;
    const makers = files.filter((file) => made.test(text(file)));
    expect(makers.filter((file) => !file.startsWith('text/'))).toEqual([]);
    expect(makers).toContain('text/view.ts');
  });

  it('keeps the Helm engine on its own', () => {
    const outside = files
      .filter((file) => file.startsWith('helm/'))
      .flatMap((file) => importsOf(file).filter(({ target }) => !target.startsWith('helm/')));
    expect(outside).toEqual([]);
  });
});

describe('tables', () => {
  it('of the domain stand in data/: no other constant names five or more things of the world of containers', () => {
    const domain =
      /docker|moby|containerd|cri-?o\b|crictl|nerdctl|podman|kube|k3s|rke2?\b|cadvisor|\/var\/|\/run\/|\/etc\//i;
    const ids = new RegExp(`^(?:${RULE_IDS.join('|')})(?:/|$)`);
    const elsewhere = files
      .filter((file) => !/^(data|helm|config|report|files|github|lsp|cli)\/|\.generated\.ts$/.test(file))
      .flatMap((file) =>
        constantsOf(file)
          .filter(({ names }) => names.filter((name) => domain.test(name) && !ids.test(name)).length >= 5)
          .map(({ name }) => `${file}: ${name}`),
      );
    expect(elsewhere).toEqual([]);
  });

  /** Only what has an index signature can be asked by any string at all; `table()` makes maps of them, and `mapOf` lists one. */
  const makers = ['text/table.ts', 'helm/table.ts', 'helm/values/value.ts'];

  it('are asked by words of a repository through maps, never through plain objects', () => {
    const readers = files.filter((file) => !/^(config|report|files|github|lsp|cli|suppress)\//.test(file));
    const withIndex = readers.filter(
      (file) =>
        !makers.includes(file) &&
        /(?<!satisfies )(?<!satisfies Readonly<)\bRecord<string\b|\[\w+: string\]:/.test(text(file)),
    );
    expect(withIndex).toEqual([]);
  });
});

/** The files of each circle of imports (Tarjan's strongly connected components), each with what it imports of the circle. */
function circles(): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const mine = order.size;
    order.set(file, mine);
    lowest.set(file, mine);
    open.push(file);
    for (const { target } of importsOf(file)) {
      const other = order.has(target) ? (open.includes(target) ? (order.get(target) ?? mine) : mine) : visit(target);
      lowest.set(file, Math.min(lowest.get(file) ?? mine, other));
    }
    if (lowest.get(file) === mine) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) found.push(circle.map((one) => edgesWithin(one, circle)));
    }
    return lowest.get(file) ?? mine;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

function edgesWithin(file: string, circle: readonly string[]): string {
  const targets = importsOf(file).map(({ target }) => target);
  return `${file} → ${targets.filter((target) => circle.includes(target)).join(', ')}`;
}

function roomOf(file: string): number {
  return ROOMS.findIndex((room) => room.some((pattern) => pattern.test(file)));
}

/** The constants at the top of a file, each with its strings and keys; of a regular expression, its alternatives. */
function constantsOf(file: string): readonly { readonly name: string; readonly names: readonly string[] }[] {
  return [...text(file).matchAll(/^(?:export )?const ([A-Z][A-Z\d_]*)\b[^=]*=\s*([\s\S]*?);\n(?=\S|\n|$)/gm)].map(
    ([, name = '', body = '']) => ({
      name,
      names: body.startsWith('/')
        ? body.split('|')
        : [...body.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`|^\s*([\w-]+):/gm)].map((match) =>
            match.slice(1).join(''),
          ),
    }),
  );
}

function importsOf(file: string): { line: string; target: string }[] {
  return [...text(file).matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+)';$|\bimport\('(\.[^']+)'\)/gm)].map(
    ([line, atTop, late]) => ({
      line: (line ?? '').replace(/\s+/g, ' '),
      target: relative(src, join(dirname(join(src, file)), atTop ?? late ?? ''))
        .split(sep)
        .join('/'),
    }),
  );
}

function text(file: string): string {
  return readFileSync(join(src, file), 'utf8');
}
