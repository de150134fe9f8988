/** What a document does that only a node does. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { placeOf, placesOf } from './places.ts';

describe('a script shows by what it does that it runs on a node', () => {
  it.each([
    ['kubeadm init', 'line 1 calls kubeadm init'],
    ['kubeadm reset -f', 'line 1 calls kubeadm reset'],
    ['crictl ps', 'line 1 calls crictl'],
    ['systemctl restart kubelet', 'line 1 manages kubelet'],
    ['service k3s-agent restart', 'line 1 manages k3s-agent'],
    ['cat /var/lib/kubelet/config.yaml', 'line 1 uses /var/lib/kubelet/config.yaml'],
    ['rm -rf /etc/cni/net.d', 'line 1 uses /etc/cni/net.d'],
    ['apt-get install -y kubelet', 'line 1 installs kubelet'],
    ['yum install -y kubeadm-1.22.0', 'line 1 installs kubeadm'],
    ['KUBELET_EXTRA_ARGS=--v=2', 'line 1 sets KUBELET_EXTRA_ARGS'],
    ['kubeadm upgrade node', 'line 1 calls kubeadm upgrade'],
    ['pgrep -f kubelet', 'line 1 asks for the process kubelet'],
    ['pidof kubelet', 'line 1 asks for the process kubelet'],
    ['docker tag mirror.example/pause:3.2 k8s.gcr.io/pause:3.2', 'line 1 tags k8s.gcr.io/pause:3.2'],
    ['docker image tag a/etcd:3 registry.k8s.io/etcd:3', 'line 1 tags registry.k8s.io/etcd:3'],
    [
      'docker tag a/b:1 gcr.io/google_containers/kube-proxy-amd64:v1.8.0',
      'line 1 tags gcr.io/google_containers/kube-proxy',
    ],
    ['podman compose up -d; docker logs kube-proxy', 'line 1 asks Docker for kube-proxy'],
    [
      'docker run -d --privileged --name box acme/node:1; docker exec box kubectl get pods; kubeadm join a',
      'line 1 calls kubeadm join',
    ],
  ])('%s', (line, reason) => {
    expect(placesOf({ 'run.sh': `${line}\n` })['run.sh']).toMatch(
      new RegExp(`^node: ${reason.replaceAll('/', '\\/')}`),
    );
  });

  it.each([
    ['kubeadm config images list'],
    ['kubeadm version'],
    ['kubeadm token list'],
    ['pgrep -f nginx'],
    ['pkill kubelet'],
    ['dpkg -l kubelet'],
    ['MY_KUBELET_ARGS=--v=2'],
    ['apt-get remove -y kubelet'],
    ['apt-get purge -y kubeadm kubelet'],
    ['systemctl restart nginx'],
    ['apt-get install -y kubectl'],
    ['kubectl get nodes'],
    ['docker ps'],
    ['docker tag k8s.gcr.io/pause:3.2 reg.example/pause:3.2'],
    ['docker tag a/app:1 registry.k8s.io/e2e/app:1'],
    ['docker tag a/pause:3 k8s.gcr.io/pause:3; docker save k8s.gcr.io/pause:3 -o pause.tar'],
    ['docker tag a/pause:3 k8s.gcr.io/pause:3; docker push k8s.gcr.io/pause:3'],
    ['cat /etc/kubernetesx'],
    ['LOGS_OF_KUBELET="journalctl -u kubelet --no-pager"'],
    ['docker run --rm -v /var/lib/kubelet -v /var/log --privileged ubuntu bash'],
    ['podman logs k8s_etcd_etcd-one'],
    ['docker compose up -d; docker logs kube-proxy'],
  ])('and by nothing in: %s', (line) => {
    expect(placesOf({ 'run.sh': `${line}\n` })['run.sh']).toBe('unknown');
  });

  it('names a thing by its first sixty characters', () => {
    const name = `k8s_${'a'.repeat(60)}`;
    expect(placesOf({ 'run.sh': `docker logs ${name}\n` })['run.sh']).toBe(
      `node: line 1 asks Docker for k8s_${'a'.repeat(56)}`,
    );
  });

  it('names three things at most', () => {
    const places = placesOf({ 'run.sh': 'kubeadm init\ncrictl ps\nsystemctl stop kubelet\nsystemctl start kubelet\n' });
    expect(places['run.sh']).toBe('node: line 1 calls kubeadm init; line 2 calls crictl; line 3 manages kubelet');
  });

  it('names first what shows it by itself, where three things before it only may', () => {
    const places = placesOf({ 'run.sh': 'crictl ps\nls /etc/cni/net.d\ncrictl pods\nkubeadm init\n' });
    expect(places['run.sh']).toBe('node: line 4 calls kubeadm init; line 1 calls crictl; line 2 uses /etc/cni/net.d');
  });
});

describe('a script that asks Docker for a container of the kubelet runs on a node', () => {
  it.each([
    ['docker exec -it kubelet ls', 'kubelet'],
    ['docker exec -e A=b --env C=d kubelet ls', 'kubelet'],
    ['docker exec -u root -w / kubelet ls', 'kubelet'],
    ['docker exec --user root --workdir / kubelet ls', 'kubelet'],
    ['docker logs --tail 5 --since 5m --until 1m kubelet', 'kubelet'],
    ['docker logs -n 5 k8s_web_default', 'k8s_web_default'],
    ['docker inspect --format x kube-proxy', 'kube-proxy'],
    ['docker inspect -f x kube-proxy', 'kube-proxy'],
    ['docker stop --time 5 kubelet', 'kubelet'],
    ['docker stop -t 5 kubelet', 'kubelet'],
    ['docker kill --signal HUP kubelet', 'kubelet'],
    ['docker kill -s HUP kubelet', 'kubelet'],
    ['docker restart kubelet', 'kubelet'],
    ['docker start kubelet', 'kubelet'],
    ['docker top kubelet', 'kubelet'],
    ['docker rm kubelet', 'kubelet'],
    ['docker container exec -it kubelet ls', 'kubelet'],
    ['docker ps --filter name=k8s_etcd', 'k8s_etcd'],
    ['docker ps --filter=name=k8s_etcd', 'k8s_etcd'],
    ['docker ps -q -f=name=k8s_etcd', 'k8s_etcd'],
    ['docker cp kubelet:/opt/cni .', 'kubelet:'],
    ['docker run --name app acme/app\ndocker exec kubelet ls', 'kubelet'],
    ['docker compose down\ndocker exec kubelet ls', 'kubelet'],
  ])('%s', (line, container) => {
    expect(placesOf({ 'run.sh': `${line}\n` })['run.sh']).toMatch(
      new RegExp(`^node: line \\d asks Docker for ${container}$`),
    );
  });

  it.each([
    ['docker exec app kubelet'],
    ['docker logs app'],
    ['docker pull kubelet'],
    ['docker ps --filter label=kubelet'],
    ['docker cp kubelet copy'],
    ['docker run --name kubelet acme/kubelet\ndocker exec kubelet ls'],
    ['docker run --name=kubelet acme/kubelet\ndocker exec kubelet ls'],
    ['docker run --name kubelet acme/kubelet\ndocker cp kubelet:/opt/cni .'],
    ['docker create --name kubelet acme/kubelet\ndocker exec kubelet ls'],
    ['docker compose up -d\ndocker exec kubelet ls'],
    ['docker-compose up -d\ndocker exec kubelet ls'],
  ])('and not where it asks for another, or for its own: %s', (line) => {
    expect(placesOf({ 'run.sh': `${line}\n` })['run.sh']).toBe('unknown');
  });
});

describe('a script of PowerShell shows that it runs on a node with Windows', () => {
  it.each([
    ['Get-Service kubelet', 'manages kubelet'],
    ['Set-Service kubelet -StartupType Automatic', 'manages kubelet'],
    ['New-Service -Name kubelet', 'manages kubelet'],
    ['Start-Service -Name kube-proxy', 'manages kube-proxy'],
    ['Stop-Service kubelet', 'manages kubelet'],
    ['Restart-Service flanneld', 'manages flanneld'],
    ['Suspend-Service kubelet', 'manages kubelet'],
    ['Remove-Service kubelet', 'manages kubelet'],
    ['sc.exe stop kubelet', 'manages kubelet'],
    ['nssm install kubelet', 'manages kubelet'],
    ['net start kubelet', 'manages kubelet'],
    ['Get-EventLog -LogName System -Source kubelet', 'uses the event log of kubelet'],
    ['Get-WinEvent -ProviderName kubelet', 'uses the event log of kubelet'],
    ['Get-Content C:\\k\\config', 'uses C:/k/config'],
    ['$KubeletPath = "a"', 'sets KubeletPath'],
    ['$global:KubeletConfigArgs = "a"', 'sets KubeletConfigArgs'],
  ])('%s', (line, reason) => {
    expect(placesOf({ 'run.ps1': `${line}\n` })['run.ps1']).toBe(`node: line 1 ${reason}`);
  });

  it.each([['Write-Host kubelet'], ['Start-Service docker'], ['$Kubelets = "a"'], ['$MyKubelet = "a"']])(
    'and by nothing in: %s',
    (line) => {
      expect(placesOf({ 'run.ps1': `${line}\n` })['run.ps1']).toBe('unknown');
    },
  );
});

describe('a play whose roles share their hosts', () => {
  const play = '- hosts: workers\n  roles: [engine, agent]\n';
  const engine = '- yum: {name: docker-ce}\n';

  it.each([
    ['starts the kubelet', '- service: {name: kubelet, state: started}\n', 'node'],
    ['starts the kubelet in the short spelling', '- systemd: name=kubelet enabled=yes\n', 'node'],
    ['starts another daemon', '- service: {name: nginx, state: started}\n', 'unknown'],
  ])('is for nodes where one of them %s', (_, tasks, place) => {
    const files = { 'site.yml': play, 'roles/engine/tasks/main.yml': engine, 'roles/agent/tasks/main.yml': tasks };
    expect(placeOf('roles/engine/tasks/main.yml', files)).toBe(place);
  });

  it('is a playbook, which a script starts from elsewhere', () => {
    const files = { 'site.yml': '- hosts: workers\n  tasks:\n  - systemd: name=kubelet\n', 'run.sh': './site.yml\n' };
    expect(placeOf('run.sh', files)).toBe('unknown');
  });

  it('is not for nodes where the role that it names is somewhere else', () => {
    const files = {
      'apps/site.yml': '- hosts: db\n  roles: [acme.postgres]\n  tasks:\n  - yum: {name: docker-ce}\n',
      'cluster/roles/agent/tasks/main.yml': '- command: kubeadm join\n',
    };
    expect(placesOf(files)['apps/site.yml']).toBe('unknown');
  });
});

describe('states of Salt that include others', () => {
  const kubelet = 'kubelet:\n  service.running: []\n';
  const engine = 'docker-ce:\n  pkg.installed: []\n';

  it.each([
    ['beside it', 'include: [.engine]\n', 'salt/node/engine.sls'],
    ['a folder', 'include:\n  - base.engine\n', 'salt/base/engine/init.sls'],
    ['above it', 'include: [..engine]\n', 'salt/engine.sls'],
  ])('give them to their machine: %s', (_, include, path) => {
    expect(placeOf(path, { 'salt/node/init.sls': include + kubelet, [path]: engine })).toBe('node');
  });

  it.each([
    ['together', "base:\n  'roles:worker':\n    - match: grain\n    - base\n    - node\n", 'node'],
    ['to other machines', "base:\n  'web*': [base]\n  'worker*': [node]\n", 'unknown'],
  ])('and so do those that top.sls gives %s', (_, top, place) => {
    const files = {
      'salt/top.sls': top,
      'salt/base/init.sls': 'include: [base.engine]\n',
      'salt/base/engine.sls': engine,
      'salt/node/init.sls': kubelet,
    };
    expect(placeOf('salt/base/engine.sls', files)).toBe(place);
  });

  it('and to nobody that they do not name', () => {
    const files = { 'salt/node/init.sls': `include: [.other]\n${kubelet}`, 'salt/node/engine/init.sls': engine };
    expect(placeOf('salt/node/engine/init.sls', files)).toBe('unknown');
  });
});

describe('what stands inside another document', () => {
  it('says where the script around a here-document runs', () => {
    const files = { 'run.sh': 'cat > /tmp/x.sh <<EOF\n#!/bin/sh\nkubeadm join\nEOF\ndocker ps\n' };
    expect(placeOf('run.sh', files)).toBe('node');
  });

  it('never makes the manifest around a script a node, nor another script in it', () => {
    const map = [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata: {name: m}',
      'data:',
      '  join.sh: |',
      '    #!/bin/sh',
      '    kubeadm join',
      '  list.sh: |',
      '    #!/bin/sh',
      '    docker ps',
    ];
    expect(placesOf({ 'map.yaml': map.join('\n') })).toEqual({
      'ConfigMap m': 'workload: kind ConfigMap',
      'join.sh in ConfigMap m': 'node: line 7 calls kubeadm join',
      'list.sh in ConfigMap m': 'workload: kind ConfigMap',
    });
  });

  it('counts no KUBELET_ variable of a Kubernetes object', () => {
    const pod = [
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: p}',
      'spec:',
      '  containers:',
      '    - name: c',
      '      image: a/b',
      '      env: [{name: KUBELET_HOST, value: x}]',
      '      command: [sh, -c, "cat > /tmp/a.sh <<E\\ndocker ps\\nE\\n"]',
    ];
    expect(placesOf({ 'pod.yaml': pod.join('\n') })).toEqual({
      'Pod p': 'workload: kind Pod',
      '/tmp/a.sh in Pod p': 'workload: kind Pod',
    });
  });

  it.each<readonly [string, string, Files]>([
    [
      'the script of a container',
      'script in Task t',
      {
        'task.yaml':
          'apiVersion: tekton.dev/v1\nkind: Task\nmetadata: {name: t}\nspec:\n  steps:\n  - name: a\n    image: acme/tool\n    script: |\n      #!/bin/sh\n      export KUBELET_HOST=x\n      docker ps\n',
      },
    ],
    [
      'the literals of a ConfigMap',
      'literals in kustomization.yaml',
      {
        'kustomization.yaml':
          'configMapGenerator:\n- name: a\n  literals:\n  - KUBELET_HOST=x\n  - |-\n    run.sh=#!/bin/sh\n    docker ps\n',
      },
    ],
  ])('counts no KUBELET_ variable of %s', (_, label, files) => {
    expect(placeOf(label, files)).toBe('workload');
  });

  it('counts no KUBELET_ variable of a command in some YAML', () => {
    expect(placeOf('steps.yaml', { 'steps.yaml': 'commands:\n- KUBELET_HOST=x docker ps\n' })).toBe('unknown');
  });

  it('counts no KUBELET_ variable of a container in a list of jobs, so what the job calls is no node’s script', () => {
    const jobs = `periodics:
  - name: conformance
    spec:
      containers:
        - image: acme/tests
          command: [make, verify]
          env: [{name: KUBELET_LOG_FORMAT, value: json}]
`;
    const files = { 'jobs/all.yaml': jobs, Makefile: 'verify:\n\thack/lint.sh\n', 'hack/lint.sh': 'docker run lint\n' };
    expect(placeOf('hack/lint.sh', files)).not.toBe('node');
  });
});

describe('a Dockerfile', () => {
  it('builds an image', () => {
    expect(placesOf({ Dockerfile: 'FROM alpine\nRUN docker ps\n' }).Dockerfile).toBe(
      'image: built into a container image',
    );
  });

  it('builds a node where it installs the kubelet', () => {
    expect(placesOf({ Dockerfile: 'FROM debian\nRUN apt-get install -y kubelet\n' }).Dockerfile).toBe(
      'node: line 2 installs kubelet',
    );
  });

  it('is a developer’s in a folder of developers, whatever it installs', () => {
    expect(placesOf({ 'hack/Dockerfile': 'FROM debian\nRUN apt-get install -y kubelet\n' })['hack/Dockerfile']).toBe(
      'dev: a folder of developers or of documentation',
    );
  });
});

describe('a test', () => {
  it('stays a test where it asks a node’s programs', () => {
    expect(placeOf('test/run.sh', { 'test/run.sh': 'crictl ps\ndocker ps\n' })).toBe('ci');
  });

  it.each([
    ['kubeadm init', 'calls kubeadm init'],
    ['kubeadm join a', 'calls kubeadm join'],
    ['kubeadm reset -f', 'calls kubeadm reset'],
    ['docker logs k8s_kube-proxy', 'asks Docker for k8s_kube-proxy'],
    ['pgrep kubelet', 'asks for the process kubelet'],
  ])('has an unknown place where its own machine is a node: %s', (line, reason) => {
    expect(placesOf({ 'test/run.sh': `${line}\ndocker ps\n` })['test/run.sh']).toBe(
      `unknown: line 1 ${reason}; a folder of tests or continuous integration`,
    );
  });
});

describe('functions that complete command lines', () => {
  it('are read by the shell of a person', () => {
    const files = { 'completion/docker.bash': '_docker() { docker ps; }\ncomplete -F _docker docker\n' };
    expect(placesOf(files)['completion/docker.bash']).toBe('dev: completes command lines');
  });

  it('stay there when a node’s script sources them', () => {
    const files = {
      'docker.bash': '_docker() { docker ps; }\ncomplete -F _docker docker\n',
      'node.sh': 'kubeadm join\n. ./docker.bash\n',
    };
    expect(placeOf('docker.bash', files)).toBe('dev');
  });
});

describe('units of a machine', () => {
  const unit = (name: string) => `data "ignition_systemd_unit" "a" {\n  name = "${name}"\n  enabled = true\n}\n`;
  const docker = unit('docker.service');

  it('show a node where one of them is the kubelet', () => {
    expect(placesOf({ 'main.tf': `${docker}${unit('kubelet.service')}` })['main.tf']).toBe(
      'node: line 6 manages kubelet.service',
    );
    expect(placeOf('main.tf', { 'main.tf': `${docker}${unit('etcd.service')}` })).toBe('unknown');
  });

  it('stand in a list', () => {
    const list = (name: string) => `systemd:\n  units:\n    - name: docker.service\n    - name: ${name}\n`;
    expect(placeOf('a.yaml', { 'a.yaml': list('kubelet.service') })).toBe('node');
    expect(placeOf('a.yaml', { 'a.yaml': list('sshd.service') })).toBe('unknown');
  });
});
