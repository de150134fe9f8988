/** What docker commands become: the same request in the tools of the node, or words that say why there is none. */

import { describe, expect, it } from 'vitest';
import type { TargetRuntime } from '../../src/model/target.ts';
import { spanText } from '../../src/text/source.ts';
import { fc } from '../support/fast-check.ts';
import { lintTexts } from '../support/in-memory.ts';

/** The first advice for these lines of a node's script, without the second choice in brackets. */
function advice(text: string, runtime: TargetRuntime = 'containerd', file = 'node/setup.sh'): string {
  const { findings } = lintTexts(
    { [file]: `#!/bin/bash\nkubeadm join --config /etc/join.yaml\n${text}\n` },
    { target: { runtime, minor: 37 } },
  );
  return findings.map(({ instead }) => instead.replace(/ \(or: .*$/s, ''))[0] ?? '';
}

describe('lists of containers', () => {
  it.each([
    ['docker ps -aq', '`crictl ps -a -q`'],
    ['docker ps -aq --filter status=exited', '`crictl ps -q --state Exited`'],
    ['docker ps -q --filter ancestor=reg.example.com/etcd:3.5', '`crictl ps -q --image reg.example.com/etcd:3.5`'],
    ['docker ps -q -f ID=0123abcd', '`crictl ps -q --id 0123abcd`'],
    ["docker ps --format '{{.ID}}' -n 5", '`crictl ps -q --last 5`'],
    [
      "docker ps --format '{{.Names}} {{.Image}}'",
      '`crictl ps -o json | jq -r \'.containers[] | "\\(.metadata.name) \\(.image.image)"\'`',
    ],
    ['docker ps -f name=k8s_etcd_etcd-main', "`crictl ps --name '^etcd$'`"],
    ['docker ps -f name=k8s_kube-proxy', "`crictl ps --name '^kube-proxy'`"],
    ['docker ps -f name=k8s_POD_etcd', "`crictl pods --state Ready --name '^etcd'`"],
    ['docker ps -af name=k8s_POD_etcd', "`crictl pods --name '^etcd'`"],
    ['docker ps -af name=k8s_PODS_etcd* -q', "`crictl ps -a -q --name '^PODS$'`"],
    ['docker ps -f name=POD_etcd', "`crictl pods --state Ready --name '^etcd'`"],
    ['docker ps -f name=k8s_', '`crictl ps`'],
    ['docker ps -aqf name=^k8s', '`crictl ps -a -q`'],
    ['docker ps -f name=server_etcd-main', "`crictl ps --name 'server$'`"],
    [
      'docker ps -aqf name=server_etcd-main',
      `\`crictl ps -a -o json | jq -r '.containers[] | select(.metadata.name + "_" + .labels["io.kubernetes.pod.name"] | contains("server_etcd-main")) | .id'\``,
    ],
    ['docker ps -qf name=etcd_etcd-main', "`crictl ps -q --name 'etcd$'`"],
    ['docker ps -f name=a -f name=b', "`crictl ps --name 'a|b'`"],
    ['docker ps -qf "label=io.kubernetes.pod.name=$POD"', '`crictl ps -q --label "io.kubernetes.pod.name=$POD"`'],
  ])('%s', (docker, crictl) => {
    expect(advice(docker)).toBe(crictl);
  });

  it('say which filter is missing', () => {
    expect(advice('docker ps -f health=unhealthy')).toBe(
      '`crictl ps`; crictl has no --filter health: the list is longer than docker’s, so remove nothing by it',
    );
  });
});

describe('a list that feeds a command which changes things', () => {
  it('of sandboxes is answered with the commands for pods', () => {
    expect(advice('docker ps -aq -f name=k8s_POD_web | xargs docker rm -f')).toBe(
      "`crictl pods -q --name '^web' | xargs crictl rmp -f`; it removes the containers of the pod too",
    );
  });

  it.each([
    [
      'docker ps -q -f name=POD_web | xargs docker kill',
      "crictl pods --state Ready -q --name '^web' | xargs crictl stopp",
    ],
    ['docker ps -q -f name=k8s_ | xargs docker stop', 'crictl pods --state Ready -q | xargs crictl stopp'],
    ["docker kill $(docker ps | grep k8s_ | awk '{print $1}')", 'crictl stopp $(crictl pods --state Ready -q)'],
    [
      `for id in $(docker ps -a | awk '/k8s_/ {print $1}'); do docker kill $id; docker rm $id; done`,
      'crictl stopp $(crictl pods -q)',
    ],
    ["docker rm -f $(docker ps -a | grep k8s_ | awk '{print $1}')", 'crictl rmp -a -f'],
    ["docker inspect $(docker ps | grep k8s_ | awk '{print $1}')", 'crictl inspect $(crictl ps -q)'],
  ])('is of all that the kubelet started: %s', (docker, crictl) => {
    expect(advice(docker)).toMatch(new RegExp(`^\`${crictl.replace(/[$^().*|?]/g, '\\$&')}\``));
  });

  it.each([
    ["docker rm $(docker ps -a | grep k8s_ | grep Exited | awk '{print $1}')"],
    ["docker rm -f $(docker ps -a -f status=exited | grep k8s_ | awk '{print $1}')"],
    ['docker kill -s HUP $(docker ps -q -f name=k8s_)'],
  ])('is not answered with all pods where it is narrower, or means something else: %s', (docker) => {
    expect(advice(docker)).not.toMatch(/^`crictl (?:rmp|stopp|rm|stop) /);
  });

  it.each([
    ["docker rm $(docker ps -a | awk '{print $1}') -f", 'crictl rm -a -f'],
    ["docker ps -a | tail -n +2 | awk '{print $1}' | xargs docker rm -f", 'crictl rm -a -f'],
    ["docker rm $(docker ps -a | grep -v CONTAINER | awk '{print $1}')", 'crictl rm $(crictl ps -a -q)'],
    ["docker stop $(docker ps | awk 'NR>1 {print $1}')", 'crictl stop --timeout 10 $(crictl ps -q)'],
    ["docker images | awk '{print $3}' | xargs docker rmi", 'crictl rmi --prune'],
    [
      'docker images -q | xargs -n 1 docker push',
      'for image in $(crictl images -o json | jq -r \'.images[].repoTags[]\'); do ctr -n k8s.io images push "$image"; done',
    ],
    ['docker rmi $(cat unused.txt)', 'crictl rmi $(cat unused.txt)'],
    ['docker rmi "$IMAGE_ID"', 'crictl rmi "$IMAGE_ID"'],
    ['docker rmi $IMAGE', 'ctr -n k8s.io images rm $IMAGE'],
    ['docker exec "${OWNER}.web" ls', 'crictl exec $(crictl ps -q --latest --name "^${OWNER}.web$") ls'],
  ])('takes ids and names where its tool does: %s', (docker, crictl) => {
    expect(advice(docker).startsWith(`\`${crictl}\``)).toBe(true);
  });

  it.each([
    "docker ps -a | awk '{print $1}' | head -3 | xargs docker rm -f",
    "docker ps -a -f status=exited | awk '{print $1}' | xargs docker rm -f",
    "docker ps -a | awk '{print $2}' | xargs docker rm -f",
    'docker tag 0123456789ab acme/app:2',
    'docker tag $(docker images -q acme/app) acme/app:2',
    'docker push 0123456789ab',
    'docker save -o a.tar 0123456789ab',
    "docker images | grep acme | awk '{print $3}' | xargs docker push",
  ])('is no command where another choice is made, or an id is no name: %s', (docker) => {
    expect(advice(docker)).not.toMatch(/`(?:ctr .* images (?:push|tag|export)|crictl rm -a)/);
  });

  it('of a sandbox whose name a variable brings is left to a person', () => {
    expect(advice('docker ps -aq -f name=k8s_POD_$1_ | xargs docker rm -f')).toContain(
      'crictl has no --filter name, so its list would be longer',
    );
  });

  it('of dead containers is not answered with all that exited', () => {
    expect(advice('docker ps -aq -f status=dead | xargs docker rm')).toContain(
      'crictl has no --filter status, so its list would be longer',
    );
  });

  it('carries every filter, or there is no command', () => {
    const key = fc.constantFrom(
      'name',
      'status',
      'label',
      'ancestor',
      'id',
      'health',
      'before',
      'since',
      'volume',
      'network',
      'exited',
      'publish',
      'is-task',
      'unheard-of',
    );
    const value = fc.oneof(
      fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/),
      fc.constantFrom(
        'exited',
        'dead',
        'running',
        'k8s_POD_web',
        'k8s_PODS_web*',
        'k8s_web_',
        '^/web$',
        'a=b',
        'web*',
        'io.kubernetes.pod.name=web',
      ),
    );
    const flag = fc.constantFrom('-f ', '--filter ', '--filter=');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(flag, key, value), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('-aq', '-q', '-qa'),
        (filters, quiet) => {
          const written = filters.map(([option, name, text]) => `${option}'${name}=${text}'`).join(' ');
          const answer = advice(`docker ps ${quiet} ${written} | xargs docker rm -f`);
          const command = /^`([^`]*)`/.exec(answer)?.[1];
          if (command === undefined) return;
          for (const [, name, text] of filters) {
            const core =
              text === 'exited' || text === 'running'
                ? text.slice(1)
                : (/(?:POD_)?([a-z0-9]{3,}|a)(?:\W|_|$)/.exec(text.replace(/^k8s_/, ''))?.[1] ?? text);
            const carried = command.includes(core) || (name === 'name' && /--name/.test(command));
            expect([command, name, text, carried]).toEqual([command, name, text, true]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('pipelines, substitutions and loops', () => {
  it.each([
    [
      'docker ps -aq --filter status=exited | xargs -r docker rm -f',
      '`crictl ps -q --state Exited | xargs -r crictl rm -f`',
    ],
    ['docker rm -f $(docker ps -aq)', '`crictl rm -f $(crictl ps -a -q)`'],
    ['docker rm -f `docker ps -aq`', '`crictl rm -f $(crictl ps -a -q)`'],
    ['ids=$(docker ps -qa); docker rm -f $ids', '`ids=$(crictl ps -a -q); crictl rm -f $ids`'],
    [
      'for c in $(docker ps -q -f name=app); do docker stop -t 3 "$c"; done',
      '`for c in $(crictl ps -q --name app); do crictl stop --timeout 3 "$c"; done`',
    ],
    [
      'docker ps -q | while read -r id; do docker rm $id; done',
      '`for id in $(crictl ps -q); do crictl rm "$id"; done`',
    ],
    ['docker ps -q | xargs -I{} docker stop {}', '`crictl ps -q | xargs -I{} crictl stop --timeout 10 {}`'],
    ['docker images -q | xargs docker rmi -f', '`crictl rmi --prune`; it keeps the images that a container uses'],
    ['docker rmi $(docker images -qf dangling=true)', '`crictl rmi $(crictl images -q --filter dangling=true)`'],
  ])('%s', (docker, crictl) => {
    expect(advice(docker)).toContain(crictl);
  });

  it('get no command that would reach more containers than docker’s list', () => {
    for (const line of [
      'docker ps -aq -f volume=data | xargs docker rm -f',
      'docker rm -f $(docker ps -aq -f exited=137)',
      "docker ps | grep app | awk '{print $1}' | xargs docker rm -f",
      'for c in $(docker ps -q -f network=web); do docker rm -f $c; done',
    ]) {
      expect(advice(line)).not.toMatch(/xargs|crictl rm[^`]*\$\(|for c/);
      expect(advice(line)).toContain('look at them, then `crictl rm -f ID`');
    }
  });
});

describe('one container', () => {
  const etcd = "$(crictl ps -q --latest --name '^etcd$')";
  const pid = `$(crictl inspect -o go-template --template '{{.info.pid}}' ${etcd})`;
  it.each([
    ['docker exec etcd sh -c "etcdctl get a"', `\`crictl exec ${etcd} sh -c 'etcdctl get a'\``],
    ['docker exec -it "$CID" kubectl -n a get pods -o wide', '`crictl exec -it "$CID" kubectl -n a get pods -o wide`'],
    ['docker exec -u 0 -e A=b $CID id', '`crictl exec $CID env A=b id`; crictl exec has no --user'],
    ["docker inspect -f '{{.State.Pid}}' $CID", "`crictl inspect -o go-template --template '{{.info.pid}}' $CID`"],
    ['docker logs --tail=20 -f $CID', '`crictl logs -f --tail 20 $CID`'],
    ['docker logs --until 5m $CID', '`crictl logs $CID`; crictl logs has no --until'],
    ['docker stop etcd', `\`crictl stop --timeout 10 ${etcd}\``],
    ['docker kill etcd', `\`crictl stop --timeout 0 ${etcd}\``],
    ['docker kill -s HUP etcd', `\`kill -s HUP "${pid}"\``],
    ['docker update --memory 1g $CID', '`crictl update --memory 1073741824 $CID`'],
    ['docker cp etcd:/etc/a ./a', `\`cp -a "/proc/${pid}/root"/etc/a ./a\`; as root, while the container runs`],
    ['docker restart 0123456789ab', '`crictl stop --timeout 10 0123456789ab`; the kubelet starts the container again'],
  ])('%s', (docker, crictl) => {
    expect(advice(docker)).toBe(crictl);
  });

  it('keeps the command inside the container word for word, and says so where it is too long to print', () => {
    const script = `echo ${'a'.repeat(700)}`;
    expect(advice(`docker exec $CID sh -c '${script}'`)).toContain('the same command behind it');
  });
});

describe('a command in a function', () => {
  it.each([
    ['f() { docker exec "$1" ls "$2"; }\nf web /etc', '`crictl exec $(crictl ps -q --latest --name "^$1$") ls "$2"`'],
    [
      'f() { local name=$1; docker rm -f "$name"; }\nf web',
      '`crictl rm -f $(crictl ps -a -q --latest --name "^$name$")`',
    ],
    ['f() { docker ps -qf "name=k8s_$1"; }\nf etcd', '`crictl ps -q --name "^$1"`'],
    ['f() { docker ps -qf "label=app=$1"; }\nf web', expect.stringContaining('`crictl ps -q --label "app=$1"`')],
    ['f() { docker pull "$REG/$1"; }\nf app:1', '`crictl pull "$REG/$1"`'],
    [
      'f() { docker run --rm --name="$1" app:1 sh -c "$@"; }\nf a b c',
      '`nerdctl run --rm --name "$1" docker.io/library/app:1 sh -c "$@"`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ],
    ['docker exec web frob --code $?', "`crictl exec $(crictl ps -q --latest --name '^web$') frob --code $?`"],
    ['docker exec web ls "$@"', '`crictl exec $(crictl ps -q --latest --name \'^web$\') ls "$@"`'],
    [
      'f() { docker exec web ls "$${1}" /srv/$${2}; }\nf a b',
      '`crictl exec $(crictl ps -q --latest --name \'^web$\') ls "$${1}" /srv/$${2}`',
    ],
    [
      'NS=""\nf() { docker run --rm app:1 "$@"; }\nf up -n "$NS" --wait',
      '`nerdctl run --rm docker.io/library/app:1 "$@"`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    ],
  ])('keeps the arguments of the function: %s', (text, command) => {
    expect(advice(text)).toEqual(command);
  });

  it.each([
    'docker volume rm $(docker volume ls -q)',
    'docker volume ls -qf dangling=true | xargs -r docker volume rm',
    'docker volume ls -q -f driver=old | xargs -r -I{} -n1 docker ps -q -a -f volume={} | xargs -r docker rm -f',
  ])('deletes the line that clears volumes away, told once: %s', (line) => {
    const { findings } = lintTexts({ 'node.sh': `kubeadm reset\n${line}\n` });
    expect(findings.map(({ instead }) => instead)).toEqual([
      'Delete the line: a CRI runtime keeps no volumes of its own, and the kubelet removes those of deleted pods',
    ]);
  });

  it('never hands a call of docker on', () => {
    expect(advice('docker run --rm -v $(docker volume ls -q | head -n 1):/data app:1')).toMatch(
      /^Write nerdctl for docker in this command; nerdctl has to be installed/,
    );
    expect(advice('docker run --rm -v $(pwd)/docker:/data app:1')).toContain('--volume "$(pwd)/docker:/data"');
  });

  it.each(['--net container:$(docker ps -qf name=k8s_POD_$1)', '--pid=container:web'])(
    'joins no container of the kubelet: docker run %s',
    (option) => {
      expect(advice(`docker run -it ${option} app:1 sh`)).toBe(
        '`kubectl debug -it POD --image=IMAGE --target=CONTAINER` starts one beside the containers of a pod; run it as a static pod, a DaemonSet or a systemd unit',
      );
    },
  );

  it('keeps the variable that holds what a call gave once', () => {
    expect(advice('D=$(mktemp -d)\nUP=$D/..\ndocker run --rm -v "$UP":/up -w $D app:1')).toBe(
      '`nerdctl run --rm --volume "$UP:/up" --workdir $D docker.io/library/app:1`; nerdctl has to be installed, and the kubelet knows nothing of this container',
    );
  });

  it('is not written for one call where the calls say what is asked', () => {
    expect(advice('f() { docker "$@"; }\nf ps -q')).toBe('kubectl get pods -o wide');
    expect(advice('f() { docker run --rm "$@"; }\nf -v /etc:/etc app:1')).toBe(
      'nerdctl has to be installed, and the kubelet knows nothing of this container; install the program that it runs on the node, or run it as a Job',
    );
  });
});

describe('a container that a task of Ansible starts', () => {
  const task = (lines: string) => {
    const text = `- command: kubeadm join a\n- docker_container:\n    name: lb\n    image: reg.example.com/haproxy:2\n${lines}`;
    const { findings } = lintTexts({ 'roles/node/tasks/main.yml': text });
    return findings.map(({ instead }) => instead.replace(/; nerdctl has to be.*$| \(or: .*$/s, ''));
  };

  it('keeps its volumes, ports and switches', () => {
    const lines =
      '    restart_policy: always\n    privileged: yes\n    pull: true\n    volumes: [/etc/lb:/etc/lb:ro, /run/lb:/run/lb]\n    published_ports: ["{{ ip }}:80:80"]\n    env: {A: b}\n';
    expect(task(lines)).toEqual([
      '`nerdctl run --detach --name lb --volume /etc/lb:/etc/lb:ro --volume /run/lb:/run/lb --publish {{ ip }}:80:80 --restart always --privileged --env A=b reg.example.com/haproxy:2`; in a task of the module command',
    ]);
  });

  it('has no command where a part of it cannot be said', () => {
    expect(task('    networks: [{name: a}]\n')).toEqual([
      'nerdctl has no --networks; run it as a static pod, a DaemonSet or a systemd unit',
    ]);
  });
});

describe('a kubelet in a container', () => {
  const onNode =
    'Run the kubelet on the node itself, with its package, kubelet.service and --container-runtime-endpoint=unix:///run/containerd/containerd.sock';

  it('is not started by another engine, and its socket goes with the command', () => {
    const line = 'docker run -d -v /var/run/docker.sock:/var/run/docker.sock acme/hyperkube:1 /hyperkube kubelet --v=2';
    const { findings } = lintTexts({ 'node/setup.sh': `#!/bin/bash\nkubeadm join x\n${line}\n` });
    expect(findings.map(({ rule, instead }) => `${rule}: ${instead}`)).toEqual([
      `docker-cli-command: ${onNode}, and delete this line`,
    ]);
    expect(findings.flatMap(({ related }) => related.map(({ span }) => spanText(span)))).toEqual([
      '/var/run/docker.sock:/var/run/docker.sock',
    ]);
  });

  it.each([
    [
      'docker run acme/hyperkube:1 /hyperkube apiserver',
      '`nerdctl run docker.io/acme/hyperkube:1 /hyperkube apiserver`',
    ],
    ['docker restart kubelet', '`systemctl restart kubelet`: the kubelet is a unit of the node'],
    ['docker logs kubelet', '`journalctl -u kubelet`: the kubelet is a unit of the node'],
    ['docker stop kubelet web', 'crictl stop'],
    ['docker cp kubelet:/usr/bin/kubelet /opt', 'Take the file from the package of the kubelet'],
    ['docker cp $(docker ps -q -f name=kubelet):/hyperkube /opt', 'Take the file from the package of the kubelet'],
    ['docker cp web:/usr/bin/kubelet /opt', '`cp -a "/proc/'],
  ])('%s', (line, expected) => {
    expect(advice(line)).toContain(expected);
  });
});

describe('the unit of a kubelet in a container', () => {
  it('is not told to stop itself', () => {
    const unit =
      '[Unit]\nAfter=network.target\n[Service]\nExecStart=/opt/kubelet-wrapper\nExecStop=/usr/bin/docker stop kubelet\n';
    const { findings } = lintTexts({ 'etc/systemd/system/kubelet.service': unit });
    expect(findings.map(({ instead }) => instead)).toEqual([
      'Run the kubelet on the node itself, with its package, kubelet.service and --container-runtime-endpoint=unix:///run/containerd/containerd.sock, and delete this line',
    ]);
  });
});

describe('a word of docker run that a list fills in', () => {
  it('is not taken for the image', () => {
    expect(advice('more=(-v /a:/b "$@")\ndocker run -d "${more[@]}" --entrypoint bash app:1 -c date')).toBe(
      'Write nerdctl for docker in this command; nerdctl has to be installed, and the kubelet knows nothing of this container',
    );
    expect(advice('docker run $(cat image) sh')).toContain('`nerdctl run $(cat image) sh`');
  });
});

describe('what is pruned', () => {
  it('is never more than docker would prune', () => {
    expect(advice('docker image prune -af')).toBe('`crictl rmi --prune`');
    expect(advice('docker image prune -f')).toContain('crictl images -q --filter dangling=true');
    expect(advice('docker container prune -f')).toContain('crictl ps -a -q --state Exited');
    for (const line of ['volume prune -f', 'network prune -f', 'builder prune -af', 'system prune -f'])
      expect(advice(`docker ${line}`)).not.toContain('crictl');
    expect(advice('docker image prune -a --filter until=24h')).not.toContain('--prune');
  });
});

describe('images', () => {
  it('carry their registry, which ctr and podman do not guess', () => {
    expect(advice('docker tag app:1 team/app:2')).toBe(
      '`ctr -n k8s.io images tag docker.io/library/app:1 docker.io/team/app:2`',
    );
    expect(advice('docker pull reg.example.com/a:1')).toBe('`crictl pull reg.example.com/a:1`');
  });

  it('are a placeholder where another tool’s template stands', () => {
    expect(advice("docker pull ',parameters(spec),'")).toBe('`crictl pull IMAGE`');
  });

  it('of one task are all in the command', () => {
    expect(advice('docker pull reg.example.com/a:1 reg.example.com/b:2')).toBe(
      '`for image in reg.example.com/a:1 reg.example.com/b:2; do crictl pull "$image"; done`',
    );
    expect(advice('docker load -i a.tar b.tar')).toBe(
      '`for file in a.tar b.tar; do ctr -n k8s.io images import "$file"; done`',
    );
    expect(advice('docker load -i a.tar b.tar.gz')).not.toContain('import');
  });

  it('are unpacked before ctr reads them', () => {
    expect(advice('docker load -i app.tar.gz')).toBe('`gunzip -c app.tar.gz | ctr -n k8s.io images import -`');
  });
});

describe('the tools of the node', () => {
  it('are crictl and podman with CRI-O, which has neither ctr nor nerdctl', () => {
    for (const line of [
      'load -i a.tar',
      'tag a b',
      'save -o a.tar a',
      'images',
      'wait x',
      'run app',
      'pause x',
      'top x',
    ])
      expect(advice(`docker ${line}`, 'cri-o')).not.toMatch(/\b(?:ctr|nerdctl) /);
    expect(advice('docker load -i a.tar', 'cri-o')).toBe('`podman load -i a.tar`');
    expect(advice('docker run --rm --net host reg.example.com/app:1 -v', 'cri-o')).toContain(
      '`podman run --rm --network host reg.example.com/app:1 -v`',
    );
  });

  it('leave Linux commands out on Windows', () => {
    expect(advice('docker ps -q\n', 'containerd', 'node/setup.ps1')).toBe('`crictl ps -q`');
    expect(advice('docker wait etcd\n', 'containerd', 'node/setup.ps1')).not.toContain('grep');
  });
});

describe('a word that variables make', () => {
  it.each([
    ['by the name of its variable', 'image=reg.example.com/k8s/${name//\\//_}\ndocker pull $image', '$image'],
    ['with what another command printed', 'for one in $(cat images); do docker pull $one; done', '$one'],
    ['from the call of the script', 'PULL="docker pull $1"\n$PULL', '$1'],
  ])('is written %s', (_, text, image) => {
    expect(advice(text)).toBe(`\`crictl pull ${image}\``);
  });

  it('is never the variable that holds the whole command', () => {
    const line = 'LINE="docker run -e A=1 -e B=$(date +%s) reg.example.com/app:1"\n$LINE';
    expect(advice(line)).toContain('`nerdctl run --env A=1 --env "B=$(date +%s)" reg.example.com/app:1`');
    const start = 'tool="docker pull ${REPO//a/b}"\nfor one in $(ls images); do $tool/${one%.tar}; done';
    expect(advice(start)).toBe('`crictl pull ${REPO//a/b}/${one%.tar}`');
  });
});

describe('words that a call brings to a helper', () => {
  it.each([
    ['run docker exec k8s_etcd_1 ls', "`crictl exec $(crictl ps -q --latest --name '^etcd$') ls`"],
    ['run "docker exec k8s_etcd_1 ls"', "`crictl exec $(crictl ps -q --latest --name '^etcd$') ls`"],
    [
      'run "\n  cd /x && \\\n  gunzip -c ${1}.tgz | docker load\n"',
      '`ctr -n k8s.io images import -`; it reads the same standard input',
    ],
  ])('are told as the call writes them: %s', (call, expected) => {
    expect(advice(`run() { eval "$@"; }\n${call}`)).toBe(expected);
    expect(advice(`run() { local all="$*"; ssh node "$all"; }\n${call}`)).toBe(expected);
  });
});

describe('a command for another machine', () => {
  it.each([
    ['ssh n "docker rm -f web"', "`crictl rm -f \\$(crictl ps -a -q --latest --name '^web$')`"],
    ["ssh n 'docker rm -f web'", "`crictl rm -f $(crictl ps -a -q --latest --name '^web$')`"],
    ['ssh n docker rm -f web', "`crictl rm -f \\$(crictl ps -a -q --latest --name '^web$')`"],
    [
      'ssh n "docker exec \\"\\$(docker ps -q -f name=a --format \\"{{.ID}}\\")\\" ls"',
      '`crictl exec \\$(crictl ps -q --name a) ls`',
    ],
    [
      'ssh n "for c in \\$(docker ps -qf name=a); do docker rm \\$c; done"',
      '`for c in \\$(crictl ps -q --name a); do crictl rm \\"\\$c\\"; done`',
    ],
    ['ssh n "docker exec $id ls"', '`crictl exec $id ls`'],
  ])('is filled in there, and not by the shell here: %s', (text, expected) => {
    expect(advice(text)).toBe(expected);
  });
});

describe('a command in a recipe of make', () => {
  it.each([
    ['docker rm -f $$(docker ps -aq)', '`crictl rm -f $$(crictl ps -a -q)`'],
    ['docker exec web ls $$HOME $(DIR)', "`crictl exec $$(crictl ps -q --latest --name '^web$$') ls $$HOME $(DIR)`"],
    [
      'for i in $$(docker ps -q -f name=web); do docker rm $$i; done',
      '`for i in $$(crictl ps -q --name web); do crictl rm "$$i"; done`',
    ],
  ])('doubles the signs that are for the shell: %s', (recipe, expected) => {
    const { findings } = lintTexts({ Makefile: `node:\n\tkubeadm join a:6443\n\t${recipe}\n` });
    expect(findings.map(({ instead }) => instead.replace(/ \(or: .*$/s, ''))[0]).toBe(expected);
  });
});

describe('the first word of advice', () => {
  it('keeps its small letter where it is a setting', () => {
    const node = 'resource "google_container_node_pool" "a" {\n  node_config { image_type = "COS" }\n}\n';
    expect(lintTexts({ 'main.tf': node }).findings.map(({ instead }) => instead)).toEqual([
      'image_type = "COS_CONTAINERD"',
    ]);
  });

  it('tells how a script finds the process of the runtime', () => {
    expect(advice('kill -HUP "$(cat /var/run/docker.pid)"')).toBe(
      'Drop it: systemd knows the process (systemctl show -p MainPID --value containerd)',
    );
  });
});

describe('daemon.json in several branches of a script', () => {
  const body = (settings: string) => `cat > /etc/docker/daemon.json <<EOF\n{${settings}}\nEOF\n`;
  const FIRST = body('"exec-opts": ["native.cgroupdriver=systemd"], "live-restore": true');
  const SECOND = body('"exec-opts": ["native.cgroupdriver=systemd"], "registry-mirrors": ["https://m.example.com"]');
  const found = (text: string) =>
    lintTexts({ 'node/setup.sh': `#!/bin/bash\nkubeadm join --config /etc/join.yaml\n${text}` }).findings;

  it('is one finding that answers each setting', () => {
    const findings = found(`if [ "$os" = centos ]; then\n${FIRST}else\n${SECOND}fi\n`);
    expect(
      findings.map(({ instead }) => instead.match(/(?:^|; )[a-z-]+(?=[:,])/g)?.map((key) => key.replace('; ', ''))),
    ).toEqual([['exec-opts', 'live-restore', 'registry-mirrors']]);
  });

  it('is told apart where the second one counts elsewhere', () => {
    const findings = found(`if [ "$RUNTIME" = docker ]; then\n${FIRST}fi\n${SECOND}`);
    expect(findings.map(({ severity }) => severity)).toEqual(['notice', 'warning']);
  });
});
