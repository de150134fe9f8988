/** Variables of kubespray for Docker, and those that take their place: https://github.com/kubernetes-sigs/kubespray/tree/master/docs/CRI */
import { table } from '../text/table.ts';

const REST = 'drop it: kubespray reads it with container_manager: docker only';
const MIRRORS = {
  containerd:
    'name each registry in containerd_registries_mirrors (prefix, and mirrors with host, capabilities: [pull, resolve] and skip_verify)',
  crio: 'name each registry in crio_registries (prefix, location, insecure, and mirrors)',
};

export const KUBESPRAY_VARIABLES = table<{ readonly containerd: string; readonly crio: string }>({
  docker_iptables_enabled: { containerd: REST, crio: REST },
  docker_mount_flags: { containerd: REST, crio: REST },
  docker_storage_options: { containerd: REST, crio: REST },
  docker_registry_mirrors: MIRRORS,
  docker_insecure_registries: MIRRORS,
});
