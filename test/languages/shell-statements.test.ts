/** What a person reads as one statement, and what becomes of the output and the failure of a command. */
import { describe, expect, it } from 'vitest';
import type { CommandFact } from '../../src/model/fact.ts';
import { readScript } from './shell-reading.ts';

function commandsOf(script: string): readonly CommandFact[] {
  return readScript(script).facts.flatMap((fact) => (fact.kind === 'command' ? [fact] : []));
}

function programsWith(script: string, program: string): readonly string[] {
  const fact = commandsOf(script).find((one) => one.program === program);
  return fact?.statement.commands.map((one) => one.program) ?? [];
}

describe('a statement', () => {
  it.each([
    ['a pipeline', 'docker ps | grep k8s_ | awk "{print $1}"\ntrue\n', ['docker', 'grep', 'awk']],
    ['a list with && and ||', 'docker ps && echo fine || exit 1\ntrue\n', ['docker', 'echo', 'exit']],
    ['a command with those that it substitutes', 'kill "$(docker ps -q | head)"\n', ['docker', 'head', 'kill']],
    [
      'a loop over what a command prints, with its body',
      'for i in $(docker ps -q); do rm "$i"; done\n',
      ['docker', 'rm'],
    ],
    ['a script in an argument, with what runs it', 'bash -c "docker stop a; sleep 1"\n', ['docker', 'sleep']],
    ['one line of the body of a function', 'f() { docker ps; systemctl stop kubelet; }\nf\n', ['docker']],
    ['one line of a branch', 'if true; then docker ps; systemctl stop kubelet; fi\n', ['docker']],
  ])('is %s', (_, script, programs) => {
    expect(programsWith(script, 'docker')).toEqual(programs);
  });

  it('knows the files behind redirects and the names of variables', () => {
    const [grep] = commandsOf('CID=$(grep docker < /proc/1/cgroup | tr -d "$PREFIX")\n');
    expect(grep?.statement.redirects.map(({ text }) => text)).toEqual(['/proc/1/cgroup']);
    expect([...(grep?.statement.variables ?? [])].sort()).toEqual(['CID', 'PREFIX']);
  });

  it.each([
    ['systemctl is-active docker && systemctl restart docker', true],
    ['systemctl is-active docker >/dev/null 2>&1 && systemctl restart docker', true],
    ['systemctl is-active docker || systemctl restart docker', false],
    ['systemctl list-units | grep docker && systemctl restart docker', false],
  ])('asks first: %s', (line, asks) => {
    expect(commandsOf(`${line}\n`).at(-1)?.statement.asksFirst).toBe(asks);
  });

  it('stays short, however much is put into one', () => {
    const [first] = commandsOf(`for i in $(docker ps); do ${'true; '.repeat(500)}done\n`);
    expect(first?.statement.commands).toHaveLength(40);
  });
});

it('keeps nothing of the syntax tree, which would keep every script of a repository in memory', () => {
  const [first] = commandsOf('if true; then docker ps; fi\n');
  expect(Object.keys(first?.statement ?? {}).sort()).toEqual(['asksFirst', 'commands', 'redirects', 'variables']);
});

describe('the output of a command', () => {
  it.each([
    ['docker ps | sudo xargs -r docker rm', ['xargs']],
    ['docker ps | while read -r id; do echo "$id"; done', ['while']],
    ['docker ps || true', []],
    ['kill $(docker ps -q) | tee log', []],
  ])('goes through: %s', (line, programs) => {
    expect(commandsOf(`${line}\n`).find(({ program }) => program === 'docker')?.pipedInto).toEqual(programs);
  });
});

describe('the failure of a command', () => {
  it.each([
    ['docker ps || exit 1', 'gives-up'],
    ['docker ps || exit', 'gives-up'],
    ['docker ps || { echo "no docker"; exit 1; }', 'gives-up'],
    ['docker ps && echo fine || die "no docker"', 'gives-up'],
    ['docker ps || exit 0', undefined],
    ['docker ps || return', undefined],
    ['docker ps || echo "no docker"', 'goes-on'],
    ['echo fine || docker ps', undefined],
  ])('ends the script, is passed over, or is left open: %s', (line, onFailure) => {
    expect(commandsOf(`${line}\n`).find(({ program }) => program === 'docker')?.onFailure).toBe(onFailure);
  });
});
