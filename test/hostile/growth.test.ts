/** Texts of which twice as much once took four times as long: the whole run takes steps in proportion. */
import { describe, expect, it } from 'vitest';
import type { Document, Language } from '../../src/model/document.ts';
import type { Link, LinkTarget } from '../../src/model/link.ts';
import { composeMounts } from '../../src/placing/compose.ts';
import { linkResolver } from '../../src/placing/links.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { growth, IN_PROPORTION } from '../support/steps.ts';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const indented = (text: string, width: number) => text.replace(/^(?=.)/gm, ' '.repeat(width));
const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec}\n`;
const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' };
const script = (n: number) => `#!/bin/sh\n${'docker ps\n'.repeat(n)}`;

const SHAPES: Readonly<Record<string, readonly [size: number, make: (size: number) => Files]>> = {
  'objects in variables of which each holds what another does': [
    60,
    (n) => ({
      'x.sh': `#!/bin/sh\nALL="${lines(n, (i) => `  a${i}: /var/run/docker.sock`)}"\n${lines(n, (i) => `O${i}="apiVersion: v1\nkind: Pod\nspec:\n$ALL"`)}\n`,
    }),
  ],
  'commands of a script': [1500, (n) => ({ 'nodes/x.sh': script(n) })],
  'units in one file, each of which runs docker and needs its service': [
    800,
    (n) => ({
      'x.service': lines(n, () => '[Unit]\nRequires=docker.service\n[Service]\nExecStart=/usr/bin/docker run i'),
    }),
  ],
  'commands that name containers': [
    1500,
    (n) => ({ 'x.sh': `#!/bin/sh\n${lines(n, (i) => `docker run --name c${i} i\ndocker stop c${i}`)}\n` }),
  ],
  'containers that are created, copied from and removed': [
    1200,
    (n) => ({
      'x.sh': `#!/bin/sh\n${lines(n, (i) => `id=$(docker create --name c${i} i)\ndocker cp c${i}:/a .\ndocker rm $id`)}\n`,
    }),
  ],
  'lists of containers that are searched for their names': [
    1200,
    (n) => ({ 'x.sh': `#!/bin/sh\n${lines(n, (i) => `docker ps | grep c${i}\ndocker run --name c${i} i`)}\n` }),
  ],
  'scripts that plays hand to machines with an engine beside': [
    300,
    (n) => ({
      'play/all.yml': `- hosts: all\n  tasks:\n    - shell: curl -fsSL https://get.docker.com | sh\n    - shell: systemctl restart k3s\n${lines(n, (i) => `    - copy: {src: files/s${i}.sh, dest: /opt/s${i}.sh}`)}\n`,
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`play/files/s${i}.sh`, `#!/bin/sh\ndocker run a${i}\n`]),
      ),
    }),
  ],
  'recipes of make that load images into nodes of kind': [
    500,
    (n) => ({
      Makefile: `${lines(n, (i) => `t${i}:\n\tkind load docker-image i\n\tdocker exec -i n${i} ctr -n k8s.io images ls`)}\n`,
    }),
  ],
  'Ruby between quotes that does not end': [
    800,
    (n) => ({
      'fluent.conf': `<source>\n  @type tail\n  path "/var/log/containers/${'#{'.repeat(n)}\n${lines(n, () => '  tag "#{a"')}\n</source>\n`,
    }),
  ],
  'commands of a ConfigMap': [
    1500,
    (n) => ({
      'x.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  x.sh: |\n${indented(script(n), 4)}`,
    }),
  ],
  'files of a chart that none of its templates prints': [
    300,
    (n) => ({
      ...chart,
      ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`c/files/f${i}.md`, 'docker ps\n'])),
      ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`c/templates/t${i}.yaml`, 'a: b\n'])),
    }),
  ],
  'tables of PowerShell that nothing closes': [
    120,
    (n) => ({ 'nodes/x.ps1': `docker ps\n${lines(n, () => '$KubeletArgs = @{ "v" = "2"')}\n` }),
  ],
  'pulls and names in turn': [
    700,
    (n) => ({ 'nodes/x.sh': `#!/bin/sh\n${lines(n, (i) => `docker pull a/i${i}\ndocker tag a/i${i} b/i${i}`)}\n` }),
  ],
  'templates of Puppet': [
    500,
    (n) => ({
      'manifests/init.pp': `class a {\n${lines(n, () => "  file { '/etc/docker/daemon.json': content => template('a/daemon.json.erb') }")}\n}\n`,
      'templates/daemon.json.erb': '{"mtu": 1400}\n',
    }),
  ],
  'templates of Chef': [
    500,
    (n) => ({
      'recipes/default.rb': lines(n, () => "template '/etc/docker/daemon.json' do\n  mode '0644'\nend"),
      'templates/default/daemon.json.erb': '{"mtu": 1400}\n',
    }),
  ],
  'units of Puppet': [
    500,
    (n) => ({
      'manifests/init.pp': `class a {\n${lines(n, (i) => `  systemd::unit { 'a${i}': content => inline_template("[Service]\nExecStart=docker run a") }`)}\n}\n`,
    }),
  ],
  'lists of packages': [500, (n) => ({ 'group_vars/all.yml': `k8s_packages:\n- kubelet\n${'- docker\n'.repeat(n)}` })],
  'lines that may fail': [1500, (n) => ({ 'nodes/x.sh': `#!/bin/sh\n${'set +e\ndocker rm a\nset -e\n'.repeat(n)}` })],
  'options that a template hands on': [
    700,
    (n) => ({
      'kubelet.service.j2': `[Service]\nExecStart=/usr/bin/kubelet \\\n${lines(n, (i) => `{% if e${i} %} --docker-endpoint={{ e${i} }} {% endif %} \\`)}\n`,
    }),
  ],
  'machines of variables': [
    700,
    (n) => ({
      Vagrantfile: lines(
        n,
        (i) => `config.vm.define a_${i} do |a${i}|\n  a${i}.vm.provision "shell", inline: "docker ps"\nend`,
      ),
    }),
  ],
  'flags of kubelets that one decision may join': [
    700,
    (n) => ({
      'node.sh': `#!/bin/sh\n${lines(n, (i) => `kubelet --container-runtime=docker --v=${i}`)}\n${lines(n, (i) => `kubelet --docker-endpoint=a --v=${i}`)}\n`,
    }),
  ],
  'commands of cloud-init': [1500, (n) => ({ 'user-data': `#cloud-config\nruncmd:\n${'- docker ps\n'.repeat(n)}` })],
  'commands of a Dockerfile': [1500, (n) => ({ Dockerfile: `FROM a\n${'RUN docker ps\n'.repeat(n)}` })],
  'commands of one RUN': [1500, (n) => ({ Dockerfile: `FROM a\nRUN docker ps${' && \\\n docker ps'.repeat(n)}\n` })],
  'commands of a Jenkinsfile': [1500, (n) => ({ Jenkinsfile: `node {\n${"sh 'docker ps'\n".repeat(n)}}\n` })],
  'commands of a Makefile': [1500, (n) => ({ Makefile: `all:\n${'\tdocker ps\n'.repeat(n)}` })],
  'commands of Ansible': [700, (n) => ({ 'roles/a/tasks/main.yml': `- name: a\n  shell: docker ps\n`.repeat(n) })],
  'commands of cron': [1500, (n) => ({ 'etc/cron.d/x': '* * * * * root docker ps\n'.repeat(n) })],
  'commands of a workflow': [
    700,
    (n) => ({ '.github/workflows/x.yml': `on: push\njobs:\n  a:\n    steps:\n${'    - run: docker ps\n'.repeat(n)}` }),
  ],
  'commands of PowerShell': [1500, (n) => ({ 'x.ps1': 'docker ps\n'.repeat(n) })],
  'commands of a pod': [
    700,
    (n) => ({
      'x.yaml': pod(`  containers:\n${lines(n, (i) => `  - {name: c${i}, image: a, command: [docker, ps]}`)}`),
    }),
  ],
  'findings on one line': [
    700,
    (n) => ({
      'x.yaml': `{apiVersion: v1, kind: Pod, spec: {volumes: [${'{hostPath: {path: /var/run/docker.sock}}, '.repeat(n)}]}}`,
    }),
  ],
  'commands on one line': [1500, (n) => ({ 'nodes/x.sh': `#!/bin/sh\n${'docker ps; '.repeat(n)}\n` })],
  'here-documents that begin on one line': [
    2000,
    (n) => ({ 'x.sh': `#!/bin/sh\n# docker\n${'cat <<E '.repeat(n)}\n` }),
  ],
  'here-documents of one line that end': [
    2000,
    (n) => ({ 'x.sh': `#!/bin/sh\n# docker\n${'cat <<E; '.repeat(n)}\n${'docker ps\nE\n'.repeat(n)}` }),
  ],
  'here-documents that do not end': [1500, (n) => ({ 'x.sh': `#!/bin/sh\n# docker\n${'cat <<E\n'.repeat(n)}` })],
  'aliases below root keys': [
    700,
    (n) => ({
      'x.yaml': `a: &a\n  hostPath: {path: /var/run/docker.sock}\n  mountPath: /var/run/docker.sock\n${lines(n, (i) => `k${i}: *a`)}\n`,
    }),
  ],
  'root keys that a chart renders': [
    700,
    (n) => ({
      ...chart,
      'c/templates/x.yaml': `{{ range until ${n} }}\nk{{ . }}: {mountPath: /var/run/docker.sock, hostPath: /var/run/docker.sock}\n{{ end }}`,
    }),
  ],
  'root keys with paths': [
    700,
    (n) => ({ 'x.yaml': `${lines(n, (i) => `k${i}:\n  hostPath: {path: /var/run/docker.sock}\n  mountPath: /x`)}\n` }),
  ],
  'documents of one file': [
    200,
    (n) => ({ 'x.yaml': lines(n, () => `---\n${pod('  containers: [{name: a, image: docker}]')}`) }),
  ],
  'units that wait for docker': [1500, (n) => ({ 'x.service': `[Unit]\n${'After=docker.service\n'.repeat(n)}` })],
  'units that wait for docker on one line': [
    1500,
    (n) => ({ 'x.service': `[Unit]\nAfter=${'docker.service '.repeat(n)}\n` }),
  ],
  'sections of fluentd': [
    1000,
    (n) => ({
      'fluent.conf': '<source>\n@type tail\npath /var/lib/docker/containers/*\nformat json\n</source>\n'.repeat(n),
    }),
  ],
  'sections of fluent-bit': [
    1000,
    (n) => ({
      'fluent-bit.conf': '[INPUT]\n  Name tail\n  Path /var/log/containers/*.log\n  Parser docker\n'.repeat(n),
    }),
  ],
  'sections of fluentd inside each other': [
    1000,
    (n) => ({ 'fluent.conf': `# docker\n${'<match docker>\n'.repeat(n)}` }),
  ],
  'suppressions with long lists': [
    200,
    (n) => ({
      'x.sh': `#!/bin/sh\n${'docker ps\n'.repeat(n)}# dockershim: ignore[${'docker-cli-command,'.repeat(n)}] -- x\n`,
    }),
  ],
  suppressions: [
    200,
    (n) => ({ 'x.sh': `#!/bin/sh\n${'docker ps # dockershim: ignore[docker-cli-command] -- x\n'.repeat(n)}` }),
  ],
  'suppressions with comment lines below': [
    200,
    (n) => ({
      'x.sh': `#!/bin/sh\n${'# dockershim: ignore[docker-cli-command] -- x\n'.repeat(n)}${'#\n'.repeat(20 * n)}docker ps\n`,
    }),
  ],
  'variables of a pod that name each other': [
    700,
    (n) => ({
      'x.yaml': pod(
        `  containers:\n  - name: a\n    image: docker\n    env:\n${lines(n, (i) => `    - {name: A${i + 1}, value: "$(A${i})$(A${i})"}`)}\n    command: ["sh", "-c", "docker $(A${n})"]`,
      ),
    }),
  ],
  'variables in the arguments of a pod': [
    700,
    (n) => ({
      'x.yaml': pod(
        `  containers:\n  - name: a\n    image: docker\n    env:\n${lines(n, (i) => `    - {name: A${i}, value: docker}`)}\n    args: [${lines(n, (i) => `"$(A${i})",`)}]`,
      ),
    }),
  ],
  'volumes and mounts': [
    300,
    (n) => ({
      'x.yaml': pod(
        `  containers:\n  - name: a\n    image: a\n    volumeMounts:\n${lines(n, (i) => `    - {name: v${i}, mountPath: /m${i}}`)}\n  volumes:\n${lines(n, (i) => `  - {name: v${i}, hostPath: {path: /var/run/docker.sock}}`)}`,
      ),
    }),
  ],
  'addresses of docker and mounts': [
    1200,
    (n) => ({
      'x.yaml': pod(
        `  containers:\n  - name: a\n    image: a\n    env:\n${lines(n, (i) => `    - {name: DOCKER_HOST, value: "unix:///s${i}/x.sock"}`)}\n    volumeMounts:\n${lines(n, (i) => `    - {name: v${i}, mountPath: /m${i}}`)}\n  volumes:\n${lines(n, (i) => `  - {name: v${i}, emptyDir: {}}`)}`,
      ),
    }),
  ],
  'flags of a container': [
    700,
    (n) => ({
      'x.yaml': pod(
        `  containers:\n  - name: a\n    image: a\n    args:\n${lines(n, (i) => `    - --docker-endpoint${i}=unix:///var/run/docker.sock`)}`,
      ),
    }),
  ],
  'settings of a registry': [
    1000,
    (n) => ({
      'config.toml': `version = 2\n${lines(n, (i) => `[plugins."io.containerd.grpc.v1.cri".registry.mirrors."r${i}"]\nendpoint = ["http://docker"]`)}\n`,
    }),
  ],
  'keys of a daemon.json': [
    1000,
    (n) => ({ 'etc/docker/daemon.json': `{${lines(n, () => '"log-driver": "json-file",')}"a": 1}` }),
  ],
  'written files': [
    500,
    (n) => ({
      'nodes/x.sh': `#!/bin/sh\n${'cat > /etc/docker/daemon.json <<E\n{"log-driver": "json-file"}\nE\n'.repeat(n)}`,
    }),
  ],
  packages: [1500, (n) => ({ 'nodes/x.sh': `#!/bin/sh\n${'apt-get install -y docker-ce\n'.repeat(n)}` })],
  'names of packages': [1500, (n) => ({ 'nodes/x.sh': `#!/bin/sh\napt-get install -y ${'docker-ce '.repeat(n)}\n` })],
  services: [1500, (n) => ({ 'nodes/x.sh': `#!/bin/sh\n${'systemctl restart docker\n'.repeat(n)}` })],
  endpoints: [1000, (n) => ({ 'x.yaml': `runtimes:\n${'- endpoint: unix:///var/run/docker.sock\n'.repeat(n)}` })],
  'images built and run': [
    500,
    (n) => ({
      'nodes/x.sh': `#!/bin/sh\n${lines(n, (i) => `docker build -t a${i} .`)}\n`,
      'x.yaml': pod(`  containers:\n${lines(n, (i) => `  - {name: c${i}, image: a${i}, imagePullPolicy: Never}`)}`),
    }),
  ],
  'files that call each other': [
    150,
    (n) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`s${i}.sh`, `#!/bin/sh\ndocker ps\n./s${i + 1}.sh\n`])),
  ],
  'files of one name that call each other': [
    150,
    (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`d${i}/run.sh`, `#!/bin/sh\ndocker ps\n../d${i + 1}/run.sh\n`]),
      ),
  ],
  'variables of a script': [
    1500,
    (n) => ({ 'x.sh': `#!/bin/sh\n${lines(n, (i) => `A${i + 1}=$A${i}; docker $A${i}`)}\n` }),
  ],
  'conditions of a script': [
    1000,
    (n) => ({ 'x.sh': `#!/bin/sh\n${'if command -v docker; then docker ps; fi\n'.repeat(n)}` }),
  ],
  'variables that branches set': [
    1000,
    (n) => ({
      'x.sh': `#!/bin/sh\n${lines(n, (i) => `if [[ $1 ]]; then A${i}=docker; else A${i}=crictl; $A${i} ps; fi`)}\n`,
    }),
  ],
  'branches inside of each other that set variables': [
    60,
    (n) => ({ 'x.sh': `#!/bin/sh\n${lines(n, (i) => `if [[ $1 ]]; then A${i}=docker`)}\n$A0 ps\n${'fi\n'.repeat(n)}` }),
  ],
  'functions of a script': [
    700,
    (n) => ({ 'x.sh': `#!/bin/sh\n${lines(n, (i) => `f${i}() { docker ps; }\nf${i}`)}\n` }),
  ],
  'a pipeline of a script': [1500, (n) => ({ 'x.sh': `#!/bin/sh\ndocker ps ${'| docker ps '.repeat(n)}\n` })],
  'a variable that is made longer line by line': [
    400,
    (n) => ({ 'x.sh': `#!/bin/sh\nkubeadm init\nA="docker ps"\n${'A="$A -a"\n'.repeat(n)}$A\n` }),
  ],
  'a variable that hands itself on to commands': [
    400,
    (n) => ({ 'x.sh': `#!/bin/sh\nkubeadm init\nA=$(cat names)\n${'A="$A"\ndocker pull $A\n'.repeat(n)}` }),
  ],
  'lines that CloudFormation joins': [
    200,
    (n) => ({
      'nodes.yaml': `Resources:\n  Node:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ''\n            - - "#!/bin/bash\\n"\n${'              - "systemctl start docker\\n"\n'.repeat(n)}              - "kubeadm join\\n"\n`,
    }),
  ],
  'a map that says one key again and again': [
    300,
    (n) => ({
      'agent.yaml': `monitors:\n  - type: docker-container-stats\n    endpoint: unix:///var/run/docker.sock\n${lines(n, (i) => `    source: a${i}`)}\n`,
    }),
  ],
  'a here-document of variables': [
    300,
    (n) => ({
      'node/setup.sh': `#!/bin/sh\nkubeadm join\ncat > /etc/note <<EOF\n${'the docker of $NODE\n'.repeat(n)}EOF\n`,
    }),
  ],
  'options of dockerd in an inventory': [
    200,
    (n) => ({
      'group_vars/all/docker.yml': lines(
        n,
        (i) => `a${i}: {docker_insecure_registries: [reg.example], docker_options: "--log-opt=a --bip=10.0.0.1/8"}`,
      ),
    }),
  ],
  'kubelets of one unit': [
    300,
    (n) => ({ 'k.service': `[Service]\n${'ExecStart=/usr/bin/kubelet --container-runtime=docker\n'.repeat(n)}` }),
  ],
  'resources of Terraform that speak of Docker': [
    300,
    (n) => ({
      'main.tf': lines(
        n,
        (i) =>
          `resource "kubernetes_daemonset" "a${i}" {\n  spec {\n    template {\n      spec {\n        container {\n          name    = "a"\n          image   = "a"\n          command = ["frob", "docker"]\n        }\n      }\n    }\n  }\n}`,
      ),
    }),
  ],
  'tags of ERB beside templates of another program': [
    400,
    (n) => ({
      'templates/default/kubelet.service.erb': `[Service]\n${"ExecStart=/usr/bin/kubelet --a=<%= @a %> --b='{{.B}}'\n".repeat(n)}`,
    }),
  ],
  'roles that call one another, the last one first': [
    150,
    (n) => ({
      'site.yml': `- hosts: bastion\n  roles: [r${1000 + n - 1}]\n- hosts: workers\n  roles: [kubelet]\n`,
      'roles/kubelet/tasks/main.yml': '- command: kubeadm join\n',
      'roles/r1000/tasks/main.yml': '- command: docker ps\n',
      ...Object.fromEntries(
        Array.from({ length: n - 1 }, (_, i) => [
          `roles/r${1001 + i}/meta/main.yml`,
          `dependencies:\n  - role: r${1000 + i}\n`,
        ]),
      ),
    }),
  ],
  'groups of an inventory that have the same hosts': [
    500,
    (n) => ({
      'site.yml': '- hosts: others\n  roles: [engine]\n- hosts: nodes\n  tasks:\n    - command: kubeadm join\n',
      'roles/engine/tasks/main.yml': '- apt: {name: docker-ce}\n',
      'inventory/all.ini': `[nodes]\n${lines(n, (i) => `node${i}`)}\n${lines(n, (i) => `[g${i}:children]\nnodes`)}\n`,
    }),
  ],
  'roles of one name': [
    200,
    (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          [`p${i}/site.yml`, '- hosts: others\n  roles: [engine]\n'],
          [`p${i}/roles/engine/tasks/main.yml`, '- apt: {name: docker-ce}\n'],
        ]).flat(),
      ),
  ],
  'plays that call roles of one name which stand elsewhere': [
    200,
    (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          [`plays/p${i}.yml`, '- hosts: others\n  roles: [engine]\n'],
          [`r${i}/roles/engine/tasks/main.yml`, '- apt: {name: docker-ce}\n'],
        ]).flat(),
      ),
  ],
  'files of other machines that Terraform names': [
    100,
    (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          [`vault${i}.sh`, '#!/bin/sh\nkubeadm join\ndocker ps\n'],
          [`m${i}.tf`, `resource "aws_instance" "a" { user_data = file("vault${i}.sh") }\n`],
        ]).flat(),
      ),
  ],
  'templates of roles that no task names': [
    400,
    (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          [`roles/r${i}/tasks/main.yml`, '- template: {src: a, dest: /a}\n- command: kubeadm join\n'],
          [`roles/r${i}/templates/t${i}.sh`, '#!/bin/sh\ndocker ps\n'],
        ]).flat(),
      ),
  ],
};

describe('twice as much takes twice the steps', () => {
  it.each(Object.entries(SHAPES))('%s', (_name, [size, make]) => {
    expect(growth(size, (n) => lintTexts(make(n)))).toBeLessThan(IN_PROPORTION);
  });
});

describe('twice as many links take twice the steps', () => {
  const document = (language: Language, path: string): Document => ({
    language,
    path,
    label: path,
    view: fileView(createSource(path, '')),
    parent: undefined,
    object: undefined,
    target: undefined,
  });

  it.each<readonly [string, (n: number) => readonly (readonly [Document, LinkTarget])[]]>([
    [
      'of makefiles that call one another',
      (n) =>
        Array.from({ length: n }, (_, i) => [
          document('makefile', `d${i}/Makefile`),
          { kind: 'make-target', name: 'all', folder: `../d${i + 1}` },
        ]),
    ],
    [
      'of images that have a folder copied over their root',
      (n) =>
        Array.from({ length: n }, (_, i) => [
          document('dockerfile', `d${i}/Dockerfile`),
          { kind: 'file', path: 'rootfs' },
        ]),
    ],
    [
      'of playbooks that include files of one name',
      (n) =>
        Array.from({ length: n }, (_, i) => [
          document('ansible', `p${i}/tasks/main.yml`),
          { kind: 'file', path: 'roles/engine/tasks/main.yml' },
        ]),
    ],
  ])('%s', (_name, make) => {
    const resolveAll = (n: number) => {
      const links = make(n).map(([from, to]): Link => ({ from, to, kind: 'copies', target: '/' }));
      const resolve = linkResolver(
        links.map(({ from }) => from),
        links,
      );
      return links.map(resolve);
    };
    expect(growth(400, resolveAll)).toBeLessThan(IN_PROPORTION);
  });
});

describe('twice as many mounts take twice the steps', () => {
  it('of Compose applications whose folders a template fills in', () => {
    const askAll = (n: number) => {
      const isMounted = composeMounts(
        Array.from({ length: n }, (_, i) => ({ path: `d${i}/compose.yml`, text: '- ./${NAME}/a.json:/a.json\n' })),
      );
      return Array.from({ length: n }, (_, i) => isMounted(`d${i}/b/a.json`));
    };
    expect(new Set(askAll(3))).toEqual(new Set([true]));
    expect(growth(400, askAll)).toBeLessThan(IN_PROPORTION);
  });
});
