/** Loading charts, choosing sub-charts and laying values over one another, as Helm does it. */
import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../src/helm/chart/glob.ts';
import { keptFiles, parseIgnore } from '../../src/helm/chart/ignore.ts';
import { loadChart } from '../../src/helm/chart/load.ts';
import { matchPath } from '../../src/helm/chart/match-path.ts';
import { copyChart, prepareChart } from '../../src/helm/chart/prepare.ts';
import { applySet } from '../../src/helm/chart/strvals.ts';
import { userValues } from '../../src/helm/chart/user-values.ts';
import { renderChart } from '../../src/helm/index.ts';
import { sortManifests, splitDocuments } from '../../src/helm/manifests.ts';
import type { MapValue } from '../../src/helm/values/value.ts';
import { map } from '../../src/helm/values/value.ts';
import { toJson } from '../../src/helm/yaml/json.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

type Files = Record<string, string | Uint8Array>;

const files = (given: Files): { root: string; files: Map<string, string | Uint8Array> } => ({
  root: 'charts/top',
  files: new Map(Object.entries(given)),
});
const chartYaml = (name: string, more = ''): string => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;
const json = (value: MapValue): unknown => JSON.parse(toJson(value, () => undefined).text);

/** The final values of a chart, its user values given as YAML. */
function valuesOf(given: Files, user = ''): unknown {
  const { chart } = loadChart(files(given));
  if (chart === null) throw new Error('no chart');
  const { values } = userValues([{ path: 'user.yaml', text: user, kind: 'values' }]);
  return json(prepareChart(copyChart(chart), values).values);
}

/** Names of what a chart renders, in print order. */
function sources(given: Files, values: string[] = []): string[] {
  const { manifest } = renderChart(files(given), { values });
  return [...manifest.matchAll(/^# Source: (.*)$/gm)].map((found) => found[1] ?? '');
}

describe('.helmignore', () => {
  const kept = (rules: string, ...paths: string[]): string[] => keptFiles(paths, parseIgnore(rules).rules);

  it.each([
    ['*.txt', ['a.txt', 'd/b.txt', 'c.md'], ['c.md']],
    ['/a.txt', ['a.txt', 'd/a.txt'], ['d/a.txt']],
    ['d/', ['d/a', 'e/d', 'd2/x'], ['e/d', 'd2/x']],
    ['d', ['d/a', 'e/d', 'x'], ['x']],
    ['d/*.md', ['d/a.md', 'd/e/b.md', 'f/d/a.md'], ['d/e/b.md', 'f/d/a.md']],
    ['# comment\n\n  x?z  ', ['xyz', 'xz', 'comment'], ['xz', 'comment']],
    ['[a-c]1\n[^x]2', ['a1', 'd1', 'x2', 'y2'], ['d1', 'x2']],
    ['', ['templates/.hidden', 'templates/a.yaml', '.other'], ['templates/a.yaml', '.other']],
    ['!keep.txt', ['keep.txt', 'other.txt'], ['keep.txt']],
  ])('%j', (rules, paths, expected) => {
    expect(kept(rules, ...paths)).toEqual(expected);
  });

  it('refuses double stars, as Helm does', () => {
    expect(parseIgnore('a/**/b').error).toBe('double-star (**) syntax is not supported');
    expect(loadChart(files({ 'Chart.yaml': chartYaml('x'), '.helmignore': '**/x' })).error).toContain('double-star');
  });
});

describe('path patterns', () => {
  it.each([
    ['a*c', 'abc', true],
    ['a*c', 'a/c', false],
    ['*', '', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['a\\*', 'a*', true],
    ['[', 'a', null],
    ['[]a]', 'a', null],
    ['a?', 'a😀', true],
  ])('%s on %s', (pattern, text, expected) => {
    expect(matchPath(pattern, text)).toBe(expected);
  });

  it('take steps in proportion on hostile ones', () => {
    const match = (size: number) => matchPath('*a'.repeat(200), `${'a'.repeat(size)}b`);
    expect(match(5000)).toBe(false);
    expect(growth(1500, match)).toBeLessThan(IN_PROPORTION);
  });
});

describe('globs of .Files', () => {
  it.each([
    ['**.txt', 'a/b.txt', true],
    ['*.txt', 'a/b.txt', false],
    ['a/{b,c}/?.t', 'a/c/x.t', true],
    ['a/[!b-d]', 'a/e', true],
    ['a/[!b-d]', 'a/c', false],
    ['{a,b', 'a', null],
    ['x\\*y', 'x*y', true],
    ['a.b+c', 'a.b+c', true],
    ['a.b', 'axb', false],
  ])('%s on %s', (pattern, name, expected) => {
    const glob = compileGlob(pattern);
    expect(glob === null ? null : glob(name)).toBe(expected);
  });
});

describe('loading', () => {
  it('notes what is broken and loads the rest', () => {
    const { chart, notes, error } = loadChart(
      files({ 'Chart.yaml': chartYaml('x'), 'values.yaml': 'a: [', 'templates/a.yaml': 'b' }),
    );
    expect(chart?.templates.map((file) => file.name)).toEqual(['templates/a.yaml']);
    expect(notes.map(({ code, path }) => [code, path])).toEqual([['chart', 'charts/top/values.yaml']]);
    expect(error).toBe(
      'cannot load values.yaml: error converting YAML to JSON: yaml: line 1: did not find expected node content',
    );
  });

  it.each([
    [{}, 'Chart.yaml file is missing'],
    [{ 'Chart.yaml': 'version: 1.0.0\n' }, 'validation: chart.metadata.name is required'],
    [{ 'Chart.yaml': 'name: x\nversion: one\n' }, 'validation: chart.metadata.version "one" is invalid'],
    [
      { 'Chart.yaml': chartYaml('x', 'type: service\n') },
      'validation: chart.metadata.type must be application or library',
    ],
    [
      { 'Chart.yaml': chartYaml('x', 'keywords: a\n') },
      'json: cannot unmarshal string into Go struct field Metadata.keywords of type []string',
    ],
  ])('says what Helm says: %j', (given, expected) => {
    expect(loadChart(files(given)).error).toBe(expected);
  });

  it('turns numbers into text where Helm wants text', () => {
    const given = {
      'Chart.yaml': 'apiVersion: v1\nname: x\nversion: 1.10\nappVersion: 20240101\n',
      'templates/a.yaml': 'a: {{ .Chart.Version }} {{ .Chart.AppVersion }}',
    };
    expect(renderChart(files(given)).manifest).toContain('a: 1.1 20240101');
  });

  it('names missing dependencies at the line that asks for them, and renders all the same', () => {
    const text = chartYaml('x', 'dependencies:\n  - name: absent\n    version: 1.x\n');
    const { chart, notes, error } = loadChart(files({ 'Chart.yaml': text }));
    expect(notes.map(({ code, from, to }) => [code, text.slice(from, to)])).toEqual([['dependency', 'absent']]);
    expect(error).toContain('found in Chart.yaml, but missing in charts/ directory: absent');
    expect(chart?.metadata.name).toBe('x');
  });

  it('stops at a depth of sub-charts', () => {
    const given: Files = { 'Chart.yaml': chartYaml('c') };
    let path = '';
    for (let depth = 0; depth < 40; depth++) {
      path += `charts/c${depth}/`;
      given[`${path}Chart.yaml`] = chartYaml(`c${depth}`);
    }
    expect(loadChart(files(given)).notes.map((note) => note.code)).toEqual(['budget']);
  });

  it('keeps the bytes of binary files', () => {
    const bytes = new Uint8Array([0xff, 0x00, 0x41]);
    const given = {
      'Chart.yaml': chartYaml('x'),
      'logo.bin': bytes,
      'templates/a.yaml': 'a: {{ .Files.Get "logo.bin" | b64enc }}',
    };
    expect(renderChart(files(given)).manifest).toContain('a: /wBB');
  });
});

describe('values', () => {
  const parent = (more = ''): Files => ({
    'Chart.yaml': chartYaml('top', more),
    'charts/sub/Chart.yaml': chartYaml('sub'),
    'charts/sub/values.yaml': 'a: 1\nmap: {x: 1, z: 2}\nglobal: {g: sub, h: {i: 1}}\n',
    'charts/sub/templates/s.yaml': 'kind: S',
  });

  it('null removes a key of the chart, also in maps and sub-charts', () => {
    const given = { ...parent(), 'values.yaml': 'keep: 1\ngone: 2\nm: {a: 1, b: 2}\nsub: {map: {z: null}}\n' };
    expect(valuesOf(given, 'gone: null\nm: {a: null}\nnew: null\nsub: {a: null}\n')).toEqual({
      keep: 1,
      m: { b: 2 },
      new: null,
      sub: { map: { x: 1 }, global: { g: 'sub', h: { i: 1 } } },
    });
  });

  it('maps do not give way to scalars, nor scalars to maps of the chart', () => {
    const given = { 'Chart.yaml': chartYaml('x'), 'values.yaml': 'a: {b: 1}\nc: 2\nd: [1, 2]\n' };
    expect(valuesOf(given, 'a: 5\nc: {d: 1}\nd: [3]\n')).toEqual({ a: 5, c: { d: 1 }, d: [3] });
  });

  it('globals go down, those of the parent first', () => {
    const given = { ...parent(), 'values.yaml': 'global: {g: top, h: {j: 2}}\n' };
    expect(valuesOf(given)).toEqual({
      global: { g: 'top', h: { j: 2 } },
      sub: { a: 1, map: { x: 1, z: 2 }, global: { g: 'top', h: { i: 1, j: 2 } } },
    });
  });

  it('later files win, and null stays until the chart is reached', () => {
    const texts = ['a: {b: 1, c: 2}\nd: 1', 'a: {b: null}\nd: {e: 1}'];
    const { values } = userValues(
      texts.map((text, index) => ({ path: `${index}`, text, kind: 'values' as const })),
      ['a.f=x', 'l[1]=y'],
    );
    expect(json(values)).toEqual({ a: { b: null, c: 2, f: 'x' }, d: { e: 1 }, l: [null, 'y'] });
  });
});

describe('dependencies', () => {
  const chart = (dependencies: string, values = ''): Files => ({
    'Chart.yaml': chartYaml('top', `dependencies:\n${dependencies}`),
    'values.yaml': values,
    'charts/db/Chart.yaml': chartYaml('db'),
    'charts/db/values.yaml': 'size: 1\nexports: {shared: {host: db.local}}\nlimits: {rows: 5}\n',
    'charts/db/templates/db.yaml': 'kind: D\nsize: {{ .Values.size }}\nname: {{ .Chart.Name }}',
  });

  it.each([
    ['  - {name: db, version: 1.x}', '', ['top/charts/db/templates/db.yaml']],
    ['  - {name: db, version: 1.x, condition: db.enabled}', 'db: {enabled: false}', []],
    ['  - {name: db, version: 1.x, condition: "no.such,db.enabled"}', 'db: {enabled: false}', []],
    [
      '  - {name: db, version: 1.x, condition: db.enabled}',
      'db: {enabled: "false"}',
      ['top/charts/db/templates/db.yaml'],
    ],
    ['  - {name: db, version: 1.x, tags: [a, b]}', 'tags: {a: false}', []],
    ['  - {name: db, version: 1.x, tags: [a, b]}', 'tags: {a: false, b: true}', ['top/charts/db/templates/db.yaml']],
    [
      '  - {name: db, version: 1.x, tags: [a], condition: db.use}',
      'tags: {a: false}\ndb: {use: true}',
      ['top/charts/db/templates/db.yaml'],
    ],
    [
      '  - {name: db, version: 1.x, alias: one}\n  - {name: db, version: ">=1", alias: two, condition: two.use}',
      'two: {use: false}',
      ['top/charts/one/templates/db.yaml'],
    ],
    ['  - {name: db, version: 2.x, condition: db.enabled}', 'db: {enabled: false}', []],
  ])('%s with %j', (dependencies, values, expected) => {
    expect(sources(chart(dependencies, values))).toEqual(expected);
  });

  it('import values from their children', () => {
    const given = chart(
      '  - name: db\n    version: 1.x\n    import-values:\n      - shared\n      - {child: limits, parent: my.limits}\n',
      'my: {limits: {other: 1}}\n',
    );
    const values = valuesOf(given) as { host: string; my: unknown };
    expect(values.host).toBe('db.local');
    expect(values.my).toEqual({ limits: { rows: 5, other: 1 } });
  });

  it('enableAll keeps what is switched off', () => {
    const { chart: loaded } = loadChart(
      files(chart('  - {name: db, version: 1.x, condition: db.enabled}', 'db: {enabled: false}')),
    );
    if (loaded === null) throw new Error('no chart');
    const copy = copyChart(loaded);
    prepareChart(copy, map(), { enableAll: true });
    expect(copy.dependencies.map((child) => child.metadata.name)).toEqual(['db']);
    expect(loaded.metadata.dependencies[0]?.enabled).toBe(true);
  });
});

describe('hostile charts', () => {
  it('have no more than 300 sub-charts', () => {
    const given: Files = { 'Chart.yaml': chartYaml('top') };
    for (let index = 0; index < 400; index++) given[`charts/c${index}/Chart.yaml`] = chartYaml(`c${index}`);
    const { chart, notes } = loadChart(files(given));
    expect(chart?.dependencies.length).toBe(299);
    expect(notes.map((note) => note.code)).toEqual(['budget']);
  });

  it('nor more than 300 aliases of them', () => {
    const aliases = Array.from({ length: 400 }, (_, index) => `  - {name: a, version: 1.x, alias: a${index}}`);
    const given = {
      'Chart.yaml': chartYaml('top', `dependencies:\n${aliases.join('\n')}\n`),
      'charts/a/Chart.yaml': chartYaml('a'),
    };
    const { chart } = loadChart(files(given));
    if (chart === null) throw new Error('no chart');
    const copy = copyChart(chart);
    expect(prepareChart(copy, map()).error).toBe('there are more than 300 sub-charts');
    expect(copy.dependencies.length).toBe(300);
  });

  it('try no more than 1000 ignore rules', () => {
    const { rules, error } = parseIgnore('*a*b*c\n'.repeat(5000));
    expect([rules.length, error]).toEqual([1001, 'more than 1000 rules']);
  });

  it('pay for globs', () => {
    const given = {
      'Chart.yaml': chartYaml('x'),
      'templates/a.yaml': '{{ range until 100000 }}{{ $.Files.Glob (printf "%d*" .) }}{{ end }}',
    };
    expect(renderChart(files(given)).error).toContain('exceeds the budget');
  });
});

describe('--set', () => {
  const set = (text: string, asText = false): unknown => {
    const values = map();
    return applySet(text, values, asText) ?? json(values);
  };

  it.each([
    ['a=1,b.c=true,d=null,e=x y', { a: 1, b: { c: true }, d: null, e: 'x y' }],
    ['a={1,two,false},b={}', { a: [1, 'two', false], b: [''] }],
    ['a[0].b=1,a[2]=x', { a: [{ b: 1 }, null, 'x'] }],
    ['a=1\\,2,b\\.c=3,d=', { a: '1,2', 'b.c': 3, d: '' }],
    ['a=007,b=0,c=-5,d=1.5,e=99999999999999999999', { a: '007', b: 0, c: -5, d: '1.5', e: '99999999999999999999' }],
    ['a[0][1]=x', { a: [[null, 'x']] }],
    ['a.b', 'failed parsing --set data: key "b" has no value'],
    ['a', 'failed parsing --set data: key "a" has no value'],
    ['a={1', "failed parsing --set data: list must terminate with '}'"],
    ['a[x]=1', 'failed parsing --set data: error parsing index: strconv.Atoi: parsing "x": invalid syntax'],
    ['a[70000]=1', 'failed parsing --set data: index of 70000 is greater than maximum supported index of 65536'],
  ])('%s', (text, expected) => {
    expect(set(text)).toEqual(expected);
  });

  it('can keep everything text', () => {
    expect(set('a=1,b=true', true)).toEqual({ a: '1', b: 'true' });
  });
});

describe('printing', () => {
  it.each([
    ['a: 1\n---\nb: 2\n', ['a: 1', 'b: 2']],
    ['---\n\n---\na: 1', ['---\na: 1']],
    ['  \n---\na\n--- \n\n  b\n', ['a', 'b']],
    ['a\n----\nb', ['a', '-\nb']],
    ['# only a comment', ['# only a comment']],
    [' \n ', []],
  ])('%j is cut apart', (text, expected) => {
    expect(splitDocuments(text).map(([start, end]) => text.slice(start, end))).toEqual(expected);
  });

  it('sorts by kind, hooks last, unknown hooks left out', () => {
    const hook = (kind: string, event: string): string =>
      `kind: ${kind}\nmetadata: {annotations: {"helm.sh/hook": ${event}}}`;
    const { documents } = sortManifests([
      { name: 'c/templates/b.yaml', text: 'kind: Service\n---\nkind: Zebra\n---\nkind: Namespace' },
      {
        name: 'c/templates/a.yaml',
        text: `${hook('Job', 'pre-install')}\n---\n${hook('Pod', 'test')}\n---\n${hook('Pod', 'crd-install')}\n---\nkind: Ant`,
      },
      { name: 'c/templates/NOTES.txt', text: 'kind: [' },
    ]);
    expect(documents.map(({ kind, hook: isHook }) => `${kind}${isHook ? '!' : ''}`)).toEqual([
      'Namespace',
      'Service',
      'Ant',
      'Zebra',
      'Pod!',
      'Job!',
    ]);
  });

  it('refuses documents that are no objects', () => {
    const { error } = sortManifests([{ name: 'c/templates/a.yaml', text: 'just text' }]);
    expect(error).toBe(
      'YAML parse error on c/templates/a.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go value of type releaseutil.SimpleHead',
    );
  });
});
