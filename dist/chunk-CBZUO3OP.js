const require = process.getBuiltinModule;
var e={"docker-socket-mount":`# docker-socket-mount

A volume mounts the socket of the node’s Docker Engine.

## What it finds

- \`hostPath\` volumes (and PersistentVolumes, Terraform \`host_path\`, runner configuration) whose path is \`docker.sock\`, Docker’s private containerd socket, or \`\\\\.\\pipe\\docker_engine\`.
- The finding is on the path; the mounts that use the volume are shown with it.

## Why

Kubernetes 1.24 removed dockershim. Nodes with containerd or CRI-O have no Docker Engine, so nothing answers on the socket. With \`type: Socket\` or \`type: File\` the pod does not start; without a type the runtime creates an empty directory of that name on the node, and the client fails later with an odd message.

Where nodes keep Docker Engine through cri-dockerd the mount goes on working and is a notice. An old client can still be refused there: Engine 29 asks for API 1.44 (1.40 from 29.3).

## Instead

- An agent that reads containers: mount the socket of the runtime and set the agent’s own option for CRI. Changing only the path gives a client that speaks the wrong protocol.
- An image build: BuildKit, Buildah, or a \`docker:dind\` sidecar.
- \`docker exec\` into neighbours: the Kubernetes API (\`pods/exec\`).

## Fix

- Unsafe (\`--fix=unsafe\`): For agents that look for the socket of the runtime by themselves (Datadog, Falco, cAdvisor), that socket takes the place of docker.sock in the volume and in its mounts; a volume that nothing reads goes with its mounts. On nodes that still run Docker Engine the agent sees no containers afterwards.

## When it is fine

- The pod brings its own engine (dind) and shares its socket on an \`emptyDir\`.
- The pod also mounts a CRI socket: it is made for several runtimes, and the finding is a notice (an error again with \`type: Socket\`).
- No container mounts the volume: a notice. A policy that allows the path is a warning: it refuses the socket that takes its place. A PodSecurityPolicy is a notice, because Kubernetes 1.25 removed them.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/
`,"docker-socket-parent-mount":`# docker-socket-parent-mount

A pod can reach docker.sock through a directory that it mounts.

## What it finds

\`hostPath\` volumes for \`/\`, \`/run\`, \`/var/run\` or \`/var\` in a pod that shows a second sign of Docker: \`DOCKER_HOST\`, an argument or variable that names \`docker.sock\`, or a volume that is called after it. A variable that names the socket below the mount is one finding with it, of [docker-socket-endpoint](docker-socket-endpoint.md). Without a sign nothing is reported, as node exporters and many agents mount the same directories.

## Why

A search for \`docker.sock\` does not see these mounts, and the pod still stops working: Kubernetes 1.24 removed dockershim, and nodes without Docker Engine have no such socket below the directory.

## Instead

Mount the one socket directory that the agent needs (\`/run/containerd\`, \`/run/crio\`) and set its option for CRI.

## Fix

None: what the agent needs of the folder is not written in the manifest.

## When it is fine

When the agent also names a CRI socket it is made for several runtimes, and the finding is a notice.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
`,"docker-socket-endpoint":'# docker-socket-endpoint\n\nA setting names Docker’s socket or port as the endpoint to talk to.\n\n## What it finds\n\n- Variables, arguments and settings whose value is the address of `docker.sock` (`DOCKER_HOST`, `CORE_VM_ENDPOINT`, `--docker-endpoint`, `dockerURL`, `socketPath` …).\n- The TCP port of the node’s engine: `tcp://$(HOST_IP):2375`.\n- Collectors that open `docker.sock` without being told an address: the OpenTelemetry receiver `docker_stats`, the Metricbeat module `docker`.\n\n## Why\n\nKubernetes 1.24 removed dockershim; nodes with containerd or CRI-O have no Docker Engine. A Docker client gets "no such file", and a CRI client gets a protocol error.\n\n## Instead\n\nGive the program the socket of the runtime in its own setting for CRI, and delete this one. OpenTelemetry: `kubeletstats`. Metricbeat: the `kubernetes` module. Telegraf: `inputs.kubernetes`.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): The key or variable of a known tool that holds nothing but the socket (Litmus, Chaos Mesh) names that of the runtime. On nodes that still run Docker Engine the tool finds nothing there.\n\n## When it is fine\n\n- `tcp://localhost:2376` with a `docker:dind` sidecar: the engine is in the pod.\n- The same list also names CRI sockets: the program tries one after the other, and the finding is a notice.\n- CI jobs and scripts of developers.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/\n',"docker-host-path":"# docker-host-path\n\nA path of the node belongs to Docker Engine or dockershim.\n\n## What it finds\n\n`hostPath` volumes, settings and script arguments under `/var/lib/docker`, `/run/docker`, `/etc/docker` (as a mount), the `docker` program of the node, `/var/lib/dockershim`, and `C:\\ProgramData\\docker`.\n\n## Why\n\nWithout Docker Engine nobody fills these paths. The json-file logs of `/var/lib/docker/containers` are files under `/var/log/pods` since containers come from a CRI runtime, which is every node from Kubernetes 1.24 on. With `type: Directory` or `type: File` the pod does not even start. Engine 29 leaves `overlay2` empty too: fresh installs use the containerd image store.\n\n## Instead\n\nMount `/var/log` for logs, `/var/lib/containerd` (CRI-O: `/var/lib/containers/storage`) for images, and take programs from the image. Rotate logs with `containerLogMaxSize` and `containerLogMaxFiles` of the kubelet.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): Where the pod mounts /var/log as well, the volume of Docker’s logs goes with its mounts; `du` and `df` measure the store of the runtime. On nodes that still run Docker Engine the logs are files in the folder that is no longer mounted.\n\n## When it is fine\n\n- A log agent that reads `/var/log`, parses the CRI format, and mounts the directory as well: a notice.\n- `emptyDir` volumes for an engine inside the pod, and `config.json` files of clients.\n- Patterns that leave the path out (`--collector.filesystem.mount-points-exclude`): a notice, as the new directories are missing from them.\n\n## Sources\n\n- https://kubernetes.io/docs/concepts/cluster-administration/logging/\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://docs.docker.com/engine/storage/containerd/\n","docker-cli-command":"# docker-cli-command\n\nA docker command looks at or changes containers of the node.\n\n## What it finds\n\n`docker ps`, `logs`, `exec`, `rm`, `system prune` and the like in scripts of nodes, in units and cron tables, in commands, probes and hooks of pods, and behind `sudo`, `nsenter`, `chroot`, `ssh` and `sh -c`; the test of a node’s script that ends it where there is no docker.\n\n## Why\n\nFrom Kubernetes 1.24 on the kubelet’s containers belong to containerd or CRI-O. Without Docker Engine the command is not found; with it, the list is empty, as Docker’s containers live in another namespace.\n\n## Instead\n\nThe finding says the same request for the tools of the node. Filters become options of `crictl` (`--filter status=exited` → `--state Exited`, `ancestor` → `--image`, `name=k8s_etcd_…` → `--name '^etcd$'`), templates become `-q`, `jq` or `-o go-template`, names become ids (`$(crictl ps -q --latest --name '^etcd$')`), and what follows the container of `docker exec` stays word for word. `docker ps … | xargs docker rm`, `docker rm $(docker ps …)` and loops are answered as one.\n\nWhat reads the line counts too. A unit of systemd, a task of Ansible’s `command` and a list of words start a program without a shell, so a command with a pipe or `$(…)` gets one (`/bin/sh -c '…'`), or the advice says where. Where a variable may hold the name of a container, the advice says that crictl takes ids, and there is no fix.\n\nWhat crictl cannot do is said, never left out: a filter without a counterpart gets no command that would remove or stop more than the original. Images are `ctr -n k8s.io images …` beside containerd and `podman …` beside CRI-O, which has neither ctr nor nerdctl. Often `kubectl` is the better answer. [The table of all docker commands](../docker-commands.md) has every subcommand.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): The command that the advice begins with takes the place of a docker command, or of a list that is piped into `xargs`, where it runs on the node, stands on one line, needs nothing filled in and reaches nothing that docker did not. Its output has other columns, and it only works on nodes with the new runtime.\n\n## When it is fine\n\n- Builds in CI and on laptops (`docker build`, `push`, `compose`): silent.\n- A command behind `if command -v docker` or a test of the runtime: it is skipped, and the finding is a notice. Where the repository itself chooses Docker until told otherwise (`RUNTIME=\"${RUNTIME:-docker}\"`, `container_manager: docker` in defaults), the test holds and the finding stays.\n- A machine to which the repository gives a Docker Engine of its own: containers that it starts there are a notice. What clears that engine (`docker system prune`) goes with it; the kubelet’s images are not its business.\n- Pods that run an engine of their own. A pod into which nothing brings the socket of an engine, and no variable either: what the scripts that it calls do with docker fails there on every node, and is a notice.\n- `docker --version` in a container: the client of the image answers it.\n\n## Sources\n\n- https://kubernetes.io/docs/reference/tools/map-crictl-dockercli/\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n","docker-service-unit":`# docker-service-unit

A command, unit or log filter depends on the docker service.

## What it finds

\`systemctl\`, \`service\` and Windows service commands on \`docker\`; \`Requires=\`, \`After=\` and the like in unit files; journal filters of log agents; \`pkill dockerd\`; units that start \`dockerd\`.

## Why

Nodes with containerd or CRI-O have no \`docker.service\`; from Kubernetes 1.24 on nothing else makes one necessary. A unit that requires it never starts, a command fails, a journal filter collects nothing. A kubelet that requires it is an error.

## Instead

\`containerd.service\` or \`crio.service\`. Running pods survive a restart of either.

## Fix

- Safe (\`--fix\`): The unit of the runtime takes the place of docker.service in \`After=\` and its like, in what the kubelet requires, and in filters of the journal; not in units that call docker themselves.
- Unsafe (\`--fix=unsafe\`): The same in what other units require, in \`systemctl\` commands and in service tasks of Ansible. They fail on nodes that have no such unit yet, and a unit that needs Docker Engine itself has to be changed first.

## When it is fine

- \`After=\` and \`Wants=\` only order: a notice.
- A journal filter beside one of the runtime's own unit: a notice.
- Stopping, disabling or asking for the state of the unit, and commands behind a test: a notice. A monitor that asks for it is a warning: it alarms for good.
- The unit of a Docker Engine that the repository itself installs beside the kubelet’s runtime: a notice.
- Lists of units for a first boot (Ignition, Butane): the systems that read them come with Docker Engine, so the entry is a notice.
- CI, and pods with an engine of their own.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/
`,"docker-engine-package":'# docker-engine-package\n\nDocker Engine is installed on a Kubernetes node.\n\n## What it finds\n\nInstalls of `docker-ce`, `docker.io`, `moby-engine`, `nvidia-docker2` and the like, and of get.docker.com, in scripts, cloud-init, Ansible and images that also set up Kubernetes or are known to run on nodes. Roles of Ansible Galaxy that a play names (`geerlingguy.docker`, `NAMESPACE.COLLECTION.docker`) are installs too, and one such as `geerlingguy.kubernetes` makes the hosts of the play nodes. Package repository, client, pinned version and group are shown with the install that needs them.\n\n## Why\n\nSince Kubernetes 1.24 the kubelet does not use Docker Engine. It takes space, and `containerd.io` from Docker’s repository brings `/etc/containerd/config.toml` with the CRI plugin disabled, a common reason for "unknown service runtime.v1.RuntimeService".\n\n## Instead\n\nInstall `containerd`, or `containerd.io` where packages come from Docker’s repository, with a configuration of your own: CRI enabled, `SystemdCgroup = true`. A role goes for one that installs containerd, such as `geerlingguy.containerd` with `containerd_config_cgroup_driver_systemd: true`. For GPUs: `nvidia-container-toolkit` and `nvidia-ctk runtime configure`.\n\n## Fix\n\nNone: the runtime needs its configuration as well as its package; `dockershim-lint migrate` writes it.\n\n## When it is fine\n\n- CI images and machines of developers.\n- Nodes that keep Docker Engine with cri-dockerd.\n- Docker Engine beside the runtime that the same script sets up for the kubelet, and a role of Galaxy beside one for containerd or CRI-O: a notice, or nothing.\n- A role of Galaxy that the repository has copied into `roles/`: its own tasks say what they install.\n- Removing the package, adding its repository, or `docker-compose`.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/change-runtime-containerd/\n- https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html\n',"docker-daemon-config":"# docker-daemon-config\n\nA setting of dockerd that no other runtime reads.\n\n## What it finds\n\n`daemon.json` and scripts that write it, drop-ins of `docker.service`, `/etc/default/docker` and its variables, and flags of `dockerd`. A file or here-document is one finding that lists each key with its counterpart, at the key that matters most.\n\n## Why\n\nNodes without Docker Engine, which is all of them from Kubernetes 1.24 on unless they run cri-dockerd, ignore these settings in silence: mirrors are not used, logs grow without limit, the cgroup driver differs. Where pulls or GPU pods fail without the setting (`insecure-registries`, `default-runtime`, proxies) it is an error. Without `registry-mirrors` pulls go to Docker Hub itself: a warning.\n\n## Instead\n\n| daemon.json | containerd | CRI-O | kubelet |\n|---|---|---|---|\n| `registry-mirrors`, `insecure-registries` | `/etc/containerd/certs.d/<host>/hosts.toml` | `/etc/containers/registries.conf.d/` | |\n| `exec-opts` cgroup driver | `SystemdCgroup = true` | default | `cgroupDriver: systemd` |\n| `log-opts` | | | `containerLogMaxSize`, `containerLogMaxFiles` |\n| `data-root` | `root` | `[crio] root` | |\n| proxies | `containerd.service.d/http-proxy.conf` | `crio.service.d/http-proxy.conf` | |\n\nVariables of kubespray (`docker_log_opts`, `docker_daemon_graph`, `docker_registry_mirrors` …) are answered with those that take their place (`kubelet_logfiles_max_size`, `containerd_storage_dir`, `containerd_registries_mirrors`).\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): Variables of a kubespray inventory that are for Docker alone become those that take their place, or go. Nodes that keep Docker Engine lose the setting. Every other setting belongs into another file; `dockershim-lint migrate` writes them.\n\n## When it is fine\n\n- The daemon.json of a `docker:dind` sidecar; in a ConfigMap that is called after one it is a notice.\n- Keys that only concern Docker Engine itself (`bip`, `live-restore`, `debug`): a notice on nodes.\n- A repository in which nothing speaks of Kubernetes: a notice.\n- Nodes that keep Docker Engine with cri-dockerd.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://github.com/containerd/containerd/blob/main/docs/hosts.md\n- https://docs.docker.com/reference/cli/dockerd/\n","kubelet-dockershim-flag":'# kubelet-dockershim-flag\n\nA flag that the kubelet lost together with dockershim.\n\n## What it finds\n\n`--network-plugin`, `--cni-conf-dir`, `--cni-bin-dir`, `--docker-endpoint`, `--image-pull-progress-deadline`, `--non-masquerade-cidr` and the others of their kind, on command lines, in environment files, in maps of extra arguments, and as kOps fields. Also `--runtime-cgroups` that names `docker.service`.\n\n## Why\n\nKubernetes 1.24 removed the flags together with dockershim. The kubelet exits with "unknown flag". This holds for every runtime, also for Docker Engine behind cri-dockerd. For older versions the finding is a warning.\n\n## Instead\n\nDelete flags whose value is the default of the runtime (`--network-plugin=cni`, `--cni-conf-dir=/etc/cni/net.d`, `--cni-bin-dir=/opt/cni/bin`). Other values move to containerd (`[cni] conf_dir`, `bin_dirs`), CRI-O (`[crio.network]`), the CNI configuration, or to cri-dockerd, which takes flags of the same names.\n\n## Fix\n\n- Safe (`--fix`): Deletes a flag that does nothing any more, or says what the runtime does by default, with its comma, backslash, list item or line.\n\n## When it is fine\n\nThe same names on other programs: `cri-dockerd`, `minikube`, `az aks create`.\n\n## Sources\n\n- https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.24.md\n- https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/\n',"kubelet-container-runtime-flag":"# kubelet-container-runtime-flag\n\nThe kubelet is given --container-runtime or --pod-infra-container-image.\n\n## What it finds\n\nThe two flags on command lines, in environment files and in maps of extra arguments, when they go to the kubelet.\n\n## Why\n\n`--container-runtime` was removed in Kubernetes 1.27; its value `docker` fails since 1.24. `--pod-infra-container-image` was removed in 1.35. The kubelet does not start with a flag that it does not know. Below those versions the finding is a warning.\n\n## Instead\n\nKeep only `--container-runtime-endpoint` (or `containerRuntimeEndpoint` in KubeletConfiguration). Set the pause image in the runtime: `sandbox_image` or `pinned_images.sandbox` (containerd), `pause_image` (CRI-O).\n\n## Fix\n\n- Safe (`--fix`): `--container-runtime=docker` becomes `--container-runtime-endpoint` with the socket of the runtime, or goes where that is written already; `--container-runtime=remote` goes.\n- Unsafe (`--fix=unsafe`): `--pod-infra-container-image` goes. The runtime has to be told the pause image first, or it pulls its own.\n\n## When it is fine\n\n`minikube start --container-runtime=containerd`, `cri-dockerd --pod-infra-container-image`, and `--container-runtime-endpoint` itself.\n\n## Sources\n\n- https://kubernetes.io/blog/2023/03/17/upcoming-changes-in-kubernetes-v1-27/\n- https://github.com/kubernetes/kubernetes/pull/133779\n","dockershim-socket":"# dockershim-socket\n\nSomething points at the socket of dockershim.\n\n## What it finds\n\n`/var/run/dockershim.sock`, `npipe:////./pipe/dockershim` and `tcp://localhost:3735` in kubeadm, kubelet and crictl configuration, in flags and variables, and as `hostPath`. Also `docker.sock` where a CRI endpoint is asked for.\n\n## Why\n\nKubernetes 1.24 removed dockershim, and its socket with it. cri-dockerd listens on another one, so this breaks with every runtime.\n\n## Instead\n\n`unix:///run/containerd/containerd.sock`, `unix:///run/crio/crio.sock`, or `unix:///run/cri-dockerd.sock`. On Windows `npipe:////./pipe/containerd-containerd`.\n\n## Fix\n\n- Safe (`--fix`): A value that is a CRI endpoint becomes that of the runtime: `criSocket`, `containerRuntimeEndpoint`, flags and variables with `unix://`.\n\n## When it is fine\n\nBottlerocket and old EKS images link `/run/dockershim.sock` to containerd’s socket. A `hostPath` is therefore a warning, not an error.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrate-dockershim-dockerd/\n- https://github.com/bottlerocket-os/bottlerocket/issues/3703\n","provisioner-docker-runtime":`# provisioner-docker-runtime

A tool that makes clusters is told to use Docker as the runtime.

## What it finds

The settings and options with which kOps, eksctl, Karpenter, GKE, Gardener, KubeOne, kubespray, RKE, k3s, KubeEdge, minikube and others choose Docker.

## Why

From Kubernetes 1.24 on most tools refuse the setting (an error, also when nodes keep Docker Engine elsewhere). Others make nodes with Docker Engine behind cri-dockerd (a warning; a notice when that is the target). minikube brings cri-dockerd itself (a notice).

## Instead

Set the value for containerd, or delete the setting where containerd is the default. Changing it makes new nodes.

## Fix

- Safe (\`--fix\`): The value of the advice, where the tool refuses docker.
- Unsafe (\`--fix=unsafe\`): The same where the tool still takes docker: the next nodes that it makes run the other runtime.

## When it is fine

\`minikube start --driver=docker\` says where the machine is, not which runtime it has. kind and k3d run containerd inside a Docker container.

## Sources

- https://kops.sigs.k8s.io/releases/1.24-notes/
- https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html
- https://cloud.google.com/kubernetes-engine/docs/deprecations/docker-containerd
- https://minikube.sigs.k8s.io/docs/handbook/config/#runtime-configuration
- https://github.com/kubeedge/kubeedge/issues/4843
`,"runtimeclass-docker-handler":`# runtimeclass-docker-handler

A RuntimeClass has the handler docker.

## What it finds

\`handler: docker\` (and \`spec.runtimeHandler: docker\` of the alpha version) in RuntimeClass objects.

## Why

The handler names a runtime in the node’s configuration. containerd and CRI-O have none called \`docker\`, so from Kubernetes 1.24 on pods of the class stay in ContainerCreating. cri-dockerd takes the name as its default.

## Instead

Windows: \`handler: runhcs-wcow-process\`. Linux: delete the RuntimeClass, or write \`handler: runc\`.

## Fix

None: the name of the handler stands in the configuration of the runtime.

## When it is fine

Other handlers, and keys of that name in other objects.

## Sources

- https://kubernetes.io/docs/concepts/containers/runtime-class/
`,"seccomp-docker-default":`# seccomp-docker-default

A seccomp profile is set by annotation, by its Docker name.

## What it finds

The annotations \`seccomp.security.alpha.kubernetes.io/pod\` and \`container.seccomp.security.alpha.kubernetes.io/<container>\` with \`docker/default\`; the same name in PodSecurityPolicies; and, as a notice, the annotations with any other value.

## Why

The kubelet ignores these annotations since Kubernetes 1.25, and 1.27 removed what was left. The container runs with the default of the kubelet, which is no profile at all unless \`seccompDefault\` is on. The name is Docker’s; the mechanism is the same for every runtime. A PodSecurityPolicy that names it cannot be applied since 1.25, and is a notice before.

## Instead

\`securityContext: {seccompProfile: {type: RuntimeDefault}}\`, which exists since Kubernetes 1.19.

## Fix

None: the profile moves to another place of the pod, whose security context may be written elsewhere.

## When it is fine

The field \`seccompProfile\`. The annotations with another value are a notice.

## Sources

- https://kubernetes.io/docs/tutorials/security/seccomp/
`,"docker-log-format":"# docker-log-format\n\nA log shipper only reads the log format of Docker.\n\n## What it finds\n\nParsers for the json-file format of Docker on container logs: fluentd `@type json`, Fluent Bit `Parser docker` and `Docker_Mode`, Filebeat `type: docker`, and its `json.message_key` or `json.keys_under_root` in an input of plain lines, Promtail `docker: {}`, Grafana Alloy `stage.docker`, Vector `docker_logs`, OpenTelemetry `format: docker`, and the image `fluent/fluentd-kubernetes-daemonset` without `FLUENT_CONTAINER_TAIL_PARSER_TYPE`.\n\n## Why\n\ncontainerd and CRI-O write lines of the form `time stream flags message`. From Kubernetes 1.24 on nodes without Docker Engine only have that form. The shipper keeps running, but every record is one unparsed text, or is dropped, and long lines stay cut.\n\n## Instead\n\n- Fluent Bit: `multiline.parser docker, cri`. The `cri` parser alone writes the field `message`, the `docker` parser `log`, so filters may need a change.\n- fluentd: `@type regexp` with an expression for the lines of CRI and their time format, which needs no plugin, or `@type cri` (fluent-plugin-parser-cri), or `multi_format` with both.\n- Filebeat: `filestream` with the `container` parser (`type: container` is itself off in 9.0).\n- Promtail: `cri: {}`. Grafana Alloy: `stage.cri`. Vector: `kubernetes_logs`. OpenTelemetry: the `container` operator without `format`.\n\n## Fix\n\n- Safe (`--fix`): `Parser docker` of Fluent Bit becomes `multiline.parser docker, cri`, which reads both formats, where the image that runs it is seen to be Fluent Bit 1.8 or newer.\n- Unsafe (`--fix=unsafe`): The same where no image is seen: older versions do not start with that option. Other shippers get the parser, value or variable of the advice, which reads the lines of CRI runtimes only: on nodes that still run Docker Engine records stay unparsed.\n\n## When it is fine\n\nParsers that read both, parsers of other files, and the definition of a parser that nobody uses.\n\n## Sources\n\n- https://kubernetes.io/docs/concepts/cluster-administration/logging/\n- https://github.com/fluent/fluentd-kubernetes-daemonset#use-cri-parser-for-containerdcri-o-logs\n- https://docs.fluentbit.io/manual/pipeline/inputs/tail#multiline-core\n- https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-container\n","docker-metrics-query":`# docker-metrics-query

A query uses metrics or labels that only Docker fills.

## What it finds

\`kubelet_docker_*\`, \`engine_daemon_*\` and other metrics of Docker, and cAdvisor labels such as \`name=~"k8s_.*"\`, in rules, alerts and dashboards.

## Why

Kubernetes 1.24 removed dockershim, and the series that it fed. Alerts fall silent, panels show no data, and \`absent(…)\` fires forever. The kubelet’s own metrics are gone with every runtime, also with cri-dockerd.

## Instead

\`kubelet_runtime_operations_*\`, \`container!=""\`, \`id=~"/kubepods.*"\`. Values differ, so look at thresholds again.

## Fix

None: the series of other runtimes have other labels, and only the reader knows which are meant.

## When it is fine

Patterns that leave Docker’s mounts out, and images from docker.io. Dashboards are a notice.

## Sources

- https://kubernetes.io/docs/reference/instrumentation/metrics/
`,"docker-container-id-prefix":`# docker-container-id-prefix

Code that reads container ids only knows docker://.

## What it finds

Commands that strip or match \`docker://\` or \`docker-pullable://\` in container ids, cgroup paths with \`/docker/\` or \`docker-<id>.scope\`, and queries that select \`container_runtime_version\` by it.

## Why

Without Docker Engine, which is every node from Kubernetes 1.24 on unless it runs cri-dockerd, ids read \`containerd://…\` or \`cri-o://…\`, and cgroups \`cri-containerd-<id>.scope\` or \`crio-<id>.scope\`. The pattern matches nothing, or is left in the result.

## Instead

Strip any scheme: \`sed -E 's#^[a-z0-9-]+://##'\`. Match every scope: \`(docker|cri-containerd|crio)-([0-9a-f]{64})\\.scope\`.

## Fix

None: what a program does with the id is not known.

## When it is fine

\`docker://\` as the transport of skopeo and buildah, GitHub’s \`uses: docker://…\`, and patterns that list several runtimes (a notice).

## Sources

- https://kubernetes.io/blog/2022/02/17/dockershim-faq/
`,"docker-env-detection":`# docker-env-detection

A script looks for traces of Docker to learn that it runs in a container.

## What it finds

Tests for \`/.dockerenv\` and \`/.dockerinit\`, and searches for \`docker\` in \`/proc/1/cgroup\`.

## Why

Only Docker Engine writes \`/.dockerenv\`. Containers of pods come from containerd or CRI-O from Kubernetes 1.24 on, so the answer is wrong. With cgroup v2 the cgroup file reads \`0::/…\` with every runtime, and Kubernetes 1.35 refuses cgroup v1 by default.

## Instead

\`[ -n "$KUBERNETES_SERVICE_HOST" ]\`, or a variable of your own in the image or the pod.

## Fix

None: what the program does when it finds no Docker is not known.

## When it is fine

Installers and CI code that only ask whether they run in a build.

## Sources

- https://github.com/moby/buildkit/issues/4503
- https://kubernetes.io/blog/2022/02/17/dockershim-faq/
`,"chart-runtime-docker":`# chart-runtime-docker

An application or chart is set to use Docker.

## What it finds

Settings, variables and flags with which applications choose Docker: chaos-mesh \`chaosDaemon.runtime\`, Litmus \`CONTAINER_RUNTIME\`, Argo \`containerRuntimeExecutor\`, the GPU operator’s \`defaultRuntime\`, Weave Scope \`--probe.docker\`, and others. Also charts that use Docker until told otherwise, where no value tells them.

## Why

The component starts and then looks for a Docker Engine that nodes no longer have since Kubernetes 1.24. Argo Workflows 3.4 removed every executor but emissary, whatever the runtime is.

## Instead

The value for the runtime, and its socket where the application asks for it.

## Fix

- Unsafe (\`--fix=unsafe\`): The value of the advice for keys and variables that are known; a key that the application no longer has goes. On nodes that still run Docker Engine the application looks for the other runtime.

## When it is fine

Image names with docker.io in them, and keys of products that run outside the cluster.

## Sources

- https://chaos-mesh.org/docs/production-installation-using-helm/
- https://argo-workflows.readthedocs.io/en/latest/workflow-executors/
- https://litmuschaos.github.io/litmus/experiments/categories/pods/common-tunables-for-pod-experiments/
`,"docker-only-agent":`# docker-only-agent

A tool that only works with Docker Engine.

## What it finds

Images of tools that drive or read Docker and nothing else (docker-gc, logspout, watchtower, pumba …), and monitors of node-problem-detector that watch dockerd. Where the pod also mounts \`docker.sock\` the finding is on that mount and is an error.

## Why

Another socket does not help these tools: they speak the Docker API, and nodes have no Docker Engine since Kubernetes 1.24.

## Instead

The kubelet collects images and dead containers by itself. Logs: Fluent Bit, Vector, Alloy. Updates: Flux or Argo CD. node-problem-detector: drop the monitors that read the log of dockerd, and write \`health-checker-containerd.json\` for \`health-checker-docker.json\`.

## Fix

- Unsafe (\`--fix=unsafe\`): A monitor of dockerd leaves the list of node-problem-detector, and its health checker asks the runtime (\`--component=cri\`). Nodes that still run Docker Engine are watched less. For other tools there is none: another program has to take their place.

## When it is fine

Images with an engine of their own (\`docker:dind\`), and tools with a mode for Kubernetes (a notice).

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/migrating-telemetry-and-security-agents/
- https://github.com/kubernetes/node-problem-detector/tree/master/config
`,"node-local-image-build":"# node-local-image-build\n\nDocker puts an image on a node, where the kubelet does not see it.\n\n## What it finds\n\n`docker pull`, `load` and `import` in scripts of nodes; `minikube docker-env`; and `imagePullPolicy: Never` for an image that a `docker build` of the repository makes: an error where that runs on a node, a warning elsewhere, told once for all images that the scripts of a folder build.\n\n## Why\n\nDocker keeps images in its own store. The kubelet of Kubernetes 1.24 and later asks containerd or CRI-O, which do not see them: pods end in ErrImageNeverPull or ImagePullBackOff.\n\n## Instead\n\nPush to a registry and pull. To load a file on a node: `ctr -n k8s.io images import FILE`. To pull ahead: `crictl pull`. minikube: `minikube image build -t NAME .` or `minikube image load FILE`, which need no `docker-env`; what is built or loaded behind it is told with it.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): The command that the advice begins with, where it runs on the node, stands on one line and needs nothing filled in. The image goes to the runtime, and what reads it from Docker afterwards finds nothing.\n\n## When it is fine\n\nA registry between build and node; `kind load docker-image` and `k3d image import`, which import into the node’s containerd.\n\n## Sources\n\n- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/\n- https://minikube.sigs.k8s.io/docs/handbook/pushing/\n","node-registry-credentials":"# node-registry-credentials\n\nA node keeps registry credentials the way Docker does.\n\n## What it finds\n\nOn nodes: `docker login` and `$(aws ecr get-login)`, which need docker (a warning), writes to `/root/.docker/config.json` (a notice), and credential helpers: `credHelpers`, `credsStore`, `amazon-ecr-credential-helper` (a warning).\n\n## Why\n\n`docker login` fails where there is no docker. The kubelet reads `/root/.docker/config.json` with every runtime, so a login that is written there goes on working; nothing refreshes it. It ignores helpers: only Docker ran them, and the kubelet has not pulled through Docker since Kubernetes 1.24.\n\n## Instead\n\nA kubelet image credential provider (`--image-credential-provider-config`, `ecr-credential-provider`; stable since 1.26), `imagePullSecrets`, or `auths` in `/var/lib/kubelet/config.json` on each node.\n\n## Fix\n\nNone: credentials go to a Secret or to a provider, which is written elsewhere.\n\n## When it is fine\n\nSecrets of type `kubernetes.io/dockerconfigjson`, config files of Kaniko and BuildKit in pods, `docker login` in CI. In a pod it is a notice.\n\n## Sources\n\n- https://kubernetes.io/docs/concepts/containers/images/\n- https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/\n","containerd-legacy-config":'# containerd-legacy-config\n\nConfiguration of containerd 1.x that newer versions refuse.\n\n## What it finds\n\nIn `config.toml` of containerd, and in scripts that write it: `registry.mirrors`, `registry.configs`, `registry.auths`; `mirrors` next to `config_path`; keys that containerd 2.0 removed (`systemd_cgroup`, runtime v1, `aufs` …); a disabled CRI plugin; `SystemdCgroup = false`; files of version 1.\n\n## Why\n\nIt is the second half of the move away from Docker. `mirrors` with `config_path` stops the CRI plugin. `registry.configs.*.tls` and others are gone since containerd 2.0. `mirrors`, `configs.*.auth` and `auths` are deprecated and still read; their removal is announced for 2.4. For Kubernetes 1.36 and later containerd lists 2.2 and later only. Where the same role or folder installs containerd 1.x (`containerd_version: "1.7.23"`, a download or a package of that version), what 2.0 removed is a warning and no error: it breaks with the next version.\n\n## Instead\n\n`config_path = "/etc/containerd/certs.d"` and one `hosts.toml` for each registry; `SystemdCgroup = true` under the options of runc.\n\n## Fix\n\n- Unsafe (`--fix=unsafe`): `runtime_type` of the removed shims becomes `io.containerd.runc.v2`. Options that only the old shim read have to move.\n\n## When it is fine\n\n`hosts.toml` files, and `config_path` alone. A second containerd that listens at an address of its own, which no kubelet is given, needs no CRI plugin.\n\n## Sources\n\n- https://github.com/containerd/containerd/blob/main/RELEASES.md\n- https://github.com/containerd/containerd/blob/main/docs/cri/registry.md\n',"docker-bridge-network":"# docker-bridge-network\n\nSomething relies on the bridge docker0 or its addresses.\n\n## What it finds\n\n`docker0`, `172.17.0.1` and `172.17.0.0/16` as interface, gateway or range in scripts of nodes, variables of pods, and settings.\n\n## Why\n\ndockerd makes the bridge. Nodes without Docker Engine, which is the rule from Kubernetes 1.24 on, have the bridge of their CNI plugin (`cni0`, `cilium_host`) or none. dockerd also set `net.ipv4.ip_forward=1`, which the node must now do itself.\n\n## Instead\n\nThe address of the node (`status.hostIP` in a pod), or the interface of the CNI plugin. Delete rules of a firewall for docker0, or write the bridge of the CNI plugin in them; a rule without an interface is for all traffic. Add `net.ipv4.ip_forward = 1` to `/etc/sysctl.d`.\n\n## Fix\n\nNone: which interface and which range are meant depends on the CNI plugin.\n\n## When it is fine\n\nNetworks of docker-compose, lists of private ranges, other addresses in 172.17. A bridge that the same file deletes: what looks for it there only clears it away. Rules of a firewall that are deleted or flushed (`iptables -D`, `-F`, `firewall-cmd --remove-…`, `nft delete`): a rule that is gone is not missed. `docker0` in a list that names the interface of a CNI plugin too is a notice: the list works without it. So is a rule of a firewall in a file that gives the pods a network of their own (`kubeadm join`, `/etc/cni`, `kubectl apply -f calico.yaml`), unless Docker has the range of Flannel (`mk-docker-opts.sh`).\n\n## Sources\n\n- https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html\n","cri-dockerd-adapter":`# cri-dockerd-adapter

cri-dockerd keeps Docker Engine as the runtime of nodes.

## What it finds

Installs, units and sockets of cri-dockerd, and versions that are too old where one is written.

## Why

Kubernetes 1.24 removed dockershim; cri-dockerd takes its place outside Kubernetes and works. It is a notice, so that nobody is surprised. Kubernetes 1.26 only speaks CRI v1, which cri-dockerd has since 0.3.0: older versions are an error. Kubernetes 1.38 will need the RuntimeConfig call (0.3.17). A \`log-driver\` other than \`json-file\` leaves \`kubectl logs\` empty.

## Instead

If you can, move nodes to containerd or CRI-O. Otherwise pin cri-dockerd 0.3.25 (or 0.4.3) or newer, and name its socket in \`criSocket\`.

## Fix

None: leaving cri-dockerd is a migration; \`dockershim-lint migrate\` writes its files.

## When it is fine

It is fine as long as you mean it. Comments are never findings.

## Sources

- https://mirantis.github.io/cri-dockerd/usage/using-with-kubernetes/
`,"own-check":`# own-check

A check that your own configuration adds.

## What it finds

What the \`checks\` of [\`knowledge\`](../knowledge.md) in \`.dockershim.yaml\` describe: an image, a chart, a setting, a variable, a command, a path or a unit of yours that depends on Docker Engine.

## Why

No public table knows what your company builds. What it depends on breaks all the same: nodes have no Docker Engine since Kubernetes 1.24 removed dockershim.

## Instead

What the check says, in your own words, with a link to your own page.

## Fix

None: the check says in its own words what to do.

## When it is fine

In CI and on developers’ machines nothing is said. A check that is wrong in some folder is switched off there with \`overrides\`.

## Sources

- https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/check-if-dockershim-removal-affects-you/
`};export{e as a};
