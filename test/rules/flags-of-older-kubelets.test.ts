/** Removed flags that a script, a play or a module keeps away from the kubelets that lost them, or takes out of a file. */
import { describe, expect, it } from 'vitest';
import { adviceIn, type Files, lintTexts, loud } from '../support/in-memory.ts';

/** The lines of the findings that are louder than a notice. */
function loudLines(files: Files): readonly string[] {
  return loud(files).map((line) => line.split(' ')[0] ?? '');
}

const script = (text: string) => ({ 'run.sh': `#!/bin/bash\n${text}\n` });

describe('a flag that is put into a variable under the version', () => {
  it.each([
    [
      'the end of a text',
      'if dpkg --compare-versions "$KUBE_VERSION" lt 1.24; then\n  A="$A --network-plugin=cni"\nfi\nkubelet $A',
    ],
    ['a text with a default', '[ "$minor" -lt 24 ] && A="${A:-} --network-plugin=cni"\nkubelet $A'],
    ['what is appended', 'if [ "$minor" -lt 24 ]; then A+=" --network-plugin=cni"; fi\nexec kubelet $A'],
    ['an array', 'if [ "$minor" -lt 24 ]; then A+=(--network-plugin=cni); fi\nexec kubelet "${A[@]}"'],
    ['an arm of a case', 'case "$KUBE_VERSION" in 1.2[0-3].*) A="$A --cni-bin-dir=/opt/cni/bin" ;; esac\nkubelet $A'],
    [
      'what the kubelet knows',
      'if kubelet --help 2>&1 | grep -q -- --network-plugin; then A="$A --network-plugin=cni"; fi\nkubelet $A',
    ],
    [
      'what the kubelet does not know',
      'if ! kubelet -h | grep -qe --network-plugin; then :; else A="$A --network-plugin=cni"; fi\nkubelet $A',
    ],
  ])('is a notice: %s', (_, text) => {
    expect(loudLines(script(text))).toEqual([]);
    expect(lintTexts(script(text)).findings.length).toBeGreaterThan(0);
  });

  it.each([
    ['without a condition', 'A="$A --network-plugin=cni"\nkubelet $A'],
    ['for the kubelets that lost it', 'if [ "$minor" -ge 24 ]; then\nA="$A --network-plugin=cni"\nfi\nkubelet $A'],
    [
      'in one of two assignments',
      'if [ "$minor" -lt 24 ]; then A="--cni-bin-dir=/b"; fi\nA="$A --network-plugin=cni"\nkubelet $A',
    ],
  ])('is an error: %s', (_, text) => {
    expect(loudLines(script(text))).toHaveLength(1);
  });
});

describe('a variable of a play', () => {
  const task = (when: string) => ({
    'roles/kubelet/tasks/main.yml': `- set_fact:\n    kubelet_extra_args: "--network-plugin=cni"\n${when}`,
  });

  it('stands under the condition of its task', () => {
    expect(loudLines(task("  when: kube_version is version('1.24', '<')\n"))).toEqual([]);
    expect(loudLines(task("  when: kube_version in ['1.22', '1.23']\n"))).toEqual([]);
    expect(loudLines(task("  when: kube_version is version('1.24', '>=')\n"))).toHaveLength(1);
    expect(loudLines(task(''))).toHaveLength(1);
  });

  it('stands under the condition of the block', () => {
    const tasks = (sign: string) => ({
      'roles/kubelet/tasks/main.yml': `- when: kube_version is version('1.24', '${sign}')\n  block:\n    - set_fact: {kubelet_extra_args: "--network-plugin=cni"}\n`,
    });
    expect(loudLines(tasks('<'))).toEqual([]);
    expect(loudLines(tasks('>='))).toHaveLength(1);
  });

  it('lists what is to go', () => {
    const play = (name: string) => ({
      'fix.yml': `- hosts: kube_node\n  vars:\n    ${name}: [--network-plugin, --cni-bin-dir]\n  tasks:\n    - replace: {path: /var/lib/kubelet/kubeadm-flags.env, regexp: '{{ item }}=\\S+', replace: ''}\n      loop: '{{ ${name} }}'\n`,
    });
    expect(loudLines(play('removed_kubelet_flags'))).toEqual([]);
    expect(loudLines(play('kubelet_extra_flags'))).not.toEqual([]);
  });
});

describe('a text that a script looks for or takes out', () => {
  const FILE = '/var/lib/kubelet/kubeadm-flags.env';

  it.each([
    ['sed', `OLD="--network-plugin=cni"\nsed -i "s/$OLD//" ${FILE}`],
    ['sed with another sign', `OLD="--network-plugin=cni"\nsudo sed -i -e "s|$OLD[^ ]*||g" ${FILE}`],
    ['lines that are deleted', `OLD="--network-plugin=cni"\nsed -i "/$OLD/d" ${FILE}`],
    ['grep', `OLD="--network-plugin=cni"\nif grep -q -- "$OLD" ${FILE}; then echo "remove $OLD"; exit 1; fi`],
    ['a loop', `FLAGS="--network-plugin --cni-bin-dir"\nfor f in $FLAGS; do grep -q -- "$f" ${FILE} && exit 1; done`],
    [
      'an array',
      `FLAGS=(--network-plugin --cni-bin-dir)\nfor f in "\${FLAGS[@]}"; do sed -i "s|$f[^ ]*||" ${FILE}; done`,
    ],
    ['a replacement', 'F="--network-plugin=cni"\nARGS=${ARGS//$F/}'],
    ['a test', 'F="--network-plugin=cni"\nif [[ $ARGS == *"$F"* ]]; then exit 1; fi'],
    ['a name that says so', `removed_flags="--network-plugin"\ncheck "$removed_flags" ${FILE}`],
  ])('is not given to a kubelet: %s', (_, text) => {
    expect(loudLines(script(`${text}\nsystemctl restart kubelet`))).toEqual([]);
  });

  it.each([
    ['is inserted', `F="--network-plugin=cni"\nsed -i "s|ExecStart=.*|& $F|" /etc/systemd/system/kubelet.service`],
    [
      'is written as well',
      `F="--network-plugin=cni"\ngrep -q -- "$F" ${FILE} || echo "KUBELET_EXTRA_ARGS=$F" >>${FILE}`,
    ],
    ['goes on through a pipe', `F="--network-plugin=cni"\necho "KUBELET_EXTRA_ARGS=$F" | tee ${FILE}`],
    ['is exported', `export F="--network-plugin=cni"\ngrep -q -- "$F" ${FILE}`],
  ])('is given to one where it %s', (_, text) => {
    expect(loudLines(script(`${text}\nsystemctl restart kubelet`))).not.toEqual([]);
  });
});

describe('an expression of Terraform', () => {
  it.each([
    ['tonumber(split(".", var.kubernetes_version)[1]) < 24 ? "--network-plugin=cni" : ""'],
    ['tonumber(element(split(".", var.cluster_version), 1)) >= 24 ? "" : "--network-plugin=cni"'],
    ['contains(["1.22", "1.23"], var.kubernetes_version) ? "--network-plugin=cni" : ""'],
  ])('gives the flag to older kubelets alone: %s', (expression) => {
    expect(loudLines({ 'kubelet.tf': `locals {\n  kubelet = ${expression}\n}\n` })).toEqual([]);
  });

  it('gives it to the others', () => {
    const text =
      'locals {\n  kubelet = tonumber(split(".", var.kubernetes_version)[1]) >= 24 ? "--network-plugin=cni" : ""\n}\n';
    expect(loudLines({ 'kubelet.tf': text })).toHaveLength(1);
  });
});

describe('folders of Windows', () => {
  it('stand in quotes in which a backslash is one', () => {
    const script = '& C:\\k\\kubelet.exe --v=6 --cni-bin-dir="c:\\k\\cni" --cni-conf-dir="c:\\k\\cni\\config"\n';
    const advice = adviceIn({ 'node/StartKubelet.ps1': script }).join('\n');
    expect(advice).toContain("bin_dirs = ['c:\\k\\cni']");
    expect(advice).toContain("conf_dir = 'c:\\k\\cni\\config'");
    expect(advice).not.toContain('"c:');
  });
});

describe('a flag of dockershim that went before it', () => {
  const told = (flag: string) =>
    lintTexts({ 'kubelet.service': `[Service]\nExecStart=/usr/bin/kubelet ${flag}\n` }).findings;

  it.each([
    ['--docker-disable-shared-pid=false', '1.12', 'shareProcessNamespace: true'],
    ['--network-plugin-dir=/etc/kubernetes/cni', '1.9', 'conf_dir'],
    ['--docker-exec-handler=nsenter', '1.9', 'Delete'],
  ])('is an error, with the version that removed it: %s', (flag, version, advice) => {
    const [finding, ...others] = told(flag);
    expect(others).toEqual([]);
    expect(finding?.severity).toBe('error');
    expect(finding?.because).toContain(`Kubernetes ${version} removed the flag`);
    expect(finding?.instead).toContain(advice);
  });

  it('is a field of kOps too', () => {
    const cluster =
      'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n  kubelet:\n    dockerDisableSharedPID: false\n';
    expect(lintTexts({ 'cluster.yaml': cluster }).findings.map(({ rule }) => rule)).toEqual([
      'kubelet-dockershim-flag',
    ]);
  });
});
