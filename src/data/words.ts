/** Words that the domain is spoken of with, and how they are written. */

/** Without one of these, the text of an argument holds nothing that a rule looks for; U+E000 is a part that is not known. */
export const MAY_MATTER = /docker|kube|containerd|cri|k3s|rke|moby|runtime|daemon|cni|etcd|image|sock|\uE000/i;

/** What keeps its small letter at the start of a sentence. */
export const STAYS_LOWER =
  /^(?:kubectl|crictl|ctr|nerdctl|minikube|containerd|cri-dockerd|dockerd|dockershim|nvidia|kOps|k3s|eksctl|du|[\w.-]+[:=]|--|\S+ = |[a-z]+(?:[A-Z]|_)\w)/;

/** What keeps its capital inside of a sentence: names, and what has another capital or a figure in its first word. */
export const STAYS_UPPER =
  /^(?:(?:Docker(?:files?)?|Kubernetes|Podman|Helm|Ansible|Terraform|Prometheus|Grafana|Windows|Linux)\b|[A-Z][\w-]{0,40}[A-Z\d])/;

/** A value that may choose a runtime, or a client of one. */
export const SPEAKS_OF_RUNTIMES = /docker|containerd|cri-?o\b|podman|nerdctl|crictl/i;
