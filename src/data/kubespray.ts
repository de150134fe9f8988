/** Variables of kubespray for Docker, and those that take their place: https://github.com/kubernetes-sigs/kubespray/tree/master/docs/CRI */
import { table } from '../text/table.ts';

interface KubesprayRow {
  readonly containerd: string;
  readonly crio: string;
  /** Nothing takes its place. */
  readonly goes?: true;
}

const REST: KubesprayRow = {
  containerd: 'drop it: kubespray reads it with container_manager: docker only',
  crio: 'drop it: kubespray reads it with container_manager: docker only',
  goes: true,
};
const MIRRORS: KubesprayRow = {
  containerd:
    'name each registry in containerd_registries_mirrors (prefix, and mirrors with host, capabilities: [pull, resolve] and skip_verify)',
  crio: 'name each registry in crio_registries (prefix, location, insecure, and mirrors)',
};

export const KUBESPRAY_VARIABLES = table<KubesprayRow>({
  docker_iptables_enabled: REST,
  docker_mount_flags: REST,
  docker_storage_driver: REST,
  docker_storage_options: REST,
  docker_registry_mirrors: MIRRORS,
  docker_insecure_registries: MIRRORS,
});
