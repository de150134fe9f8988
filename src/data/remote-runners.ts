/** Programs that run commands on other machines: how they name the command and the machines. */
import { table } from '../text/table.ts';

/** Where the names of machines stand in the words of a tool that reaches them; a list holds options. */
export type HostPlace = 'last' | 'first' | 'first-behind-verb' | readonly string[];

export const HOST_PLACES = table<HostPlace>({
  ssh: 'last',
  rsh: 'last',
  autossh: 'last',
  pdsh: ['-w', '-g'],
  pssh: ['-H', '-h', '--host', '--hosts'],
  'parallel-ssh': ['-H', '-h', '--host', '--hosts'],
  clush: ['-w', '-g', '--hostfile', '--machinefile'],
  dsh: ['-m', '-g', '-f', '--machine', '--group', '--file'],
  mussh: ['-h', '-H'],
  salt: 'first',
  'salt-ssh': 'first',
  vagrant: 'first-behind-verb',
  gcloud: 'first-behind-verb',
  az: ['-n', '--name', '--instance-id'],
  aws: ['--instance-ids', '--instance-id', '--targets', '--target'],
  lxc: 'first-behind-verb',
  incus: 'first-behind-verb',
  multipass: 'first-behind-verb',
  limactl: 'first-behind-verb',
  'docker-machine': 'first-behind-verb',
  pct: 'first-behind-verb',
  tsh: 'first-behind-verb',
  hcloud: 'first-behind-verb',
  doctl: 'first-behind-verb',
  juju: ['--application', '-a', '--unit', '-u', '--machine'],
  knife: 'first-behind-verb',
  bolt: ['-t', '--targets', '-n', '--nodes', '-q', '--query'],
  xdsh: 'last',
  'virt-customize': ['-a', '--add', '-d', '--domain'],
  'virt-sysprep': ['-a', '--add', '-d', '--domain'],
  'virt-builder': ['-o', '--output'],
  guestfish: ['-a', '--add', '-d', '--domain'],
  parallel: ['-S', '--sshlogin', '--sshloginfile', '--slf'],
});

/** Those that reach many machines at once: by the name of a group, of a file that lists them, by what an inventory knows of them. */
export const REACHES_GROUPS: ReadonlySet<string> = new Set([
  ...['pdsh', 'pssh', 'parallel-ssh', 'clush', 'dsh', 'mussh', 'xdsh', 'parallel'],
  ...['salt', 'salt-ssh', 'juju', 'knife', 'bolt'],
]);

/** Options that name what a machine belongs to, and what is written there for the nodes of a cluster alone. */
export const NODE_SCOPES = table<{ readonly options: readonly string[]; readonly ofNodes: RegExp }>({
  // https://learn.microsoft.com/azure/aks/faq#why-are-two-resource-groups-created-with-aks
  az: { options: ['-g', '--resource-group'], ofNodes: /^MC_|\bnodeResourceGroup\b/ },
});

/** A list of machines of a cloud, by a label that only machines of a cluster have. */
export const CLUSTER_MACHINES: readonly RegExp[] = [
  /\b(?:gcloud|aws|az|doctl|hcloud|openstack|oci)\b/,
  /\b(?:list|describe-instances|list-instances)\b/,
  // https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels, https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html
  /\bgoog-(?:gke-node|k8s-cluster-name|k8s-node-pool-name)\b|\beks:(?:nodegroup|cluster)-name\b|\bkubernetes\.io\/cluster\/|\bk8s\.io\/role\/|\bKubernetesCluster\b|\baks-managed-poolName\b|[\s"'=]MC_\w|\bnodeResourceGroup\b/,
];

/** Options whose value is the next word: letters of short ones, and whole long ones. */
const PSSH =
  'H h g l p o e t O x X --host --hosts --host-glob --user --par --outdir --errdir --timeout --option --extra-args --extra-arg';
const SSH = 'b B c D E e F I i J L l m O o p Q R S W w';

interface RemoteForm {
  readonly valued: string;
  /** Words between the options and the command. */
  readonly operands?: number;
  /** Without a command a shell is started, which reads standard input. */
  readonly shell?: boolean;
}

/** Programs whose words behind their own options are handed to the shell of the other machines. */
export const REMOTE_FORMS = table<RemoteForm>({
  ssh: { valued: SSH, operands: 1, shell: true },
  rsh: { valued: 'l k', operands: 1, shell: true },
  autossh: { valued: `${SSH} M`, operands: 1, shell: true },
  // https://linux.die.net/man/1/pssh
  pssh: { valued: PSSH },
  'parallel-ssh': { valued: PSSH },
  // https://linux.die.net/man/1/pdsh
  pdsh: { valued: 'w x f l R t u g X M' },
  // https://clustershell.readthedocs.io/en/latest/tools/clush.html
  clush: {
    valued:
      'w g x X l f t u o O m R --hostfile --machinefile --group --exclude --user --fanout --options --worker --topology --mode --connect_timeout --command_timeout --option --pick',
  },
  // https://xcat-docs.readthedocs.io/en/stable/guides/admin-guides/references/man1/xdsh.1.html
  xdsh: { valued: 'l f t S n i --user --fanout --timeout', operands: 1 },
  // https://www.netfort.gr.jp/~dancer/software/dsh.html.en
  dsh: {
    valued: 'm g f r n o F --machine --group --file --remoteshell --remoteshellopt --forklimit --num-topology',
  },
});

export interface RemoteVerb {
  /** The subcommands that run a command. */
  readonly verbs: readonly string[];
  /** Options whose value is a script. */
  readonly scripts?: readonly string[];
  /** Options in front of the command whose value is the next word. */
  readonly valued?: string;
  /** The first word behind the verb is the machine. */
  readonly named?: boolean;
  /** What stands behind `--` are words for ssh, whose options come first. */
  readonly handsToSsh?: boolean;
  /** The command is one word, wherever it stands behind the machine. */
  readonly quoted?: boolean;
}

/** Programs with subcommands of which one runs a command. */
export const REMOTE_VERBS = table<RemoteVerb>({
  kubectl: { verbs: ['exec', 'run', 'debug', 'node-shell', 'node_shell'] },
  oc: { verbs: ['exec', 'rsh', 'debug', 'run'] },
  minikube: { verbs: ['ssh'], valued: 'n p --node --profile' },
  // https://cloud.google.com/sdk/gcloud/reference/compute/ssh
  gcloud: {
    verbs: ['ssh'],
    scripts: ['--command'],
    named: true,
    handsToSsh: true,
    valued: '--zone --project --ssh-key-file --worker --account --configuration --container',
  },
  az: { verbs: ['run-command'], scripts: ['--scripts', '--command-text'] },
  // https://docs.aws.amazon.com/cli/latest/reference/ssm/send-command.html
  aws: { verbs: ['send-command', 'start-session'], scripts: ['--parameters'] },
  vagrant: { verbs: ['ssh'], scripts: ['-c', '--command'], named: true, handsToSsh: true },
  lxc: { verbs: ['exec'] },
  incus: { verbs: ['exec'] },
  multipass: { verbs: ['exec'] },
  pct: { verbs: ['exec'] },
  curtin: { verbs: ['in-target'] },
  'docker-machine': { verbs: ['ssh'], named: true },
  limactl: { verbs: ['shell'], named: true, valued: '--workdir --shell' },
  // https://goteleport.com/docs/reference/cli/tsh/
  tsh: { verbs: ['ssh'], named: true, valued: 'l p L D R o J --login --port --cluster --proxy --user --ttl' },
  // https://docs.digitalocean.com/reference/doctl/reference/compute/ssh/
  doctl: { verbs: ['ssh'], scripts: ['--ssh-command'], named: true },
  // https://documentation.ubuntu.com/juju/3.6/reference/juju-cli/list-of-juju-cli-commands/exec/
  juju: {
    verbs: ['ssh', 'exec', 'run'],
    named: true,
    quoted: true,
    valued: 'm a u --model --application --unit --machine --timeout --proxy',
  },
  // https://docs.chef.io/workstation/knife_ssh/
  knife: {
    verbs: ['ssh'],
    named: true,
    quoted: true,
    valued: 'x i p a G P --ssh-user --ssh-identity-file --attribute',
  },
  // https://www.puppet.com/docs/bolt/latest/bolt_running_commands.html
  bolt: { verbs: ['command'], scripts: ['run'] },
  // https://github.com/hetznercloud/cli
  hcloud: { verbs: ['ssh'], named: true, valued: 'u p --user --port' },
});

/**
 * Programs that name a module or function with its arguments; the options whose value is the next word.
 * https://docs.ansible.com/ansible/latest/cli/ansible.html, https://docs.saltproject.io/en/latest/ref/cli/salt.html
 */
export const MODULE_RUNNERS = table<string>({
  ansible:
    'i l u e f m a M c T t B P --inventory --inventory-file --limit --user --extra-vars --forks --module-name --args --module-path --connection --timeout --tree --background --poll --become-user --become-method --private-key --key-file --playbook-dir --vault-id --vault-password-file --ssh-common-args --ssh-extra-args',
  salt: 't b l c u --timeout --batch-size --log-level --out --output --config-dir --user --return --out-file --output-file --state-output --subset',
  'salt-ssh':
    't l c --timeout --log-level --out --output --config-dir --roster --roster-file --priv --user --passwd --out-file --output-file',
  'salt-call': 'l c m --log-level --out --output --config-dir --file-root --pillar-root --id --out-file --output-file',
});

/** What an option says is done in the disk of a machine: a command of it, a script, packages, a file `NAME:CONTENT`, copies `FROM:TO`. */
export type DiskOption = 'command' | 'script' | 'install' | 'remove' | 'write' | 'copy' | 'delete';

/** Programs that make or change the disk of a machine: https://libguestfs.org/virt-customize.1.html */
export const DISK_TOOLS: ReadonlySet<string> = new Set(['virt-customize', 'virt-sysprep', 'virt-builder']);

export const DISK_OPTIONS = table<DiskOption>({
  '--run-command': 'command',
  '--firstboot-command': 'command',
  '--run': 'script',
  '--firstboot': 'script',
  '--install': 'install',
  '--firstboot-install': 'install',
  '--uninstall': 'remove',
  '--firstboot-uninstall': 'remove',
  '--write': 'write',
  '--append-line': 'write',
  '--upload': 'copy',
  '--copy-in': 'copy',
  '--delete': 'delete',
});

/** Options of mussh whose value is a script, wherever they stand; `-h` takes any number of hosts. */
export const MUSSH_SCRIPTS: readonly string[] = ['-c'];

/**
 * Names that only nodes have: those that GKE and AKS give to their machines, and the tags of instances of a cluster.
 * https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html
 */
export const NODE_BY_NAME =
  /^gke-[\w-]{1,100}|^aks-[\w-]{1,100}|^Key=tag:(?:kubernetes\.io\/cluster\/|eks:(?:cluster|nodegroup)-name|karpenter\.sh\/|k8s\.io\/)/;
