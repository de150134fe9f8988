/** What makes a document run says where it runs: callers, Dockerfiles, pods. */
import { describe, expect, it } from 'vitest';
import { linkResolver } from '../../src/placing/links.ts';
import { groupFiles } from '../../src/stages/grouping.ts';
import { readRepository } from '../../src/stages/reading.ts';
import type { Files } from '../support/in-memory.ts';
import { placeOf, placesOf } from './places.ts';

const NODE = 'kubeadm join --config /etc/kubernetes/join.yaml\n';

describe('a script that another script calls', () => {
  it('runs where its caller runs', () => {
    expect(placesOf({ 'join.sh': `${NODE}./clean.sh\n`, 'clean.sh': 'docker ps\n' })['clean.sh']).toBe(
      'node: called by join.sh; line 1 calls kubeadm join; line 1 uses /etc/kubernetes/join.yaml',
    );
  });

  it.each([
    '.\\kubelet.ps1',
    '& "$PSScriptRoot\\kubelet.ps1"',
    '. $dir\\kubelet.ps1',
    'powershell -File C:\\k\\kubelet.ps1',
  ])('makes a node of a script of PowerShell by %s', (call) => {
    const files = { 'w/start.ps1': `Start-Service docker\n${call}\n`, 'w/kubelet.ps1': 'Start-Service kubelet\n' };
    expect(placeOf('w/start.ps1', files)).toBe('node');
  });

  it('runs where the caller of its caller runs, through any number of files', () => {
    const files = {
      'a.sh': `${NODE}./b.sh\n`,
      'b.sh': './c.sh\n',
      'c.sh': '. ./d.sh\n',
      'd.sh': 'bash e.sh\n',
      'e.sh': 'docker ps\n',
    };
    expect(placeOf('e.sh', files)).toBe('node');
    expect(placesOf(files)['d.sh']).toMatch(/^node: sourced by c\.sh/);
  });

  it('is followed six times from what is known, down and up', () => {
    const chain = (length: number, first: string, last: string): Files =>
      Object.fromEntries(
        Array.from({ length }, (_, i) => [
          `step${i}.sh`,
          `${i === 0 ? first : ''}${i < length - 1 ? `./step${i + 1}.sh\n` : last}`,
        ]),
      );
    expect(placeOf('step6.sh', chain(7, NODE, ''))).toBe('node');
    expect(placeOf('step7.sh', chain(8, NODE, ''))).toBe('unknown');
    expect(placeOf('step0.sh', chain(7, '', NODE))).toBe('node');
    expect(placeOf('step0.sh', chain(8, '', NODE))).toBe('unknown');
  });

  it('runs where most breaks when its callers run in several places, whatever their order', () => {
    const ci = 'on: push\njobs: {a: {steps: [{run: ./clean.sh}]}}\n';
    for (const [first, second] of [
      ['a-join.sh', 'z/.github/workflows/ci.yml'],
      ['z-join.sh', '.github/workflows/ci.yml'],
    ] as const) {
      const files = { [first]: `${NODE}./clean.sh\n`, [second]: ci, 'clean.sh': 'docker ps\n' };
      const sorted = Object.fromEntries(Object.entries(files).sort());
      expect(placeOf('clean.sh', sorted)).toBe('node');
    }
  });

  it('leaves a folder of developers when something on a node calls it', () => {
    expect(placeOf('hack/clean.sh', { 'hack/clean.sh': 'docker ps\n' })).toBe('dev');
    expect(
      placeOf('hack/clean.sh', {
        'hack/clean.sh': 'docker ps\n',
        'join.sh': `${NODE}hack/clean.sh\n./hack/clean.sh\n`,
      }),
    ).toBe('node');
  });

  it('stays in a folder of developers when a pipeline calls it', () => {
    const pipeline = 'on: push\njobs: {a: {steps: [{run: ./hack/clean.sh}]}}\n';
    expect(placeOf('hack/clean.sh', { 'hack/clean.sh': 'docker ps\n', '.github/workflows/ci.yml': pipeline })).toBe(
      'dev',
    );
  });

  it('is the file of the caller’s own folder where several have its name', () => {
    const files = {
      'node/join.sh': `${NODE}./clean.sh\n`,
      'node/clean.sh': 'docker ps\n',
      'other/clean.sh': 'docker ps\n',
    };
    expect(placeOf('node/clean.sh', files)).toBe('node');
    expect(placeOf('other/clean.sh', files)).toBe('unknown');
  });

  it('is that of the caller’s own folder before one at the root', () => {
    const files = { 'node/join.sh': `${NODE}./clean.sh\n`, 'node/clean.sh': 'docker ps\n', 'clean.sh': 'docker ps\n' };
    expect([placeOf('node/clean.sh', files), placeOf('clean.sh', files)]).toEqual(['node', 'unknown']);
  });

  it('is the template that becomes it, in the same folder as well', () => {
    const files = {
      'node/join.sh': `${NODE}./clean.sh\n`,
      'node/clean.sh.j2': 'docker ps\n',
      'clean.sh.tmpl': 'docker ps\n',
    };
    expect([placeOf('node/clean.sh.j2', files), placeOf('clean.sh.tmpl', files)]).toEqual(['node', 'unknown']);
  });

  it.each([
    ['cd engine && bash run.sh'],
    ['cd "$(dirname "$0")"\n(cd engine; ./run.sh)'],
    ['cd other\ncd -\ncd engine\n. ./run.sh'],
    ['pushd other\npopd\npushd engine\n./run.sh'],
    ['bash -c "cd other && ls"\ncd other/../engine\n./run.sh'],
    ['cd /tmp/copies/engine && bash ./run.sh'],
    ['cd ${ROOT}/engine\ncat run.sh | bash'],
  ])('is the one in the folder that the caller has gone to: %s', (lines) => {
    const files = {
      'join.sh': `${NODE}${lines}\n`,
      ...Object.fromEntries(
        ['engine', 'other', 'third', 'fourth', 'fifth'].map((name) => [`${name}/run.sh`, 'docker ps\n']),
      ),
    };
    const nodes = Object.entries(placesOf(files)).flatMap(([path, place]) => (place.startsWith('node') ? path : []));
    expect(nodes).toEqual(['join.sh', 'engine/run.sh']);
  });

  it('is the nearest file where several end like the path, and none stands at it', () => {
    const files = {
      'node/bin/join.sh': `${NODE}/opt/lib/clean.sh\n`,
      'node/lib/clean.sh': 'docker ps\n',
      'other/lib/clean.sh': 'docker ps\n',
    };
    expect([placeOf('node/lib/clean.sh', files), placeOf('other/lib/clean.sh', files)]).toEqual(['node', 'unknown']);
  });

  it('is the file at the path before a nearer one of that name', () => {
    const files = {
      'node/join.sh': `${NODE}../lib/clean.sh\n`,
      'lib/clean.sh': 'docker ps\n',
      'node/lib/clean.sh': 'docker ps\n',
    };
    expect([placeOf('lib/clean.sh', files), placeOf('node/lib/clean.sh', files)]).toEqual(['node', 'unknown']);
  });

  it('is no file of settings, whose place a command line of that form does not change', () => {
    const settings = '{"log-driver": "json-file"}\n';
    for (const caller of ['etc/docker/daemon.json', './docker/daemon.json', 'r/daemon.json < docker']) {
      const files = { 'hack/build.sh': `${caller}\n`, 'etc/docker/daemon.json': settings };
      expect(placeOf('etc/docker/daemon.json', files)).toBe('unknown');
    }
  });

  it('is no file of settings that stands where a Dockerfile is asked for', () => {
    const files = {
      'hack/build.sh': 'docker build -f daemon.json .\n',
      'etc/docker/daemon.json': '{"log-driver": "json-file"}\n',
    };
    expect(placeOf('etc/docker/daemon.json', files)).toBe('unknown');
  });

  it('never takes itself for its caller', () => {
    expect(placesOf({ 'loop.sh': './loop.sh\ndocker ps\n' })).toEqual({ 'loop.sh': 'unknown' });
  });
});

describe('a file that is copied', () => {
  it('is part of the image that a Dockerfile copies it into', () => {
    const files = { Dockerfile: 'FROM alpine\nCOPY run.sh /run.sh\n', 'run.sh': 'docker ps\n' };
    expect(placesOf(files)['run.sh']).toBe('image: copied by Dockerfile; built into a container image');
  });

  it('keeps the place that is known for it', () => {
    const files = {
      'hack/run.sh': 'docker ps\n',
      Dockerfile: 'FROM debian\nRUN apt-get install -y kubelet\nCOPY hack/run.sh /run.sh\n',
    };
    expect(placesOf(files)).toEqual({
      'hack/run.sh': 'dev: a folder of developers or of documentation',
      Dockerfile: 'node: line 2 installs kubelet',
    });
  });
});

describe('a make target', () => {
  it('is found in the makefile itself, in the folder that is named, or above', () => {
    const files = {
      Makefile: 'all:\n\tmake clean\n\tmake -C node join\nclean:\n\tdocker ps\n',
      'node/Makefile': 'join:\n\tdocker ps\n',
      'hack/run.sh': 'docker ps\nmake clean\n',
    };
    const inputs = Object.entries(files).map(([path, text]) => ({ path, text }));
    const always = () => true;
    const options = {
      matters: always,
      hasWord: always,
      kubeVersion: '1.37.0',
      values: [],
      isLate: () => false,
      isFull: () => false,
    };
    const { documents, links } = readRepository(groupFiles(inputs), options);
    const resolve = linkResolver(documents, links);
    const found = links.map((link) => {
      const target = link.to.kind === 'make-target' ? link.to.name : link.to.kind;
      return `${link.from.path}: ${target} in ${resolve(link).map(({ path }) => path)}`;
    });
    expect(found.sort()).toEqual([
      'Makefile: clean in Makefile',
      'Makefile: join in node/Makefile',
      'hack/run.sh: clean in Makefile',
    ]);
  });
});

describe('a script with a name that every project has, in a task', () => {
  const role = { 'roles/tool/tasks/main.yml': '- command: kubeadm join a\n- shell: ./build.sh\n' };

  it('is the one of the role, and none of another folder', () => {
    const files = { ...role, 'images/tool/build.sh': 'docker ps\n', 'roles/tool/files/run/build.sh': 'docker ps\n' };
    expect(placeOf('roles/tool/files/run/build.sh', files)).toBe('node');
    expect(placeOf('images/tool/build.sh', { ...role, 'images/tool/build.sh': 'docker ps\n' })).toBe('dev');
  });
});

/** Which of the files a script of a node makes run, or copies. */
function reached(line: string, paths: readonly string[]): readonly string[] {
  const files = Object.fromEntries(paths.map((path) => [path, 'docker ps\n']));
  const places = placesOf({ ...files, 'up/join.sh': `${NODE}${line}\n` });
  return paths.filter((path) => places[path]?.startsWith('node'));
}

describe('a script is found by its name', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['./run.sh', ['up/run.sh.j2'], ['up/run.sh.j2']],
    ['./run.sh', ['up/run.sh.jinja'], ['up/run.sh.jinja']],
    ['./run.sh', ['up/run.sh.jinja2'], ['up/run.sh.jinja2']],
    ['./run.sh', ['up/run.sh.tmpl'], ['up/run.sh.tmpl']],
    ['./run.sh', ['up/run.sh.tpl'], ['up/run.sh.tpl']],
    ['./run.sh', ['up/run.sh.template'], ['up/run.sh.template']],
    ['./run.sh', ['up/run.sh.gotmpl'], ['up/run.sh.gotmpl']],
    ['./run.sh', ['up/run.sh.tftpl'], ['up/run.sh.tftpl']],
    ['./run.sh', ['up/run.sh.erb'], ['up/run.sh.erb']],
    ['./run.sh', ['up/run.sh.in'], ['up/run.sh.in']],
    ['./run.sh', ['up/run.sh.bak'], []],
  ])('%s as the template %j', (line, paths, expected) => {
    expect(reached(line, paths)).toEqual(expected);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['/opt/tool/run.sh', ['a/run.sh'], ['a/run.sh']],
    ['/opt/tool/run.sh', ['a/run.sh', 'b/run.sh', 'c/run.sh'], ['a/run.sh', 'b/run.sh', 'c/run.sh']],
    ['/opt/tool/run.sh', ['a/run.sh', 'b/run.sh', 'c/run.sh', 'd/run.sh'], []],
    ['/opt/tool/run.sh', ['x/tool/run.sh', 'b/run.sh'], ['x/tool/run.sh']],
    ['/opt/a/tool/run.sh', ['x/a/tool/run.sh', 'y/tool/run.sh'], ['x/a/tool/run.sh']],
    ['/opt/a/b/c/d/run.sh', ['x/b/c/d/run.sh', 'y/d/run.sh', 'z/c/d/run.sh'], ['x/b/c/d/run.sh']],
    ['$DIR/lib/run.sh', ['up/lib/run.sh', 'lib/run.sh'], ['up/lib/run.sh']],
    ['$DIR/run.sh', ['up/run.sh', 'run.sh'], ['up/run.sh']],
    ['${DIR}run.sh', ['up/run.sh'], []],
    ['$RUN', ['up/run.sh'], []],
  ])('%s in a folder that the machine has elsewhere, of %j', (line, paths, expected) => {
    expect(reached(line, paths)).toEqual(expected);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['for s in /vagrant/scripts/*.sh; do $s; done', ['scripts/a.sh', 'scripts/b.txt', 'other/a.sh'], ['scripts/a.sh']],
    ['for s in ./scripts/*.sh; do bash $s; done', ['up/scripts/a.sh', 'scripts/a.sh'], ['up/scripts/a.sh']],
    ['for s in scripts/*.sh; do bash $s; done', ['scripts/a.sh'], ['scripts/a.sh']],
    ['for s in /vagrant/up/scripts/*.sh; do $s; done', ['up/scripts/a.sh', 'scripts/a.sh'], ['up/scripts/a.sh']],
    ['for s in scripts/*.bash; do bash $s; done', ['scripts/a.bash', 'scripts/b.sh.bak'], ['scripts/a.bash']],
    ['for s in scripts/run-*.sh; do bash $s; done', ['scripts/run-a.sh'], ['scripts/run-a.sh']],
  ])('with all of its folder: %s', (line, paths, expected) => {
    expect(reached(line, paths)).toEqual(expected);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['cp -r jobs/ /etc/cron/', ['up/jobs/a.sh', 'jobs/b.sh'], ['up/jobs/a.sh']],
    ['cp jobs/* /etc/cron/', ['up/jobs/a.sh'], ['up/jobs/a.sh']],
    ['cp -r jobs /etc/cron', ['jobs/a.sh', 'jobs/daily/b.sh'], ['jobs/a.sh', 'jobs/daily/b.sh']],
    ['cp -r ../jobs /etc/cron', ['jobs/a.sh'], ['jobs/a.sh']],
    ['cp ../jobs/a.sh /opt', ['jobs/a.sh', 'jobs/b.sh'], ['jobs/a.sh']],
    ['cp -r jobs /opt/jobs', ['up/jobs/a.sh'], []],
  ])('where it is copied with a folder of settings: %s', (line, paths, expected) => {
    expect(reached(line, paths)).toEqual(expected);
  });
});

describe('the Dockerfile of an image that a pod runs', () => {
  const runs = (ref: string, path: string, more: Files = {}) =>
    placeOf(path, {
      'pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers: [{name: a, image: "${ref}"}]\n`,
      [path]: 'FROM alpine\nRUN docker ps\n',
      ...more,
    });

  it.each([
    ['registry.example.com:5000/acme/agent:1.2', 'agent/Dockerfile'],
    ['acme/agent@sha256:abc', 'agent/Dockerfile'],
    ['acme/agent', 'images/agent/Dockerfile'],
    ['acme/agent', 'Agent/Dockerfile'],
    ['acme/agent', 'agent/docker/Dockerfile'],
    ['acme/agent', 'agent/build/Dockerfile'],
    ['acme/agent', 'agent/image/Dockerfile'],
    ['acme/agent', 'agent/images/Dockerfile'],
    ['acme/agent', 'agent/src/Dockerfile'],
    ['acme/agent', 'agent/package/Dockerfile'],
    ['acme/agent', 'Dockerfile.agent'],
    ['acme/agent', 'Dockerfile-agent'],
    ['acme/agent', 'tools/Dockerfile_agent'],
    ['acme/agent', 'agent.Dockerfile'],
    ['acme/agent', 'Containerfile.agent'],
  ])('is known by a name: %s of %s', (ref, path) => {
    expect(runs(ref, path)).toBe('workload');
  });

  it.each(['agents/Dockerfile', 'agent/lib/Dockerfile', 'Dockerfile', 'Dockerfile.shipper'])(
    'is another one where nothing is called like it: %s',
    (path) => {
      expect(runs('acme/agent', path)).toBe('image');
    },
  );

  it('is the one that a script builds under that name', () => {
    expect(runs('acme/agent', 'x/Dockerfile', { 'build.sh': 'docker build -t acme/agent:1 x\n' })).toBe('workload');
    const elsewhere = { 'build.sh': 'docker build -t acme/agent:1 y\n', 'y/Dockerfile': 'FROM alpine\n' };
    expect(runs('acme/agent', 'agent/Dockerfile', elsewhere)).toBe('image');
  });
});

describe('a script that a container starts', () => {
  const started = (command: string, pod: string, path: string) =>
    placeOf(path, {
      [pod]: `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers: [{name: a, image: b, command: [${command}]}]\n`,
      [path]: 'docker ps\n',
    });

  it.each([
    ['/app/run.sh', 'deploy/pod.yaml', 'other/run.sh', 'unknown'],
    ['/app/run.sh', 'deploy/pod.yaml', 'deploy/image/run.sh', 'workload'],
    ['/app/run.sh', 'deploy/pod.yaml', 'other/app/run.sh', 'workload'],
    ['/app/run.sh', 'pod.yaml', 'other/run.sh', 'workload'],
    ['/app/special.sh', 'deploy/pod.yaml', 'other/special.sh', 'workload'],
  ])('is no other one with a name that every project has: %s of %s, %s', (command, pod, path, place) => {
    expect(started(command, pod, path)).toBe(place);
  });
});

describe('what an image copies over its root', () => {
  it('is all there, and nothing of another folder', () => {
    const places = placesOf({
      Dockerfile: 'FROM debian\nRUN apt-get install -y kubelet\nCOPY rootfs/ /\nCOPY other/ /opt/\n',
      'rootfs/opt/a.sh': 'docker ps\n',
      'rootfs2/b.sh': 'docker ps\n',
      'other/c.sh': 'docker ps\n',
    });
    expect(Object.keys(places).filter((path) => places[path]?.startsWith('node'))).toEqual([
      'Dockerfile',
      'rootfs/opt/a.sh',
    ]);
  });
});

describe('a file of functions', () => {
  const library = 'join_node() {\n  kubeadm join "$1"\n}\n\nfunction log {\n  echo "$1"\n}\n';
  const place = (script: string, others: Files = {}) =>
    placeOf('pack.sh', { 'lib/common.sh': library, ...others, 'pack.sh': script });

  it('makes no node of a script that sources it for something else', () => {
    expect(place('. lib/common.sh\nlog start\ndocker pull nginx\n')).toBe('unknown');
    expect(place('source "$(dirname "$0")/lib/common.sh"\nlog start\n')).toBe('unknown');
  });

  it('makes a node of a script that calls its function', () => {
    expect(place('. lib/common.sh\njoin_node 10.0.0.1\n')).toBe('node');
  });

  it('may be called by whoever starts the script', () => {
    expect(place('. lib/common.sh\n"$1" "${@:2}"\n')).toBe('node');
  });

  it('counts with functions of other files that call it', () => {
    const others = { 'lib/all.sh': '. ./common.sh\nset_up() {\n  log up\n  join_node "$MASTER"\n}\n' };
    expect(place('. lib/all.sh\nset_up\n', others)).toBe('node');
    expect(place('. lib/all.sh\nlog up\n', others)).toBe('unknown');
  });

  it('counts where it gathers others', () => {
    const others = { 'lib/all.sh': '. ./common.sh\n' };
    expect(place('. lib/all.sh\njoin_node a\n', others)).toBe('node');
    expect(place('. lib/all.sh\nlog a\n', others)).toBe('unknown');
  });

  it('makes a node of whoever sources it by what stands outside of its functions', () => {
    expect(place('. lib/reset.sh\ndocker ps\n', { 'lib/reset.sh': `${library}kubeadm reset -f\n` })).toBe('node');
    expect(place('. lib/one.sh\nup\n', { 'lib/one.sh': 'up() { kubeadm init; }\ndown() { true; }\n' })).toBe('node');
    expect(place('. lib/one.sh\ndown\n', { 'lib/one.sh': 'up() { kubeadm init; }\ndown() { true; }\n' })).toBe(
      'unknown',
    );
  });

  it.each(['}', '};', '} ;', '}; ', '}  '])('may end where it begins, on one line: %j', (end) => {
    const one = { 'lib/one.sh': `down() { true; ${end}\nup() { kubeadm init; ${end}\n` };
    expect(place('. lib/one.sh\nup\n', one)).toBe('node');
    expect(place('. lib/one.sh\ndown\n', one)).toBe('unknown');
  });

  it('does not end at a semicolon', () => {
    const one = { 'lib/one.sh': 'up() { log up;\n  kubeadm init\n}\n' };
    expect(place('. lib/one.sh\nup\n', one)).toBe('node');
    expect(place('. lib/one.sh\nlog a\n', one)).toBe('unknown');
  });

  it('that only hints at a node makes none of a script that calls it', () => {
    expect(place('. lib/one.sh\nlist\n', { 'lib/one.sh': 'list() {\n  crictl ps\n}\n' })).toBe('unknown');
  });

  it('that acts on other machines makes no node of a script that calls it', () => {
    const far = { 'lib/far.sh': 'up() {\n  ssh "$1" kubeadm init\n}\ncrictl ps\nsystemctl restart kubelet\n' };
    expect(placesOf({ 'pack.sh': '. lib/far.sh\nup one\n', ...far })['pack.sh']).toBe(
      'node: calls lib/far.sh (line 5 manages kubelet)',
    );
  });
});
