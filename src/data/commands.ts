/** What each docker subcommand becomes where containers are not Docker's. */
import { table } from '../text/table.ts';
import { SOURCES } from './source-links.ts';

/**
 * `inspect` looks at containers, `lifecycle` changes them, `run` starts one, `transport` moves images onto the node,
 * `publish` builds and pushes, `login` stores credentials, `other` belongs to Docker alone.
 */
type CommandClass = 'inspect' | 'lifecycle' | 'run' | 'transport' | 'publish' | 'login' | 'other';

export interface CommandRow {
  /** Subcommand words, all spellings: `ps`, `container ls`. */
  readonly docker: readonly string[];
  readonly class: CommandClass;
  /** Replacement that speaks CRI; null when there is none. */
  readonly crictl: string | null;
  /** Options that crictl takes with the same meaning, with the spelling it takes. */
  readonly keeps?: ReadonlyMap<string, string>;
  /** Of those, the options that are followed by a value. */
  readonly withValue?: readonly string[];
  /** What to do where crictl has nothing, or what else serves. */
  readonly otherwise: string;
  readonly source: string;
}

const FOLLOW = table({
  '-f': '-f',
  '--follow': '-f',
  '--tail': '--tail',
  '-n': '--tail',
  '--since': '--since',
  '-t': '-t',
  '--timestamps': '-t',
});

export const DOCKER_COMMANDS: readonly CommandRow[] = [
  {
    docker: ['ps', 'container ls', 'container list', 'container ps'],
    class: 'inspect',
    crictl: 'crictl ps',
    keeps: table({
      '-a': '-a',
      '--all': '-a',
      '-q': '-q',
      '--quiet': '-q',
      '-l': '-l',
      '--latest': '-l',
      '--no-trunc': '--no-trunc',
    }),
    otherwise: 'kubectl get pods -o wide',
    source: SOURCES.crictl,
  },
  {
    docker: ['inspect', 'container inspect'],
    class: 'inspect',
    crictl: 'crictl inspect',
    otherwise: 'crictl inspecti for an image, crictl inspectp for a pod',
    source: SOURCES.crictl,
  },
  {
    docker: ['image inspect'],
    class: 'inspect',
    crictl: 'crictl inspecti',
    otherwise: 'ctr -n k8s.io images list',
    source: SOURCES.crictl,
  },
  {
    docker: ['logs', 'container logs'],
    class: 'inspect',
    crictl: 'crictl logs',
    keeps: FOLLOW,
    withValue: ['--tail', '-n', '--since'],
    otherwise: 'kubectl logs POD -c CONTAINER',
    source: SOURCES.crictl,
  },
  {
    docker: ['stats', 'container stats'],
    class: 'inspect',
    crictl: 'crictl stats',
    keeps: table({ '-a': '-a', '--all': '-a' }),
    otherwise: 'kubectl top pod',
    source: SOURCES.crictl,
  },
  {
    docker: ['top', 'container top'],
    class: 'inspect',
    crictl: null,
    otherwise: 'crictl inspect shows the process id, ps the rest',
    source: SOURCES.crictl,
  },
  {
    docker: ['port', 'container port'],
    class: 'inspect',
    crictl: null,
    otherwise: 'kubectl port-forward, or kubectl get pod -o wide for the address',
    source: SOURCES.crictl,
  },
  {
    docker: ['images', 'image ls', 'image list'],
    class: 'inspect',
    crictl: 'crictl images',
    keeps: table({ '-q': '-q', '--quiet': '-q', '--digests': '--digests', '--no-trunc': '--no-trunc' }),
    otherwise: 'nerdctl -n k8s.io images',
    source: SOURCES.crictl,
  },
  {
    docker: ['history', 'image history'],
    class: 'inspect',
    crictl: null,
    otherwise: 'crictl inspecti shows the layers',
    source: SOURCES.crictl,
  },
  {
    docker: ['info', 'system info'],
    class: 'inspect',
    crictl: 'crictl info',
    otherwise: 'kubectl get nodes -o wide',
    source: SOURCES.crictl,
  },
  {
    docker: ['version', '--version', '-v'],
    class: 'inspect',
    crictl: 'crictl version',
    otherwise: 'kubectl get nodes -o wide',
    source: SOURCES.crictl,
  },
  {
    docker: ['events', 'system events'],
    class: 'inspect',
    crictl: 'crictl events',
    otherwise: 'kubectl get events',
    source: SOURCES.crictl,
  },
  {
    docker: ['diff', 'container diff'],
    class: 'inspect',
    crictl: null,
    otherwise: 'nerdctl -n k8s.io diff',
    source: SOURCES.crictl,
  },
  {
    docker: ['system df'],
    class: 'inspect',
    crictl: 'crictl imagefsinfo',
    otherwise: 'du on the state directory of the runtime',
    source: SOURCES.crictl,
  },
  {
    docker: ['exec', 'container exec'],
    class: 'lifecycle',
    crictl: 'crictl exec',
    keeps: table({ '-i': '-i', '--interactive': '-i', '-t': '-t', '--tty': '-t', '-it': '-it', '-ti': '-it' }),
    otherwise: 'kubectl exec POD -c CONTAINER -- COMMAND',
    source: SOURCES.crictl,
  },
  {
    docker: ['attach', 'container attach'],
    class: 'lifecycle',
    crictl: 'crictl attach',
    otherwise: 'kubectl attach',
    source: SOURCES.crictl,
  },
  {
    docker: ['rm', 'container rm'],
    class: 'lifecycle',
    crictl: 'crictl rm',
    keeps: table({ '-f': '-f', '--force': '-f' }),
    otherwise: 'kubectl delete pod: the kubelet replaces containers that are removed behind its back',
    source: SOURCES.crictl,
  },
  {
    docker: ['stop', 'container stop'],
    class: 'lifecycle',
    crictl: 'crictl stop',
    keeps: table({ '-t': '--timeout', '--time': '--timeout' }),
    withValue: ['-t', '--time'],
    otherwise: 'kubectl delete pod: the kubelet restarts what is only stopped',
    source: SOURCES.crictl,
  },
  {
    docker: ['kill', 'container kill'],
    class: 'lifecycle',
    crictl: 'crictl stop --timeout 0',
    otherwise: 'kubectl exec POD -- kill -SIGNAL 1 to send a signal',
    source: SOURCES.crictl,
  },
  {
    docker: ['restart', 'container restart'],
    class: 'lifecycle',
    crictl: null,
    otherwise: 'crictl stop CONTAINER (the kubelet starts it again), or kubectl rollout restart',
    source: SOURCES.crictl,
  },
  {
    docker: ['pause', 'unpause', 'wait', 'container pause', 'container unpause', 'container wait'],
    class: 'lifecycle',
    crictl: null,
    otherwise: 'kubectl wait, or ctr -n k8s.io tasks pause',
    source: SOURCES.crictl,
  },
  {
    docker: ['update', 'container update'],
    class: 'lifecycle',
    crictl: 'crictl update',
    otherwise: 'change the resources of the pod',
    source: SOURCES.crictl,
  },
  {
    docker: ['rename', 'container rename'],
    class: 'lifecycle',
    crictl: null,
    otherwise: 'the kubelet names containers; change the pod',
    source: SOURCES.crictl,
  },
  {
    docker: ['cp', 'container cp'],
    class: 'lifecycle',
    crictl: null,
    otherwise: 'kubectl cp, or crictl exec with tar',
    source: SOURCES.crictl,
  },
  {
    docker: ['commit', 'container commit', 'export', 'container export'],
    class: 'lifecycle',
    crictl: null,
    otherwise: 'build the image from a Dockerfile; nerdctl -n k8s.io commit in an emergency',
    source: SOURCES.crictl,
  },
  {
    docker: ['rmi', 'image rm', 'image remove'],
    class: 'lifecycle',
    crictl: 'crictl rmi',
    otherwise: 'the kubelet removes unused images, see imageGCHighThresholdPercent',
    source: SOURCES.crictl,
  },
  {
    docker: ['system prune', 'image prune', 'container prune', 'volume prune', 'network prune', 'builder prune'],
    class: 'lifecycle',
    crictl: 'crictl rmi --prune',
    otherwise: 'the kubelet removes dead containers and unused images, see imageGCHighThresholdPercent',
    source: SOURCES.crictl,
  },
  {
    docker: ['run', 'container run', 'create', 'container create', 'start', 'container start'],
    class: 'run',
    crictl: null,
    otherwise: 'run it as a static pod, a DaemonSet or a systemd unit (nerdctl run where it must be a plain container)',
    source: SOURCES.crictl,
  },
  {
    docker: ['pull', 'image pull'],
    class: 'transport',
    crictl: 'crictl pull',
    otherwise: 'ctr -n k8s.io images pull',
    source: SOURCES.crictl,
  },
  {
    docker: ['load', 'image load'],
    class: 'transport',
    crictl: null,
    otherwise: 'ctr -n k8s.io images import FILE',
    source: SOURCES.affected,
  },
  {
    docker: ['import', 'image import'],
    class: 'transport',
    crictl: null,
    otherwise: 'build an image and pull it from a registry',
    source: SOURCES.affected,
  },
  {
    docker: ['save', 'image save'],
    class: 'transport',
    crictl: null,
    otherwise: 'ctr -n k8s.io images export FILE IMAGE',
    source: SOURCES.affected,
  },
  {
    docker: ['tag', 'image tag'],
    class: 'publish',
    crictl: null,
    otherwise: 'ctr -n k8s.io images tag OLD NEW',
    source: SOURCES.affected,
  },
  {
    docker: ['build', 'image build', 'buildx build', 'buildx', 'builder', 'builder build', 'bake'],
    class: 'publish',
    crictl: null,
    otherwise: 'build with BuildKit, Buildah or Kaniko, push to a registry, and let the kubelet pull',
    source: SOURCES.affected,
  },
  {
    docker: ['push', 'image push', 'manifest'],
    class: 'publish',
    crictl: null,
    otherwise: 'push where the image is built (buildctl, buildah push, skopeo copy)',
    source: SOURCES.affected,
  },
  {
    docker: ['login', 'logout'],
    class: 'login',
    crictl: null,
    otherwise: 'imagePullSecrets, or a kubelet image credential provider',
    source: SOURCES.credentialProvider,
  },
  {
    docker: ['network'],
    class: 'lifecycle',
    crictl: null,
    otherwise: 'pod networks are CNI’s: crictl inspectp, ip and the files in /etc/cni/net.d',
    source: SOURCES.crictl,
  },
  {
    docker: ['volume'],
    class: 'lifecycle',
    crictl: null,
    otherwise: 'use PersistentVolumes; CRI runtimes keep no volumes',
    source: SOURCES.crictl,
  },
  {
    docker: ['search'],
    class: 'other',
    crictl: null,
    otherwise: 'ask the registry',
    source: SOURCES.crictl,
  },
  {
    docker: [
      'compose',
      'swarm',
      'stack',
      'service',
      'secret',
      'config',
      'node',
      'context',
      'plugin',
      'trust',
      'scan',
      'scout',
      'sbom',
      'help',
    ],
    class: 'other',
    crictl: null,
    otherwise: 'describe it as Kubernetes objects',
    source: SOURCES.crictl,
  },
];

/** Options in front of the subcommand that take a value. */
export const DOCKER_GLOBAL_OPTIONS_WITH_VALUE: readonly string[] = [
  '-H',
  '--host',
  '-c',
  '--context',
  '--config',
  '-l',
  '--log-level',
  '--tlscacert',
  '--tlscert',
  '--tlskey',
];

/** Words in a command line that only containers of Kubernetes carry. */
export const KUBERNETES_WORDS: readonly string[] = [
  'k8s_',
  'k8s-',
  'io.kubernetes.',
  'kube-',
  'kubelet',
  'kubeadm',
  '/etc/kubernetes',
  'apiserver',
  'hyperkube',
];
