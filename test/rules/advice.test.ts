/** What findings say for each target, and which fixes they carry. */
import { describe, expect, it } from 'vitest';
import type { TargetRuntime } from '../../src/model/target.ts';
import { positionAt, spanText } from '../../src/text/source.ts';
import { lintTexts } from '../support/in-memory.ts';

function findings(text: string, runtime: TargetRuntime = 'containerd', minor = 37) {
  return lintTexts(
    { 'node/setup.sh': `#!/bin/bash\nkubeadm join --config /etc/join.yaml\n${text}\n` },
    { target: { runtime, minor } },
  ).findings;
}

const advice = (text: string, runtime?: TargetRuntime) => findings(text, runtime).map((finding) => finding.instead);

describe('advice', () => {
  it('is the command for this line', () => {
    expect(advice('docker ps -aq')).toEqual(['`crictl ps -a -q` (or: kubectl get pods -o wide)']);
  });

  it('speaks the language of the target', () => {
    const line = 'crictl --runtime-endpoint unix:///var/run/dockershim.sock ps';
    expect(advice(line)).toEqual(['Write unix:///run/containerd/containerd.sock']);
    expect(advice(line, 'cri-o')).toEqual(['Write unix:///run/crio/crio.sock']);
    expect(advice(line, 'cri-dockerd')).toEqual(['Write unix:///run/cri-dockerd.sock']);
    expect(advice('systemctl restart docker', 'cri-o')[0]).toContain('crio');
  });

  it('names the unit of the target where the log of dockerd is read', () => {
    const text = '<source>\n  @type tail\n  path /var/log/docker.log\n</source>\n';
    const told = (runtime: TargetRuntime) =>
      lintTexts({ 'fluent.conf': text }, { target: { runtime, minor: 37 } }).findings.map(({ instead }) => instead);
    expect(told('containerd')).toEqual(['Delete the source: containerd logs to the journal (unit containerd.service)']);
    expect(told('cri-o')).toEqual(['Delete the source: CRI-O logs to the journal (unit crio.service)']);
  });

  it('names no file of hosts after a range of addresses', () => {
    const [text] = advice('cat > /etc/docker/daemon.json <<EOF\n{"insecure-registries": ["10.0.0.0/8"]}\nEOF');
    expect(text).toBe(
      'insecure-registries: Write skip_verify = true into /etc/containerd/certs.d/HOST:PORT/hosts.toml of each registry there: containerd has no ranges of addresses such as 10.0.0.0/8',
    );
  });

  it('lists the counterpart of every key of a daemon.json that a script writes', () => {
    const text =
      'cat > /etc/docker/daemon.json <<EOF\n{"insecure-registries": ["reg:5000"], "log-opts": {"max-size": "9m"}}\nEOF';
    const [finding] = findings(text);
    expect(finding?.severity).toBe('error');
    expect(finding?.instead).toContain('/etc/containerd/certs.d/reg:5000/hosts.toml');
    expect(finding?.related.map(({ span }) => spanText(span))).toEqual(['reg:5000', '9m']);
    expect(findings(text, 'cri-dockerd')).toEqual([]);
  });

  it.each([
    ['a here-document that sudo hands on', "sudo cat <<EOF | sudo tee /etc/docker/daemon.json\n{'BODY'}\nEOF"],
    ['a block of lines', "{\n  echo '{'\n  echo 'BODY'\n  echo '}'\n} > /etc/docker/daemon.json"],
    ['a block of lines that tee writes', "{ echo '{'; echo 'BODY'; echo '}'; } | sudo tee /etc/docker/daemon.json"],
  ])('reads the settings in %s', (_, text) => {
    const body = '"registry-mirrors": ["https://mirror.example.com"]';
    expect(advice(text.replace("{'BODY'}", `{${body}}`).replace('BODY', body))).toEqual([
      'registry-mirrors: Write /etc/containerd/certs.d/docker.io/hosts.toml: server = "https://registry-1.docker.io", then [host."https://mirror.example.com"] with capabilities = ["pull", "resolve"]',
    ]);
  });

  it('names the settings together that become the same', () => {
    const text = '{"iptables": false, "ip-masq": false, "experimental": true, "builder": {"gc": {"enabled": true}}}';
    expect(advice(`echo '${text}' > /etc/docker/daemon.json`)).toEqual([
      'iptables, ip-masq: Set net.ipv4.ip_forward = 1 in /etc/sysctl.d; the CNI plugin does the rest; experimental, builder: Drop them: they only concern Docker Engine',
    ]);
  });

  it('of a file that a task installs stands at its settings, with the task beside them', () => {
    const { findings } = lintTexts({
      'roles/node/tasks/main.yml':
        '- package: {name: kubelet, state: present}\n- template: {src: daemon.json.j2, dest: /etc/docker/daemon.json}\n',
      'roles/node/templates/daemon.json.j2': '{\n  "registry-mirrors": ["https://{{ mirror }}"]\n}\n',
    });
    expect(
      findings.map(({ span, severity, related }) => [
        span.source.path,
        severity,
        related.map((one) => [one.span.source.path, one.role === 'rule' ? one.message : one.role]),
      ]),
    ).toEqual([
      ['roles/node/templates/daemon.json.j2', 'warning', [['roles/node/tasks/main.yml', 'puts it on the node']]],
    ]);
  });

  it('about docker’s own program does not say that it is missing where a script brings it along', () => {
    expect(findings('cp build/docker /usr/bin/docker').map(({ message, instead }) => [message, instead])).toEqual([
      [
        '`/usr/bin/docker` is put on the node here, where no Docker Engine answers it',
        'Drop the line, and write crictl, or nerdctl where it is installed, in what calls docker there',
      ],
    ]);
  });

  it('is about the line that sets a variable, once', () => {
    const found = findings(
      'SOCK=/var/run/docker.sock\ncurl --unix-socket "$SOCK" http://x/a\ncurl --unix-socket "$SOCK" http://x/b',
    );
    expect(found.map(({ span }) => positionAt(span.source, span.start).line)).toEqual([3]);
  });
});

describe('fixes', () => {
  const fixes = (text: string, runtime?: TargetRuntime) =>
    findings(text, runtime).map(({ span, fix }) => [spanText(span), fix?.replacement]);

  it('delete flags whose value is what the runtime does anyway', () => {
    expect(fixes('KUBELET_EXTRA_ARGS="--network-plugin=cni --v=2"')).toEqual([['--network-plugin=cni', '']]);
    expect(fixes('/usr/bin/kubelet --container-runtime=remote')).toEqual([['--container-runtime=remote', '']]);
  });

  it('leave other values to people', () => {
    expect(fixes('/usr/bin/kubelet --cni-conf-dir=/custom')).toEqual([['--cni-conf-dir=/custom', undefined]]);
  });

  it('name the socket in place of docker, unless it is named already', () => {
    const flag = '--container-runtime=docker';
    const socket = '--container-runtime-endpoint=unix:///run/containerd/containerd.sock';
    expect(fixes(`/usr/bin/kubelet ${flag}`)).toEqual([[flag, socket]]);
    expect(fixes(`/usr/bin/kubelet ${flag}`, 'cri-o')).toEqual([
      [flag, '--container-runtime-endpoint=unix:///run/crio/crio.sock'],
    ]);
    expect(fixes(`/usr/bin/kubelet ${flag} ${socket}`)).toEqual([[flag, '']]);
  });

  it('leave flags that move to cri-dockerd', () => {
    expect(fixes('/usr/bin/kubelet --network-plugin=cni', 'cri-dockerd')).toEqual([
      ['--network-plugin=cni', undefined],
    ]);
  });
});

describe('the advice names what the line means', () => {
  it('keeps a pattern that ends in a dollar whole where one command is put into another', () => {
    expect(advice('docker logs $(docker ps -q -f name=k8s_etcd_etcd)')[0]).toContain(
      "`crictl logs $(crictl ps -q --name '^etcd$')`",
    );
  });

  it('tells two variables of one text apart', () => {
    const text = 'TOOL="docker run --rm -v $HOME/.config:/c ${image} tool"\n$TOOL ls';
    expect(advice(text)[0]).toContain('nerdctl run --rm --volume $HOME/.config:/c ${image} tool ls');
  });

  it('names the unit only where a function runs the command', () => {
    const text = 'again() { timeout 5 systemctl restart "$1"; }\nagain docker';
    expect(advice(text)).toEqual(['Write containerd in its place (running pods survive its restart)']);
  });

  it('asks the version of the runtime, and ends no process that is not there', () => {
    expect(advice('dockerd --version | cut -d, -f1')).toEqual(['Write `containerd --version`, or drop the line']);
    expect(advice('killall docker')).toEqual(['Drop the line: no process of Docker is left']);
  });

  it('gives limits of logs their values', () => {
    const text = 'echo \'DOCKER_OPTS="--log-opt max-size=50m --log-opt max-file=1"\' > /etc/default/docker';
    expect(advice(text)).toContain('Set containerLogMaxSize: 50Mi and containerLogMaxFiles: 2 in KubeletConfiguration');
  });

  it('names the snapshotter of a storage driver, and drops the one that is the default', () => {
    const options = (driver: string) => `echo 'DOCKER_OPTS="--storage-driver=${driver}"' > /etc/default/docker`;
    expect(advice(options('overlay2'))).toContain('Drop it: overlayfs is the default snapshotter of containerd');
    expect(advice(options('zfs'))).toContain('Set snapshotter = "zfs" under the CRI plugin’s [containerd]');
  });

  it('gives the options of a shim their table and value', () => {
    const text =
      'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.nvidia]\nruntime_type = "io.containerd.runtime.v1.linux"\nruntime_engine = "/usr/bin/nvidia-container-runtime"\n';
    expect(lintTexts({ 'etc/containerd/config.toml': text }).findings.map(({ instead }) => instead)).toContain(
      'Write BinaryName = "/usr/bin/nvidia-container-runtime" under [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.nvidia.options]',
    );
  });

  it('keeps the variable that holds an argument of the script, and writes the host of an image with an open tag', () => {
    expect(advice('DIR="$2"\nload() { docker load -i "${DIR}/agent.tar"; }\nload x y')[0]).toContain(
      '`ctr -n k8s.io images import "${DIR}/agent.tar"`',
    );
    expect(advice('docker pull acme/agent:${TAG}')[0]).toContain('crictl pull docker.io/acme/agent:${TAG}');
  });

  it('drops a data root that is only the default of Docker', () => {
    const root = (path: string) => advice(`dockerd --data-root=${path}`);
    expect(root('/var/lib/docker')).toContain('Drop it: containerd keeps its data in /var/lib/containerd by default');
    expect(root('/data/docker')).toContain('Set root = "/data/docker" at the top of /etc/containerd/config.toml');
  });

  it('does not hand an image from the runtime to itself', () => {
    expect(advice('docker save a/b:1 | ctr -n k8s.io images import -')[0]).toContain('for both sides of the pipe');
  });

  it('says of a unit that runs docker what has to come first', () => {
    const told = (start: string) => {
      const unit = `[Unit]\nRequires=docker.service\n[Service]\nExecStart=${start}\n`;
      return lintTexts({ 'nodes/kubelet-agent.service': unit }).findings.filter(
        ({ severity }) => severity !== 'notice',
      );
    };
    expect(told('/opt/agent --engine=docker').map(({ instead }) => instead)).toEqual([
      'Drop it when the unit no longer runs docker: what it starts becomes a static pod, a DaemonSet or a program of the host',
    ]);
  });

  it.each([
    [
      'DaemonSet',
      'acme/agent:1',
      /^Where acme\/agent has a setting for .*containerd.sock in volume `s` and its mount in `a`/,
    ],
    ['Deployment', 'docker:27-cli', /^Delete the mount: build images with BuildKit/],
    ['Deployment', 'acme/agent:1', /^What acme\/agent does with it decides\. Nothing: delete volume `s`/],
  ])('of a socket in a %s of %s', (kind, image, expected) => {
    const text = `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: ${image}\n          volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]\n      volumes:\n        - name: s\n          hostPath: {path: /var/run/docker.sock}\n`;
    expect(lintTexts({ 'a.yaml': text }).findings.map(({ instead }) => instead)[0]).toMatch(expected);
  });

  it('of a policy that guards the socket keeps the guard', () => {
    const text =
      'apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: a}\nspec:\n  rules:\n    - name: a\n      validate:\n        pattern:\n          spec:\n            volumes:\n              - hostPath:\n                  path: "!/var/run/docker.sock"\n';
    expect(lintTexts({ 'a.yaml': text }).findings.map(({ instead }) => instead)).toEqual([
      'Name /run/containerd/containerd.sock beside it: that is the socket of nodes with containerd',
    ]);
  });
});
