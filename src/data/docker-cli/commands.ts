/** What each docker subcommand asks for, and what serves where containers are not Docker's. */
import { SOURCES } from '../source-links.ts';

/**
 * `inspect` looks at containers, `lifecycle` changes them, `run` starts one, `transport` moves images onto the node,
 * `publish` builds and pushes, `login` stores credentials, `other` belongs to Docker alone.
 */
type CommandClass = 'inspect' | 'lifecycle' | 'run' | 'transport' | 'publish' | 'login' | 'other';

/** What a subcommand is for, where another tool can do it; `none` where none can. */
export type CommandPurpose =
  | 'list-containers'
  | 'inspect'
  | 'inspect-image'
  | 'logs'
  | 'stats'
  | 'top'
  | 'none'
  | 'list-images'
  | 'info'
  | 'version'
  | 'events'
  | 'disk-use'
  | 'exec'
  | 'attach'
  | 'remove'
  | 'stop'
  | 'kill'
  | 'restart'
  | 'pause'
  | 'unpause'
  | 'wait'
  | 'update'
  | 'copy'
  | 'remove-images'
  | 'prune-containers'
  | 'prune-images'
  | 'prune-system'
  | 'run'
  | 'create'
  | 'pull'
  | 'load'
  | 'save'
  | 'tag'
  | 'push';

export interface CommandRow {
  /** Subcommand words, all spellings: `ps`, `container ls`. */
  readonly docker: readonly string[];
  readonly class: CommandClass;
  readonly purpose: CommandPurpose;
  /** What else serves, or what to do where nothing does the same. */
  readonly otherwise: { readonly containerd: string; readonly crio: string };
  readonly source: string;
}

/** What becomes of a line that clears volumes away. */
export const VOLUMES_GO =
  'delete the line: a CRI runtime keeps no volumes of its own, and the kubelet removes those of deleted pods';

const both = (text: string) => ({ containerd: text, crio: text });

export const DOCKER_COMMANDS: readonly CommandRow[] = [
  {
    docker: ['ps', 'container ls', 'container list', 'container ps'],
    class: 'inspect',
    purpose: 'list-containers',
    otherwise: both('kubectl get pods -o wide'),
    source: SOURCES.crictl,
  },
  {
    docker: ['inspect', 'container inspect'],
    class: 'inspect',
    purpose: 'inspect',
    otherwise: both('crictl inspecti for an image, crictl inspectp for a pod'),
    source: SOURCES.crictl,
  },
  {
    docker: ['image inspect'],
    class: 'inspect',
    purpose: 'inspect-image',
    otherwise: both('kubectl get node NODE -o yaml lists the images of a node'),
    source: SOURCES.crictl,
  },
  {
    docker: ['logs', 'container logs'],
    class: 'inspect',
    purpose: 'logs',
    otherwise: both('kubectl logs POD -c CONTAINER'),
    source: SOURCES.crictl,
  },
  {
    docker: ['stats', 'container stats'],
    class: 'inspect',
    purpose: 'stats',
    otherwise: both('kubectl top pod'),
    source: SOURCES.crictl,
  },
  {
    docker: ['top', 'container top'],
    class: 'inspect',
    purpose: 'top',
    otherwise: both('kubectl exec POD -c CONTAINER -- ps'),
    source: SOURCES.crictl,
  },
  {
    docker: ['port', 'container port'],
    class: 'inspect',
    purpose: 'none',
    otherwise: both(
      'kubectl port-forward, or kubectl get pod -o wide for the address: the ports of a pod are not published on the node',
    ),
    source: SOURCES.crictl,
  },
  {
    docker: ['images', 'image ls', 'image list'],
    class: 'inspect',
    purpose: 'list-images',
    otherwise: both('kubectl get node NODE -o yaml lists the images of a node'),
    source: SOURCES.crictl,
  },
  {
    docker: ['history', 'image history'],
    class: 'inspect',
    purpose: 'none',
    otherwise: {
      containerd: '`nerdctl -n k8s.io history IMAGE` where nerdctl is installed, or `crictl inspecti IMAGE`',
      crio: '`podman history IMAGE`, or `crictl inspecti IMAGE`',
    },
    source: SOURCES.crictl,
  },
  {
    docker: ['info', 'system info'],
    class: 'inspect',
    purpose: 'info',
    otherwise: both('kubectl get nodes -o wide'),
    source: SOURCES.crictl,
  },
  {
    docker: ['version', '--version', '-v'],
    class: 'inspect',
    purpose: 'version',
    otherwise: both('kubectl get nodes -o wide'),
    source: SOURCES.crictl,
  },
  {
    docker: ['events', 'system events'],
    class: 'inspect',
    purpose: 'events',
    otherwise: both('kubectl get events'),
    source: SOURCES.crictl,
  },
  {
    docker: ['diff', 'container diff'],
    class: 'inspect',
    purpose: 'none',
    otherwise: {
      containerd: '`nerdctl -n k8s.io diff CONTAINER` where nerdctl is installed; crictl has no counterpart',
      crio: 'nothing shows this for a container of CRI-O; its root directory is /proc/PID/root',
    },
    source: SOURCES.crictl,
  },
  {
    docker: ['system df'],
    class: 'inspect',
    purpose: 'disk-use',
    otherwise: { containerd: '`du -sh /var/lib/containerd`', crio: '`du -sh /var/lib/containers/storage`' },
    source: SOURCES.crictl,
  },
  {
    docker: ['exec', 'container exec'],
    class: 'lifecycle',
    purpose: 'exec',
    otherwise: both('kubectl exec POD -c CONTAINER -- COMMAND'),
    source: SOURCES.crictl,
  },
  {
    docker: ['attach', 'container attach'],
    class: 'lifecycle',
    purpose: 'attach',
    otherwise: both('kubectl attach POD -c CONTAINER'),
    source: SOURCES.crictl,
  },
  {
    docker: ['rm', 'container rm'],
    class: 'lifecycle',
    purpose: 'remove',
    otherwise: both('kubectl delete pod: the kubelet replaces containers that are removed behind its back'),
    source: SOURCES.crictl,
  },
  {
    docker: ['stop', 'container stop'],
    class: 'lifecycle',
    purpose: 'stop',
    otherwise: both('kubectl delete pod: the kubelet restarts what is only stopped'),
    source: SOURCES.crictl,
  },
  {
    docker: ['kill', 'container kill'],
    class: 'lifecycle',
    purpose: 'kill',
    otherwise: both('kubectl exec POD -c CONTAINER -- kill -SIGNAL 1 sends a signal'),
    source: SOURCES.crictl,
  },
  {
    docker: ['restart', 'container restart'],
    class: 'lifecycle',
    purpose: 'restart',
    otherwise: both('kubectl rollout restart, or kubectl delete pod'),
    source: SOURCES.crictl,
  },
  {
    docker: ['pause', 'container pause'],
    class: 'lifecycle',
    purpose: 'pause',
    otherwise: both('the CRI has no counterpart; kubectl scale to 0 stops a workload'),
    source: SOURCES.crictl,
  },
  {
    docker: ['unpause', 'container unpause'],
    class: 'lifecycle',
    purpose: 'unpause',
    otherwise: both('the CRI has no counterpart'),
    source: SOURCES.crictl,
  },
  {
    docker: ['wait', 'container wait'],
    class: 'lifecycle',
    purpose: 'wait',
    otherwise: both('kubectl wait --for=condition=complete job/NAME for a job'),
    source: SOURCES.crictl,
  },
  {
    docker: ['update', 'container update'],
    class: 'lifecycle',
    purpose: 'update',
    otherwise: both('change the resources of the pod'),
    source: SOURCES.crictl,
  },
  {
    docker: ['rename', 'container rename'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: both('the kubelet names containers; change the pod'),
    source: SOURCES.crictl,
  },
  {
    docker: ['cp', 'container cp'],
    class: 'lifecycle',
    purpose: 'copy',
    otherwise: both('`kubectl cp FILE NAMESPACE/POD:FILE -c CONTAINER`, or the other way round'),
    source: SOURCES.crictl,
  },
  {
    docker: ['commit', 'container commit'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: {
      containerd: 'build the image from a Dockerfile; `nerdctl -n k8s.io commit CONTAINER IMAGE` in an emergency',
      crio: 'build the image from a Containerfile; CRI-O cannot commit a container',
    },
    source: SOURCES.crictl,
  },
  {
    docker: ['export', 'container export'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: both(
      'copy the files out with kubectl cp, or from /proc/PID/root on the node; the CRI exports no containers',
    ),
    source: SOURCES.crictl,
  },
  {
    docker: ['checkpoint'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: both(
      '`crictl checkpoint --export FILE CONTAINER` where the runtime supports it, or the checkpoint call of the kubelet',
    ),
    source: SOURCES.crictl,
  },
  {
    docker: ['rmi', 'image rm', 'image remove'],
    class: 'lifecycle',
    purpose: 'remove-images',
    otherwise: both('the kubelet removes unused images, see imageGCHighThresholdPercent'),
    source: SOURCES.crictl,
  },
  {
    docker: ['container prune'],
    class: 'lifecycle',
    purpose: 'prune-containers',
    otherwise: both('the kubelet removes dead containers'),
    source: SOURCES.crictl,
  },
  {
    docker: ['image prune'],
    class: 'lifecycle',
    purpose: 'prune-images',
    otherwise: both('the kubelet removes unused images, see imageGCHighThresholdPercent'),
    source: SOURCES.crictl,
  },
  {
    docker: ['system prune'],
    class: 'lifecycle',
    purpose: 'prune-system',
    otherwise: both('the kubelet removes dead containers and unused images, see imageGCHighThresholdPercent'),
    source: SOURCES.crictl,
  },
  {
    docker: ['volume prune'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: both(VOLUMES_GO),
    source: SOURCES.crictl,
  },
  {
    docker: ['network prune'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: both('delete the line: pod networks are CNI’s, and the runtime releases them with the pod'),
    source: SOURCES.crictl,
  },
  {
    docker: ['builder prune', 'buildx prune'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: {
      containerd:
        'delete the line: a CRI runtime builds nothing and has no build cache (`buildctl prune` where BuildKit runs)',
      crio: 'delete the line: a CRI runtime builds nothing and has no build cache (`buildah prune` where Buildah builds)',
    },
    source: SOURCES.crictl,
  },
  {
    docker: ['run', 'container run'],
    class: 'run',
    purpose: 'run',
    otherwise: both('run it as a static pod, a DaemonSet or a systemd unit'),
    source: SOURCES.crictl,
  },
  {
    docker: ['create', 'container create'],
    class: 'run',
    purpose: 'create',
    otherwise: both('run it as a static pod, a DaemonSet or a systemd unit'),
    source: SOURCES.crictl,
  },
  {
    docker: ['start', 'container start'],
    class: 'run',
    purpose: 'none',
    otherwise: both('the kubelet starts containers: put the pod into /etc/kubernetes/manifests, or use a DaemonSet'),
    source: SOURCES.crictl,
  },
  {
    docker: ['pull', 'image pull'],
    class: 'transport',
    purpose: 'pull',
    otherwise: {
      containerd: '`ctr -n k8s.io images pull IMAGE` with the full name of the image',
      crio: '`podman pull IMAGE`',
    },
    source: SOURCES.crictl,
  },
  {
    docker: ['load', 'image load'],
    class: 'transport',
    purpose: 'load',
    otherwise: both('push the image to a registry and let the kubelet pull it'),
    source: SOURCES.affected,
  },
  {
    docker: ['import', 'image import'],
    class: 'transport',
    purpose: 'none',
    otherwise: {
      containerd: 'build an image from the files and pull it from a registry',
      crio: 'build an image from the files; `podman import FILE IMAGE` puts one into CRI-O’s store',
    },
    source: SOURCES.affected,
  },
  {
    docker: ['save', 'image save'],
    class: 'transport',
    purpose: 'save',
    otherwise: {
      containerd: 'pull the image from its registry with `skopeo copy`',
      crio: '`skopeo copy containers-storage:IMAGE docker-archive:FILE`',
    },
    source: SOURCES.affected,
  },
  {
    docker: ['tag', 'image tag'],
    class: 'publish',
    purpose: 'tag',
    otherwise: both('name the image so in its registry'),
    source: SOURCES.affected,
  },
  {
    docker: ['build', 'image build', 'builder build', 'buildx build', 'buildx', 'builder', 'bake', 'buildx bake'],
    class: 'publish',
    purpose: 'none',
    otherwise: both('build with BuildKit or Buildah, push to a registry, and let the kubelet pull'),
    source: SOURCES.affected,
  },
  {
    docker: ['push', 'image push'],
    class: 'publish',
    purpose: 'push',
    otherwise: both('push where the image is built (buildctl, buildah push, skopeo copy)'),
    source: SOURCES.affected,
  },
  {
    docker: ['manifest'],
    class: 'publish',
    purpose: 'none',
    otherwise: both(
      'assemble it where the image is built: `buildah manifest`, `docker buildx imagetools` or `skopeo copy --all`',
    ),
    source: SOURCES.affected,
  },
  {
    docker: ['login', 'logout'],
    class: 'login',
    purpose: 'none',
    otherwise: both('imagePullSecrets, or a kubelet image credential provider'),
    source: SOURCES.credentialProvider,
  },
  {
    docker: ['network create', 'network rm', 'network remove', 'network connect', 'network disconnect'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: {
      containerd:
        'delete the line: the CNI plugin makes the networks of pods; write nerdctl for docker where nerdctl starts the containers that use this one',
      crio: 'delete the line: the CNI plugin makes the networks of pods; write podman for docker where podman starts the containers that use this one',
    },
    source: SOURCES.crictl,
  },
  {
    docker: ['network'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: both(
      'pod networks are CNI’s: crictl inspectp shows them, and the configuration of the CNI plugin sets them',
    ),
    source: SOURCES.crictl,
  },
  {
    docker: ['volume'],
    class: 'lifecycle',
    purpose: 'none',
    otherwise: {
      containerd:
        'write nerdctl for docker where nerdctl starts the container that uses the volume; a pod takes a PersistentVolume or a hostPath, and a CRI runtime keeps no volumes',
      crio: 'write podman for docker where podman starts the container that uses the volume; a pod takes a PersistentVolume or a hostPath, and a CRI runtime keeps no volumes',
    },
    source: SOURCES.crictl,
  },
  {
    docker: ['search'],
    class: 'other',
    purpose: 'none',
    otherwise: both('ask the registry (`skopeo list-tags docker://IMAGE`)'),
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
    purpose: 'none',
    otherwise: both('describe it as Kubernetes objects'),
    source: SOURCES.crictl,
  },
];
