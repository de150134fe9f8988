/** Commands that a program runs on other machines: how each of them names the command, and which machines are nodes. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

function severities(script: string): readonly string[] {
  return lintTexts({ 'ops.sh': `#!/bin/bash\n${script}\n` }).findings.map(({ severity }) => severity);
}

describe('a command behind the options of a remote runner', () => {
  it.each([
    'pssh --hosts a --user ops --timeout 60 --outdir out --inline "docker ps -q"',
    'parallel-ssh -h a -l ops -t 60 -p 8 -i docker ps -q',
    'parallel-ssh --a-new-option 7 "sudo docker ps -q"',
    'pdsh -R ssh -g workers docker ps -q',
    'clush --hostfile a --fanout 4 -b docker ps -q',
    'dsh --group workers -c -- docker ps -q',
    'mussh -h one two -c "docker ps -q"',
    'rsh -l ops one docker ps -q',
    'gcloud compute ssh one --zone z -- -t docker ps -q',
    'vagrant ssh one -- docker ps -q',
    'tsh ssh --cluster c ops@one docker ps -q',
    'doctl compute ssh one --ssh-command "docker ps -q"',
    'hcloud server ssh -p 2222 one docker ps -q',
    'aws ssm send-command --instance-ids i-1 --parameters \'commands=["docker ps -q"]\'',
    'aws ssm send-command --instance-ids i-1 --parameters \'{"commands": ["date", "docker ps -q"]}\'',
    'aws ssm start-session --target i-1 --parameters command="docker ps -q"',
    'az vm run-command invoke -n one --scripts "date" "docker ps -q"',
  ])('is read: %s', (line) => {
    expect(severities(`kubectl cordon one\n${line}`)).toEqual(['notice']);
  });

  it('is not looked for where there is none', () => {
    expect(severities('kubectl cordon one\ngcloud compute ssh docker --zone z\nvagrant ssh docker\n')).toEqual([]);
  });
});

describe('a machine that is a node because of what reaches it, or what it is called', () => {
  it.each([
    'kubectl node-shell one -- docker ps -q',
    'gcloud compute ssh gke-prod-pool-1a2b --command "docker ps -q"',
    'az vmss run-command invoke -n aks-pool1-123-vmss --scripts "docker ps -q"',
    'aws ssm send-command --targets "Key=tag:eks:cluster-name,Values=prod" --parameters \'commands=["docker ps -q"]\'',
  ])('%s', (line) => {
    expect(severities(line)).toEqual(['error']);
  });

  it('is none by another tag', () => {
    const line =
      'aws ssm send-command --targets "Key=tag:role,Values=builder" --parameters \'commands=["docker ps -q"]\'';
    expect(severities(line)).toEqual(['notice']);
  });
});

describe('names of nodes that go through a file', () => {
  it.each([
    ['a file', 'kubectl get nodes -o name > hosts.txt\npssh -h hosts.txt "docker ps -q"'],
    [
      'a file that a variable names',
      'f=$(mktemp)\nkubectl get nodes -o name | sort > "$f"\nclush --hostfile=$f docker ps -q',
    ],
    ['input of xargs', 'kubectl get nodes -o name > h\nxargs -I{} ssh {} docker ps -q < h'],
    ['an argument of xargs', 'kubectl get nodes -o name > h\nxargs -a h -I{} ssh {} docker ps -q'],
    ['an array', 'mapfile -t all < <(kubectl get nodes -o name)\nfor n in "${all[@]}"; do ssh "$n" docker ps -q; done'],
    [
      'words that are read',
      'read -r -a all <<< "$(kubectl get nodes -o name)"\nfor n in ${all[@]}; do ssh $n -- docker ps -q; done',
    ],
    ['words of parallel', 'n=$(kubectl get nodes -o name)\nparallel ssh {} docker ps -q ::: $n'],
    ['a loop that reads', 'kubectl get nodes -o name > h\nwhile read -r n; do ssh "$n" docker ps -q; done < h'],
  ])('%s', (_, script) => {
    expect(severities(script)).toEqual(['error']);
  });

  it('is another file', () => {
    expect(severities('kubectl get nodes -o name > hosts.txt\npssh -h builders.txt "docker ps -q"')).toEqual([
      'notice',
    ]);
  });
});
