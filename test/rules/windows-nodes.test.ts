/** Scripts of nodes with Windows: what shows that they run on a node, and what of Docker is found in them. */
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/text/source.ts';
import { placesOf } from '../placing/places.ts';
import { lintTexts } from '../support/in-memory.ts';

const NEXT = { target: { runtime: 'containerd', minor: 38 } } as const;

function found(text: string): readonly string[] {
  const { findings } = lintTexts({ 'windows/setup.ps1': text }, NEXT);
  return findings.map(({ span, severity, rule, related }) => {
    const lines = [span, ...related.map((one) => one.span)].map(({ source, start }) => positionAt(source, start).line);
    return `${lines.join(',')} ${severity} ${rule}`;
  });
}

describe('a PowerShell script is one of a node where it', () => {
  it.each([
    ['sc.exe failure "kubelet" reset= 900', 'line 1 manages kubelet'],
    ['Restart-Service KubeProxy', 'line 1 manages KubeProxy'],
    ['& "$dir\\nssm.exe" install Kubelet C:\\x.exe', 'line 1 manages Kubelet'],
    ['Get-EventLog -LogName EKS -Source kubelet', 'line 1 uses the event log of kubelet'],
    ['Expand-Archive -Path "c:\\k\\tools.zip"', 'line 1 uses C:/k/tools.zip'],
    ['copy C:\\ProgramData\\kubernetes\\kubeconfig x', 'line 1 uses C:/ProgramData/kubernetes/kubeconfig'],
    ['$global:KubeletNodeLabels = "a=b"', 'line 1 sets KubeletNodeLabels'],
    ['& kubeadm.exe join', 'line 1 calls kubeadm join'],
  ])('%s', (line, reason) => {
    expect(placesOf({ 'setup.ps1': `${line}\n` })['setup.ps1']).toBe(`node: ${reason}`);
  });

  it.each([
    ['Restart-Service Spooler'],
    ['copy C:\\kits\\a b'],
    ['$Kubeconfig = "a"'],
    ['Get-EventLog -LogName System'],
  ])('and not where it does: %s', (line) => {
    expect(placesOf({ 'setup.ps1': `${line}\n` })['setup.ps1']).toBe('unknown');
  });
});

const NODE = 'Restart-Service kubelet\n';

describe('on a node with Windows', () => {
  it.each([
    ['Get-EventLog -LogName Application -Source Docker', '2 warning docker-service-unit'],
    ['Get-Package -Name Docker', '2 notice docker-engine-package'],
    ['$images = docker image list --quiet', '2 error docker-cli-command'],
    ['Invoke-Native -Command docker -Arguments @("ps", "-q")', '2 error docker-cli-command'],
    ['$global:ContainerRuntime = "docker"', '2 warning provisioner-docker-runtime'],
    ['New-Service -Name kubelet -DependsOn docker', '2 error docker-service-unit'],
    ['Set-Service -Name kubelet -Status Running', undefined],
    ['& "$env:ProgramFiles\\Docker\\dockerd.exe" --register-service', '2 warning docker-service-unit'],
    ['& "$env:ProgramFiles\\Docker\\dockerd.exe" --unregister-service', '2 notice docker-service-unit'],
    ['dockerd --unregister-service --service-name docker', '2 notice docker-service-unit'],
    ['Start-Process dockerd -ArgumentList "--unregister-service" -Wait', '2 notice docker-service-unit'],
    ['sc.exe delete docker', '2 notice docker-service-unit'],
    ['sc.exe start docker', '2 warning docker-service-unit'],
    ['Set-Service -Name docker -Status Stopped -StartupType Disabled', '2 notice docker-service-unit'],
    ['Set-Service -Name docker -Status Running', '2 warning docker-service-unit'],
    ['Remove-Service -Name docker', undefined],
    ['Unregister-ScheduledTask -TaskName docker', undefined],
    ['Uninstall-WindowsFeature Containers; Unregister-PackageSource DockerDefault', undefined],
  ])('%s', (line, finding) => {
    expect(found(`${NODE}${line}\n`)).toEqual(finding === undefined ? [] : [finding]);
  });

  it('a branch for docker counts where docker is the default of the parameter, and is quiet where the caller chooses', () => {
    const script = (value: string) => `${NODE}function Get-Them {
  param([string]$ContainerRuntime${value})
  if ($ContainerRuntime -eq "docker") { docker ps }
}
`;
    expect(found(script(' = "docker"'))).toEqual([
      '3 warning provisioner-docker-runtime',
      '4 error docker-cli-command',
    ]);
    // The second line is the test that keeps it quiet.
    expect(found(script(''))).toEqual(['4,4 notice docker-cli-command']);
    expect(found(script(' = "containerd"'))).toEqual(['4,4 notice docker-cli-command']);
  });

  it('the same default of several functions is one finding', () => {
    const one = 'function A { param($ContainerRuntime = "docker") }\n';
    expect(found(NODE + one + one + one)).toEqual(['2,3,4 warning provisioner-docker-runtime']);
  });
});

describe('a script that prepares a node', () => {
  it('is told the runtime', () => {
    expect(found('C:\\Temp\\PrepareNode.ps1 -KubernetesVersion v1.24.0 -ContainerRuntime "Docker"\n')).toEqual([
      '1 warning provisioner-docker-runtime',
    ]);
    expect(found('.\\PrepareNode.ps1 -ContainerRuntime containerD\n')).toEqual([]);
  });
});

describe('the package of Docker and the module that finds it', () => {
  it('are one finding', () => {
    const module = 'Install-Module -Name DockerMsftProvider -Force\n';
    expect(found(`${NODE}${module}Install-Package -Name docker -ProviderName DockerMsftProvider\n`)).toEqual([
      '3,2 warning docker-engine-package',
    ]);
    expect(found(NODE + module)).toEqual(['2 warning docker-engine-package']);
  });
});

describe('what a script of a node with Windows says', () => {
  it.each([
    'throw "npipe:////./pipe/dockershim is gone"',
    'Write-Error "npipe:////./pipe/dockershim is gone"',
    '$help = "see npipe:////./pipe/dockershim"\nWrite-Host $help',
  ])('is only said: %s', (line) => {
    expect(found(`${NODE}${line}\n`)).toEqual([]);
  });
});

describe('a file of dockerd in a batch file', () => {
  it('is found by the variable of its folder', () => {
    const text = 'sc stop kubelet\ncopy daemon.json %ProgramData%\\docker\\config\\daemon.json\n';
    const { findings } = lintTexts({ 'node/setup.cmd': text }, NEXT);
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning docker-daemon-config']);
  });
});

describe('the advice for a node with Windows', () => {
  it('is not that for the variables of other programs', () => {
    const text = 'systemctl enable kubelet\necho "${env:NODE}" > /etc/docker/daemon.json\ndocker pull a:1\n';
    const { findings } = lintTexts({ 'node/setup.sh': text }, NEXT);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.map(({ instead }) => instead).join('\n')).not.toMatch(/C:|Service/);
  });

  it('names no file of Linux', () => {
    const text = `${NODE}Set-Content "$env:ProgramData\\docker\\config\\daemon.json" '{"registry-mirrors": ["https://m"]}'\n`;
    const { findings } = lintTexts({ 'windows/setup.ps1': text }, NEXT);
    expect(findings.map(({ instead }) => instead)).toEqual([
      expect.stringContaining('C:\\Program Files\\containerd\\certs.d\\docker.io\\hosts.toml'),
    ]);
  });

  it.each([
    [
      '& dockerd --data-root D:\\docker --log-driver syslog --insecure-registry r.example:5000',
      [
        'insecure-registry: Write C:\\Program Files\\containerd\\certs.d\\r.example_5000_\\hosts.toml with',
        'Set root = "D:\\docker" at the top of C:\\Program Files\\containerd\\config.toml',
        'container logs are files under C:\\var\\log\\pods;',
      ],
    ],
    [
      '& dockerd --data-root C:\\docker --graph /var/lib/docker',
      ['containerd keeps its data in C:\\ProgramData\\containerd by default'],
    ],
  ])('names none in advice of several options: %s', (line, parts) => {
    const { findings } = lintTexts({ 'windows/setup.ps1': `${NODE}${line}\n` }, NEXT);
    const instead = findings.find(({ rule }) => rule === 'docker-daemon-config')?.instead;
    for (const part of parts) expect(instead).toContain(part);
    expect(instead).not.toMatch(/\/(?:etc|var)\//);
  });

  it.each([
    [
      'Install-Package -Name docker -ProviderName DockerMsftProvider -Force',
      'Install the Windows release of containerd instead (containerd.exe --register-service), with C:\\Program Files\\containerd\\config.toml for the kubelet',
    ],
    ['Get-Process dockerd', 'Look for containerd (Get-Service containerd)'],
    [
      `$line = 'sc create kubelet binPath= "C:\\k.exe --pod-infra-container-image=\\"acme/pause\\" --v=2"'`,
      'Delete the flag and set sandbox_image = "acme/pause" (containerd 1.x), or sandbox = "acme/pause" under pinned_images (containerd 2.x), in C:\\Program Files\\containerd\\config.toml',
    ],
  ])('names what Windows has: %s', (line, instead) => {
    const { findings } = lintTexts({ 'windows/setup.ps1': `${NODE}${line}\n` }, NEXT);
    expect(findings.map((finding) => finding.instead)).toEqual([instead]);
  });
});

describe('a shell of Windows that runs a text is read in its language', () => {
  const pod = (command: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  securityContext: {windowsOptions: {hostProcess: true}}\n  containers:\n    - name: a\n      image: a\n      command: ${command}\n`;

  it.each([
    '[powershell.exe, -Command, docker ps --all]',
    '["powershell", "-NoProfile", "-ExecutionPolicy", "Bypass", "-c", "if ($true) { docker ps --all }"]',
    '["C:\\\\Windows\\\\System32\\\\WindowsPowerShell\\\\v1.0\\\\powershell.exe", "docker ps --all"]',
    '[pwsh, -c, "docker ps --all | Out-String"]',
    '[cmd.exe, /s, /c, "cd C:\\\\k && docker ps --all"]',
    '[cmd, /c, powershell, -Command, "& docker.exe ps --all"]',
  ])('in a pod: %s', (command) => {
    const [finding, ...others] = lintTexts({ 'a.yaml': pod(command) }, NEXT).findings;
    expect([finding?.rule, finding?.severity, others.length]).toEqual(['docker-cli-command', 'error', 0]);
    expect(finding?.instead).toContain('crictl ps -a');
  });

  it.each([
    '[powershell.exe, -Command, crictl ps]',
    '[powershell.exe, -File, docker ps]',
    '[pwsh, docker ps]',
    '[powershell.exe, -Command, "Write-Output docker ps"]',
    '[powershell.exe, -Command, "if (Get-Command docker -ErrorAction SilentlyContinue) { docker ps }"]',
    '[cmd, /c, "echo docker ps"]',
  ])('and nothing is found in what runs no docker: %s', (command) => {
    expect(lintTexts({ 'a.yaml': pod(command) }, NEXT).findings.filter((one) => one.severity !== 'notice')).toEqual([]);
  });

  it.each([
    ['a.sh', 'kubeadm join --config a\npwsh -NoProfile -c "docker ps --all"\n'],
    ['a.ps1', `${NODE}powershell.exe -Command "docker ps --all"\n`],
    ['a.cmd', 'kubeadm.exe join --config a\r\npowershell -Command "docker ps --all"\r\n'],
    ['Makefile', 'a:\n\tssh core@node1 powershell -Command docker ps --all\n\tssh core@node1 kubeadm reset\n'],
  ])('inside of another script: %s', (path, text) => {
    const rules = lintTexts({ [path]: text }, NEXT).findings.map(({ rule }) => rule);
    expect(rules).toContain('docker-cli-command');
  });
});
