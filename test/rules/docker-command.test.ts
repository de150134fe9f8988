/** Reads docker commands with docker's own grammar. */
import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/model/document.ts';
import { readDockerCommand } from '../../src/rules/shared/docker/command.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';

function words(line: string): Token[] {
  const view = fileView(createSource('a.sh', line));
  return [...line.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    view,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const subcommand = (line: string) => readDockerCommand(words(line))?.subcommand;

function parsed(line: string) {
  const command = readDockerCommand(words(line));
  return {
    options: command?.options.map(({ name, value }) => (value ? `${name}=${value.text}` : name)),
    operands: command?.operands.map(({ text }) => text),
  };
}

describe('the subcommand', () => {
  it('stands behind options of docker itself', () => {
    expect(subcommand('docker -D --log-level debug ps -a')).toBe('ps');
    expect(subcommand('docker --config=/etc/d -l info container ls')).toBe('container ls');
  });

  it('may be several words, and is told from an unknown one', () => {
    expect(subcommand('docker system prune -af')).toBe('system prune');
    expect(subcommand('docker buildx imagetools inspect app')).toBe('buildx imagetools inspect');
    expect(subcommand('docker network ls')).toBe('network ls');
    expect(subcommand('docker --version')).toBe('--version');
    expect(subcommand('docker')).toBe(undefined);
    expect(subcommand('docker frobnicate')).toBe(undefined);
    expect(subcommand('docker constructor')).toBe(undefined);
  });

  it('knows the engine that it is told to talk to', () => {
    const read = (line: string) => readDockerCommand(words(line));
    expect(read('docker -H tcp://10.0.0.1:2375 ps')?.host?.text).toBe('tcp://10.0.0.1:2375');
    expect(read('docker --host=ssh://me@host ps')?.host?.text).toBe('ssh://me@host');
    expect(read('docker -c build ps')?.context?.text).toBe('build');
    expect(read('docker ps')?.host).toBe(undefined);
  });
});

describe('options', () => {
  it('are read one by one, with the values that docker gives them', () => {
    expect(parsed('docker ps -aqf name=x --no-trunc')).toEqual({
      options: ['all', 'quiet', 'filter=name=x', 'no-trunc'],
      operands: [],
    });
    expect(parsed('docker logs --tail=20 -f abc')).toEqual({ options: ['tail=20', 'follow'], operands: ['abc'] });
    expect(parsed('docker rm abc -f')).toEqual({ options: ['force'], operands: ['abc'] });
    expect(parsed('docker stop -t5 abc')).toEqual({ options: ['timeout=5'], operands: ['abc'] });
  });

  it('end at the container of exec and at the image of run: the rest is another program’s', () => {
    expect(parsed('docker exec -u root etcd sh -c x')).toEqual({
      options: ['user=root'],
      operands: ['etcd', 'sh', '-c', 'x'],
    });
    expect(parsed('docker run --rm -v /a:/b app --rm')).toEqual({
      options: ['rm', 'volume=/a:/b'],
      operands: ['app', '--rm'],
    });
    expect(parsed('docker compose exec -T web ls -l')).toEqual({ options: ['no-tty'], operands: ['web', 'ls', '-l'] });
    expect(parsed('docker rm -- -x')).toEqual({ options: [], operands: ['-x'] });
  });

  it('that the client does not have are kept as they are written', () => {
    expect(parsed('docker ps --frob -z')).toEqual({ options: ['--frob', '-z'], operands: [] });
  });
});
