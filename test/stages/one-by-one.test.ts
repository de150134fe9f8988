/** Stages that ask one question of a path, a text or a rule: asked one by one, without a repository around them. */
import { describe, expect, it } from 'vitest';
import { EMPTY_READING } from '../../src/languages/front-end.ts';
import { lint } from '../../src/lint.ts';
import type { InputFile } from '../../src/model/input.ts';
import { NO_KNOWLEDGE } from '../../src/model/knowledge.ts';
import type { Project } from '../../src/model/project.ts';
import { RULES } from '../../src/rules/index.ts';
import { runRules } from '../../src/stages/checking.ts';
import { pathOf, tellWhereWritten } from '../../src/stages/copies.ts';
import { groupFiles } from '../../src/stages/grouping.ts';
import { createMemory } from '../../src/stages/memory.ts';
import { mayBePlaced, putsOneOf } from '../../src/stages/placed-files.ts';
import { preparesNodes } from '../../src/stages/related.ts';
import { createSource, positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { lintOptions } from '../support/lint-options.ts';

describe('a version in a path', () => {
  it.each([
    ['addon/v1.5.0.yaml', 'addon/#.yaml'],
    ['addon/1.5/a.yaml', 'addon/#/a.yaml'],
    ['addon/v1.5.x/a.yaml', 'addon/#/a.yaml'],
    ['addon/2.10-rc1/a.yaml', 'addon/#/a.yaml'],
    ['addon/2.10-alpha.1/a.yaml', 'addon/#/a.yaml'],
    ['addon/2.10+build5/a.yaml', 'addon/#/a.yaml'],
    ['addon/12/a.yaml', 'addon/#/a.yaml'],
    ['addon/a-1.2.3-4.yaml', 'addon/a-#.yaml'],
    ['addon/12.yaml', 'addon/12.yaml'],
    ['addon/012/a.yaml', 'addon/012/a.yaml'],
    ['addon/12345/a.yaml', 'addon/12345/a.yaml'],
    ['12/a.yaml', '12/a.yaml'],
    ['addon/v2/a.yaml', 'addon/v2/a.yaml'],
    ['addon/node1/a.yaml', 'addon/node1/a.yaml'],
  ])('is left out where copies are compared: %s: %s', (path, plain) => {
    expect(pathOf(createSource(path, ''))).toBe(plain);
  });
});

describe('what is compiled from a file beside it', () => {
  const told = (...paths: readonly string[]) =>
    tellWhereWritten(
      paths.map((path) => {
        const [file = '', message = 'a'] = path.split(' ');
        return { rule: 'docker-cli-command', message, span: { source: createSource(file, ''), start: 0, end: 0 } };
      }),
    ).map(({ span }) => span.source.path);

  it.each<readonly [readonly string[], readonly string[]]>([
    [['node.ign', 'node.yaml'], ['node.yaml']],
    [['node.ign', 'node.yml'], ['node.yml']],
    [['node.ign', 'node.bu'], ['node.bu']],
    [['node.ign', 'node.fcc'], ['node.fcc']],
    [['node.ign', 'node.clc'], ['node.clc']],
    [['node.ign.json', 'node.yaml'], ['node.yaml']],
    [
      ['node.ign', 'other.yaml'],
      ['other.yaml', 'node.ign'],
    ],
    [
      ['a/node.ign', 'b/node.yaml'],
      ['b/node.yaml', 'a/node.ign'],
    ],
    [
      ['node.ign a', 'node.yaml b'],
      ['node.yaml', 'node.ign'],
    ],
    [
      ['node.json', 'node.yaml'],
      ['node.json', 'node.yaml'],
    ],
    [['node.ign'], ['node.ign']],
  ])('is told there: %j: %j', (paths, expected) => {
    expect(told(...paths)).toEqual(expected);
  });
});

describe('a file whose place says what it is', () => {
  it.each([
    ['files/jobs', '* * * * * root ls\n', true],
    ['files/notes.txt', 'a\n', true],
    ['files/a.ini', '[a]\nb=1\n', true],
    ['files/a.sh', 'ls\n', false],
    ['files/a.yaml', 'a: 1\n', false],
  ])('has no language of its own, or one of several daemons: %s: %s', (path, text, expected) => {
    expect(mayBePlaced({ path, text })).toBe(expected);
  });

  it.each([
    'cp files/jobs /etc/cron.d/jobs',
    'install -m 644 files/jobs /etc/cron.d',
    'mv ./jobs /etc/cron.d/',
    'rsync -a "files/jobs" /etc/cron.d/',
    'scp jobs host:/etc/cron.d',
    'ln -s jobs /etc/cron.d/jobs',
    '  src: files/jobs',
    '  src: "files/jobs"',
    '- copy: src=jobs dest=/etc/cron.d/jobs',
    '- template: {src: jobs, dest: /etc/cron.d/jobs}',
    'COPY files/jobs /etc/cron.d/',
    'ADD jobs /etc/cron.d/',
    "source => 'puppet:///modules/a/jobs'",
    'cp -r files /etc/cron.d',
    'cp files/* /etc/cron.d',
    'cp "files/" "/etc/cron.d"',
  ])('is named where it is put: %s', (line) => {
    expect(putsOneOf([{ path: 'x/files/jobs', text: '' }])(`a\n${line}\nb\n`)).toBe(true);
  });

  it.each([
    'cat files/jobs',
    'cp files/jobs2 /etc/cron.d',
    'cp myjobs /etc/cron.d',
    'cp files /opt/cron.d',
    'cp otherfiles /etc/cron.d',
    'mycp jobs /etc/cron.d',
  ])('is none where something else is: %s', (line) => {
    expect(putsOneOf([{ path: 'x/files/jobs', text: '' }])(`a\n${line}\nb\n`)).toBe(false);
  });

  it('is none where there is none', () => {
    expect(putsOneOf([])('cp  /etc/cron.d\n')).toBe(false);
  });

  it('may lie at the root', () => {
    const puts = putsOneOf([{ path: 'jobs', text: '' }]);
    expect([puts('cp jobs /etc/cron.d\n'), puts('cp a /etc/cron.d\n')]).toEqual([true, false]);
  });
});

describe('a file without a word of Docker', () => {
  it.each([
    ['salt/top.sls', 'a\n', true],
    ['top.sls', 'a\n', true],
    ['salt/laptop.sls', 'a\n', false],
    ['salt/a.sls', 'include:\n  - b\n', true],
    ['salt/a.sls', 'x:\n  include: b\n', false],
    ['salt/a.sls', 'kubelet:\n  service.running\n', true],
    ['salt/a.sls', 'kubeadm join\n', true],
    ['salt/a.sls', 'kubelets\n', false],
    ['roles/a/tasks/main.yml', '- command: kubeadm join\n', true],
    ['roles/a/tasks/main.yaml', '- service: name=kubelet\n', true],
    ['x/playbooks/a.yml', 'kubelet\n', true],
    ['roles/a/tasks/main.yml', '- command: ls\n', false],
    ['roles/a/files/a.sh', 'kubeadm join\n', false],
    ['myroles/a.yml', 'kubeadm join\n', false],
    ['site.yml', 'kubeadm join\n', false],
    ['c/recipes/a.rb', "service 'kubelet'\n", true],
    ['recipes/a.rb', "service 'kubelet'\n", true],
    ['c/resources/a.rb', 'kubeadm\n', true],
    ['c/providers/a.rb', 'kubeadm\n', true],
    ['c/libraries/a.rb', 'kubeadm\n', false],
    ['c/recipes/x/a.rb', 'kubeadm\n', false],
    ['manifests/a.pp', "service { 'kubelet': }\n", true],
    ['m/manifests/x/a.pp', 'kubeadm\n', true],
    ['p/manifests/node.pp', 'class p::node {\n  include ::kubernetes\n}\n', true],
    ['p/manifests/node.pp', "class { 'kubernetes': worker => true }\n", true],
    ['p/manifests/node.pp', 'class p::node {\n  include kubernetes::client\n}\n', false],
    ['a.pp', 'kubeadm\n', false],
    ['manifests/a.yaml', 'kubeadm\n', false],
    ['c/templates/kubelet.service.erb', '', true],
    ['files/kubelet.service', '', true],
    ['c/templates/web.service.erb', '', false],
    ['c/units/kubelet.service', '', false],
  ])('is read where it shows what becomes a node: %s: %j: %s', (path, text, expected) => {
    expect(preparesNodes({ path, text })).toBe(expected);
  });
});

const TARGET = { runtime: 'containerd', minor: 38 } as const;

function projectOf(files: Files): Project {
  const inputs = Object.entries(files).map(([path, text]) => ({ path, text }));
  const seen: Project[] = [];
  lint(inputs, lintOptions(), [], ({ project }) => void seen.push(project));
  const [project] = seen;
  if (!project) throw new Error('nothing was seen');
  return project;
}

describe('a rule that fails', () => {
  const FILES = { 'a.sh': 'docker ps\n', 'b.sh': 'docker ps\nsystemctl restart docker\n' };
  const failing = (path: string): Project => {
    const { places, ...project } = projectOf(FILES);
    const placementOf: Project['places']['placementOf'] = (where) => {
      if (where.document.path === path) throw new Error('broken');
      return places.placementOf(where);
    };
    return { ...project, places: { ...places, placementOf } };
  };

  it('is a note of its file, and hides nothing of another', () => {
    const { reports, notes } = runRules(failing('a.sh'), TARGET, NO_KNOWLEDGE, () => false);
    expect([...new Set(reports.map(({ report }) => report.document.path))]).toEqual(['b.sh']);
    expect(notes).toContainEqual({
      code: 'internal',
      message: 'rule docker-cli-command failed here; please report it (broken)',
      path: 'a.sh',
      coverage: 'partly',
    });
    expect([...new Set(notes.map(({ path }) => path))]).toEqual(['a.sh']);
  });
});

describe('a run that takes too long', () => {
  const project = projectOf({ 'a.sh': 'docker ps\n' });
  const late = (rules: number) => {
    let asked = 0;
    return runRules(project, TARGET, NO_KNOWLEDGE, () => asked++ >= rules);
  };
  const note = (ids: readonly string[]) => ({
    code: 'budget',
    message: `the run takes too long; these rules did not see everything that was read: ${ids.join(', ')}`,
    path: '.',
    coverage: 'partly',
  });
  const ids = RULES.map(({ id }) => id);

  it('names the rules that did not see everything', () => {
    expect(late(0)).toEqual({ reports: [], notes: [note(ids)] });
    expect(late(ids.length - 2).notes).toEqual([note(ids.slice(-2))]);
    expect(late(ids.length).notes).toEqual([]);
  });

  it('is looked at again and again while one rule sees many facts', () => {
    const many = projectOf({ 'a.sh': 'frob docker; ls /var/lib/docker\n'.repeat(1200) });
    let asked = 0;
    const { notes } = runRules(many, TARGET, NO_KNOWLEDGE, () => asked++ >= 1);
    expect(notes).toEqual([note(ids)]);
  });

  it('places nothing, and says so', () => {
    const { findings, coverage, notes } = lintTexts({ 'a.sh': 'docker ps\n' }, { isLate: () => true });
    expect([findings, notes]).toEqual([[], []]);
    expect([coverage.partly, coverage.notUnderstood].map((all) => all.map(({ path }) => path))).toEqual([
      ['.'],
      ['a.sh'],
    ]);
  });

  it('tells how far it has come', () => {
    const steps: string[] = [];
    runRules(
      project,
      TARGET,
      NO_KNOWLEDGE,
      () => false,
      (what, done, all) => void steps.push(`${what} ${done}/${all}`),
    );
    expect([steps.length, steps[0], steps.at(-1)]).toEqual([
      ids.length,
      `judging 0/${ids.length}`,
      `judging ${ids.length - 1}/${ids.length}`,
    ]);
  });
});

describe('the files of a chart', () => {
  const grouped = (...paths: readonly string[]) => {
    const { charts, single } = groupFiles(paths.map((path) => ({ path, text: '' })));
    return [
      charts.map(({ root, files }) => `${root}: ${files.map(({ path }) => path).join(' ')}`),
      single.map(({ path }) => path),
    ];
  };

  it.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
    [
      'are those below it',
      ['a/Chart.yaml', 'a/templates/x.yaml', 'b.yaml'],
      ['a: a/Chart.yaml a/templates/x.yaml'],
      ['b.yaml'],
    ],
    ['are all where it is the root', ['Chart.yaml', 'templates/x.yaml'], [': Chart.yaml templates/x.yaml'], []],
    [
      'have what only lies there read by itself too',
      ['a/Chart.yaml', 'a/run.sh'],
      ['a: a/Chart.yaml a/run.sh'],
      ['a/run.sh'],
    ],
    [
      'have those of its sub-charts',
      ['a/Chart.yaml', 'a/charts/b/Chart.yaml'],
      ['a: a/Chart.yaml a/charts/b/Chart.yaml'],
      [],
    ],
    [
      'have those of the sub-charts of its sub-charts',
      ['a/Chart.yaml', 'a/charts/b/charts/c/Chart.yaml'],
      ['a: a/Chart.yaml a/charts/b/charts/c/Chart.yaml'],
      [],
    ],
    [
      'have those of sub-charts of the root',
      ['Chart.yaml', 'charts/b/Chart.yaml'],
      [': Chart.yaml charts/b/Chart.yaml'],
      [],
    ],
    [
      'are those of a chart beside others',
      ['charts/a/Chart.yaml', 'charts/b/Chart.yaml'],
      ['charts/a: charts/a/Chart.yaml', 'charts/b: charts/b/Chart.yaml'],
      [],
    ],
    [
      'are those of the nearest chart',
      ['a/Chart.yaml', 'a/b/Chart.yaml', 'a/b/values.yaml'],
      ['a: a/Chart.yaml', 'a/b: a/b/Chart.yaml a/b/values.yaml'],
      [],
    ],
    ['are none of a file that only ends like one', ['a/MyChart.yaml', 'a/x.yaml'], [], ['a/MyChart.yaml', 'a/x.yaml']],
  ])('%s', (_, paths, charts, single) => {
    expect(grouped(...paths)).toEqual([charts, single]);
  });
});

describe('a memory', () => {
  const reading = (spent: boolean) => ({ value: EMPTY_READING, spent });
  const file = { path: 'a.sh', text: 'a' };
  const runs = (settings: readonly string[], files: readonly (readonly InputFile[])[]) => {
    const memory = createMemory();
    let reads = 0;
    for (const [i, some] of files.entries()) {
      memory.begin(settings[i] ?? '');
      const read = () => {
        reads++;
        return reading(false);
      };
      if (some.length > 0) memory.recall('a.sh', some, read);
      memory.end();
    }
    return reads;
  };

  it.each<readonly [string, readonly string[], readonly (readonly InputFile[])[], number]>([
    ['reads once what stays', ['', ''], [[file], [{ ...file }]], 1],
    ['reads again what has another text', ['', ''], [[file], [{ ...file, text: 'b' }]], 2],
    ['reads again what has another path', ['', ''], [[file], [{ ...file, path: 'b.sh' }]], 2],
    ['reads again with more files', ['', ''], [[file], [file, file]], 2],
    ['reads again with fewer files', ['', ''], [[file, file], [file]], 2],
    ['reads again under other settings', ['a', 'b'], [[file], [file]], 2],
    ['forgets what a run did not ask for', ['', '', ''], [[file], [], [file]], 2],
  ])('%s', (_, settings, files, reads) => {
    expect(runs(settings, files)).toBe(reads);
  });
});

/** `path:line rule + how many others` of each finding. */
function counted(files: Files): readonly string[] {
  return lintTexts(files).findings.map(
    ({ span, rule, copies }) =>
      `${span.source.path}:${positionAt(span.source, span.start).line} ${rule} + ${copies.length}`,
  );
}

const ASKS = 'kubeadm join\ndocker inspect a\n';
const inFolders = (...folders: readonly string[]): Files =>
  Object.fromEntries(folders.map((folder) => [`${folder}/a.sh`, ASKS]));

describe('what examples repeat', () => {
  it.each(['example', 'examples', 'sample', 'samples', 'demo', 'demos', 'Examples', 'x/demos'])(
    'in three folders is told once, at the first of them: %s',
    (name) => {
      expect(counted(inFolders(`${name}/b`, `${name}/c`, `${name}/a`))).toEqual([
        `${name}/a/a.sh:2 docker-cli-command + 2`,
      ]);
    },
  );

  it.each<readonly [string, Files, number]>([
    ['in two folders', inFolders('examples/a', 'examples/b'), 2],
    ['in folders that are called otherwise', inFolders('myexamples/a', 'myexamples/b', 'myexamples/c'), 3],
    [
      'in other words',
      { ...inFolders('examples/a', 'examples/b'), 'examples/c/a.sh': 'kubeadm join\ndocker inspect b\n' },
      3,
    ],
  ])('is told each time %s', (_, files, times) => {
    expect(counted(files)).toHaveLength(times);
  });
});

describe('what is kept in many versions', () => {
  const versions = (...all: readonly string[]): Files =>
    Object.fromEntries(all.map((one) => [`s/${one}/a.sh`, `kubeadm join\ndocker inspect a-${one}\n`]));

  it('is told at the newest of three', () => {
    expect(counted(versions('v1.5.0', 'v1.10.0', 'v1.6.0'))).toEqual(['s/v1.10.0/a.sh:2 docker-cli-command + 2']);
  });

  it('is told in both of two', () => {
    expect(counted(versions('v1.5.0', 'v1.10.0'))).toHaveLength(2);
  });
});

describe('what is guessed where nothing speaks of Kubernetes', () => {
  const four = 'docker inspect a\ndocker logs b\ndocker top a\ndocker inspect q\n';

  it.each<readonly [string, Files, readonly string[]]>([
    ['is one notice of a folder with four lines', { 'x/a.sh': four }, ['x/a.sh:1 docker-cli-command + 3']],
    [
      'is told line by line where there are three',
      { 'x/a.sh': 'docker inspect a\ndocker logs b\ndocker top a\n' },
      [1, 2, 3].map((line) => `x/a.sh:${line} docker-cli-command + 0`),
    ],
    [
      'is one notice of a folder beside one that does',
      { 'x/a.sh': four, 'y/b.sh': 'kubectl get a\n' },
      ['x/a.sh:1 docker-cli-command + 3'],
    ],
    [
      'is one notice of a folder above one that does',
      { 'x/a.sh': four, 'x/y/b.sh': 'kubectl get a\n' },
      ['x/a.sh:1 docker-cli-command + 3'],
    ],
    [
      'is told line by line in the folder that does',
      { 'x/a.sh': four, 'x/b.sh': 'kubectl get a\n' },
      [1, 2, 3, 4].map((line) => `x/a.sh:${line} docker-cli-command + 0`),
    ],
    [
      'is one notice of each rule',
      { 'x/a.sh': `${four}systemctl start docker\n` },
      ['x/a.sh:1 docker-cli-command + 3', 'x/a.sh:5 docker-service-unit + 0'],
    ],
  ])('%s', (_, files, expected) => {
    expect(counted(files)).toEqual(expected);
  });
});

describe('a table of jobs that is called nothing of the kind', () => {
  const found = (line: string) =>
    lintTexts({
      'x/a.sh': `kubeadm join\n${line}\n`,
      'x/files/jobs': '* * * * * root docker inspect a\n',
    }).findings.map(({ severity }) => severity);

  it.each([
    'cp files/jobs /etc/cron.d/jobs',
    'cp files/jobs /etc/cron.d/',
    'cp files/* /etc/cron.d',
    'cp -r files /etc/cron.d',
  ])('is known by where it is put: %s', (line) => {
    expect(found(line)).toEqual(['error']);
  });

  it.each(['cp -r other /etc/cron.d', 'ls files/jobs'])('is anything where something else is put there: %s', (line) => {
    expect(found(line)).toEqual(['notice']);
  });
});
