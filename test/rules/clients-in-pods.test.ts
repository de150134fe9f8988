/** Clients of Docker in pods: which volume brings them the socket, and which engine answers. */
import { describe, expect, it } from 'vitest';
import { type Files, bareLinesOf as linesOf, lintTexts } from '../support/in-memory.ts';

describe('a folder of the node that brings the socket', () => {
  const peer = (mount: string, value: string, image = 'hyperledger/fabric-peer:2.2') => `apiVersion: v1
kind: Pod
metadata: {name: peer}
spec:
  containers:
    - name: peer
      image: ${image}
      env: [{name: CORE_VM_ENDPOINT, value: '${value}'}]
      volumeMounts: [{name: run, mountPath: ${mount}}]
  volumes: [{name: run, hostPath: {path: /var/run}}]
`;

  it.each(['/host/var/run', '/host/var/run/'])('is one finding with the variable of the client: %s', (mount) => {
    const { findings } = lintTexts({ 'peer.yaml': peer(mount, 'unix:///host/var/run/docker.sock') });
    expect(findings.map(({ severity, rule, related }) => [severity, rule, related.length])).toEqual([
      ['error', 'docker-socket-endpoint', 2],
    ]);
  });

  it('is told by itself where the variable is another one, with what the program wants', () => {
    const { findings } = lintTexts({ 'peer.yaml': peer('/host/run', 'unix:///host/var/run/docker.sock') });
    expect(findings.map(({ severity, rule }) => [severity, rule])).toEqual([
      ['notice', 'docker-socket-endpoint'],
      ['warning', 'docker-socket-parent-mount'],
    ]);
    expect(findings[1]?.instead).toContain('run chaincode as a service');
  });
});

describe('a folder of the node in whose pod a script names the socket', () => {
  const pod = (script: string) => `apiVersion: v1
kind: Pod
metadata: {name: watch}
spec:
  containers:
    - name: watch
      image: acme/watch:1
      command: [sh, -c, '${script}']
      volumeMounts: [{name: docker, mountPath: /host/run}, {name: own, mountPath: /run}]
  volumes: [{name: docker, hostPath: {path: /var/run}}, {name: own, emptyDir: {}}]
`;
  const found = (script: string) =>
    lintTexts({ 'watch.yaml': pod(script) }).findings.map(({ rule, related }) => [rule, related.length]);

  it('is told with the line of the script', () => {
    expect(found('curl --unix-socket /host/run/docker.sock http://a/info')).toEqual([['docker-socket-endpoint', 2]]);
  });

  it('is told by itself where the script names another one', () => {
    expect(found('curl --unix-socket /host/other.sock http://a/info')).toEqual([['docker-socket-parent-mount', 1]]);
    expect(found('curl --unix-socket /run/docker.sock http://a/info').map(([rule]) => rule)).toContain(
      'docker-socket-parent-mount',
    );
  });
});

describe('the address of an engine in the values of a server that makes pods', () => {
  const values = (tag: string) => `additionalAgents:
  docker:
    envVars: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
    additionalContainers:
      - image: {repository: acme/docker, tag: ${tag}}
  other:
    envVars: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
`;
  it('is right for the pods that have one', () => {
    const endpoints = (tag: string) =>
      linesOf({ 'values.yaml': values(tag) }).filter((line) => line.includes('endpoint'));
    expect(endpoints('28-dind')).toEqual(['7 error docker-socket-endpoint']);
    expect(endpoints('28-cli').length).toBe(2);
  });
});

describe('a volume of an agent in the values of Jenkins', () => {
  it('is for builds', () => {
    const volume = (type: string) =>
      `Agent:\n  volumes:\n    - type: ${type}\n      hostPath: /var/run/docker.sock\n      mountPath: /var/run/docker.sock\n`;
    const advice = (type: string) => lintTexts({ 'values.yaml': volume(type) }).findings.map(({ instead }) => instead);
    expect(advice('HostPath')).toEqual([expect.stringMatching(/^Delete the mount: build images with BuildKit/)]);
    expect(advice('hostPath')).toEqual([expect.stringMatching(/^Delete the mount where nothing opens it/)]);
  });
});

describe('a pod of a Jenkinsfile that mounts the socket', () => {
  it('builds, whatever its container is called', () => {
    const pipeline = `pipeline {
  agent {
    kubernetes {
      yaml """
apiVersion: v1
kind: Pod
spec:
  containers:
    - {name: charts, image: acme/charts, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}
  volumes:
    - {name: s, hostPath: {path: /var/run/docker.sock}}
"""
    }
  }
}
`;
    expect(lintTexts({ Jenkinsfile: pipeline }).findings.map(({ instead }) => instead)).toEqual([
      'Delete the mount: build images with BuildKit or Buildah, or with a docker:dind sidecar that shares an emptyDir at /var/run',
    ]);
  });
});

describe('a version of the API', () => {
  it('is no finding where a script hands it on as it came', () => {
    const told = (line: string) =>
      lintTexts({ 'run.sh': `#!/bin/sh\nkubeadm join a\n${line}\n` }).findings.map(({ rule }) => rule);
    expect(told('DOCKER_API_VERSION=$DOCKER_API_VERSION ./run')).toEqual([]);
    expect(told('DOCKER_API_VERSION=1.24 ./run')).toEqual(['docker-socket-endpoint']);
  });
});

describe('a pod that nothing leads to an engine', () => {
  const pod = (more = '') => `apiVersion: v1
kind: Pod
metadata: {name: uninstall}
spec:
  containers:
    - name: a
      image: acme/tool:1
      command: [bash, -c, "bin/tool remove"]
      ${more}
`;
  const tool = `#!/bin/bash
if [ "$INSIDE" = yes ]; then
  node tool.js "$@"
else
  docker run --rm -v $(socket /var/run/docker.sock) acme/tool:1 "$@"
fi
`;

  it('has docker in its scripts for other machines', () => {
    expect(linesOf({ 'pod.yaml': pod(), 'bin/tool': tool })).toEqual(['5 notice docker-cli-command']);
  });

  it.each([
    ['a variable', 'env: [{name: DOCKER_HOST, value: "unix:///engine/docker.sock"}]'],
    ['variables that are not written', 'envFrom: [{configMapRef: {name: engine}}]'],
  ])('may have it after all: %s', (_, more) => {
    expect(linesOf({ 'pod.yaml': pod(more), 'bin/tool': tool })).toContain('5 warning docker-cli-command');
  });

  const agent = (volume: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: jobs}
data:
  scrape.yaml: |
    - job_name: engine
      docker_sd_configs:
        - host: unix:///var/run/docker.sock
    - job_name: pods
      kubernetes_sd_configs:
        - role: pod
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: sensor}
spec:
  template:
    spec:
      containers:
        - {name: a, image: acme/sensor:1, volumeMounts: [{name: logs, mountPath: /logs}, {name: jobs, mountPath: /jobs}]}
      volumes:
        - {name: jobs, configMap: {name: jobs}}
        - {name: logs, hostPath: {path: ${volume}}}
`;

  it('has a job for it that finds nothing on any node', () => {
    const { findings } = lintTexts({ 'agent.yaml': agent('/var/log') });
    expect(findings.map(({ severity, instead }) => [severity, instead])).toEqual([
      ['notice', 'Delete the job: nothing depends on it'],
    ]);
  });

  it('is another than one that the socket is brought into', () => {
    expect(linesOf({ 'agent.yaml': agent('/var/run') })).toContain('8 warning docker-socket-endpoint');
  });
});

describe('the name of a socket in the values of an engine that the chart starts', () => {
  it.each([
    ['dind', []],
    ['host', ['2 error docker-socket-endpoint']],
  ])('%s', (name, lines) => {
    const values = `${name}:\n  hostSocketName: docker.sock\n`;
    expect(linesOf({ 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/values.yaml': values })).toEqual(
      lines,
    );
  });
});

describe('a folder of the node that a dind in a pod keeps its socket in', () => {
  const pods = (folder: string) => `apiVersion: v1
kind: Pod
metadata: {name: engine}
spec:
  containers:
    - {name: dind, image: "docker:28-dind", volumeMounts: [{name: run, mountPath: /var/run}]}
  volumes: [{name: run, hostPath: {path: /var/run/builds}}]
---
apiVersion: v1
kind: Pod
metadata: {name: cleaner}
spec:
  containers:
    - name: cleaner
      image: acme/cleaner:1
      env: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
      volumeMounts: [{name: run, mountPath: /var/run}]
  volumes: [{name: run, hostPath: {path: ${folder}}}]
`;

  it('is no socket of the node', () => {
    expect(linesOf({ 'pods.yaml': pods('/var/run/builds') })).toEqual([]);
    expect(linesOf({ 'pods.yaml': pods('/var/run') })).toEqual(['16 error docker-socket-endpoint']);
  });
});

describe('the store of Docker in a pod whose client is sent to the socket in a folder', () => {
  it('goes with the client', () => {
    const { findings } = lintTexts({
      'pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: cleaner}
spec:
  containers:
    - name: cleaner
      image: acme/cleaner:1
      env: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
      volumeMounts: [{name: run, mountPath: /var/run}, {name: store, mountPath: /var/lib/host}]
  volumes: [{name: run, hostPath: {path: /var/run}}, {name: store, hostPath: {path: /var/lib/docker}}]
`,
    });
    const store = findings.find(({ rule }) => rule === 'docker-host-path');
    expect(store?.instead).toContain('together with that of docker.sock');
  });
});

describe('a pod in a configuration that is no manifest', () => {
  const job = (sidecar: string) => `jobs:
  acme/app:
    - name: e2e
      spec:
        volumes: [{name: run, ${sidecar === '' ? 'hostPath: {path: /var/run}' : 'emptyDir: {}'}}]
        initContainers:
          - {name: engine, image: "${sidecar || 'acme/wait:1'}", volumeMounts: [{name: run, mountPath: /var/run}]}
        containers:
          - name: test
            image: ubuntu:24.04
            command: [/bin/sh, -c]
            args:
              - |
                until docker info; do sleep 1; done
                docker update --memory 4G app-worker
            volumeMounts: [{name: run, mountPath: /var/run}]
`;
  const repository = (sidecar: string): Files => ({
    'jobs/app.yaml': job(sidecar),
    'kustomization.yaml': 'configMapGenerator: [{name: jobs, files: [jobs/app.yaml]}]\n',
  });

  it('runs its commands beside its other containers', () => {
    expect(linesOf(repository('docker:28-dind'))).toEqual([]);
    expect(linesOf(repository(''))).toContain('14 error docker-cli-command');
  });
});

describe('docker --version', () => {
  it.each([
    [
      'Dockerfile',
      'FROM python:3\nCOPY --from=docker:28-cli /usr/local/bin/docker /usr/local/bin/\nRUN docker --version\n',
      [],
    ],
    [
      'pod.yaml',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostNetwork: true\n  containers:\n    - {name: a, image: "docker:28-cli", command: [sh, -c, "docker --version"]}\n',
      [],
    ],
    ['node.sh', '#!/bin/bash -e\nkubeadm join a\ndocker --version\n', ['3 error docker-cli-command']],
  ])('asks no engine, and needs the client: %s', (path, text, lines) => {
    expect(linesOf({ [path]: text }).filter((one) => one.endsWith('docker-cli-command'))).toEqual(lines);
  });
});

describe('a folder with the socket for a client of Docker', () => {
  const pod = (command: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: warm}
spec:
  template:
    spec:
      initContainers:
        - name: warm
          image: docker:24
          command: ${command}
          volumeMounts: [{name: docker, mountPath: /var/run}]
      containers: [{name: pause, image: registry.k8s.io/pause:3.9}]
      volumes: [{name: docker, hostPath: {path: /var/run}}]
`;
  const parent = (command: string) =>
    lintTexts({ 'warm.yaml': pod(command) }).findings.flatMap(({ rule, severity, instead }) =>
      rule === 'docker-socket-parent-mount' ? [[severity, instead]] : [],
    );

  it('goes with the pull, which is told at its command', () => {
    expect(parent('[docker, pull, acme/app:1]')).toEqual([
      [
        'notice',
        'Delete the mount with `docker pull`: the kubelet pulls what a container of the pod names as its image',
      ],
    ]);
  });

  it('goes with what is built, and has no option for the CRI', () => {
    expect(parent('[cat]')).toEqual([
      [
        'warning',
        'Delete the mount: build images with BuildKit or Buildah, or with a docker:dind sidecar that shares an emptyDir at /var/run',
      ],
    ]);
    expect(parent('[sh, -c, "docker pull a && docker tag a b && docker push b"]')[0]?.[1]).toContain('BuildKit');
  });
});

describe('a folder of the node of which only a part is mounted', () => {
  const told = (mounts: string) =>
    lintTexts({
      'pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    image: acme/a\n    volumeMounts:\n${mounts}\n  volumes:\n  - name: bin\n    hostPath: {path: /usr/bin/}\n`,
    }).findings.map(({ rule, message }) => `${rule} ${message.split(' ')[0]}`);
  const mount = (part: string) => `    - {name: bin, mountPath: /usr/bin/${part}, subPath: ${part}}`;

  it('is that part', () => {
    expect(told(mount('docker'))).toEqual(['docker-host-path `/usr/bin/docker`']);
    expect(told(mount('jq'))).toEqual([]);
  });

  it('is the folder where more of it is mounted', () => {
    expect(told(`${mount('docker')}\n${mount('jq')}`)).toEqual([]);
    expect(told('    - {name: bin, mountPath: /usr/bin}')).toEqual([]);
  });
});

describe('the docker program of the node in a pod', () => {
  const pod = (mounts: string, volumes: string, command = 'sleep infinity', image = 'acme/tools:1') => `apiVersion: v1
kind: Pod
metadata: {name: tools}
spec:
  containers:
    - name: tools
      image: ${image}
      command: [sh, -c, '${command}']
      volumeMounts: [{name: client, mountPath: /usr/bin/docker}${mounts}]
  volumes:
    - {name: client, hostPath: {path: /usr/bin/docker}}
${volumes}`;
  const SOCKET = ', {name: socket, mountPath: /var/run/docker.sock}';
  const SOCKET_VOLUME = '    - {name: socket, hostPath: {path: /var/run/docker.sock}}\n';
  const told = (files: Files) =>
    lintTexts(files).findings.map(({ rule, related, instead }) => [rule, related.length, instead]);

  it('is one finding with the socket that the same container mounts', () => {
    expect(told({ 'a.yaml': pod(SOCKET, SOCKET_VOLUME) })).toEqual([
      ['docker-socket-mount', 2, expect.stringMatching(/^Delete the mount: build images with BuildKit/)],
    ]);
    expect(told({ Jenkinsfile: `podTemplate(yaml: '''\n${pod(SOCKET, SOCKET_VOLUME)}''') {}\n` })).toEqual([
      ['docker-socket-mount', 2, expect.stringMatching(/^Delete the mount: build images with BuildKit/)],
    ]);
  });

  it('is told for itself beside the socket of another container', () => {
    const other = pod('', SOCKET_VOLUME).replace(
      '  volumes:',
      '    - {name: b, image: acme/b:1, volumeMounts: [{name: socket, mountPath: /var/run/docker.sock}]}\n  volumes:',
    );
    expect(told({ 'a.yaml': other }).map(([rule]) => rule)).toEqual(['docker-host-path', 'docker-socket-mount']);
  });

  it.each([
    ['docker build -t a . && docker push a', 'acme/tools:1', /^Delete the mount: build images with BuildKit/],
    ['docker run --rm acme/job', 'acme/tools:1', /^Delete the mount, and make what `docker run` starts a container/],
    ['docker pull acme/job', 'acme/tools:1', /^Delete the mount with `docker pull`/],
    ['sleep infinity', 'jenkins/inbound-agent:latest', /^Delete the mount: build images with BuildKit/],
    ['docker ps', 'acme/tools:1', /^Take the client from the image, and use the Kubernetes API or crictl/],
  ])('without a socket is answered by what is done with it: %s in %s', (command, image, advice) => {
    expect(told({ 'a.yaml': pod('', '', command, image) }).filter(([rule]) => rule === 'docker-host-path')).toEqual([
      ['docker-host-path', 1, expect.stringMatching(advice)],
    ]);
  });

  it('builds where the pod is one of a pipeline', () => {
    const pipeline =
      "podTemplate(volumes: [hostPathVolume(mountPath: '/usr/bin/docker', hostPath: '/usr/bin/docker')]) {}\n";
    expect(told({ Jenkinsfile: pipeline })).toEqual([
      ['docker-host-path', 0, expect.stringMatching(/^Delete the mount: build images with BuildKit/)],
    ]);
  });
});
