/** Commands that reach a shell through helpers, quotes, variables and arrays: the finding stands where the command is written. */
import { describe, expect, test } from 'vitest';
import { lintTexts, summaries } from '../support/in-memory.ts';

function found(script: string): string[] {
  const { findings } = lintTexts({ 'node.sh': `#!/bin/bash\nkubeadm join a\n${script}` });
  return summaries(findings).map((one) => one.replace(/^node\.sh:/, ''));
}

describe('a text that is quoted and run later', () => {
  test.each([
    ['printf %q', 'q() { printf "%q" "$*"; }\non() { local h=$1 c; shift; c="$(q "$*")"; ssh "$h" "bash -c $c"; }\n'],
    ['printf %q, in place', 'on() { local h=$1; shift; ssh "$h" "bash -c $(printf "%q" "$*")"; }\n'],
    ['an operator of bash', 'on() { local h=$1; shift; local c="$*"; ssh "$h" bash -c "${c@Q}"; }\n'],
    [
      'sed',
      `q() { echo "$1" | sed -e "s/'/'\\\\\\\\''/g"; }\non() { local h=$1; shift; ssh "$h" bash -c "$(q "$*")"; }\n`,
    ],
    ['eval', 'on() { shift; eval "$@"; }\n'],
    ['eval of a variable', 'on() { local c="$2"; eval "$c"; }\n'],
    ['a function that calls another', 'inner() { ssh "$NODE" "$*"; }\non() { shift; inner "$@"; }\n'],
  ])('%s', (_, helper) => {
    const line = helper.split('\n').length + 2;
    expect(found(`${helper}on a "docker ps -q\n  systemctl restart docker"\n`)).toEqual([
      expect.stringMatching(new RegExp(`^${line}:\\d+ error docker-cli-command "docker"$`)),
      expect.stringMatching(new RegExp(`^${line + 1}:\\d+ warning docker-service-unit `)),
    ]);
  });

  test('a helper that puts quotes around a text only where the text needs them', () => {
    const helper = `q() {
  if [ -z "$*" ]; then echo "''"
  elif [ $(echo "$*" | tr -d "[a-z]" | wc -c) -gt 0 ]; then printf "%s" "$*" | sed -e "s/^/'/g" -e "s/$/'/g"
  else echo "$*"; fi
}
on() {
  local c="$2"
  if [ "$SUDO" = 1 ]; then c="$OPTIONS bash -c $(q "$c")"; fi
  c="$(q "$c")"
  OUT=$(eval bash -c "$c" 2>> log | tee -a log)
}
`;
    expect(found(`${helper}on a "[[ -d /x ]] || docker ps -q"\n`)).toEqual([
      expect.stringMatching(/^14:\d+ error docker-cli-command "docker"$/),
    ]);
  });

  test('a manifest that a helper of helpers hands to kubectl runs in the cluster', () => {
    const helpers = `retry() { shift; until eval "$*"; do sleep 1; done; }
on() { local c="$2"; if [ "$SUDO" = 1 ]; then c="sudo $c"; fi; ssh "$1" bash -c "'$c'"; }
apply() {
  on "$NODE" "
  retry 6 \\"cat <<EOF | kubectl apply -f -
\\$(printf \\"%s\\" \\"$2\\")
EOF
  \\"
"
}
`;
    const manifest = `apply agent "
kind: Pod
apiVersion: v1
spec:
  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]
"
`;
    expect(found(helpers + manifest)).toEqual([
      expect.stringMatching(/^18:\d+ error docker-socket-mount "\/var\/run\/docker.sock"$/),
    ]);
  });

  test('a manifest that a function prints holds the values that are used without options', () => {
    const script = `manifests() {
  local runtime=$1
  local socket=/var/run/docker.sock
  if [ "$runtime" = containerd ]; then
    socket=/run/containerd/containerd.sock
  fi
  need kubectl
  cat <<EOF
kind: Pod
apiVersion: v1
spec:
  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}]
  volumes: [{name: s, hostPath: {path: $socket, type: Socket}}]
EOF
}
manifests "$1" | kubectl apply -f -
`;
    expect(found(script)).toEqual([
      expect.stringMatching(/^5:\d+ error docker-socket-mount "\/var\/run\/docker.sock"$/),
    ]);
  });

  test('a path in a text of many lines is judged where the text is read, not where it is handed on', () => {
    expect(found('note "first\n  path: /var/lib/docker/containers\nlast"\n')).toEqual([]);
  });

  test('a text that is only printed or kept is no script', () => {
    expect(found('say() { printf "%s\\n" "$*"; }\nsay "docker ps"\nnote="docker ps is gone"\n')).toEqual([]);
  });
});

describe('commands in variables', () => {
  test.each([
    ['a variable', 'CMD="docker rm -f"\n$CMD k8s_etcd\n'],
    ['an array', 'CMD=(docker rm -f)\n"${CMD[@]}" k8s_etcd\n'],
    ['a key of an associative array', 'declare -A CMD=([rm]="docker rm -f" [ps]="crictl ps")\n${CMD[rm]} k8s_etcd\n'],
    [
      'an element that is set alone',
      'declare -A CMD\nCMD[rm]="docker rm -f"\nCMD[ps]="crictl ps"\n${CMD[rm]} k8s_etcd\n',
    ],
    [
      'a loop over texts',
      'declare -a CMDS=("crictl ps" "docker rm -f k8s_etcd")\nfor c in "${CMDS[@]}"; do eval "$c"; done\n',
    ],
    ['a variable, in a template of Terraform', 'CMD="docker rm -f"\n$${CMD} k8s_etcd\n'],
    ['a default', 'CMD=${CMD:-docker rm -f}\n$CMD k8s_etcd\n'],
  ])('%s', (_, script) => {
    expect(found(script).filter((one) => one.includes(' docker-cli-command '))).toHaveLength(1);
  });

  test('another key of the array is another command', () => {
    expect(found('declare -A CMD=([rm]="docker rm -f" [ps]="crictl ps")\n${CMD[ps]} -a\n')).toEqual([]);
  });
});

describe('a function with the name of a subcommand', () => {
  test('is not what another program in its own body is told to do', () => {
    const { findings, notes } = lintTexts({
      'node.sh':
        '#!/bin/bash\nkubeadm join a\nrun() { rkt run --net=host aws --exec="$1" -- "$@"; }\nrun sync a\ndocker ps\n',
    });
    expect(notes).toEqual([]);
    expect(summaries(findings)).toEqual(['node.sh:5:1 error docker-cli-command "docker"']);
  });
});

describe('helpers that are called often', () => {
  const calls = (amount: number) => Array.from({ length: amount }, (_, i) => `on "modprobe m${i}"\n`).join('');

  test('the call after a hundred others is read as the first', () => {
    expect(found(`on() { ssh a "$1"; }\n${calls(100)}on "docker rm -f k8s_etcd"\n`)).toEqual([
      '104:5 error docker-cli-command "docker"',
    ]);
  });

  test('a budget that is spent is said with its line', () => {
    const body = Array.from({ length: 400 }, (_, i) => `  echo ${i} "$1"\n`).join('');
    const many = Array.from({ length: 400 }, (_, i) => `on "docker${i}"\n`).join('');
    const { coverage } = lintTexts({ 'node.sh': `#!/bin/bash\non() {\n${body}}\n${many}` });
    expect(coverage.partly.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^the functions of the script are called too often: the arguments of \d+ calls from line 5\d\d on were not read$/,
      ),
    ]);
  });
});

describe('a helper that is defined in another file', () => {
  function findings(script: string) {
    return lintTexts({ 'node.sh': `#!/bin/bash\n. lib.sh\nkubeadm join a\n${script}` }).findings;
  }

  test('gets a script, which is read with low confidence', () => {
    const [first, ...others] = findings('cluster::node_do worker "\n  docker rm -f k8s_etcd\n  sudo sync\n"\n');
    expect([first?.rule, first?.confidence, others]).toEqual(['docker-cli-command', 'low', []]);
  });

  test.each(['on_node docker rm -f k8s_etcd\n', 'on_node a docker rm -f k8s_etcd\n'])(
    'gets words that are a command: %s',
    (script) => {
      expect(findings(script).map(({ rule, severity, confidence }) => [rule, severity, confidence])).toEqual([
        ['docker-cli-command', 'warning', 'low'],
      ]);
    },
  );

  test.each([
    'is_present docker\n',
    'show_title docker run\n',
    'show_message "docker ps shows nothing; use crictl ps"\n',
    'set_title "docker and containerd: a comparison"\n',
    'add_step "install docker, then\nreboot the machine and\nwait"\n',
  ])('gets prose: %s', (script) => {
    expect(findings(script)).toEqual([]);
  });
});

describe('a command that is kept in a variable', () => {
  test.each(["tr -d '\\n'", "tr '\\n' ' '"])('is still one behind %s', (filter) => {
    expect(found(`line=$(echo "docker rm -f k8s_etcd" | ${filter})\nbash -c "$line"\n`)).toHaveLength(1);
  });

  test.each<readonly [string, number]>([
    ['$DOCKER_BIN rm -f k8s_etcd', 1],
    ['{{ docker.bin }} rm -f k8s_etcd', 1],
    ['$TOOL_OF_DOCKER_USERS rm -f k8s_etcd', 0],
  ])('is known by the name of the variable: %s', (line, count) => {
    const { findings } = lintTexts({ 'node.sh.j2': `#!/bin/bash\nkubeadm join a\n${line}\n` });
    expect(findings.map(({ severity, confidence }) => [severity, confidence])).toEqual(
      Array.from({ length: count }, () => ['warning', 'low']),
    );
  });
});
