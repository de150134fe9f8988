import { describe, expect, it } from 'vitest';
import { relatedText } from '../../src/report/reasons.ts';
import { commands, factsOf, placeOf, readScript } from './shell-reading.ts';

describe('wrappers in front of a command', () => {
  it.each([
    ['sudo -E docker ps', ['sudo > docker ps']],
    ['sudo -nu root docker ps', ['sudo > docker ps']],
    ['env -i A=1 docker ps', ['env > docker ps']],
    ['timeout -k 5 30s docker pull app', ['timeout > docker pull app']],
    ['nohup nice -n 5 ionice -c 3 docker ps', ['nohup > nice > ionice > docker ps']],
    ['stdbuf -oL docker logs a', ['stdbuf > docker logs a']],
    ['nsenter -t 1 -m -u -- docker system prune', ['nsenter > docker system prune']],
    ['nsenter --target 1 --mount docker ps', ['nsenter > docker ps']],
    ['chroot /host systemctl restart docker', ['chroot > systemctl restart docker']],
    ['flock -n /tmp/lock docker ps', ['flock > docker ps']],
    ['flock /tmp/lock -c "docker ps"', ['flock > docker ps']],
    ["bash -lc 'docker ps && docker images'", ['bash > docker ps', 'bash > docker images']],
    ["sh -ec 'docker ps'", ['sh > docker ps']],
    ["su - core -c 'docker ps'", ['su > docker ps']],
    ['runuser -u core -- docker ps', ['runuser > docker ps']],
    ["ssh -p 22 -o A=b core@node 'sudo docker ps'", ['ssh > sudo > docker ps']],
    ['ssh node -- sudo docker ps', ['ssh > sudo > docker ps']],
    ['ssh -q core@node -p 22 -tt "docker ps"', ['ssh > docker ps']],
    ['ssh node -T <<EOF\ndocker ps\nEOF\n', ['ssh > docker ps']],
    ['ssh node docker ps -a', ['ssh > docker ps -a']],
    ['ssh node <<EOF\ndocker ps\nEOF\n', ['ssh > docker ps']],
    ['ssh node sudo bash -s <<EOF\ndocker ps\nEOF\n', ['ssh > sudo > bash > docker ps']],
    ["echo 'docker ps' | bash", ['echo docker ps', 'bash > docker ps']],
    ['kubectl exec -n a pod -c b -- docker ps', ['kubectl > docker ps']],
    ['kubectl exec pod docker ps', ['kubectl > docker ps']],
    ["minikube -p a ssh -- 'docker ps'", ['minikube > docker ps']],
    ['gcloud compute ssh node --zone z --command="docker ps"', ['gcloud > docker ps']],
    ["eval 'docker ps'", ['eval > docker ps']],
    ['find / -name a -exec docker cp {} b \\; -print', ['find > docker cp {} b']],
    ['docker ps -q | xargs -r -n 1 docker rm', ['docker ps -q', 'xargs > docker rm']],
    ["watch -n 2 'docker ps'", ['watch > docker ps']],
    ["trap 'docker rm a' EXIT", ['trap > docker rm a']],
    ['$SUDO docker ps', ['_ > docker ps']],
    ["$sh_c 'docker version'", ['_ > docker version']],
    ['retry_cmd 5 10 docker pull app', ['retry_cmd > docker pull app']],
    ['retry_cmd 5 10 pkill -HUP dockerd', ['retry_cmd > pkill -HUP dockerd']],
    ["run_on host 'docker ps; ls'", ['run_on > docker ps', 'run_on > ls']],
    ['$SSH host <<A\ndocker ps\nA\n', ['_ > docker ps']],
    ['exec docker run a', ['exec > docker run a']],
    ['/usr/bin/docker ps', ['/usr/bin/docker ps']],
    ['"$BIN"/docker ps', ['_/docker ps']],
  ])('%j', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  it('keeps words that only name a program', () => {
    expect(commands('echo retry docker ps')).toEqual(['echo retry docker ps']);
    expect(commands('usermod -aG docker core')).toEqual(['usermod -aG docker core']);
    expect(commands('apt-get install -y docker.io')).toEqual(['apt-get install -y docker.io']);
  });
});

describe('what a function prints in a command line', () => {
  it('is split into words outside of quotes', () => {
    const script = (word: string) => `f() { echo "--rm --net host"; }\ndocker run ${word} app`;
    const words = (word: string) =>
      factsOf(readScript(script(word)), 'command')
        .at(-1)
        ?.words.map(({ text }) => text);
    expect(words('$(f)')).toEqual(['docker', 'run', '--rm', '--net', 'host', 'app']);
    expect(words('"$(f)"')).toEqual(['docker', 'run', '--rm --net host', 'app']);
  });
});

describe('arguments of functions in branches', () => {
  it('stay those of the function that is read, whatever one that it calls does with its own', () => {
    const script = 'f() { shift; echo "$1"; }\ng() { if [[ a ]]; then f docker a; fi; $1 ps; }\ng crictl\n';
    const commands = factsOf(readScript(script), 'command').map(({ words }) => words.map(({ text }) => text).join(' '));
    expect(commands).toContain('crictl ps');
    expect(commands).not.toContain('docker ps');
  });
});

describe('values of variables in branches', () => {
  it.each([
    ['if [[ a ]]; then C=docker; $C ps; else C=crictl; $C ps; fi', ['docker ps', 'crictl ps']],
    ['C=docker; if [[ a ]]; then C=crictl; $C ps; fi', ['crictl ps']],
    ['if [[ a ]]; then C=docker; elif [[ b ]]; then C=crictl; fi; $C ps', ['crictl ps', 'docker ps']],
    ['C=nerdctl; if [[ a ]]; then C=docker; fi; $C ps', ['docker ps', 'nerdctl ps']],
    ['C=nerdctl; if [[ a ]]; then C=docker; else C=crictl; fi; $C ps', ['crictl ps', 'docker ps']],
    ['if [[ a ]]; then C=docker; elif [[ b ]]; then $C ps; fi', []],
    ['if [[ a ]]; then if [[ b ]]; then C=docker; fi; else $C ps; fi', []],
    ['case $1 in a) C=docker; $C ps ;; b) C=crictl; $C ps ;; esac', ['docker ps', 'crictl ps']],
    ['C=docker; case $1 in a) C=crictl ;; esac; $C ps', ['crictl ps', 'docker ps']],
    ['C=docker; while [[ a ]]; do C=crictl; $C ps; done; $C rm', ['crictl ps', 'crictl rm', 'docker rm']],
    ['for a in 1; do C=docker; done; C=crictl; $C ps', ['crictl ps']],
    ['C=docker; [[ a ]] && C=crictl && $C ps', ['crictl ps', 'docker ps']],
    ['f() { if [[ a ]]; then C=docker; else C=crictl; fi; }\nf\n$C ps', ['f', 'crictl ps', 'docker ps']],
  ])('%j', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });
});

describe('commands inside of words and texts', () => {
  it.each([
    ['A=$(docker ps -q)', ['docker ps -q']],
    ['A=`docker ps \\`which a\\``', ['which a (probes)', 'docker ps a']],
    ['echo "${A:-$(docker ps)}"', ['docker ps', 'echo _']],
    ['diff <(docker ps) b', ['docker ps', 'diff _ b']],
    ['(( n = $(docker ps | wc -l) ))', ['docker ps', 'wc -l']],
    ['cat <<EOF\n$(docker ps)\nEOF\n', ['docker ps', 'cat']],
    ["cat <<'EOF'\n$(docker ps)\nEOF\n", ['cat']],
    ["cat <<EOF\ndon't docker ps\nEOF\n", ['cat']],
    ['f() { docker ps; }\nf', ['docker ps', 'f']],
    ['f() { docker ps; }', ['docker ps (defines)']],
    ['f() { docker ps; }\n"$@"', ['docker ps']],
    ['f() { docker stop "$1"; }\nf a\nf b', ['docker stop a', 'f a', 'docker stop b', 'f b']],
    ['if docker ps; then docker rm a; fi', ['docker ps (probes)', 'docker rm a']],
    ['if ! docker pull a; then exit 1; fi', ['docker pull a', 'exit 1']],
    ['docker info >/dev/null 2>&1 || exit 1', ['docker info (probes)', 'exit 1']],
    ['docker pull a || exit 1', ['docker pull a', 'exit 1']],
    ['until docker info; do sleep 1; done', ['docker info', 'sleep 1']],
    ['@test "runs {a}" {\n  docker ps\n}', ['docker ps (defines)']],
    ["alias d='docker ps'\nd -a", ['alias d=docker ps', 'docker ps -a']],
  ])('%j', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  it('reads crontabs that a script writes', () => {
    expect(commands("echo '0 3 * * * root docker system prune -f' > /etc/cron.d/prune").slice(1)).toEqual([
      'docker system prune -f',
    ]);
    expect(commands('crontab - <<EOF\n@daily docker rmi a\nEOF\n')).toContain('docker rmi a');
  });
});

describe('variables', () => {
  it.each([
    ['CMD="docker ps"\n$CMD -a', ['docker ps -a']],
    ['DOCKER=${DOCKER:-docker}\n$DOCKER ps', ['docker ps']],
    ['"${DOCKER:-docker}" ps', ['docker ps']],
    ['start="URL=http://a/kubelet B=c docker ps"\n$start', ['docker ps']],
    ['DOCKER=$(which docker)\n$DOCKER ps', ['which docker (probes)', 'docker ps']],
    ['for u in docker kubelet; do systemctl stop $u; done', ['systemctl stop docker', 'systemctl stop kubelet']],
    ['if a; then x=docker; else x=crictl; fi\n$x ps', ['a (probes)', 'crictl ps', 'docker ps']],
    ['A=(docker ps)\n"${A[@]}" -q', ['docker ps -q']],
    ['A=docker\nA+=" ps"\n$A', ['docker ps']],
    ['A=(docker ps)\neval "${A[*]} -q"', ['eval > docker ps -q']],
    ['SUDO=\n$SUDO docker ps', ['docker ps']],
    ['PULL="docker pull"', ['docker pull (defines)']],
    ['$SSH host bash <<A\ndocker ps\nA\n', ['_ > bash > docker ps']],
    ['docker rm $id', ['docker rm _']],
    ['local x=docker\n$x ps', ['local', 'docker ps']],
  ])('%j', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  it('points at the place where a value is written and relates its use', () => {
    const text = 'SOCK=/var/run/docker.sock\ncurl --unix-socket "$SOCK" http://d/info\n';
    const [path] = factsOf(readScript(text), 'path').filter((fact) => fact.command?.program === 'curl');
    expect(path && [placeOf(path, text), path.path, path.use, path.certainty]).toEqual([
      '/var/run/docker.sock',
      '/run/docker.sock',
      'socket',
      'resolved',
    ]);
    const related = path?.at.view.root(path.at.start, path.at.end).related ?? [];
    expect(related.map((one) => [text.slice(one.span.start, one.span.end), relatedText(one)])).toEqual([
      ['$SOCK', 'used here'],
    ]);
  });

  it('stays with a variable that is named like its value', () => {
    const text = 'DOCKER=docker\n$DOCKER ps\n';
    const facts = factsOf(readScript(text), 'command');
    expect(facts.map((fact) => placeOf(fact, text))).toEqual(['$DOCKER']);
  });

  it('finds the line inside a text that a function hands to a shell', () => {
    const text = 'at_node() { ssh "$1" "$2"; }\nat_node a "\n  set -e\n  docker ps\n"\n';
    const facts = factsOf(readScript(text), 'command').filter((fact) => fact.program === 'docker');
    expect(facts.map((fact) => fact.at.view.root(fact.at.start, fact.at.end).span.start)).toEqual([
      text.indexOf('docker'),
    ]);
  });

  it('marks what is not known as partial', () => {
    const [fact] = factsOf(readScript('cat $ROOT/var/lib/docker/x'), 'path');
    expect(fact && [fact.path, fact.certainty]).toEqual(['/var/lib/docker/x', 'partial']);
  });
});
