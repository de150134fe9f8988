import { describe, expect, test } from 'vitest';
import { readPowerShell } from '../../src/languages/powershell/powershell.ts';
import { fc } from '../support/fast-check.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

function read(text: string) {
  const result = readWith(readPowerShell, 'node/start.ps1', text);
  expect(misplaced(result.reading)).toEqual([]);
  return result;
}

describe('PowerShell', () => {
  test('services and their conditions', () => {
    const { reading } = read(
      '# docker rm\nif (Get-Service docker -ErrorAction SilentlyContinue) {\n  Restart-Service docker\n}\nStop-Service "docker"\n',
    );
    expect(describeFacts(reading, 'command')).toEqual([
      '2:5 probes Get-Service docker -ErrorAction SilentlyContinue',
      '3:3 run Restart-Service docker',
      '5:1 run Stop-Service docker',
    ]);
    expect(
      reading.facts.flatMap((fact) => (fact.kind === 'command' ? [[fact.program, fact.conditions[0]?.kind]] : [])),
    ).toEqual([
      ['get-service', undefined],
      ['restart-service', 'presence'],
      ['stop-service', undefined],
    ]);
  });

  test.each([
    ['docker images > C:\\logs\\images.txt 2>&1', 'docker images'],
    ['docker info 2>$null', 'docker info'],
    ['docker logs web *>> $out', 'docker logs web'],
    ['docker ps --filter ">"', 'docker ps --filter >'],
  ])('where the output goes is no word of the command: %s', (text, command) => {
    expect(describeFacts(read(`${text}\n`).reading, 'command')).toEqual([`1:1 run ${command}`]);
  });

  test.each([
    ['foreach ($n in $nodes) {\n  ssh "core@$n" docker ps\n}', ['$n', undefined]],
    [
      '$nodes = kubectl get nodes -o name\nforeach ($n in $nodes) {\n  ssh "core@$N" docker ps\n}',
      ['$N', 'cluster-node'],
    ],
    ['foreach ($n in (kubectl get nodes -o name).Split()) {\n  ssh $n docker ps\n}', ['$n', 'cluster-node']],
    ['kubectl get nodes -o name | % { ssh $_ docker ps }', ['$_', 'cluster-node']],
    ['kubectl get pods -o name | % { ssh $_ docker ps }', ['$_', undefined]],
    [
      '$n = kubectl get nodes -o name\nInvoke-Command -ComputerName $n -ScriptBlock {\n  docker ps\n}',
      ['$n', 'cluster-node'],
    ],
    ['Invoke-Command -ComputerName builder { docker ps }', ['builder', undefined]],
    ['Invoke-Command -ScriptBlock { docker ps }', undefined],
    ['Invoke-Command -ComputerName builder { Get-Date }\ndocker ps', undefined],
  ])('the machine that a command is sent to: %s', (text, machine) => {
    const commands = read(`${text}\n`).reading.facts.flatMap((fact) =>
      fact.kind === 'command' && fact.program === 'docker' ? [fact.site && [fact.site.name, fact.site.is]] : [],
    );
    expect(commands).toEqual([machine]);
  });

  test('a branch for one runtime and its else', () => {
    const { reading } = read('if ($ContainerRuntime -eq "docker") { docker ps } else { crictl ps }\n');
    const guards = reading.facts.flatMap((fact) =>
      fact.kind === 'command' ? [[fact.program, fact.conditions[0]?.holds]] : [],
    );
    expect(guards).toEqual([
      ['docker', true],
      ['crictl', false],
    ]);
  });

  test('flags of the kubelet in arrays and texts', () => {
    const { reading } = read(
      "$args = @('--v=6'\n  '--network-plugin=cni',\n  # '--cni-bin-dir=x'\n)\n$run = \"C:\\k\\kubelet.exe --v=6 --cni-conf-dir=/etc\"\n",
    );
    expect(describeFacts(reading, 'flag')).toEqual([
      '2:4 kubelet --network-plugin=cni',
      '5:32 kubelet --cni-conf-dir=/etc',
    ]);
  });

  test('packages, over a continued line', () => {
    const { reading } = read(
      'Install-Package -Name docker `\n  -ProviderName DockerMsftProvider -Force\nInstall-Module DockerMsftProvider\n',
    );
    expect(describeFacts(reading, 'package')).toEqual(['1:23 install docker', '3:16 install DockerMsftProvider']);
  });

  test('programs with their flags', () => {
    const { reading } = read(
      '& C:\\k\\kubelet.exe --network-plugin=cni\nStart-Process -FilePath dockerd -ArgumentList "-H npipe://"\n',
    );
    expect(describeFacts(reading, 'flag')).toContain('1:20 kubelet --network-plugin=cni');
    expect(describeFacts(reading, 'command')).toContain('2:25 run dockerd -H npipe://');
  });

  test('files that are written, through a variable', () => {
    const { reading, embedded } = read(
      '$path = "C:\\ProgramData\\docker\\config\\daemon.json"\nSet-Content -Path $path -Value @"\n{ "debug": true }\n"@\n',
    );
    expect(describeFacts(reading, 'path')).toEqual(['1:10 read C:/ProgramData/docker/config/daemon.json']);
    expect(embedded.map((input) => [input.target, input.view.text])).toEqual([
      ['C:/ProgramData/docker/config/daemon.json', '{ "debug": true }'],
    ]);
  });

  test('a service that a pipeline picks, and a variable of the machine', () => {
    const text = `$s = Get-Service | ? Name -like 'docker'\n[Environment]::SetEnvironmentVariable('DOCKER_API_VERSION', '1.30')\n# [Environment]::SetEnvironmentVariable('A', 'b')\n`;
    const { reading } = read(text);
    expect(describeFacts(reading, 'command').at(-1)).toBe('1:6 run Get-Service docker');
    expect(describeFacts(reading, 'env')).toEqual(['2:62 env DOCKER_API_VERSION=1.30']);
  });

  test('a daemon.json that is built key by key', () => {
    const { reading } = read(
      '$dockerConfig | Add-Member -Name "log-driver" -Value "json-file" -MemberType NoteProperty\n',
    );
    expect(describeFacts(reading, 'setting')).toEqual(['1:35 daemon-json log-driver = ']);
  });

  test('the pipe of the engine', () => {
    const { reading } = read('$env:DOCKER_HOST = "npipe:////./pipe/docker_engine"\n');
    expect(describeFacts(reading)).toEqual([
      '1:21 env DOCKER_HOST=npipe:////./pipe/docker_engine',
      '1:21 socket //./pipe/docker_engine',
    ]);
  });

  test.each([
    ['Invoke-Executable -Executable "docker" -ArgList @("pull", "$image") -Retries 5', 'docker pull $image'],
    ["Start-Native -FilePath docker.exe -Arguments 'ps', '-a' -Wait", 'docker.exe ps -a'],
    ['Run-Program -Program docker -ArgumentList "rm -f web"', 'docker rm -f web'],
    ['$list = @("tag",\n  # the old name\n  "a", "b")\nStart-Process docker -ArgumentList $list', 'docker tag a b'],
    ["$list = @('images')\n& docker @list", 'docker images'],
    ['Invoke-Expression "docker ps -q"', 'docker ps -q'],
    ['cmd.exe /c docker info', 'docker info'],
    ['$found = docker image ls', 'docker image ls'],
  ])('who is told to run a program: %s', (text, command) => {
    expect(describeFacts(read(`${text}\n`).reading, 'command').map((line) => line.replace(/^\S+ run /, ''))).toContain(
      command,
    );
  });

  test.each([['Copy-Program -Program docker -Destination C:\\bin'], ['Show-List @("docker ps")']])(
    'a program that is only named runs nothing: %s',
    (text) => {
      const programs = read(`${text}\n`).reading.facts.flatMap((fact) =>
        fact.kind === 'command' ? [fact.program] : [],
      );
      expect(programs).not.toContain('docker');
    },
  );

  test.each([
    ["$ContainerRuntime='Docker'", 19],
    ['$ContainerRuntime = "Docker"', 22],
    ['$ContainerRuntime=Docker', 19],
    ['$ContainerRuntime= "Docker"', 21],
  ])('a variable is set with and without blanks: %s', (text, column) => {
    expect(describeFacts(read(`${text}\n`).reading, 'env')).toEqual([`1:${column} env ContainerRuntime=Docker`]);
  });

  test('defaults of parameters, with and without types', () => {
    const text = `function Start-Node([string]$Cri = "docker", $Mode = 'a') { }
param(
  [Parameter(Mandatory = $false)][string]
  $ContainerRuntime = "docker",
  [string] $Version = "19.03"
)
`;
    expect(describeFacts(read(text).reading, 'env')).toEqual([
      '1:37 env Cri=docker',
      '1:55 env Mode=a',
      '4:24 env ContainerRuntime=docker',
      '5:24 env Version=19.03',
    ]);
  });

  test.each([
    ['if ($global:ContainerRuntime -ieq "docker" -and $x) { docker ps }', [['runtime', true]]],
    ['if ($ContainerRuntime -ne "containerd") { docker ps }', [['runtime', true]]],
    ['if ($KubeVersion -lt "1.24") { docker ps }', [['version', true]]],
    ['if ($a) { ls } elseif ($ContainerRuntime -like "docker*") { docker ps }', [['runtime', true]]],
    ['if ($ContainerRuntime -eq "docker") { ls } else { docker ps }', [['runtime', false]]],
    ['switch ($ContainerRuntime) { "containerd" { ctr c ls } "docker" { docker ps } }', [['runtime', true]]],
    ['if (-not (Test-Path "C:\\docker\\docker.exe")) { docker ps }', [['presence', false]]],
    ['$installDocker = $true\nif ($installDocker) { docker ps }', []],
    ['if ($ContainerRuntime -eq "docker" -or $x) { docker ps }', []],
    [
      '$have = [version]($K8sVersion.TrimStart("v"))\nif ($have -lt [version]"1.24.0") { docker ps }',
      [['version', true]],
    ],
    [
      '$have = [version]::new($env:KUBE_VERSION)\nif ($have.Minor -ge 24) { ls } else { docker ps }',
      [['version', true]],
    ],
    [
      "$have = $KubeVersion -replace '^v', ''\nif ($x) { ls } elseif ([version]$have -ge '1.24') { docker ps }",
      [['version', false]],
    ],
    ['$at = [version]"1.24"\nif ([version]$KubeVersion -ge $at) { docker ps }', [['version', false]]],
    ['if (([version]$KubeVersion).CompareTo([version]"1.24") -lt 0) { docker ps }', [['version', true]]],
    ['$have = (kubelet --version).Split(" ")[1]\nif ($have -lt "v1.24") { docker ps }', [['version', true]]],
    ['if ($KubeVersion -ge "1.24") { if ($x) { ls } else { ls } } else { docker ps }', [['version', true]]],
    ['if ($KubeVersion -ge "1.24") { ctr version; return }\ndocker ps', [['version', true]]],
    ['function A { if ($KubeVersion -ge "1.24") { exit 0 } }\ndocker ps', []],
    ['if (-not $useDocker) { throw "no" }\ndocker ps', []],
    ['$old = [version]$KubeVersion -lt [version]"1.24"\nif ($old) { docker ps }', [['version', true]]],
    ['$new = ($KubeVersion -ge "1.24")\nif (-not $new -and $x) { docker ps }', [['version', true]]],
    ['$parts = $KubeVersion.TrimStart("v").Split(".")\nif ([int]$parts[1] -lt 24) { docker ps }', [['version', true]]],
    ['switch ($true) { ($KubeVersion -lt "1.24") { docker ps } default { ls } }', [['version', true]]],
    ['switch ($minor) { { $_ -ge 24 } { ls } default { docker ps } }', [['version', true]]],
    ['switch ($minor) { { $_ -lt 24 } { docker ps } }', [['version', true]]],
    ['switch ($minor) { 23 { docker ps } }', []],
    ['$have = $PluginVersion\nif ($have -lt "3.2") { docker ps }', []],
  ])('what holds in a branch: %s', (text, expected) => {
    const conditions = read(`${text}\n`).reading.facts.flatMap((fact) =>
      fact.kind === 'command' && fact.program === 'docker' ? fact.conditions.map((one) => [one.kind, one.holds]) : [],
    );
    expect(conditions).toEqual(expected);
  });

  test.each([
    ['Write-Output "left: $(docker ps -q)"', 'docker ps -q'],
    ['$n = $(docker images -q "a b")', 'docker images -q a b'],
    ['$text = @"\nfound $(docker info) here\n"@', 'docker info'],
    ['Write-Output "$(if ($x) { docker ps })"', 'docker ps'],
  ])('a script inside of a text runs: %s', (text, command) => {
    expect(describeFacts(read(`${text}\n`).reading, 'command').map((line) => line.replace(/^\S+ run /, ''))).toContain(
      command,
    );
  });

  test.each([["'$(docker ps)'"], ['"`$(docker ps)"'], ["@'\n$(docker ps)\n'@"], ['"$(docker ps"']])(
    'and one that is quoted does not: %s',
    (text) => {
      expect(describeFacts(read(`$x = ${text}\n`).reading, 'command')).toEqual([]);
    },
  );

  test.each([
    ['Set-Content "$env:ProgramData\\docker\\config\\daemon.json" \'{"debug": true}\''],
    ['$root = "${env:ProgramData}\\docker"\nSet-Content "$root\\config\\daemon.json" \'{"debug": true}\''],
    ["$to = Join-Path $env:ProgramData 'docker\\config\\daemon.json'\n'{\"debug\": true}' | Out-File $to"],
    ['Set-Content (Join-Path -Path $env:ProgramData -ChildPath docker\\config\\daemon.json) \'{"debug": true}\''],
    ['$text = @"\n{"debug": true}\n"@\n$text | Set-Content C:\\ProgramData\\docker\\config\\daemon.json'],
  ])('a file in a folder of Windows: %s', (text) => {
    expect(read(`${text}\n`).embedded.map((input) => [input.target, input.view.text])).toEqual([
      ['C:/ProgramData/docker/config/daemon.json', '{"debug": true}'],
    ]);
  });

  test('comments, strings and expressions run nothing', () => {
    expect(describeFacts(read('<# docker ps\n#>\n"docker ps"\n$docker.Stop()\n').reading, 'command')).toEqual([]);
  });

  test('property: every fact points at its characters', () => {
    const piece = fc.constantFrom(
      'docker ps',
      '"',
      "'",
      '@"\n',
      '\n"@',
      '(',
      ')',
      '{',
      '}',
      '$x = ',
      '`',
      '\n',
      ' ',
      '#',
      '<#',
      '#>',
      '| ',
      'C:\\a\\b',
      '--x=y',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(misplaced(readWith(readPowerShell, 'x.ps1', pieces.join('')).reading)).toEqual([]);
      }),
    );
  });
});

describe('flags of the kubelet in the texts of a script', () => {
  const flags = (text: string) =>
    read(text).reading.facts.flatMap((fact) =>
      fact.kind === 'flag'
        ? [`${fact.at.text} ${fact.conditions.map(({ kind, holds }) => `${holds ? '' : 'not '}${kind}`)}`]
        : [],
    );

  test.each([
    [
      'all of a command line',
      'New-Service kubelet -BinaryPathName "C:\\k\\kubelet.exe --windows-service --network-plugin=cni --docker-endpoint=x"\n',
      ['--network-plugin=cni ', '--docker-endpoint=x '],
    ],
    [
      'under the version that a branch asks for',
      'if ($KubernetesVersion -lt "1.24") { $kubeletArgs += "--network-plugin=cni" }\n$kubeletArgs += "--docker-endpoint=x"\n',
      ['--network-plugin=cni version', '--docker-endpoint=x '],
    ],
    [
      'under a version that is read as one',
      'if ([version]$KubernetesVersion -lt [version]"1.24.0") { $kubeletArgs += "--network-plugin=cni" }\n',
      ['--network-plugin=cni version'],
    ],
    [
      'under all branches around it',
      'if ($ContainerRuntime -eq "docker") { if ($minor -lt 24) { } else { $kubeletArgs += "--network-plugin=cni" } }\n',
      ['--network-plugin=cni runtime,not version'],
    ],
    [
      'in a list, where it is made and not where it is used',
      'if ($KubeVersion -lt "1.24") { $list = @("--network-plugin=cni") }\n& kubelet.exe $list\n',
      ['--network-plugin=cni version'],
    ],
    [
      'in a value that an if gives',
      '$kubeletArgs = if ($KubeVersion -lt "1.24") { "--network-plugin=cni" } else { "--docker-endpoint=x" }\n',
      ['--network-plugin=cni version', '--docker-endpoint=x not version'],
    ],
    ['not in comments', '<#\n the kubelet had --network-plugin=cni\n#>\n$x = 1 # --docker-endpoint=x\n', []],
    ['not where the script gives up', 'if ($x) { throw ("the kubelet has no " +\n  "--network-plugin=cni") }\n', []],
    ['not in help', 'param([Parameter(Mandatory, HelpMessage = "the kubelet had --network-plugin=cni")] $x)\n', []],
    [
      'in what is added',
      '$kubeletArgs += if ($minor -lt 24) { "--network-plugin=cni" }\n',
      ['--network-plugin=cni version'],
    ],
    [
      'not where it talks',
      'Write-Host ("kubelet {0}" -f $x) "--network-plugin=cni"\n"--docker-endpoint=x" | Write-Host\n',
      [],
    ],
    [
      'not in what people read',
      '"kubelet --network-plugin=cni" | Out-File C:\\k\\README.txt\nAdd-Content $dir\\kubelet.log "--docker-endpoint=x"\n',
      [],
    ],
    [
      'but in a file that it writes',
      'Set-Content C:\\k\\kubelet-args.txt "--network-plugin=cni"\n',
      ['--network-plugin=cni '],
    ],
    [
      'in a table of its arguments, under the name that a table has for them',
      '$KubeletArguments = @{\n  "v" = "4"; "network-plugin" = "cni";\n  "docker-endpoint" = "${a}";\n}\n$Script:kubeletArgs = [ordered]@{ "network-plugin-mtu" = 1400 }\n',
      ['network-plugin ', 'docker-endpoint ', 'network-plugin-mtu '],
    ],
    [
      'in a table under the version that a branch asks for',
      'if ($KubeVersion -lt "1.24") {\n  $kubeletArgs += @{ "network-plugin" = "cni" }\n}\n',
      ['network-plugin version'],
    ],
    [
      'not in a table of another program, behind one, or of flags that go',
      '$KubeletLimits = @{ "network-plugin" = "cni" }\n$kubeletArgs = @{ "v" = "4" }\n$x = @{ "network-plugin" = "cni" }\n$removedKubeletFlags = @{ "network-plugin" = 1 }\n# "network-plugin" = "cni"\n',
      [],
    ],
    [
      'not in a text that it takes out',
      '$old = "--network-plugin=cni"\n$line = (Get-Content $file) -replace $old, ""\n',
      [],
    ],
    [
      'not in a text that it looks for',
      '$old = "--network-plugin=cni"\nif ($line.Contains($old)) { $line = $line.Replace($old, "") }\n',
      [],
    ],
    [
      'but in a text that it puts in',
      '$new = "--network-plugin=cni"\n$kubelet = $kubelet -replace "--docker", $new\n',
      ['--network-plugin=cni '],
    ],
    ['not in a text that it only prints', '$usage = "kubelet --network-plugin=cni"\nWrite-Output $usage\n', []],
    [
      'but in a text that it also uses',
      '$line = "kubelet --network-plugin=cni"\nWrite-Output $line\nAdd-Job $line\n',
      ['--network-plugin=cni '],
    ],
  ])('%s', (_name, text, expected) => {
    expect(flags(text)).toEqual(expected);
  });
});
