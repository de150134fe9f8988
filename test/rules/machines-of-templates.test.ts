/** Templates that describe several machines: what one gets is no evidence for another. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

function severities(text: string): readonly string[] {
  return lintTexts({ 'stack.yaml': text }).findings.map(({ severity, span }) => {
    const line = span.source.text.slice(0, span.start).split('\n').length;
    return `${line} ${severity}`;
  });
}

const NODES = `  Nodes:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      UserData: |
        #!/bin/bash
        /etc/eks/bootstrap.sh demo
        docker ps
`;

function instance(name: string, ...lines: readonly string[]): string {
  const script = lines.map((line) => `        ${line}\n`).join('');
  return `  ${name}:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData: |\n        #!/bin/bash\n${script}`;
}

describe('an instance beside the nodes of a template', () => {
  it('is a machine of its own, and its engine is not that of the nodes', () => {
    const other = instance('Gitlab', 'yum install -y docker', 'docker run -d gitlab/gitlab-ce');
    expect(severities(`Resources:\n${NODES}${other}`)).toEqual(['8 error', '14 notice', '15 notice']);
  });

  it('is a node where it becomes one', () => {
    expect(severities(`Resources:\n${NODES}${instance('First', 'kubeadm init', 'docker system df')}`)).toEqual([
      '8 error',
      '15 error',
    ]);
  });

  it('may be a node where it is called one', () => {
    expect(severities(`Resources:\n${NODES}${instance('WorkerTwo', './join.sh', 'docker system df')}`)).toContain(
      '15 error',
    );
  });
});

describe('an instance of Pulumi in YAML', () => {
  it('is a machine of its own', () => {
    const text = `name: a
runtime: yaml
resources:
  workers:
    type: eks:NodeGroup
    properties:
      nodeUserDataOverride: |
        #!/bin/bash
        /etc/eks/bootstrap.sh demo
        systemctl restart docker
  gitlab:
    type: aws:ec2:Instance
    properties:
      userData: |
        #!/bin/bash
        dnf install -y docker
`;
    expect(severities(text)).toEqual(['10 warning', '16 notice']);
  });
});
