/** Programs that are found in pods with a mount of Docker's socket, known by their images. */
import { type ProductRow, row } from './product-row.ts';

export const PRODUCTS_IN_PODS: readonly ProductRow[] = [
  row({
    product: 'log-pilot',
    images: ['log-pilot'],
    both: 'replace it: log-pilot finds containers through Docker’s API alone. Filebeat (input filestream with the parser container), Fluent Bit or Alloy read /var/log/containers/*.log',
    source: 'https://github.com/AliyunContainerService/log-pilot',
  }),
  row({
    product: 'Weave Scope',
    images: ['weaveworks/scope'],
    // https://github.com/weaveworks/scope/blob/master/CHANGELOG.md
    tooOld: { image: /(?:^|\/)weaveworks\/scope:v?(?:0\.|1\.\d(?:\.|$))/, newer: 'weaveworks/scope 1.10 or newer' },
    containerd:
      'mount /run/containerd/containerd.sock at the same path in its place, and pass --probe.docker=false --probe.cri=true --probe.cri.endpoint=unix:///run/containerd/containerd.sock to the agent',
    crio: 'mount /run/crio/crio.sock at the same path in its place, and pass --probe.docker=false --probe.cri=true --probe.cri.endpoint=unix:///run/crio/crio.sock to the agent',
    source: 'https://github.com/weaveworks/scope/tree/master/examples/cri',
  }),
  row({
    product: 'Amazon VPC CNI',
    images: ['amazon-k8s-cni'],
    both: 'delete the mount, and update amazon-k8s-cni: current versions ask no runtime for their pods',
    source: 'https://github.com/aws/amazon-vpc-cni-k8s',
  }),
  row({
    product: 'Cilium',
    images: ['cilium/cilium'],
    both: 'delete the mount, and container-runtime in the ConfigMap of Cilium: version 1.10 and later asks no runtime',
    source: 'https://docs.cilium.io/en/stable/operations/upgrade/',
  }),
  row({
    product: 'kube-router',
    images: ['kube-router'],
    containerd:
      'delete the mount where no service has the annotation kube-router.io/service.dsr; otherwise mount /run/containerd/containerd.sock in its place, and pass --runtime-endpoint=unix:///run/containerd/containerd.sock to kube-router 2',
    crio: 'delete the mount where no service has the annotation kube-router.io/service.dsr; otherwise mount /run/crio/crio.sock in its place, and pass --runtime-endpoint=unix:///run/crio/crio.sock to kube-router 2',
    source: 'https://github.com/cloudnativelabs/kube-router/pull/1027',
  }),
  row({
    product: 'LogDNA agent',
    images: ['logdna/logdna-agent'],
    both: 'delete the mount, and run logdna/logdna-agent 2 or newer, which reads /var/log/containers and the Kubernetes API',
    source: 'https://github.com/logdna/logdna-agent-v2',
  }),
  row({
    product: 'Wazuh agent',
    images: ['wazuh-agent'],
    both: 'delete the mount, and the wodle docker-listener in ossec.conf: it reads the events of Docker alone',
    source: 'https://documentation.wazuh.com/current/user-manual/capabilities/container-security/index.html',
  }),
  row({
    product: 'Telegraf',
    images: ['telegraf'],
    both: 'delete the mount, and [[inputs.docker]] in telegraf.conf: inputs.kubernetes (url = "https://NODE:10250") reads the kubelet',
    source: 'https://docs.influxdata.com/telegraf/v1/input-plugins/kubernetes/',
  }),
  row({
    product: 'Promtail',
    images: ['grafana/promtail'],
    both: 'delete the mount, and write kubernetes_sd_configs with role: pod in place of docker_sd_configs: Promtail reads the files under /var/log/pods',
    source: 'https://grafana.com/docs/loki/latest/send-data/promtail/scraping/',
  }),
  row({
    product: 'Grafana Alloy',
    images: ['grafana/alloy'],
    both: 'delete the mount, and write discovery.kubernetes and loki.source.kubernetes in place of discovery.docker and loki.source.docker',
    source: 'https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.kubernetes/',
  }),
  row({
    product: 'Vector',
    images: ['timberio/vector'],
    both: 'delete the mount, and write type: kubernetes_logs in place of docker_logs',
    source: 'https://vector.dev/docs/reference/configuration/sources/kubernetes_logs/',
  }),
  row({
    product: 'Traefik',
    images: ['library/traefik', 'traefik'],
    both: 'delete the mount, and use --providers.kubernetescrd or --providers.kubernetesingress in place of --providers.docker',
    source: 'https://doc.traefik.io/traefik/providers/kubernetes-crd/',
  }),
  row({
    product: 'Aqua',
    variables: ['AQUA_DOCKERLESS_SCANNING'],
    images: [
      'aquasec/server',
      'aquasec/console',
      'aquasec/scanner',
      'registry.aquasec.com/scanner',
      'registry.aquasec.com/console',
    ],
    both: 'delete the mount, and set AQUA_DOCKERLESS_SCANNING=1, with which images are scanned without an engine',
    source: 'https://github.com/aquasecurity/aqua-helm/tree/master/server',
  }),
  row({
    product: 'Prisma Cloud Defender',
    images: ['twistlock/defender'],
    containerd: 'make the DaemonSet anew with `twistcli defender export kubernetes --container-runtime containerd`',
    crio: 'make the DaemonSet anew with `twistcli defender export kubernetes --container-runtime crio`',
    source: 'https://docs.prismacloud.io/en/compute-edition/',
  }),
  row({
    product: 'Instana agent',
    images: ['instana/agent', 'instana-agent-docker'],
    containerd:
      'mount the folder /run at /run in its place (current charts of instana-agent do): the agent finds containerd there by itself',
    crio: 'mount the folder /run at /run and /var/lib/containers/storage at the same path in its place (current charts of instana-agent do): the agent finds CRI-O there by itself',
    source: 'https://github.com/instana/helm-charts/tree/main/instana-agent',
  }),
  row({
    product: 'docker-gc',
    images: ['docker-gc', 'docker-gc-cron', 'docker-cleanup', 'docker-clean'],
    both: 'delete the workload: the kubelet removes unused images (imageGCHighThresholdPercent in KubeletConfiguration) and dead containers by itself',
    source: 'https://kubernetes.io/docs/concepts/architecture/garbage-collection/',
  }),
  row({
    product: 'NeuVector',
    images: ['neuvector/enforcer', 'neuvector/controller', 'neuvector/allinone'],
    containerd:
      'mount /run/containerd/containerd.sock at /var/run/containerd/containerd.sock in its place (chart core: containerd.enabled: true)',
    crio: 'mount /run/crio/crio.sock at /var/run/crio/crio.sock in its place (chart core: crio.enabled: true)',
    source: 'https://github.com/neuvector/neuvector-helm/tree/master/charts/core',
  }),
  row({
    product: 'Deepfence agent',
    images: ['deepfenceio/deepfence_agent_ce', 'deepfenceio/deepfence_agent'],
    containerd:
      'set mountContainerRuntimeSocket.dockerSock: false and mountContainerRuntimeSocket.containerdSock: true in the chart',
    crio: 'set mountContainerRuntimeSocket.dockerSock: false and mountContainerRuntimeSocket.crioSock: true in the chart',
    source: 'https://github.com/deepfence/ThreatMapper',
  }),
  row({
    product: 'Gremlin',
    images: ['gremlin/gremlin'],
    containerd: 'set gremlin.container.driver: containerd-runc in the chart',
    crio: 'set gremlin.container.driver: crio-runc in the chart',
    source: 'https://www.gremlin.com/docs/getting-started-install-kubernetes-helm',
  }),
  row({
    product: 'Scalyr agent',
    images: ['scalyr/scalyr-k8s-agent'],
    both: 'delete the mount and keep that of /var/log: where the runtime is not Docker, the agent asks the kubelet and reads the logs there',
    source: 'https://app.scalyr.com/help/install-agent-kubernetes',
  }),
  row({
    product: 'Zabbix agent 2',
    images: ['zabbix/zabbix-agent2'],
    both: 'delete the mount: the plugin for Docker reads its API alone; the template "Kubernetes kubelet by HTTP" reads pods',
    source: 'https://git.zabbix.com/projects/ZT/repos/kubernetes-helm',
  }),
  row({
    product: 'TeamCity agent',
    images: ['teamcity-agent'],
    both: 'delete the mount, and give the agent an engine of its own: DOCKER_IN_DOCKER=start in a privileged container of the image with -linux-sudo; or build with BuildKit or Buildah',
    source: 'https://hub.docker.com/r/jetbrains/teamcity-agent',
  }),
  row({
    product: 'Bitbucket Pipelines runner',
    images: ['atlassian/bitbucket-pipelines-runner'],
    both: 'mount an emptyDir at /var/run in its place, and run docker:dind as a second container of the pod with the same mount',
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/deploying-runners-on-kubernetes/',
  }),
  row({
    product: 'Runner of Gitea or Forgejo',
    images: ['act_runner', 'forgejo/runner'],
    both: 'delete the mount, and run docker:dind as a second container with an emptyDir at /var/run in both (or the image with -dind-rootless)',
    source: 'https://gitea.com/gitea/act_runner/src/branch/main/examples/kubernetes',
  }),
  row({
    product: 'SPIRE agent',
    images: ['spire-agent'],
    both: 'write WorkloadAttestor "k8s" for WorkloadAttestor "docker" in agent.conf (it asks the kubelet, and needs get on nodes/proxy), write k8s:… for the selectors docker:… of the entries, and delete the mount',
    source: 'https://github.com/spiffe/spire/blob/main/doc/plugin_agent_workloadattestor_k8s.md',
  }),
  row({
    product: 'Airflow',
    images: ['apache/airflow', 'puckel/docker-airflow'],
    both: 'delete the mount, and use KubernetesPodOperator in place of DockerOperator',
    source: 'https://airflow.apache.org/docs/apache-airflow-providers-cncf-kubernetes/stable/operators.html',
  }),
  row({
    product: 'JupyterHub',
    images: ['jupyterhub/jupyterhub', 'jupyterhub/k8s-hub'],
    both: 'delete the mount, and spawn with KubeSpawner in place of DockerSpawner',
    source: 'https://jupyterhub-kubespawner.readthedocs.io/',
  }),
  row({
    product: 'repo2docker',
    images: ['jupyter/repo2docker', 'jupyterhub/repo2docker'],
    both: 'set imageBuilderType: dind (or pink) in the chart of BinderHub, which then builds with an engine of its own',
    source: 'https://binderhub.readthedocs.io/',
  }),
  row({
    product: 'OpenWhisk',
    images: ['openwhisk/invoker'],
    both: 'set invoker.containerFactory.impl: "kubernetes" in the chart',
    source: 'https://github.com/apache/openwhisk-deploy-kube/blob/master/docs/configurationChoices.md',
  }),
  row({
    product: 'Homepage',
    images: ['gethomepage/homepage', 'benphelps/homepage'],
    both: 'delete the mount and docker.yaml, and write mode: cluster in kubernetes.yaml',
    source: 'https://gethomepage.dev/configs/kubernetes/',
  }),
  row({
    product: 'Diun',
    images: ['crazymax/diun'],
    both: 'delete the mount, and set DIUN_PROVIDERS_KUBERNETES=true in place of DIUN_PROVIDERS_DOCKER',
    source: 'https://crazymax.dev/diun/providers/kubernetes/',
  }),
  row({
    product: 'Uptime Kuma',
    images: ['louislam/uptime-kuma'],
    both: 'delete the mount: a monitor of the type Docker Container finds none; watch the Service with HTTP or TCP',
    source: 'https://github.com/louislam/uptime-kuma/wiki',
  }),
  row({
    product: 'Selenoid',
    images: ['aerokube/selenoid'],
    both: 'replace it: Selenoid starts browsers through Docker’s API alone; Selenium Grid 4 and Moon start them as pods',
    source: 'https://aerokube.com/moon/latest/',
  }),
  row({
    product: 'Sumo Logic collector',
    images: ['sumologic/collector'],
    both: 'replace it by the chart sumologic/sumologic, which reads /var/log/pods',
    source: 'https://github.com/SumoLogic/sumologic-kubernetes-collection',
  }),
];
