/** Advice is pasted into the line that it is about: it keeps what the author wrote there. */

import { describe, expect, it } from 'vitest';
import { lintTexts, adviceIn as told } from '../support/in-memory.ts';

const SCRIPT = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';

function onNode(lines: string, runtime: 'containerd' | 'cri-o' = 'containerd'): string {
  return told({ 'node/setup.sh': `${SCRIPT}${lines}\n` }, runtime)[0] ?? '';
}

describe('a variable', () => {
  it.each([
    [
      'whose value is known',
      'A=acme/app-amd64:1\ndocker tag $A acme/app:1',
      '`ctr -n k8s.io images tag docker.io/$A docker.io/acme/app:1`',
    ],
    [
      'that is a default',
      'TAG=${1-latest}\ndocker tag acme/app-x:${TAG} acme/app:${TAG}',
      '`ctr -n k8s.io images tag docker.io/acme/app-x:${TAG} docker.io/acme/app:${TAG}`',
    ],
    ['with a default of its own', 'docker pull quay.io/a/b:${TAG:-latest}', '`crictl pull quay.io/a/b:${TAG:-latest}`'],
    ['that is empty', 'TAG=\ndocker pull quay.io/a/b$TAG', '`crictl pull quay.io/a/b$TAG:latest`'],
    [
      'that is empty, in a text for another machine',
      'TAG=\nssh node1 "docker pull $REG/$NAME$TAG"',
      '`crictl pull $REG/$NAME$TAG`',
    ],
    [
      'that holds the name of a container',
      'BOX=etcd\ndocker exec $BOX date',
      '`crictl exec $(crictl ps -q --latest --name "^$BOX$") date`',
    ],
    [
      'that is set again further down, in front of the program that acts on a unit',
      'TOOLS=\nmain() {\n  TOOLS=$(read_tools)\n}\n"$TOOLS"/systemctl.sh enable docker',
      'Write `"$TOOLS/systemctl.sh" enable containerd`',
    ],
    ['in a filter', 'N=etcd\ndocker ps -q -f name=$N', '`crictl ps -q --name "$N"`'],
    [
      'that brings several options',
      'M="-v /a:/a -v /b:/b"\ndocker run --rm $M reg.example.com/app:1 sh',
      '`nerdctl run --rm $M reg.example.com/app:1 sh`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ],
    [
      'that brings an option, or nothing',
      'V=\nif [ -n "$2" ]; then V=-v; fi\ndocker run --rm reg.example.com/app:1 run.sh -a "$1" $V -b',
      '`nerdctl run --rm reg.example.com/app:1 run.sh -a "$1" $V -b`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ],
    [
      'that holds the image',
      'I=app\ndocker run --rm $I',
      '`nerdctl run --rm $I`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ],
    [
      'that holds several names',
      'BOXES="web db"\ndocker rm -f $BOXES',
      '`for name in $BOXES; do crictl rm -f $(crictl ps -a -q --latest --name "^$name$"); done`',
    ],
    [
      'that holds several images',
      'I="q.io/a:1 q.io/b:1"\ndocker pull $I',
      '`for image in $I; do crictl pull "$image"; done`',
    ],
    [
      'in whose place a function prints several options',
      'more() {\n  echo --rm --net host\n}\ndocker run $(more) --name x reg.example.com/app:1',
      '`nerdctl run $(more) --name x reg.example.com/app:1`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ],
    ['filled in by backticks', 'docker exec $CID remove `hostname -f`', '`crictl exec $CID remove $(hostname -f)`'],
  ])('%s stays', (_, lines, expected) => {
    expect(onNode(lines)).toBe(expected);
  });

  it('stays in the fix', () => {
    const script = `${SCRIPT}TAG=\${1-latest}\ndocker pull quay.io/a/b:\${TAG}\n`;
    const { findings } = lintTexts({ 'node/setup.sh': script });
    expect(findings.map(({ fix }) => fix?.replacement)).toEqual(['crictl pull quay.io/a/b:${TAG}']);
  });

  it.each(['docker tag a/b:1 a/b:2', 'docker push a/b:1'])('leaves what brings the image to people: %s', (line) => {
    const { findings } = lintTexts({ 'node/setup.sh': `${SCRIPT}${line}\n` });
    expect(findings.map(({ fix }) => fix)).toEqual(findings.map(() => undefined));
  });

  it('that holds the command is written anew where it is set', () => {
    const lines = 'IMG=python:3\nexport PY="docker run -i --rm ${IMG} python"\necho x | $PY -c "import a\nprint(1)"';
    expect(onNode(lines)).toMatch(/^`nerdctl run --interactive --rm \$\{IMG\} python`/);
  });
});

describe('an expression of a template', () => {
  it.each([
    ['templates/pull.sh.erb', 'docker pull <%= @image %>', '`crictl pull <%= @image %>`'],
    ['templates/pull.sh.j2', 'docker pull {{ registry }}/app:{{ tag }}', '`crictl pull {{ registry }}/app:{{ tag }}`'],
  ])('stays in %s', (path, line, expected) => {
    expect(told({ [path]: `${SCRIPT}${line}\n` })).toEqual([expected]);
  });

  it('stays in tasks, with the tag beside it, and names the item of the loop', () => {
    const task = (rest: string) =>
      told({ 'site.yml': `- hosts: all\n  tasks:\n  - command: kubeadm join a\n  - ${rest}\n` });
    expect(task('docker_image: {name: "{{ reg }}/app", tag: "{{ tag }}"}')).toEqual([
      '`crictl pull {{ reg }}/app:{{ tag }}`; in a task of the module command',
    ]);
    expect(
      task('docker_container: {name: "{{ item }}", image: reg.example.com/a:1}\n    with_items: "{{ groups.lb }}"'),
    ).toEqual([expect.stringContaining('--name {{ item }} reg.example.com/a:1`')]);
  });

  it('that decides about words leaves the command to words', () => {
    const line = 'docker run --rm quay.io/a/b:1 tool --host "{{ name }}{% if domain %}.{{ domain }}{% endif %}"';
    expect(told({ 'templates/run.sh.j2': `${SCRIPT}${line}\n` })).toEqual([
      'Write nerdctl for docker in this command; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ]);
  });

  it('stays in settings of dockerd', () => {
    const line = 'dockerd --insecure-registry {{ registry }}';
    expect(told({ 'templates/node.sh.j2': `${SCRIPT}${line}\n` }).join()).toContain(
      '/etc/containerd/certs.d/{{ registry }}/hosts.toml',
    );
  });
});

describe('a resource that keeps a unit', () => {
  it.each([
    ['recipes/a.rb', "package 'kubelet'\nservice 'docker' do\n  action :enable\nend\n", "Write service 'containerd'"],
    [
      'manifests/a.pp',
      "class a {\n  package { 'kubelet': }\n  service { 'docker': enable => true }\n}\n",
      "Write service { 'containerd': }",
    ],
  ])('is written in the form of %s', (path, text, expected) => {
    expect(told({ [path]: text }).filter((one) => one.includes('containerd'))).toEqual([
      expect.stringContaining(expected),
    ]);
  });
});

describe('what goes with a command', () => {
  it.each(['docker --config /etc/reg pull quay.io/a/b:1', 'docker login quay.io\ndocker pull quay.io/a/b:1'])(
    'is the login of the registry: %s',
    (lines) => {
      const all = told({ 'node/setup.sh': `${SCRIPT}${lines}\n` });
      expect(all.find((one) => one.startsWith('`crictl pull'))).toMatch(
        /^`crictl pull quay.io\/a\/b:1`; crictl does not read the login .*: add `--creds USER:PASSWORD`$/,
      );
    },
  );

  it('is the list before a container of the unit itself', () => {
    const unit =
      '[Unit]\nBefore=kubelet.service\n[Service]\nExecStartPre=/bin/sh -c "docker ps -a | grep %p && docker rm %p || true"\nExecStart=/usr/bin/docker run --name %p quay.io/a/b:1\n';
    expect(told({ 'nodes/cache.service': unit }).filter((one) => /crictl/.test(one))).toEqual([]);
  });

  it('is the terminal, and the id as it is', () => {
    const lines = 'ID=$(docker ps | grep app | cut -f1)\ndocker exec -it "$ID" tool "$@"';
    expect(told({ 'node/setup.sh': `${SCRIPT}${lines}\n` })).toEqual([
      expect.stringMatching(/`crictl exec -it (?:ID COMMAND|"\$ID")`/),
    ]);
  });
});

describe('lists of images', () => {
  it('have a row for each tag, as docker prints it', () => {
    expect(onNode("docker images --format '{{.Repository}} {{.Tag}}'")).toContain(
      'tag: (.repoTags[]? // "<none>:<none>")',
    );
    expect(onNode("docker images --format '{{.ID}}|{{.Size}}'")).not.toContain('repoTags');
  });

  it('keep the programs behind them where the columns are the same', () => {
    const lines = 'OLD=$(docker images --format "{{.Tag}} {{.ID}}" "$NAME" | sort -r | cut -d" " -f2)\ndocker rmi $OLD';
    expect(onNode(lines)).toMatch(
      /^`crictl images -o json "\$NAME" \| jq -r .*; what filters it stays, and then `crictl rmi \$OLD`/,
    );
  });
});

describe('settings', () => {
  it('of a state of Salt are no options of docker', () => {
    const state =
      'kubelet:\n  pkg.installed: []\nlb:\n  docker_container.running:\n    - image: reg.example.com/a:1\n    - skip_translate: true\n    - force: true\n    - require:\n      - pkg: kubelet\n';
    expect(told({ 'salt/lb.sls': state }).join()).not.toMatch(/skip-translate|--force|--require/);
  });

  it('are answered, each one that is counted', () => {
    const json = JSON.stringify({
      'registry-mirrors': ['https://m.example.com'],
      'insecure-registries': ['r.example.com'],
      'storage-driver': 'overlay2',
      'storage-opts': ['overlay2.override_kernel_check=true'],
      'log-driver': 'json-file',
      'log-opts': { 'max-size': '100m', 'max-file': '3' },
      'exec-opts': ['native.cgroupdriver=systemd'],
      'live-restore': true,
    });
    const [advice = ''] = told({ 'roles/kubelet/files/daemon.json': json });
    for (const name of Object.keys(JSON.parse(json))) expect(advice).toContain(name);
    expect(advice).toContain('log-opts: Set containerLogMaxSize: 100Mi and containerLogMaxFiles: 3');
    expect(advice).toContain('storage-driver, storage-opts: Drop them: overlayfs');
  });

  it('name the pause image that stands there', () => {
    expect(onNode('kubelet --pod-infra-container-image=reg.example.com/pause:3.9')).toBe(
      'Delete the flag and set sandbox_image = "reg.example.com/pause:3.9" (containerd 1.x), or sandbox = "reg.example.com/pause:3.9" under pinned_images (containerd 2.x), in /etc/containerd/config.toml',
    );
  });

  it('leave out a backslash that stands alone, as Ansible does', () => {
    const task = `- hosts: kube_node\n  tasks:\n  - shell: docker run -d \\\n             --name web \\\n             acme/web:1\n`;
    expect(told({ 'node.yml': task })[0]).toMatch(/^`nerdctl run --detach --name web docker\.io\/acme\/web:1`/);
  });

  it('name no part of a pause image', () => {
    const unit = `[Service]\nEnvironment="A=--pod-infra-container-image={{ host }}{% if port %}:{{ port }}{% endif %}/pause"\n`;
    expect(told({ 'kubelet.service.d/10-a.conf.j2': unit })).toEqual([
      'Delete the flag and set sandbox_image (containerd 1.x), or sandbox under pinned_images (containerd 2.x), in /etc/containerd/config.toml',
    ]);
  });

  it('of logs that nerdctl has are kept', () => {
    expect(
      onNode('docker run -d --log-driver syslog --log-opt syslog-address=udp://a:514 reg.example.com/a:1'),
    ).toMatch(/^`nerdctl run --detach --log-driver syslog --log-opt syslog-address=udp:\/\/a:514 /);
    expect(onNode('docker run -d --log-driver gelf reg.example.com/a:1')).toContain(
      'nerdctl takes no --log-driver gelf',
    );
  });
});

describe('pods', () => {
  const daemonSet = (image: string, path: string, more = '') =>
    `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        image: ${image}\n        volumeMounts: [{name: docker-logs, mountPath: ${path}}${more ? ', {name: more, mountPath: /var/log}' : ''}]\n      volumes:\n      - {name: docker-logs, hostPath: {path: ${path}}}\n${more}`;

  it('of SPIRE ask the kubelet', () => {
    expect(told({ 'a.yaml': daemonSet('ghcr.io/spiffe/spire-agent:1.9.0', '/var/run/docker.sock') })[0]).toContain(
      'WorkloadAttestor "k8s" for WorkloadAttestor "docker"',
    );
  });

  it('that ship logs are told about logs alone', () => {
    const text = daemonSet('acme/shipper:1', '/var/lib/docker', '      - {name: more, hostPath: {path: /var/log}}\n');
    expect(told({ 'a.yaml': text })).toEqual([
      'Drop it: container logs are files under /var/log/pods now, and this pod mounts /var/log already',
    ]);
  });
});

describe('a unit that is docker run', () => {
  it('is not told to become a unit', () => {
    const { findings } = lintTexts({
      'nodes/a.service':
        '[Unit]\nBefore=kubelet.service\n[Service]\nExecStart=/usr/bin/docker run --name a quay.io/a/b:1\n',
    });
    expect(findings.map(({ instead }) => instead).join()).not.toContain('systemd unit');
  });
});
