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
});

/** A list of machines of a cloud, by a label that only machines of a cluster have. */
export const CLUSTER_MACHINES: readonly RegExp[] = [
  /\b(?:gcloud|aws|az|doctl|hcloud|openstack|oci)\b/,
  /\b(?:list|describe-instances|list-instances)\b/,
  // https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels, https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html
  /\bgoog-(?:gke-node|k8s-cluster-name|k8s-node-pool-name)\b|\beks:(?:nodegroup|cluster)-name\b|\bkubernetes\.io\/cluster\/|\bk8s\.io\/role\/|\bKubernetesCluster\b|\baks-managed-poolName\b/,
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
}

/** Programs with subcommands of which one runs a command. */
export const REMOTE_VERBS = table<RemoteVerb>({
  kubectl: { verbs: ['exec', 'run', 'debug', 'node-shell', 'node_shell'] },
  oc: { verbs: ['exec', 'rsh', 'debug', 'run'] },
  minikube: { verbs: ['ssh'], valued: 'n p --node --profile' },
  ansible: { verbs: ['-m', '--module-name', '-a', '--args'], scripts: ['-a', '--args'] },
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
  // https://github.com/hetznercloud/cli
  hcloud: { verbs: ['ssh'], named: true, valued: 'u p --user --port' },
});

/** Options of mussh whose value is a script, wherever they stand; `-h` takes any number of hosts. */
export const MUSSH_SCRIPTS: readonly string[] = ['-c'];

/**
 * Names that only nodes have: those that GKE and AKS give to their machines, and the tags of instances of a cluster.
 * https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html
 */
export const NODE_BY_NAME =
  /^gke-[\w-]{1,100}|^aks-[\w-]{1,100}|^Key=tag:(?:kubernetes\.io\/cluster\/|eks:(?:cluster|nodegroup)-name|karpenter\.sh\/|k8s\.io\/)/;
