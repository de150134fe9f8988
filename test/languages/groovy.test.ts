import { describe, expect, test } from 'vitest';
import { readGroovy } from '../../src/languages/groovy.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

function read(text: string) {
  const result = readWith(readGroovy, 'Jenkinsfile', text);
  expect(misplaced(result.reading)).toEqual([]);
  return result;
}

describe('Groovy', () => {
  test('steps that run a shell', () => {
    const { reading } = read(
      `// sh 'docker rm'\nsh 'docker ps'\nsh(returnStdout: true, script: """\n  docker info \${x}\n""")\n`,
    );
    expect(describeFacts(reading, 'command').map((line) => line.replaceAll('\uE000', '?'))).toEqual([
      '2:5 run docker ps',
      '4:3 run docker info ????',
    ]);
  });

  test('host paths, images and variables of a pod template', () => {
    const { reading } = read(
      `hostPathVolume(mountPath: '/var/run/docker.sock', hostPath: '/var/run/docker.sock')\ncontainerTemplate(image: 'docker:dind', envVars: [envVar(key: 'DOCKER_HOST', value: 'tcp://localhost:2375')])\n`,
    );
    expect(describeFacts(reading)).toEqual([
      '1:62 mount /run/docker.sock',
      '2:27 image docker:dind',
      '2:86 env DOCKER_HOST=tcp://localhost:2375',
    ]);
  });

  test('a pod in YAML is handed on', () => {
    const { embedded } = read(`podTemplate(yaml: '''\nkind: Pod\n''')\n`);
    expect(embedded.map((input) => [input.language, input.view.text])).toEqual([['yaml', '\nkind: Pod\n']]);
  });
});
