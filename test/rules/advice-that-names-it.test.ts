/** Advice and messages name what the line names: no placeholder, no hole, nothing that belongs to another machine. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, adviceIn as told } from '../support/in-memory.ts';

function findings(files: Files) {
  return lintTexts(files, { target: { runtime: 'containerd', minor: 37 } }).findings;
}

const NODE = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';

function onNode(lines: string): string {
  return told({ 'node/setup.sh': `${NODE}${lines}\n` })[0] ?? '';
}

function messageOnNode(lines: string): string {
  return findings({ 'node/setup.sh': `${NODE}${lines}\n` })[0]?.message ?? '';
}

describe('a message', () => {
  it('quotes variables as their author wrote them', () => {
    expect(messageOnNode('docker run $OPTS $IMAGE "$@"')).toContain('`docker run $OPTS $IMAGE $@`');
  });

  it('tells what is not known once, however many words it is', () => {
    expect(messageOnNode('docker run `cat a` `cat b` `cat c`')).not.toContain('… …');
  });

  it('says of a script that it installs Docker Engine', () => {
    expect(messageOnNode('curl -fsSL https://get.docker.com | sh')).toBe(
      '`https://get.docker.com` installs Docker Engine, which the kubelet does not use',
    );
  });
});

describe('PowerShell', () => {
  const script = (line: string) => ({
    'node.ps1': `Install-Package -Name docker -ProviderName DockerMsftProvider\nkubeadm join\n${line}\n`,
  });

  it.each([
    ['a variable', 'docker run -d $image', '`nerdctl run --detach $image`'],
    [
      'a word with a variable in it',
      'docker tag $image "reg.example.com/$name"',
      '`ctr -n k8s.io images tag $image "reg.example.com/$name"`',
    ],
    ['an expression', 'docker run "$($image)-core" date', '`nerdctl run "$($image)-core" date`'],
  ])('keeps %s', (_, line, advice) => {
    expect(told(script(line))).toContainEqual(expect.stringContaining(advice));
  });
});

describe('make', () => {
  it('keeps a variable that a shell fills in in part', () => {
    const text = 'TAG=dev-$(shell git describe)\ncache:\n\tminikube cache add acme/app:$(TAG)\n';
    expect(told({ Makefile: text })).toEqual(['Use minikube image load acme/app:$(TAG)']);
  });
});

describe('a pattern behind a variable', () => {
  it.each([
    ['in quotes', 'docker load -i "$dir"/images/*.tar', '`ctr -n k8s.io images import "$dir"/images/*.tar`'],
    ['without', 'docker load -i $dir/*.tar', '`ctr -n k8s.io images import $dir/*.tar`'],
  ])('is still filled in by the shell, %s', (_, line, advice) => {
    expect(onNode(line)).toBe(advice);
  });
});

describe('images that are saved', () => {
  const NAMES = "crictl images -o json | jq -r '.images[].repoTags[]'";

  it('are listed by their names', () => {
    expect(onNode("docker save $(docker images --format '{{.Repository}}:{{.Tag}}') -o all.tar")).toBe(
      `\`ctr -n k8s.io images export all.tar $(${NAMES})\``,
    );
    expect(onNode('docker save $(docker images -q) -o all.tar')).toBe(
      `\`ctr -n k8s.io images export all.tar $(${NAMES})\``,
    );
  });

  it('are told once', () => {
    expect(findings({ 'node/setup.sh': `${NODE}docker save $(docker images -q) -o all.tar\n` })).toHaveLength(1);
  });

  it('keep the name that a loop gives them', () => {
    const lines = "for i in $(docker images | awk '{print $1}'); do\n  docker save $i > f.tar\ndone";
    expect(told({ 'node/setup.sh': `${NODE}${lines}\n` })).toContain(
      `\`ctr -n k8s.io images export - $i\`; \`${NAMES}\` prints the names to choose from`,
    );
  });

  it('are copied from the registry where the script pulls them for it', () => {
    expect(told({ 'node/setup.sh': `${NODE}docker pull acme/web:1\ndocker save acme/web:1 > /srv/web.tar\n` })).toEqual(
      [
        'Use `skopeo copy docker://docker.io/acme/web:1 docker-archive:FILE:docker.io/acme/web:1`, which needs no daemon',
        'Use `skopeo copy docker://docker.io/acme/web:1 docker-archive:/srv/web.tar:docker.io/acme/web:1` in place of the pull and of this: it needs no daemon',
      ],
    );
  });
});

describe('an engine that the kubelet does not use', () => {
  it('is asked about itself as long as it is there', () => {
    const text = `${NODE}curl -fsSL https://get.docker.com | sh\ndocker info\n`;
    expect(told({ 'node/setup.sh': text })).toContain(
      'This asks Docker Engine about itself: keep it as long as the machine needs that engine. `crictl info` shows the same of the kubelet’s runtime',
    );
  });

  it('has containers with labels of their own', () => {
    const label = (name: string) =>
      told({ 'node/setup.sh': `${NODE}curl -fsSL https://get.docker.com | sh\ndocker ps -q -f label=${name}\n` });
    expect(label('acme.role')).toContainEqual(expect.stringMatching(/^Write nerdctl for docker where nerdctl/));
  });

  it('is called by hand', () => {
    expect(onNode('curl --unix-socket /var/run/docker.sock http://localhost/_ping')).toMatch(
      /^Ask the runtime with crictl in place of this call \(`crictl info` /,
    );
  });
});

describe('a task of Ansible', () => {
  const tasks = (text: string) => told({ 'roles/web/tasks/main.yml': text });

  it('goes on behind a line break where no shell reads it', () => {
    const task = '- command: >\n    docker run --rm\n      -e MODE=fast\n      acme/web list\n';
    expect(tasks(task)).toEqual([
      '`nerdctl run --rm --env MODE=fast docker.io/acme/web:latest list`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ]);
  });

  it('is several commands where a shell reads it', () => {
    expect(findings({ 'roles/web/tasks/main.yml': '- shell: |\n    docker ps\n    docker images\n' })).toHaveLength(2);
  });

  it('whose module talks to Docker Engine is told which module does not', () => {
    const text =
      '- community.docker.docker_container:\n    name: web\n    image: acme/web:1\n- docker_container_info:\n    name: web\n';
    expect(tasks(text)).toEqual([
      '`nerdctl run --detach --name web docker.io/acme/web:1`; in a task of the module command; nerdctl has to be installed, and the kubelet knows nothing of this container',
      expect.stringMatching(/^Call nerdctl in a task of the module command where nerdctl starts the container/),
    ]);
  });
});

describe('settings of dockerd', () => {
  it('are told with every registry of a list', () => {
    const text = '{"registry-mirrors": ["https://a.example.com", "https://b.example.com"]}';
    expect(onNode(`cat > /etc/docker/daemon.json <<EOF\n${text}\nEOF`)).toMatch(
      /\[host\."https:\/\/a\.example\.com"\] with capabilities = \["pull", "resolve"\]; the same for https:\/\/b\.example\.com$/,
    );
  });

  it('are told by what a line edits', () => {
    expect(onNode(`yq -i '.dns = ["10.0.0.10"]' /etc/docker/daemon.json`)).toBe(
      'Set clusterDNS, clusterDomain or resolvConf in KubeletConfiguration',
    );
  });

  it('have a folder for drop-ins, which holds nothing by itself', () => {
    const [found] = findings({ 'node/setup.sh': `${NODE}mkdir -p /etc/systemd/system/docker.service.d\n` });
    expect(found?.message).toBe(
      '`/etc/systemd/system/docker.service.d` is the folder for drop-ins of docker.service; only Docker Engine reads it',
    );
    expect(found?.instead).toMatch(/^Delete it with what is written into it: /);
  });

  it('are those of the engine in a pod that values describe', () => {
    const map =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: engine\ndata:\n  daemon.json: |\n    {"insecure-registries": ["r.example.com"]}\n';
    const values =
      'template:\n  spec:\n    containers:\n    - name: engine\n      image: docker:27-dind\n    volumes:\n    - name: settings\n      configMap: {name: engine}\n';
    expect(told({ 'map.yaml': map, 'runner/values.yaml': values })).toEqual([]);
    expect(told({ 'map.yaml': map })).toHaveLength(1);
  });
});

describe('packages', () => {
  it('have no containerd on CentOS', () => {
    expect(onNode('yum install -y docker')).toMatch(
      /^Install containerd in its place \(CentOS and RHEL: containerd\.io /,
    );
    expect(onNode('apt-get install -y docker.io')).toMatch(/^Install containerd in its place, with /);
  });

  it('are kept where they stand', () => {
    expect(onNode('apt install -y docker.io containerd.io')).toMatch(/^Keep containerd\.io and drop docker\.io, with /);
  });
});

describe('certificates of registries in the file of containerd', () => {
  const tls = (lines: string) =>
    told({
      'containerd/config.toml': `version = 2\n[plugins."io.containerd.grpc.v1.cri".registry.configs."r.example.com:5000".tls]\n${lines}\n`,
    });

  it('are named with their host', () => {
    expect(tls('insecure_skip_verify = true')).toEqual([
      'Delete registry.configs.*.tls, set config_path = "/etc/containerd/certs.d" (next to tls the CRI plugin does not start), and write /etc/containerd/certs.d/r.example.com:5000/hosts.toml with [host."https://r.example.com:5000"] and skip_verify = true',
    ]);
    expect(tls('ca_file = "/etc/ca.crt"\ncert_file = "/etc/c.crt"\nkey_file = "/etc/c.key"')).toEqual([
      expect.stringMatching(/and ca = "\/etc\/ca\.crt", client = \[\["\/etc\/c\.crt", "\/etc\/c\.key"\]\]$/),
    ]);
  });
});

describe('a login', () => {
  it('for what is pushed is no matter of the kubelet', () => {
    const login = 'docker login -u acme r.example.com';
    expect(onNode(`${login}\ndocker push r.example.com/web:1`)).toBe(
      'Log in with what pushes the image in place of docker: `buildah login r.example.com`, `skopeo login r.example.com`, or `buildah login --authfile ~/.docker/config.json r.example.com` for BuildKit, which reads that file',
    );
    expect(onNode('docker login -u me\ndocker push me/web:1')).toContain('`skopeo login docker.io`');
    expect(onNode('docker login -u me "$REGISTRY_HOST"\ndocker push me/web:1')).toContain('`skopeo login REGISTRY`');
    expect(onNode(login)).toMatch(/ the login as imagePullSecrets /);
  });
});

describe('logs of Windows', () => {
  it('are where Windows has them', () => {
    const pod = `kind: DaemonSet
apiVersion: apps/v1
metadata: {name: shipper}
spec:
  template:
    spec:
      containers:
      - name: shipper
        image: acme/shipper
        volumeMounts:
        - {name: logs, mountPath: 'C:\\var\\log'}
        - {name: docker, mountPath: 'C:\\ProgramData\\docker\\containers'}
      volumes:
      - name: logs
        hostPath: {path: 'C:\\var\\log'}
      - name: docker
        hostPath: {path: 'C:\\ProgramData\\docker\\containers'}
`;
    const [found] = findings({ 'shipper.yaml': pod });
    expect(found?.message).toMatch(/the agent already reads C:\\var\\log$/);
    expect(found?.instead).toMatch(/and C:\\var\\log stays mounted$/);
  });
});

describe('what is only there in part', () => {
  it('is a list that an expression writes whole', () => {
    const text = '{"insecure-registries": {{ registries }}, "selinux-enabled": false}';
    const [advice] = told({ 'roles/docker/templates/daemon.json.j2': text });
    expect(advice).toMatch(/certs\.d\/HOST\/hosts\.toml with .*; a file for each address of \{\{ registries \}\}; /);
    expect(advice).toMatch(/selinux-enabled: Drop it: enable_selinux is false in containerd by default$/);
  });

  it('is a mirror beside registries that need none', () => {
    const mirrors = '[plugins."io.containerd.grpc.v1.cri".registry.mirrors';
    const text = `version = 2\n${mirrors}."docker.io"]\n  endpoint = ["https://registry-1.docker.io"]\n${mirrors}."r.example.com"]\n  endpoint = ["http://r.example.com"]\n`;
    expect(told({ 'containerd/config.toml': text })[0]).toMatch(
      /write \/etc\/containerd\/certs\.d\/r\.example\.com\/hosts\.toml with \[host\."http:\/\/r\.example\.com"\] and capabilities = \["pull", "resolve"\]$/,
    );
  });

  it('is an edit of a line that a loop reads several times', () => {
    const lines = 'for i in a:1 b:1 c:1 d:1; do\n  docker pull r.example.com/$i\ndone';
    const [found] = findings({ 'node/setup.sh': `${NODE}${lines}\n` });
    expect(found?.fix?.replacement).toBe('crictl pull r.example.com/$i');
    expect(found?.fix?.also).toEqual([]);
  });
});

describe('images that a script loads', () => {
  it('for containers of its own go where these look for them', () => {
    expect(onNode('docker load -i web.tar\ndocker run -d acme/web')).toBe('`ctr -n k8s.io images import web.tar`');
    const [advice] = findings({ 'node/setup.sh': `${NODE}docker load -i web.tar\ndocker run -d acme/web\n` });
    expect(advice?.instead).toMatch(/; for the containers that nerdctl starts here instead, `nerdctl load`$/);
  });
});

describe('what goes with Docker', () => {
  it('are mounts that a script takes away', () => {
    expect(onNode('umount /var/lib/docker/volumes')).toBe(
      'Drop the line: nothing is mounted there without Docker Engine',
    );
  });

  it.each([
    ['cd /var/lib/docker/containers && truncate -s 0 */*-json.log', /^Drop it with what is done there: logs are under/],
    ['pushd /var/lib/docker/overlay2; rm -rf old; popd', /^Drop it with what is done there: crictl rmi --prune/],
    ['cd -P "/var/lib/docker"; du -sh *', /^Drop it with what is done there: crictl rmi --prune/],
  ])('is the work in a folder that a script enters: %s', (line, advice) => {
    expect(onNode(line)).toMatch(advice);
  });

  it.each(['cd /var/lib/dockers', 'cd /opt/docker', 'cd "$HOME"'])('is not what other folders have: %s', (line) => {
    expect(findings({ 'node/setup.sh': `${NODE}${line}\n` })).toEqual([]);
  });
});

describe('what is read as it stands', () => {
  it('is a value between quotes that a text of PowerShell escapes', () => {
    const line = (flag: string) => ({
      'node.ps1': `kubeadm join\n$run = 'sc create kubelet binPath= "kubelet.exe ${flag} -v=3"'\n`,
    });
    const [found] = findings(line('--pod-infra-container-image=\\"acme/pause\\"'));
    expect(found?.instead).toContain('set sandbox_image = "acme/pause" (containerd 1.x)');
    const fixed = found?.fix?.span;
    expect(fixed?.source.text.slice(fixed.start, fixed.end).trim()).toBe(
      '--pod-infra-container-image=\\"acme/pause\\"',
    );
  });

  it('is a container that docker in a variable makes', () => {
    const text =
      'DOCKER_BIN=docker\nbox="$("$DOCKER_BIN" create "$APP")"\n"$DOCKER_BIN" cp "$box:/web.js" .\n"$DOCKER_BIN" rm "$box"\n';
    const all = findings({ 'node/setup.sh': `${NODE}${text}` });
    expect(all.map(({ message }) => message)).toEqual([expect.stringMatching(/^`docker create \$APP` does not start/)]);
  });

  it('is the whole matcher of a query', () => {
    const rule =
      'groups:\n- name: a\n  rules:\n  - alert: b\n    expr: sum(rate(container_cpu_usage_seconds_total{name=~"^k8s_.*"}[3m])) > 1\n';
    expect(findings({ 'rules.yaml': rule }).map(({ message }) => message)).toEqual([
      '`name=~"^k8s_.*"` returns nothing without Docker Engine',
    ]);
  });
});

describe('the folder of links to logs', () => {
  const pod = (folder: string) => `kind: DaemonSet
apiVersion: apps/v1
metadata: {name: shipper}
spec:
  template:
    spec:
      containers:
      - name: shipper
        image: acme/shipper
        volumeMounts:
        - {name: logs, mountPath: ${folder}}
        - {name: docker, mountPath: /var/lib/docker/containers}
      volumes:
      - name: logs
        hostPath: {path: ${folder}}
      - name: docker
        hostPath: {path: /var/lib/docker/containers}
`;

  it('leads nowhere without the folder of the pods', () => {
    expect(told({ 'shipper.yaml': pod('/var/log/containers') })).toEqual([
      'Mount /var/log (the logs are files under /var/log/pods, linked from /var/log/containers) and drop this one',
    ]);
    expect(told({ 'shipper.yaml': pod('/var/log') })).toEqual([
      expect.stringMatching(/^Drop the volume and its mount: /),
    ]);
  });
});

describe('what another engine has', () => {
  it('are volumes of a container that only Docker knows', () => {
    expect(onNode('docker run --rm --volumes-from "$ID" acme/backup:1')).toMatch(
      /^[Nn]erdctl only knows the containers that it started itself/,
    );
  });
});

describe('the image of an agent that is older than what is advised', () => {
  const pod = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: agent}
spec:
  containers:
    - {name: agent, image: "${image}", volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}
  volumes:
    - {name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}
`;
  const advice = (image: string) =>
    lintTexts({ 'pod.yaml': pod(image) })
      .findings.filter(({ rule }) => rule === 'docker-socket-mount')
      .map(({ instead }) => instead);

  it.each([
    ['weaveworks/scope:0.17.1', 'Run weaveworks/scope 1.10 or newer in place of `weaveworks/scope:0.17.1`, and mount '],
    ['weaveworks/scope:1.9.1', 'Run weaveworks/scope 1.10 or newer in place of `weaveworks/scope:1.9.1`, and mount '],
    [
      'google/cadvisor:latest',
      'Run gcr.io/cadvisor/cadvisor v0.34 or newer in place of `google/cadvisor:latest`, and mount ',
    ],
    [
      'google/cadvisor:v0.33.0',
      'Run gcr.io/cadvisor/cadvisor v0.34 or newer in place of `google/cadvisor:v0.33.0`, and mount ',
    ],
  ])('%s is named', (image, expected) => {
    expect(advice(image).map((text) => text.slice(0, expected.length))).toEqual([expected]);
  });

  it.each(['weaveworks/scope:1.13.2', 'gcr.io/cadvisor/cadvisor:v0.47.2'])('%s is not', (image) => {
    expect(advice(image).join()).toMatch(/^Mount /);
  });
});

describe('a package of Docker whose repository has no containerd.io', () => {
  const task = (names: string) => `- command: kubeadm join a\n- apt:\n    name:\n${names}`;

  it.each([
    ['apt-get install -y docker-engine', /^Install containerd in its place, with /],
    ['yum install -y docker-engine-1.13.1', /^Install containerd in its place \(CentOS and RHEL: containerd\.io /],
    ['apt-get install -y docker-ce', /^Install containerd\.io in its place, with /],
    ['apt-get install -y docker.io containerd runc', /^Keep containerd and drop docker\.io, with /],
    ['apt-get install -y containerd \\\n  docker.io', /^Keep containerd and drop docker\.io, with /],
    ['apt-get install -y docker.io\n: later\napt-get install -y containerd', /^Install containerd in its place, with /],
  ])('is replaced by that of the distribution, or goes beside it: %j', (line, advice) => {
    expect(onNode(line)).toMatch(advice);
  });

  it('goes where the same list has containerd', () => {
    expect(told({ 'roles/node/tasks/main.yml': task('      - docker.io\n      - containerd\n') })[0]).toMatch(
      /^Keep containerd and drop docker\.io, with /,
    );
  });
});

describe('containerd.io that is installed beside Docker', () => {
  const advice = (version: string) =>
    onNode(`apt-get install -y docker-ce=5:19.03.11~3-0~ubuntu-bionic containerd.io${version}`);

  it.each([
    ['', /^Keep containerd\.io and drop docker-ce, with /],
    ['=1.6.9-1', /^Keep containerd\.io and drop docker-ce, with /],
    ['=1.10.0-1', /^Keep containerd\.io and drop docker-ce, with /],
    ['=1.2.13-2', /^Keep containerd\.io, of 1\.6 or newer in place of 1\.2\.13-2, and drop docker-ce, with /],
  ])('is kept, and is new enough for the kubelet: %j', (version, expected) => {
    expect(advice(version)).toMatch(expected);
  });
});
