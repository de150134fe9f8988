/** Lines that never come where they would break: for another version, runtime, engine or machine, said in forms that are less common. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud, summaries } from '../support/in-memory.ts';

/** Line and severity of what is louder than a notice. */
function loudIn(files: Files): readonly string[] {
  return loud(files).map((line) => line.split(' ').slice(0, 2).join(' ').replace(/:\d+ /, ' '));
}

describe('versions that a program compares', () => {
  const script = (test: string) => `#!/bin/bash
v=$(kubeadm version -o short | tr -d v)
minor=$(echo "$v" | cut -d. -f2)
upto=$(echo "$v" | cut -d. -f1,2)
if ${test}; then
  echo 'KUBELET_EXTRA_ARGS=--cni-cache-dir=/a' > /etc/default/kubelet
fi
systemctl restart kubelet
`;

  it.each([
    'awk "BEGIN { exit !($minor < 24) }"',
    'awk "BEGIN { exit (${minor} >= 24) }"',
    'gawk -v m="$minor" \'BEGIN { exit (m < 24) ? 0 : 1 }\'',
    '[ "$(echo "$minor < 24" | bc)" -eq 1 ]',
    '[[ "$(bc <<< "$minor >= 24")" != 1 ]]',
    '(( $(echo "24 > $minor" | bc -l) ))',
    'dpkg --compare-versions "$upto" lt 1.24',
  ])('are older ones with %s', (test) => {
    expect(loudIn({ 'node.sh': script(test) })).toEqual([]);
  });

  it.each([
    'awk "BEGIN { exit !($minor >= 24) }"',
    'awk "BEGIN { exit ($minor < 24) }"',
    '[ "$(echo "$minor < 24" | bc)" -eq 0 ]',
    'dpkg --compare-versions "$upto" ge 1.24',
    'awk "BEGIN { exit !($load < 24) }"',
    '[ "$(echo "$load < 24" | bc)" -eq 1 ]',
  ])('are newer ones, or none of Kubernetes, with %s', (test) => {
    expect(loudIn({ 'node.sh': script(test) })).toEqual(['node.sh:6 error']);
  });
});

describe('what the kubelet is told', () => {
  const script = (test: string) => `#!/bin/bash
set -e
flags=/var/lib/kubelet/kubeadm-flags.env
if ${test}; then
  docker ps -q
fi
kubeadm upgrade node
`;

  it.each(['grep -q dockershim "$flags"', '! grep -q container-runtime-endpoint=unix:///run/crio $flags'])(
    'is asked by %s',
    (test) => {
      expect(loudIn({ 'up.sh': script(test) })).toEqual([]);
    },
  );

  it.each(['grep -q swap "$flags"', 'grep -q container-runtime-endpoint=unix:///run/crio $flags'])(
    'is not docker with %s',
    (test) => {
      expect(loudIn({ 'up.sh': script(test) })).toEqual(['up.sh:5 error']);
    },
  );
});

describe('packages in the branches of a script', () => {
  const script = (one: string, other: string) => `#!/bin/bash
keep=no
[ "\${1:-}" = --keep ] && keep=yes
if [ $keep = yes ]; then
  apt-get install -y ${one}
else
  apt-get install -y ${other}
fi
apt-get install -y kubelet
kubeadm join --config j.yaml
`;

  it('choose the runtime', () => {
    expect(loudIn({ 'join.sh': script('docker-ce containerd.io', 'containerd') })).toEqual([]);
  });

  it('choose nothing where both have Docker', () => {
    expect(loudIn({ 'join.sh': script('docker.io jq', 'docker.io') })).toEqual(['join.sh:5 warning']);
  });
});

describe('tasks behind one that ends the play', () => {
  const play = (test: string) => `- hosts: kube_node
  tasks:
    - ansible.builtin.meta: end_host
      when: ${test}
    - ansible.builtin.command: docker system df
- hosts: kube_node
  tasks:
    - ansible.builtin.command: docker image ls
`;

  it('are for the hosts that are left', () => {
    expect(loudIn({ 'a.yml': play("container_manager != 'docker'") })).toEqual(['a.yml:8 warning']);
  });

  it('are for any where the test is about another thing', () => {
    expect(loudIn({ 'a.yml': play('is_spare | bool') })).toEqual(['a.yml:5 warning', 'a.yml:8 warning']);
  });
});

describe('steps with a test', () => {
  const step = (test: string) => `on: push
jobs:
  a:
    runs-on: x
    steps:
      - if: ${test}
        run: ssh root@w1 'systemctl restart kubelet && docker ps'
`;

  it('are for one runtime of a workflow', () => {
    expect(loudIn({ '.github/workflows/a.yml': step("${{ matrix.container_runtime == 'docker' }}") })).toEqual([]);
    expect(loudIn({ '.github/workflows/a.yml': step("${{ matrix.zone == 'docker' }}") })).toEqual([
      '.github/workflows/a.yml:7 error',
    ]);
  });

  const argo = (whens: readonly string[]) => `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: a}
spec:
  entrypoint: main
  templates:
    - name: main
      dag:
        tasks:
${whens.map((when, i) => `          - {name: t${i}, template: look${when}}`).join('\n')}
    - name: look
      container:
        image: acme/enter:1
        securityContext: {privileged: true}
        command: [nsenter, -t, "1", -m, --, docker, ps]
`;
  const WHEN = `, when: "{{inputs.parameters.runtime}} == docker"`;

  it('are for one runtime of Argo, where all that name them ask for it', () => {
    expect(loudIn({ 'a.yaml': argo([WHEN]) })).toEqual([]);
    expect(loudIn({ 'a.yaml': argo([WHEN, '']) })).toHaveLength(1);
    expect(loudIn({ 'a.yaml': argo([WHEN.replace('docker', 'containerd')]) })).toHaveLength(1);
  });

  it('are for one runtime of Tekton', () => {
    const task = (values: string) => `apiVersion: tekton.dev/v1
kind: Pipeline
metadata: {name: a}
spec:
  tasks:
    - name: look
      when:
        - {input: $(params.container_runtime), operator: in, values: [${values}]}
      taskSpec:
        steps:
          - name: s
            image: acme/enter:1
            script: |
              #!/bin/sh
              nsenter -t 1 -m -- docker ps
`;
    expect(loudIn({ 'a.yaml': task('docker') })).toEqual([]);
    expect(loudIn({ 'a.yaml': task('containerd') })).toHaveLength(1);
  });
});

describe('a function that is called docker', () => {
  const script = (body: string) =>
    `#!/bin/sh\nset -e\nkubeadm join --config j.yaml\ndocker() { ${body}; }\ndocker ps\n`;

  it('is what the script calls', () => {
    expect(loudIn({ 'a.sh': script('nerdctl -n k8s.io "$@"') })).toEqual([]);
  });

  it('is the client where it hands on to that', () => {
    expect(loudIn({ 'a.sh': script('command docker "$@"') })).not.toEqual([]);
  });
});

describe('what clears away what no node has', () => {
  it.each(['docker volume prune -f || :', 'docker network rm web || true'])('changes nothing: %s', (line) => {
    expect(loudIn({ 'a.sh': `#!/bin/sh\nset -e\nkubeadm reset -f\n${line}\n` })).toEqual([]);
  });
});

describe('files for machines that a script makes', () => {
  const script = (handedOn: string) => `#!/bin/bash
set -e
docker run --rm acme/lint
boot=$(mktemp)
cat > "$boot" <<'EOF'
#!/bin/bash
kubeadm join --config j.yaml
docker pull acme/warm
EOF
${handedOn}
`;

  it('say nothing of the machine that makes them', () => {
    expect(loudIn({ 'up.sh': script('aws ec2 run-instances --user-data "file://$boot" --count 2') })).toEqual([
      'up.sh:8 warning',
    ]);
    expect(loudIn({ 'up.sh': script('bash "$boot"') })).toEqual(['up.sh:3 warning', 'up.sh:8 warning']);
  });
});

describe('an engine that belongs to whoever asks it', () => {
  it('is that of the provider of Terraform', () => {
    const provider = (name: string) => `provider "${name}" {\n  host = "unix:///var/run/docker.sock"\n}\n`;
    expect(lintTexts({ 'a.tf': provider('docker') }).findings).toEqual([]);
    expect(summaries(lintTexts({ 'a.tf': provider('acme') }).findings)).toHaveLength(1);
  });

  it('is that of the section in the values of a chart that has its image', () => {
    const files = (image: string) => ({
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': `builder:\n  image: ${image}\n  socket: /var/run/docker.sock\n  dataPath: /var/lib/docker\n`,
      'c/templates/a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: {{ .Values.builder.socket }}\n',
    });
    expect(lintTexts(files('docker:28-dind')).findings).toEqual([]);
    expect(lintTexts(files('acme/builder:1')).findings).not.toEqual([]);
  });

  it('takes the login of a script that starts it', () => {
    const text = (first: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: start}
data:
  start.sh: |
    #!/bin/sh
    ${first}
    docker login -u a registry.example.org
---
apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - {name: a, image: acme/a:1, command: [sh, /s/start.sh], volumeMounts: [{name: s, mountPath: /s}]}
  volumes:
    - {name: s, configMap: {name: start}}
`;
    expect(lintTexts({ 'a.yaml': text('dockerd &') }).findings).toEqual([]);
    expect(lintTexts({ 'a.yaml': text('sleep 1') }).findings).not.toEqual([]);
  });
});

describe('texts for people in one language', () => {
  const text = 'help:\n  restart: systemctl restart docker\n';

  it('run nowhere', () => {
    expect(lintTexts({ 'app/locales/pt-BR.yml': text, 'app/i18n/en/help.yaml': text }).findings).toEqual([]);
    expect(lintTexts({ 'app/locales/node.yml': text }).findings).not.toEqual([]);
  });
});
