/** A branch for Docker is quiet where the choice is open, and counts where the repository itself chooses Docker until told otherwise. */
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/model/finding.ts';
import { apart } from '../../src/model/together.ts';
import { positionAt, type Span } from '../../src/text/source.ts';
import { type Files, lintTexts, loud } from '../support/in-memory.ts';

const NEXT = { target: { runtime: 'containerd', minor: 38 } } as const;

function lineOf({ source, start }: Span): number {
  return positionAt(source, start).line;
}

function found(files: Readonly<Record<string, string>>): readonly string[] {
  const { findings } = lintTexts(files, NEXT);
  // Each line is judged by itself, however it is told.
  const lines = findings.flatMap(apart).toSorted(inOrder);
  return lines.map(({ span, severity, rule }) => {
    const { line } = positionAt(span.source, span.start);
    return `${span.source.path}:${line} ${severity} ${rule}`;
  });
}

describe('the engine that a pipeline chooses', () => {
  it.each([
    ['./start.sh\n', []],
    ['hack/local-up-cluster.sh\n', ['ci/run.sh:1 notice provisioner-docker-runtime']],
  ])('is that of nodes where it starts some: %j', (start, expected) => {
    expect(found({ 'ci/run.sh': `export CONTAINER_RUNTIME=docker\n${start}` })).toEqual(expected);
  });
});

const NODE = '#!/bin/bash\nkubeadm join "$1"\n';
const BRANCH = 'if [ "$CONTAINER_RUNTIME" = docker ]; then systemctl restart docker; fi\n';

describe('a branch for docker in the script of a node', () => {
  it.each<readonly [string, string, string]>([
    ['is quiet where the caller chooses', 'CONTAINER_RUNTIME="$2"\n', 'notice'],
    ['counts where docker is the default', 'CONTAINER_RUNTIME="${CONTAINER_RUNTIME:-docker}"\n', 'warning'],
    [
      'counts where an option may say otherwise',
      'case $1 in --cri) CONTAINER_RUNTIME=$2 ;; esac\nCONTAINER_RUNTIME="${CONTAINER_RUNTIME:-docker}"\n',
      'warning',
    ],
    [
      'counts where an empty one becomes docker',
      '[ -z "$CONTAINER_RUNTIME" ] && CONTAINER_RUNTIME=docker\n',
      'warning',
    ],
    ['is quiet where containerd is the default', 'CONTAINER_RUNTIME="${CONTAINER_RUNTIME:-containerd}"\n', 'notice'],
    ['is quiet where an option asks for docker', 'if [ "$1" = --old ]; then CONTAINER_RUNTIME=docker; fi\n', 'notice'],
  ])('%s', (_, choice, severity) => {
    const line = (NODE + choice).split('\n').length;
    expect(found({ 'node/join.sh': NODE + choice + BRANCH })).toContain(
      `node/join.sh:${line} ${severity} docker-service-unit`,
    );
  });

  it('counts where whatever is not containerd becomes docker', () => {
    const text = `${NODE}if [ "$CONTAINER_RUNTIME" = containerd ]; then
  systemctl restart containerd
else
  CONTAINER_RUNTIME=docker
fi
if [ "$CONTAINER_RUNTIME" != containerd ]; then docker ps; fi
`;
    // The branch has one for containerd beside it: what it does is told at the choice.
    expect(found({ 'node/join.sh': text })).toEqual(['node/join.sh:6 warning provisioner-docker-runtime']);
  });

  it('takes the default of the script beside it, unless another one says containerd', () => {
    const join = NODE + BRANCH;
    const docker = 'CONTAINER_RUNTIME="${CONTAINER_RUNTIME:-docker}"\n';
    const containerd = 'CONTAINER_RUNTIME="${CONTAINER_RUNTIME:-containerd}"\n';
    expect(found({ 'node/join.sh': join, 'node/defaults.sh': docker })).toContain(
      'node/join.sh:3 warning docker-service-unit',
    );
    expect(found({ 'node/join.sh': join, 'node/a.sh': docker, 'node/b.sh': containerd })).toContain(
      'node/join.sh:3 notice docker-service-unit',
    );
    expect(found({ 'node/join.sh': join, 'other/defaults.sh': docker })).toContain(
      'node/join.sh:3 notice docker-service-unit',
    );
  });

  it('names the value that is written', () => {
    const text = `${NODE}CONTAINER_RUNTIME="\${CONTAINER_RUNTIME:-dockerd}"\n`;
    const [first] = lintTexts({ 'node/join.sh': text }, NEXT).findings;
    expect(first?.message).toBe('`CONTAINER_RUNTIME=dockerd` chooses Docker Engine as the runtime of the nodes');
  });
});

describe('a task for docker in a role of nodes', () => {
  const tasks = `- name: restart the engine
  service: {name: docker, state: restarted}
  when: container_manager == 'docker'
- name: join
  command: kubeadm join {{ endpoint }}
`;
  const role = 'roles/node/tasks/main.yml';

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['is quiet where nothing chooses', {}, 'notice'],
    [
      'counts where the defaults say docker',
      { 'roles/node/defaults/main.yml': 'container_manager: docker\n' },
      'warning',
    ],
    ['counts where the hosts get docker', { 'inventory/group_vars/all.yml': 'container_manager: docker\n' }, 'warning'],
    [
      'is quiet where the defaults disagree',
      {
        'roles/node/defaults/main.yml': 'container_manager: containerd\n',
        'inventory/group_vars/all.yml': 'container_manager: docker\n',
      },
      'notice',
    ],
  ])('%s', (_, more, severity) => {
    expect(found({ [role]: tasks, ...more })).toContain(`${role}:2 ${severity} docker-service-unit`);
  });
});

describe('files of Ansible that are for one runtime', () => {
  const play = (tasks: string) => `- hosts: kube_node\n  roles: [engine]\n${tasks}`;
  const files = {
    'roles/engine/tasks/RedHat-ce.yml': '- yum: {name: docker-ce}\n',
    'roles/engine/tasks/docker.yml': '- yum: {name: docker-ce}\n',
    'roles/engine/tasks/containerd.yml': '- yum: {name: containerd.io}\n- command: kubeadm join\n',
  };
  const severity = (path: string, more: Readonly<Record<string, string>>) =>
    found({ ...files, ...more }).filter((line) => line.startsWith(path));

  it('are quiet where the role that picks them is called for Docker', () => {
    const more = {
      'site.yml': `- hosts: kube_node\n  roles:\n  - {role: engine, when: container_runtime == 'docker'}\n`,
      'roles/engine/tasks/main.yml': '- include_tasks: "{{ ansible_os_family }}-ce.yml"\n',
    };
    expect(severity('roles/engine/tasks/RedHat-ce.yml', more)).toEqual([
      'roles/engine/tasks/RedHat-ce.yml:1 notice docker-engine-package',
    ]);
  });

  it.each([
    ['tasks', 'docker.yml', '- include_tasks: "{{ container_runtime }}.yml"\n'],
    ['file behind a dotted name', 'docker.yml', '- include_tasks: "{{ engine.container_runtime }}.yml"\n'],
  ])('are quiet where the name of the runtime picks the %s', (_, file, tasks) => {
    const path = `roles/engine/tasks/${file}`;
    const more = { 'site.yml': play(''), 'roles/engine/tasks/main.yml': tasks };
    expect(severity(path, more)).toEqual([`${path}:1 notice docker-engine-package`]);
    const chosen = { ...more, 'roles/engine/defaults/main.yml': 'container_runtime: docker\n' };
    expect(severity(path, chosen)).toEqual([`${path}:1 warning docker-engine-package`]);
  });

  it('are quiet where they are the variables that the runtime picks', () => {
    const more = {
      'site.yml': play(''),
      'roles/engine/tasks/main.yml':
        '- include_vars: "{{ container_runtime }}.yml"\n- shell: "{{ load }} all.tar"\n- command: kubeadm join\n',
      'roles/engine/vars/docker.yml': 'load: docker load -i\n',
    };
    expect(severity('roles/engine/vars/docker.yml', more)).toEqual([
      'roles/engine/vars/docker.yml:1 notice node-local-image-build',
    ]);
  });

  it('are quiet where they are the variables of a role that is called for Docker', () => {
    const more = {
      'site.yml': `- hosts: kube_node\n  roles:\n  - {role: engine, when: not containerd.enabled}\n`,
      'roles/engine/tasks/main.yml':
        '- include_vars: "{{ ansible_distribution }}.yml"\n- yum: {name: "{{ engine_packages }}"}\n',
      'roles/engine/vars/CentOS.yml': 'engine_packages:\n- docker-ce\n',
    };
    expect(severity('roles/engine/vars/CentOS.yml', more)).toEqual([
      'roles/engine/vars/CentOS.yml:2 notice docker-engine-package',
    ]);
  });

  it('count where any other name picks them', () => {
    const more = {
      'site.yml': play(''),
      'roles/engine/tasks/main.yml': '- include_tasks: "{{ ansible_os_family }}-ce.yml"\n',
    };
    expect(severity('roles/engine/tasks/RedHat-ce.yml', more)).toEqual([
      'roles/engine/tasks/RedHat-ce.yml:1 warning docker-engine-package',
    ]);
  });
});

describe('a cluster of a developer, whose nodes are containers', () => {
  it('tells that it gives them docker, without an alarm', () => {
    const text = '#!/bin/bash\nCLUSTER_CRI="${CLUSTER_CRI:-docker}"\ndocker run -d --privileged kindest/node:v1.23\n';
    expect(found({ 'dev/up.sh': text })).toEqual(['dev/up.sh:2 notice provisioner-docker-runtime']);
  });
});

describe('a policy', () => {
  it('is one finding, with every line that names the profile', () => {
    const text = `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: exporter
  annotations:
    seccomp.security.alpha.kubernetes.io/allowedProfileNames: docker/default
    apparmor.security.beta.kubernetes.io/allowedProfileNames: runtime/default
    seccomp.security.alpha.kubernetes.io/defaultProfileName: docker/default
spec: {privileged: false}
`;
    const { findings } = lintTexts({ 'policy.yaml': text }, NEXT);
    expect(findings.map(({ span, related }) => [span, ...related.map((one) => one.span)].map(lineOf))).toEqual([
      [6, 8],
    ]);
  });
});

describe('the program in an image', () => {
  it('is the image’s own', () => {
    const text = 'FROM ubuntu\nRUN install -m 755 docker/docker /usr/local/bin/docker\n';
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: runner}\nspec: {containers: [{name: r, image: acme/runner}]}\n';
    expect(found({ 'runner/Dockerfile': text, 'pod.yaml': pod })).toEqual([]);
  });
});

describe('an install of Docker Engine', () => {
  it('is one finding, with the lines that go when it goes', () => {
    const text = `#!/bin/bash
curl -fsSL https://mirror.example.com/docker-ce/linux/ubuntu/gpg | apt-key add -
echo "deb https://mirror.example.com/docker-ce/linux/ubuntu jammy stable" > /etc/apt/sources.list.d/docker.list
apt-get install -y kubelet docker-ce docker-ce-cli
apt-mark hold docker-ce docker-ce-cli
usermod -aG docker admin
`;
    const findings = lintTexts({ 'node/install.sh': text }, NEXT).findings.filter(
      ({ rule }) => rule === 'docker-engine-package',
    );
    const lines = findings.map(({ span, related }) => [
      positionAt(span.source, span.start).line,
      related.map(
        (one) => `${positionAt(one.span.source, one.span.start).line} ${one.role === 'rule' ? one.message : ''}`,
      ),
    ]);
    expect(lines).toEqual([
      [
        4,
        [
          '2 the repository of the package',
          '3 the repository of the package',
          '4 its command line',
          '5 keeps its version',
          '6 the group that the package makes',
        ],
      ],
    ]);
  });

  it('leaves a client, a pinned version and a group that stand alone', () => {
    const text = '#!/bin/bash\nkubeadm join "$1"\napt-get install -y docker-ce-cli\nusermod -aG docker admin\n';
    expect(found({ 'node/join.sh': text })).toEqual([
      'node/join.sh:3 notice docker-engine-package',
      'node/join.sh:4 notice docker-engine-package',
    ]);
  });
});

describe('variables of docker in a project of Ansible', () => {
  const tasks = '- include_tasks: docker.yml\n  when: container_manager == "docker"\n';

  it('are for the nodes that have it, where a task asks for the runtime', () => {
    const files = {
      'roles/engine/tasks/main.yml': tasks,
      'roles/engine/defaults/main.yml': 'docker_log_driver: json-file\n',
      'inventory/hosts.ini': '[all:vars]\ncontainer_manager="containerd"\ndocker_storage_dir="/var/lib/docker"\n',
    };
    expect(found(files)).toEqual([
      'inventory/hosts.ini:3 notice docker-daemon-config',
      'roles/engine/defaults/main.yml:1 notice docker-daemon-config',
    ]);
  });

  it('count where docker is the default, and where nothing is chosen', () => {
    const defaults = { 'roles/engine/defaults/main.yml': 'container_manager: docker\ndocker_log_driver: json-file\n' };
    expect(found({ 'roles/engine/tasks/main.yml': tasks, ...defaults })).toContain(
      'roles/engine/defaults/main.yml:2 warning docker-daemon-config',
    );
    const open = { 'roles/engine/defaults/main.yml': 'docker_log_driver: json-file\n' };
    expect(found({ ...open, 'check.sh': '#!/bin/bash\nkubectl get nodes\n' })).toEqual([
      'roles/engine/defaults/main.yml:1 warning docker-daemon-config',
    ]);
    expect(found(open)).toEqual(['roles/engine/defaults/main.yml:1 notice docker-daemon-config']);
  });
});

describe('variables for dockerd beside a choice of the runtime', () => {
  const vars = (runtime: string) => `kube_version: "1.35.0"\ndocker_log_opts: --log-opt max-size=50m\n${runtime}`;
  const inMap = (runtime: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars}\ndata:\n  vars.yml: |\n${vars(runtime).replace(/^(?=.)/gm, '    ')}`;
  const loud = (files: Readonly<Record<string, string>>) =>
    found(files).filter((line) => line.endsWith('docker-daemon-config') && !line.includes('notice'));

  it('are read by nobody where the same file or text chooses another one', () => {
    expect(loud({ 'vars.yml': vars('container_manager: containerd\n') })).toEqual([]);
    expect(loud({ 'cluster/vars.yaml': inMap('container_manager: crio\n') })).toEqual([]);
  });

  it('count where it chooses none, or another text does', () => {
    expect(loud({ 'cluster/vars.yaml': inMap('') })).toHaveLength(1);
    expect(
      loud({ 'cluster/vars.yaml': inMap(''), 'cluster/other.yaml': inMap('container_manager: containerd\n') }),
    ).toHaveLength(1);
  });
});

describe('a command that makes nodes with Docker in a cloud is as loud in a pipeline as in a script', () => {
  const POOL = 'container node-pools create a --cluster=b --image-type=COS';
  const list = `[${POOL.split(' ').join(', ')}]`;
  const step = (lines: string) => `steps:\n  - ${lines.replaceAll('\n', '\n    ')}\n`;
  const BUILDER = 'name: gcr.io/cloud-builders/gcloud';
  const SDK = 'name: gcr.io/google.com/cloudsdktool/cloud-sdk:slim';

  it.each([
    ['create.sh', `gcloud ${POOL}\n`],
    ['cloudbuild.yaml', step(`${BUILDER}\nargs: ${list}`)],
    ['cloudbuild.yaml', step(`${SDK}\nentrypoint: gcloud\nargs: ${list}`)],
    ['cloudbuild.yaml', step(`${SDK}\nargs: [gcloud, ${list.slice(1)}`)],
    ['cloudbuild.json', JSON.stringify({ steps: [{ name: 'a/b', entrypoint: 'gcloud', args: POOL.split(' ') }] })],
    ['cloudbuild-prod.yaml', step(`${SDK}\nentrypoint: bash\nargs: ['-c', 'gcloud ${POOL}']`)],
    ['build/pools.yaml', step(`${SDK}\nscript: |\n  #!/usr/bin/env bash\n  gcloud ${POOL}`)],
    ['.github/workflows/a.yml', `jobs:\n  a:\n    steps:\n      - run: gcloud ${POOL}\n`],
    [
      '.github/workflows/a.yml',
      `jobs:\n  a:\n    steps:\n      - run: |\n          set -e\n          gcloud ${POOL}\n`,
    ],
    ['Jenkinsfile', `node { sh 'gcloud ${POOL}' }\n`],
  ])('%s: %j', (path, text) => {
    expect(causesOf({ [path]: text })).toEqual(['error provisioner-docker-runtime']);
    expect(causesOf({ [path]: text.replaceAll('=COS', '=COS_CONTAINERD') })).toEqual([]);
  });

  it('and a step that builds images, or asks for pools, is none', () => {
    const steps = [
      step('name: gcr.io/cloud-builders/docker\nargs: [build, -t, acme/a, .]'),
      step(`${SDK}\nentrypoint: gcloud\nargs: [container, node-pools, describe, COS]`),
      step(`name: acme/tool\nargs: ${list}`),
    ];
    for (const text of steps) expect(causesOf({ 'cloudbuild.yaml': text })).toEqual([]);
  });

  /** Severity and rule of what is louder than a notice. */
  function causesOf(files: Files): readonly string[] {
    return loud(files).map((line) => line.split(' ').slice(1, 3).join(' '));
  }
});
