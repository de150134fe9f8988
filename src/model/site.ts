/** On which machine something happens, where that is not the machine that the document itself runs on. */

/**
 * `remote`: a machine that is reached over the network (`ssh`, `vagrant ssh`, `kubectl debug node/`).
 * `host`: the machine under a pod that leaves its container (`nsenter -t 1`, `chroot /host`).
 * `container`: inside a container that is entered or started (`docker exec`, `kubectl exec`, `docker run`).
 * `group`: the hosts of an Ansible play. `make-target`: one target of a makefile.
 * `machine`: one of those that a file describes (a Vagrantfile), of which others may be something else.
 * `operator`: the machine of whoever runs the tool, beside those that it sets up (`local-exec` of Terraform).
 */
export interface Site {
  readonly kind: 'remote' | 'host' | 'container' | 'group' | 'make-target' | 'machine' | 'operator';
  /** How the repository calls it: the host's expression, the container's name, the group. The same name in one file is one machine. */
  readonly name: string;
  /** What is known about the machine from where its name comes from, or from what it is called by the tool that makes or reaches it. */
  readonly is?: 'cluster-node' | 'named-node' | 'cluster-group' | 'configured-node' | undefined;
  /** The machine from which it is reached, when that is not the document's own. */
  readonly outer?: Site | undefined;
}
