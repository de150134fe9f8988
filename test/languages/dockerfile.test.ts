import { describe, expect, test } from 'vitest';
import { readDockerfile } from '../../src/languages/dockerfile/dockerfile.ts';
import { fc } from '../support/fast-check.ts';
import { targetText } from '../support/link-text.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

function read(text: string, path = 'agent/Dockerfile') {
  const result = readWith(readDockerfile, path, text);
  expect(misplaced(result.reading)).toEqual([]);
  return result;
}

describe('Dockerfile', () => {
  test('a RUN over lines with comments in between', () => {
    const { reading } = read('FROM debian\nRUN set -x && \\\n  # clients\n\n  docker ps -a \\\n    -q\n');
    expect(describeFacts(reading, 'command')).toContain('5:3 run docker ps -a -q');
  });

  test('base images, arguments and names of stages', () => {
    const { reading } = read(
      'ARG TAG=27-dind\nFROM --platform=linux/amd64 docker:${TAG} AS engine\nFROM engine\nFROM scratch\nFROM a${X:-b}\n',
    );
    expect(describeFacts(reading, 'image')).toEqual(['2:29 image docker:27-dind', '5:6 image ab']);
  });

  test('ENV in both forms', () => {
    const { reading } = read('FROM a\nENV DOCKER_HOST=unix:///var/run/docker.sock MODE="a b"\nENV OLD some value\n');
    expect(describeFacts(reading, 'env')).toEqual([
      '2:17 env DOCKER_HOST=unix:///var/run/docker.sock',
      '2:51 env MODE=a b',
      '3:9 env OLD=some value',
    ]);
  });

  test('a mounted socket is a path', () => {
    const { reading } = read('FROM a\nRUN --mount=type=bind,source=/var/run/docker.sock,target=/s true\n');
    expect(describeFacts(reading, 'path')).toEqual(['2:30 mount /run/docker.sock']);
  });

  test('ENTRYPOINT and CMD in exec form are one command; only the last of a stage counts', () => {
    const { reading } = read('FROM a\nCMD ["x"]\nENTRYPOINT ["docker"]\nCMD ["ps", "-\\u0061"]\n');
    expect(describeFacts(reading, 'command')).toEqual(['3:14 run docker ps -a']);
  });

  test('a CMD goes to the ENTRYPOINT of the stage that it is built from, whose own words are read there', () => {
    const base = 'FROM a AS base\nENTRYPOINT ["kubelet", "--docker-only"]\n';
    const flags = (text: string) => describeFacts(read(base + text).reading, 'flag');
    const own = '2:25 kubelet --docker-only=';
    expect(flags('FROM base\nCMD ["--network-plugin=cni"]\n')).toEqual([own, '4:7 kubelet --network-plugin=cni']);
    expect(flags('FROM base AS b\nFROM b\nCMD ["--network-plugin=cni"]\n')).toEqual([
      own,
      '5:7 kubelet --network-plugin=cni',
    ]);
    expect(flags('FROM base\nENTRYPOINT ["sh"]\nCMD ["--network-plugin=cni"]\n')).toEqual([own]);
    expect(flags('FROM other\nCMD ["--network-plugin=cni"]\n')).toEqual([own]);
  });

  test('a health check and a trigger', () => {
    const { reading } = read('FROM a\nHEALTHCHECK --interval=5s CMD docker info\nONBUILD RUN docker pull x\n');
    expect(describeFacts(reading, 'command')).toEqual(['2:31 run docker info', '3:13 run docker pull x']);
  });

  test('copied files are links with the path that they get', () => {
    const { reading } = read(
      'FROM a AS b\nWORKDIR /app\nCOPY --chmod=755 run.sh ../lib/x.sh ./\nCOPY ["one", "/two"]\nCOPY --from=b /x /y\nADD https://example.org/a /b\n',
    );
    expect(reading.links.map((link) => [link.kind, targetText(link), link.target])).toEqual([
      ['copies', 'run.sh', '/app/run.sh'],
      ['copies', '../lib/x.sh', '/app/x.sh'],
      ['copies', 'one', '/two'],
    ]);
  });

  test('here-documents: a script, a script for another program, a file', () => {
    const text = [
      'FROM a',
      'RUN <<EOF',
      'docker ps',
      'EOF',
      'RUN <<-PY',
      '#!/usr/bin/env python3',
      'PY',
      'COPY <<"EOT" /etc/docker/daemon.json',
      '{"debug": true}',
      'EOT',
      'RUN bash <<EOF',
      'docker info',
      'EOF',
      'RUN docker images',
    ].join('\n');
    const { reading, embedded } = read(text);
    expect(describeFacts(reading, 'command')).toContain('3:1 run docker ps');
    expect(describeFacts(reading, 'command')).toContain('12:1 run docker info');
    expect(describeFacts(reading, 'command')).toContain('14:5 run docker images');
    expect(embedded.map((input) => [input.label, input.target, input.view.text])).toContainEqual([
      '/etc/docker/daemon.json in agent/Dockerfile',
      '/etc/docker/daemon.json',
      '{"debug": true}\n',
    ]);
    expect(embedded.map((input) => input.view.text)).toContain('#!/usr/bin/env python3\n');
  });

  test('another escape character, and a shell that is PowerShell', () => {
    const text = '# escape=`\nFROM win\nSHELL ["powershell", "-Command"]\nRUN Install-Package `\n  -Name docker\n';
    const { embedded } = read(text);
    expect(embedded.map((input) => [input.language, input.view.text])).toEqual([
      ['powershell', 'Install-Package   -Name docker'],
    ]);
  });

  test('line ends of Windows and a byte order mark', () => {
    const { reading } = read('\uFEFFFROM a\r\nRUN true && \\\r\n  docker ps\r\n');
    expect(describeFacts(reading, 'command')).toContain('3:3 run docker ps');
  });

  test('property: every fact points at its characters', () => {
    const piece = fc.constantFrom(
      'FROM a',
      'RUN ',
      'docker ps',
      '\\\n',
      '\n',
      '# c\n',
      ' && ',
      '["a", "b"]',
      'COPY x /y',
      '<<EOF',
      'EOF',
      'ENV a=b c="d e"',
      'CMD ',
      '"',
      "'",
      '--mount=source=/a ',
      '\r\n',
      '$X',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(misplaced(readWith(readDockerfile, 'Dockerfile', pieces.join('')).reading)).toEqual([]);
      }),
    );
  });
});
