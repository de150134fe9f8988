import { describe, expect, test } from 'vitest';
import { readGroovy } from '../../src/languages/groovy.ts';
import { shieldOf } from '../../src/model/condition.ts';
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

/** Whether each docker command of the script is kept for where Docker is. */
function guarded(text: string): readonly boolean[] {
  const { facts } = read(text).reading;
  return facts.flatMap((fact) => (fact.kind === 'command' ? [shieldOf(fact.conditions) !== undefined] : []));
}

describe('branches of Groovy', () => {
  test.each([
    [
      "if (runtime == 'docker') {\n  sh 'docker ps'\n} else {\n  sh 'docker info'\n}\nsh 'docker images'\n",
      [true, false, false],
    ],
    [
      "if ('docker' != env.CONTAINER_RUNTIME) {\n  sh 'docker ps'\n}\nelse if (x) {\n  sh 'docker info'\n}\n",
      [false, true],
    ],
    ["if (runtime.equals('docker')) sh 'docker ps'\nsh 'docker info'\n", [true, false]],
    [
      "if (runtime == 'docker')\n  sh(\n    script: 'docker ps'\n  )\nelse\n  sh 'docker info'\nsh 'docker images'\n",
      [true, false, false],
    ],
    ["if (params['CONTAINER_RUNTIME'] == 'docker' && now) { node('a') { sh 'docker ps' } }\n", [true]],
    ["if (nodeRuntime ==~ /docker.*/) { sh 'docker ps' }\n", [true]],
    ["if (fileExists('/var/run/docker.sock')) { sh 'docker ps' } else { sh 'docker info' }\n", [true, false]],
    ["// if (runtime == 'docker') {\nsh 'docker ps'\n", [false]],
    ["if (branch == 'docker') { sh 'docker ps' }\n", [false]],
    ["if (runtime == 'containerd') { sh 'docker ps' }\n", [false]],
  ])('a test of the runtime holds in its branch: %#', (text, expected) => {
    expect(guarded(text)).toEqual(expected);
  });

  test.each([
    [
      "def call(runtime) {\n  if (runtime == 'containerd') { return }\n  sh 'docker ps'\n}\nsh 'docker info'\n",
      [true, false],
    ],
    ["nodes.each {\n  if (runtime == 'containerd') return\n  sh 'docker ps'\n}\nsh 'docker info'\n", [true, false]],
    ["if (runtime == 'docker') {\n  echo 'as ever'\n} else {\n  return // done\n}\nsh 'docker ps'\n", [true]],
    ["if (runtime == 'docker') { return }\nsh 'docker ps'\n", [false]],
    ["if (runtime == 'containerd') { error \"no ${engine}\" }\nsh 'docker ps'\n", [false]],
    ["if (runtime == 'containerd') { echo 'return' }\nsh 'docker ps'\n", [false]],
  ])('behind a branch that leaves, the other one holds: %#', (text, expected) => {
    expect(guarded(text)).toEqual(expected);
  });

  test('a switch by the runtime has a branch for Docker', () => {
    const labels = (label: string) =>
      `switch (runtime) {\n  ${label}\n    sh 'docker ps'\n    break\n  case 'containerd':\n    sh 'docker info'\n    break\n}\nsh 'docker images'\n`;
    expect(guarded(labels("case 'docker':"))).toEqual([true, false, false]);
    expect(guarded(labels("case 'cri-o':\n  case 'docker':"))).toEqual([false, false, false]);
  });

  test.each([
    ["expression { params.CONTAINER_RUNTIME == 'docker' }", true],
    ["expression { return env.RUNTIME == 'docker' }", true],
    ["branch 'main'\nenvironment name: 'CONTAINER_RUNTIME', value: 'docker'", true],
    ["equals expected: 'docker', actual: params.RUNTIME", true],
    ["not { environment name: 'RUNTIME', value: 'containerd' }", true],
    ["anyOf { branch 'main'; expression { params.RUNTIME == 'docker' } }", false],
    ["not { expression { params.RUNTIME == 'docker' } }", false],
    ["branch 'docker'", false],
  ])('a stage is run only when %s', (when, expected) => {
    const text = `stage('a') {\n  when {\n    ${when}\n  }\n  steps { sh 'docker ps' }\n}\nstage('b') { steps { sh 'docker ps' } }\n`;
    expect(guarded(text)).toEqual([expected, false]);
  });

  test('a script that ends within a branch is read to its end', () => {
    for (const text of [
      'if (runtime == ',
      "if (runtime == 'docker') { sh 'docker ps'",
      'when {',
      'switch (a) { case ',
      '}}}',
    ])
      expect(guarded(text).length).toBeLessThan(2);
  });
});
