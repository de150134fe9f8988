import { describe, expect, it } from 'vitest';
import { commandFacts } from '../../src/languages/shell/shell.ts';
import type { Token } from '../../src/model/document.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';
import { targetText } from '../support/link-text.ts';
import { factsOf, placeOf, readScript } from './shell-reading.ts';

function flags(text: string): string[] {
  return factsOf(readScript(text), 'flag').map((f) => `${f.program} ${f.name}=${f.value?.text ?? ''} ${f.carrier}`);
}

function paths(text: string): string[] {
  return factsOf(readScript(text), 'path').map(
    (fact) => `${fact.polarity === 'uses' ? fact.use : fact.polarity} ${fact.path}`,
  );
}

function packages(text: string): string[] {
  return factsOf(readScript(text), 'package').map((fact) => `${fact.action} ${fact.name}`);
}

function guardOf(text: string): string {
  const fact = factsOf(readScript(text), 'command').find((f) => f.program === 'docker' && f.words[1]?.text === 'rm');
  const condition = fact?.conditions.at(-1);
  return condition ? `${condition.kind} ${condition.holds}` : 'none';
}

describe('flags', () => {
  it.each([
    ['kubelet --network-plugin=cni', ['kubelet network-plugin=cni command-line']],
    ['kubelet --network_plugin cni', ['kubelet network-plugin=cni command-line']],
    [
      'KUBELET_EXTRA_ARGS="--network-plugin=cni --v=2"',
      ['kubelet network-plugin=cni environment', 'kubelet v=2 environment'],
    ],
    ['DOCKER_OPTS="-H tcp://a"', ['dockerd H=tcp://a environment']],
    ['EXTRA="--network-plugin=cni"', ['unknown network-plugin=cni environment']],
    ['cri-dockerd --network-plugin=cni', ['cri-dockerd network-plugin=cni command-line']],
    [
      "bootstrap.sh c --kubelet-extra-args '--network-plugin=cni'",
      ['bootstrap.sh kubelet-extra-args=--network-plugin=cni command-line', 'kubelet network-plugin=cni command-line'],
    ],
    [
      'k3s agent --kubelet-arg=network-plugin=cni',
      ['k3s kubelet-arg=network-plugin=cni command-line', 'kubelet network-plugin=cni command-line'],
    ],
    [
      'k3sup join --k3s-extra-args "--docker --kubelet-arg=network-plugin=cni"',
      [
        'k3sup k3s-extra-args=--docker --kubelet-arg=network-plugin=cni command-line',
        'k3s docker= command-line',
        'k3s kubelet-arg=network-plugin=cni command-line',
        'kubelet network-plugin=cni command-line',
      ],
    ],
    [
      'minikube start --extra-config=kubelet.network-plugin=cni',
      ['minikube extra-config=kubelet.network-plugin=cni command-line', 'kubelet network-plugin=cni command-line'],
    ],
    [
      "sed -i 's/KUBELET_ARGS=/KUBELET_ARGS=--network-plugin=cni /' /etc/default/kubelet",
      ['kubelet network-plugin=cni environment'],
    ],
    ["sed -i 's/--network-plugin=cni//' /etc/default/kubelet", []],
    [
      "sed -i 's/--network-plugin=cni/--network-plugin=kubenet/' /etc/default/kubelet",
      ['kubelet network-plugin=kubenet environment'],
    ],
    [
      "sed -i '/ExecStart/a Environment=A=--cgroup-driver=systemd' /etc/a/10-kubeadm.conf",
      ['kubelet cgroup-driver=systemd environment'],
    ],
    ['docker run a /hyperkube kubelet --network-plugin=cni', ['kubelet network-plugin=cni command-line']],
  ])('%j', (text, expected) => {
    expect(flags(text)).toEqual(expected);
  });

  it('points at the line that writes a flag, once', () => {
    const text = 'ARGS="--a=b --network-plugin=cni"\nkubelet $ARGS\n';
    const found = factsOf(readScript(text), 'flag').filter((fact) => fact.name === 'network-plugin');
    expect(found.map((fact) => [fact.program, placeOf(fact, text)])).toContainEqual([
      'kubelet',
      '--network-plugin=cni',
    ]);
  });
});

describe('paths', () => {
  it.each([
    ['rm -rf /var/lib/docker', ['removes /var/lib/docker']],
    ['du -sh /var/lib/docker/overlay2/', ['read /var/lib/docker/overlay2']],
    ['[ -S /var/run/docker.sock ]', ['probes /run/docker.sock']],
    ['[[ -e /var/run/docker.sock ]]', ['probes /run/docker.sock']],
    ['echo a > /etc/docker/x', ['write /etc/docker/x']],
    ['docker -H unix:///var/run/docker.sock ps', ['socket /run/docker.sock']],
    ['curl --unix-socket /run/docker.sock a', ['socket /run/docker.sock']],
    ['docker run -v /var/run/docker.sock:/sock a', ['mount /run/docker.sock']],
    ['kubeadm join --cri-socket=/var/run/dockershim.sock', ['socket /run/dockershim.sock']],
    ['tar --exclude=/var/lib/docker a', ['excludes /var/lib/docker']],
    ['export DOCKER_HOST=unix:///var/run/docker.sock', ['socket /run/docker.sock']],
    ['/usr/local/bin/docker ps', ['read /usr/local/bin/docker']],
    ['echo /var/lib/docker', []],
  ])('%j', (text, expected) => {
    expect(paths(text)).toEqual(expected);
  });
});

describe('packages', () => {
  it.each([
    ['apt-get install -y --no-install-recommends docker-ce=5:19.03 kubelet', ['install docker-ce', 'install kubelet']],
    ['yum -y -q remove docker', ['remove docker']],
    ['apk add --no-cache docker', ['install docker']],
    ['amazon-linux-extras install -y docker', ['install docker']],
    ['PKGS="docker.io kubeadm"\napt-get install $PKGS', ['install docker.io', 'install kubeadm']],
    ['P=(docker-ce a)\nyum install "${P[@]}"', ['install docker-ce', 'install a']],
    ['apt-mark hold docker-ce', ['hold docker-ce']],
    ['yum versionlock docker-ce', ['hold docker-ce']],
    ['dnf versionlock add docker-ce', ['hold docker-ce']],
    ['zypper addlock docker', ['hold docker']],
    ['curl -fsSL https://get.docker.com | sh', ['download https://get.docker.com']],
    ['[ "https://test.docker.com/" = "$url" ] && channel=test', []],
    ['if [[ $url == https://get.docker.com* ]]; then :; fi', []],
    [
      'add-apt-repository "deb https://download.docker.com/linux/ubuntu x stable"',
      ['repository deb https://download.docker.com/linux/ubuntu x stable'],
    ],
    ['dpkg -i /tmp/docker-ce_19.03.1~3_amd64.deb', ['install docker-ce']],
    ['apt_get_install 20 30 120 docker-ce', ['install docker-ce']],
    ['apt-cache madison docker-ce', []],
    ['install -m 755 docker /usr/bin', []],
    ['echo docker-ce', []],
  ])('%j', (text, expected) => {
    expect(packages(text)).toEqual(expected);
  });

  it('points at the list that names the package', () => {
    const text = 'P=(a docker-ce)\nyum install "${P[@]}"\n';
    const fact = factsOf(readScript(text), 'package').find((f) => f.name === 'docker-ce');
    const { span } = fact?.at.view.root(fact.at.start, fact.at.end) ?? { span: { start: 0, end: 0 } };
    expect([span.start, span.end]).toEqual([5, 14]);
  });
});

describe('guards', () => {
  it.each([
    ['docker rm a', 'none'],
    ['if command -v docker >/dev/null; then docker rm a; fi', 'presence true'],
    ['if ! command -v docker; then exit 0; fi\ndocker rm a', 'presence true'],
    ['if ! command -v docker; then echo no; exit 1; fi\ndocker rm a', 'none'],
    ['command -v docker || return\ndocker rm a', 'presence true'],
    ['command -v docker || exit 1\ndocker rm a', 'none'],
    ['which docker && docker rm a', 'presence true'],
    ['[ -S /var/run/docker.sock ] && docker rm a', 'presence true'],
    ['[[ -x /usr/bin/docker ]] && docker rm a', 'presence true'],
    ['if systemctl is-active docker; then docker rm a; fi', 'presence true'],
    ['RUNTIME=docker\nif [ "$RUNTIME" = docker ]; then docker rm a; fi', 'none'],
    ['RUNTIME=docker\nRUNTIME=crio\nif [ "$RUNTIME" = docker ]; then docker rm a; fi', 'runtime true'],
    ['RUNTIME=crio\nRUNTIME=docker\nif [ "$RUNTIME" = docker ]; then docker rm a; fi', 'none'],
    ['RUNTIME=docker\n[ -f /a ] && RUNTIME=crio\nif [ "$RUNTIME" = docker ]; then docker rm a; fi', 'none'],
    ['RUNTIME=docker\na() { RUNTIME=crio; }\na\nif [ "$RUNTIME" = docker ]; then docker rm a; fi', 'none'],
    [
      'if [ -f /a ]; then RUNTIME=docker; fi\nRUNTIME=$(cat /b)\nif [ "$RUNTIME" = docker ]; then docker rm a; fi',
      'runtime true',
    ],
    ['if [ "$CONTAINER_RUNTIME" = docker ]; then docker rm a; fi', 'runtime true'],
    ['if [ "$CONTAINER_RUNTIME" = containerd ]; then b; else docker rm a; fi', 'runtime true'],
    ['if [[ $RUNTIME != "docker" ]]; then docker rm a; fi', 'runtime false'],
    ['case "$RUNTIME" in containerd) b ;; docker) docker rm a ;; esac', 'runtime true'],
    ['case "$RUNTIME" in docker) b ;; *) docker rm a ;; esac', 'runtime false'],
    ['if [ -n "$(command -v docker)" ]; then docker rm a; fi', 'presence true'],
    ['if [ "$USE_DOCKER" = true ]; then docker rm a; fi', 'runtime true'],
    ['if [ "$MODE" = docker ]; then docker rm a; fi', 'none'],
  ])('%j is %s', (text, expected) => {
    expect(guardOf(text)).toBe(expected);
  });
});

describe('texts that a script writes', () => {
  it.each([
    ['cat > /etc/docker/daemon.json <<EOF\n{}\nEOF\n', '/etc/docker/daemon.json', '{}\n'],
    ['cat <<EOF | sudo tee /etc/docker/daemon.json\n{}\nEOF\n', '/etc/docker/daemon.json', '{}\n'],
    ["echo '{}' > /etc/docker/daemon.json", '/etc/docker/daemon.json', '{}'],
    ["printf 'a\\nb' | tee /etc/a", '/etc/a', 'a\nb'],
    ['tee /etc/a <<-EOF\n\tx\n\t\ty\n\tEOF\n', '/etc/a', 'x\ny\n'],
    ["sudo sh -c 'cat > /etc/a' <<EOF\nx\nEOF\n", '/etc/a', 'x\n'],
    ['V=1\ncat > /etc/a <<EOF\nv $V\nEOF\n', '/etc/a', 'v 1\n'],
    ['kubectl apply -f - <<EOF\nkind: Pod\nEOF\n', 'manifest.yaml', 'kind: Pod\n'],
    ['{ cat <<EOF\nx\nEOF\n} > /etc/a', '/etc/a', 'x\n'],
  ])('%j', (text, target, written) => {
    expect(readScript(text).embedded.map((input) => [input.target, input.view.text])).toEqual([[target, written]]);
  });

  it('keeps the places of what it writes', () => {
    const text = 'V=1\ncat > /etc/docker/daemon.json <<EOF\n{"a": "$V", "bip": "x"}\nEOF\n';
    const view = readScript(text).embedded[0]?.view;
    const at = view?.text.indexOf('bip') ?? -1;
    expect(view?.root(at, at + 3).span.start).toBe(text.indexOf('bip'));
  });
});

describe('links', () => {
  it('follows what a script sources, calls and copies', () => {
    const text = '. ./lib.sh\nsource /opt/env.sh\nbash -x setup.sh a\n./run.sh\ncp conf/a.json /etc/docker/\n';
    expect(readScript(text).links.map((link) => `${link.kind} ${targetText(link)}`)).toEqual([
      'sources ./lib.sh',
      'sources /opt/env.sh',
      'calls setup.sh',
      'calls ./run.sh',
      'copies conf/a.json',
    ]);
  });
});

describe('words of other languages', () => {
  it('reads a list of words with a script in it', () => {
    const text = '["sh", "-c", "docker ps"]';
    const view = fileView(createSource('a.yaml', text));
    const token = (word: string): Token => {
      const start = text.indexOf(`"${word}"`) + 1;
      return { text: word, view, start, end: start + word.length };
    };
    const { documents, facts } = readScript('');
    const [document] = documents;
    expect(facts).toEqual([]);
    if (!document) return;
    const reading = commandFacts(['sh', '-c', 'docker ps'].map(token), {
      document,
      depth: 0,
      embed: () => readScript(''),
    });
    const found = factsOf(reading, 'command').map((f) => [f.program, placeOf(f, text), f.certainty]);
    expect(found).toEqual([['docker', 'docker', 'literal']]);
  });
});

describe('what is hard on parsers', () => {
  it('reads Windows line ends', () => {
    const text = 'if a; then\r\n  docker ps\r\nfi\r\n';
    const [, fact] = factsOf(readScript(text), 'command');
    expect(fact?.at.view.root(fact.at.start, fact.at.end).span.start).toBe(text.indexOf('docker'));
  });

  it('reads templates around commands', () => {
    const text = '{{- if .Values.a }}\ndocker run {{ .Values.image }}\n{{- end }}\n';
    const found = factsOf(readScript(text), 'command').map((f) => [placeOf(f, text), f.words.length]);
    expect(found).toEqual([['docker', 3]]);
  });

  it('keeps the findings of a broken script and says so', () => {
    const reading = readScript('docker ps\nif [ a ]; then\n  docker rm b\n');
    expect(factsOf(reading, 'command').map((fact) => fact.words[1]?.text)).toContain('ps');
    expect(reading.notes.map((note) => [note.code, note.coverage])).toEqual([['syntax', 'partly']]);
  });
});
