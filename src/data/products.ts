/** What programs that talk to Docker want for a node without it, in their own keys. */
import { type ProductRow, row } from './product-row.ts';
import { PRODUCTS_IN_PODS } from './products-in-pods.ts';
import { SOURCES } from './source-links.ts';

const CONTRIB = 'https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main';

export const PRODUCTS: readonly ProductRow[] = [
  row({
    product: 'Prometheus and Promtail',
    keys: [['docker_sd_configs'], ['dockerswarm_sd_configs']],
    both: 'nothing discovers containers through the CRI: write kubernetes_sd_configs with role: pod in its place (or a PodMonitor)',
    source: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config',
  }),
  row({
    product: 'Prometheus operator',
    keys: [['dockerSDConfigs'], ['dockerSwarmSDConfigs']],
    both: 'nothing discovers containers through the CRI: write kubernetesSDConfigs with role: Pod in its place (or a PodMonitor)',
    source: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.ScrapeConfig',
  }),
  row({
    product: 'Telegraf',
    keys: [
      ['inputs', 'docker'],
      ['inputs', '[]', 'docker'],
      ['inputs', 'docker_log'],
      ['inputs', '[]', 'docker_log'],
    ],
    both: 'delete the block: inputs.docker speaks Docker’s API only. inputs.kubernetes (url = "https://NODE:10250") reads the kubelet, and inputs.tail reads /var/log/containers',
    source: 'https://docs.influxdata.com/telegraf/v1/input-plugins/kubernetes/',
  }),
  row({
    product: 'Traefik',
    keys: [
      ['providers', 'docker', 'endpoint'],
      ['providers', 'swarm', 'endpoint'],
    ],
    both: 'delete providers.docker, which reads labels through Docker’s API, and use providers.kubernetesCRD, kubernetesIngress or kubernetesGateway',
    source: 'https://doc.traefik.io/traefik/providers/kubernetes-crd/',
  }),
  row({
    product: 'Elastic Agent',
    keys: [['providers', 'docker', 'host']],
    both: 'delete providers.docker: providers.kubernetes gives the same fields of pods and containers',
    source: 'https://www.elastic.co/docs/reference/fleet/kubernetes-provider',
  }),
  row({
    product: 'Elastic Agent',
    values: ['docker/metrics'],
    both: 'delete the input: docker/metrics speaks Docker’s API only. The kubernetes/metrics input with the data streams kubernetes.container, kubernetes.pod and kubernetes.node asks the kubelet (hosts: ["https://${env.NODE_NAME}:10250"])',
    source: 'https://www.elastic.co/docs/reference/integrations/kubernetes',
  }),
  row({
    product: 'Elastic Agent',
    objects: ['agent.k8s.elastic.co/Agent'],
    both: 'delete the mount with the docker/metrics input and the docker provider that read it: the kubernetes/metrics input asks the kubelet for containers, and providers.kubernetes knows them',
    source: 'https://www.elastic.co/docs/reference/integrations/kubernetes',
  }),
  row({
    product: 'Beats',
    objects: ['beat.k8s.elastic.co/Beat'],
    both: 'delete the mount with what reads it: module: kubernetes takes the place of module: docker, add_kubernetes_metadata that of add_docker_metadata, type: container that of type: docker',
    source: 'https://www.elastic.co/docs/reference/beats/metricbeat/metricbeat-module-kubernetes',
  }),
  row({
    product: 'Beats',
    keys: [['add_docker_metadata']],
    both: 'write add_kubernetes_metadata: ~ in place of add_docker_metadata',
    source: 'https://www.elastic.co/docs/reference/beats/filebeat/add-kubernetes-metadata',
  }),
  row({
    product: 'Filebeat and its like',
    images: ['filebeat', 'filebeat-oss', 'packetbeat', 'auditbeat'],
    both: 'delete the mount with what reads it: add_kubernetes_metadata takes the place of add_docker_metadata, type: container that of type: docker',
    source: 'https://www.elastic.co/docs/reference/beats/filebeat/add-kubernetes-metadata',
  }),
  row({
    product: 'Metricbeat',
    keys: [['metricbeat.modules'], ['module']],
    images: ['metricbeat', 'metricbeat-oss'],
    both: 'delete module: docker and write module: kubernetes with metricsets: [container, node, pod] and hosts: ["https://NODE:10250"]',
    source: 'https://www.elastic.co/docs/reference/beats/metricbeat/metricbeat-module-kubernetes',
  }),
  row({
    product: 'Fluent Bit',
    keys: [
      ['input', 'docker'],
      ['input', 'docker_events'],
    ],
    both: 'delete the input: it speaks Docker’s API only. kubernetes_events reads events, and tail on /var/log/containers/*.log with multiline.parser docker, cri reads logs',
    source: 'https://docs.fluentbit.io/manual/pipeline/inputs/kubernetes-events',
  }),
  row({
    product: 'OpenTelemetry Collector',
    keys: [['receivers', 'docker_stats']],
    both: 'write the receiver kubeletstats with auth_type: serviceAccount and endpoint: "https://${env:K8S_NODE_NAME}:10250" in its place, and name it in service.pipelines.metrics.receivers',
    source: `${CONTRIB}/receiver/kubeletstatsreceiver`,
  }),
  row({
    product: 'OpenTelemetry Collector',
    keys: [['extensions', 'docker_observer']],
    both: 'write the extension k8s_observer with auth_type: serviceAccount and node: "${env:K8S_NODE_NAME}" in its place, and name it in service.extensions',
    source: `${CONTRIB}/extension/observer/k8sobserver`,
  }),
  row({
    product: 'Vector',
    keys: [['sources', '*', 'docker_host']],
    both: 'write type: kubernetes_logs in place of docker_logs, and delete docker_host',
    source: 'https://vector.dev/docs/reference/configuration/sources/kubernetes_logs/',
  }),
  row({
    product: 'Datadog',
    keys: [['datadog', 'dockerSocketPath'], ['dockerSocketPath']],
    variables: ['DD_DOCKER_SOCKET_PATH'],
    images: ['datadog/agent', 'datadoghq/agent'],
    containerd:
      'set DD_CRI_SOCKET_PATH=/host/run/containerd/containerd.sock and mount /run/containerd there (chart: datadog.criSocketPath: /run/containerd/containerd.sock)',
    crio: 'set DD_CRI_SOCKET_PATH=/host/run/crio/crio.sock and mount /run/crio there (chart: datadog.criSocketPath: /run/crio/crio.sock)',
    windows:
      'set DD_CRI_SOCKET_PATH=\\\\.\\pipe\\containerd-containerd and mount that pipe (chart: datadog.criSocketPath: \\\\.\\pipe\\containerd-containerd)',
    looksAt: { containerd: '/host/var/run/containerd/containerd.sock', crio: '/host/var/run/crio/crio.sock' },
    source: 'https://docs.datadoghq.com/containers/kubernetes/installation/',
  }),
  row({
    product: 'Datadog Agent 5',
    images: ['datadog/docker-dd-agent'],
    both: 'run Agent 7 (datadog/agent:7, with DD_API_KEY for API_KEY; Helm chart datadog) in place of datadog/docker-dd-agent: Agent 5 reads containers from Docker only',
    source: 'https://docs.datadoghq.com/agent/versions/upgrade_to_agent_v6/',
  }),
  row({
    product: 'New Relic',
    images: [
      'newrelic/infrastructure',
      'newrelic/infrastructure-bundle',
      'newrelic/infrastructure-k8s',
      'newrelic/newrelic-infra',
    ],
    both: 'delete the mount: newrelic-infrastructure 3 and later (chart nri-bundle) reads containers from the kubelet; update an older one',
    source: 'https://docs.newrelic.com/docs/kubernetes-pixie/kubernetes-integration/get-started/changes-since-v3/',
  }),
  row({
    product: 'Hyperledger Fabric',
    keys: [['vm', 'endpoint']],
    variables: ['CORE_VM_ENDPOINT'],
    images: ['hyperledger/fabric-peer'],
    both: 'delete the mount of the socket and CORE_VM_ENDPOINT, with which the peer builds chaincode in Docker: run chaincode as a service (Fabric 2.4.1 and later have its builder), or name an external builder in chaincode.externalBuilders of core.yaml',
    source: 'https://hyperledger-fabric.readthedocs.io/en/latest/cc_service.html',
  }),
  row({
    product: 'Sysdig',
    images: ['sysdig/agent', 'sysdig/agent-slim', 'sysdig/sysdig'],
    containerd:
      'set cri: {socket_path: run/containerd/containerd.sock} in dragent.yaml, and mount /run/containerd at /host/run/containerd',
    crio: 'set cri: {socket_path: run/crio/crio.sock} in dragent.yaml, and mount /run/crio at /host/run/crio',
    source: 'https://github.com/draios/sysdig-cloud-scripts',
  }),
  row({
    product: 'Falco',
    keys: [
      ['collectors', 'docker'],
      ['container_engines', 'docker'],
    ],
    variables: ['FALCO_BPF_PROBE'],
    images: ['falcosecurity/falco', 'falcosecurity/falco-no-driver'],
    containerd:
      'mount /run/containerd at /host/run/containerd; Falco looks there by itself (chart: collectors.containerd.socket: /run/containerd/containerd.sock, collectors.docker.enabled: false)',
    crio: 'mount /run/crio at /host/run/crio; Falco looks there by itself (chart: collectors.crio.socket: /run/crio/crio.sock, collectors.docker.enabled: false)',
    looksAt: { containerd: '/host/run/containerd/containerd.sock', crio: '/host/run/crio/crio.sock' },
    source: 'https://github.com/falcosecurity/charts/tree/master/charts/falco',
  }),
  row({
    product: 'cAdvisor',
    images: ['cadvisor'],
    // https://github.com/google/cadvisor/blob/master/CHANGELOG.md: the flag came with 0.34, and google/cadvisor ends with 0.33.
    tooOld: {
      image: /(?:^|\/)(?:google\/cadvisor(?::latest)?$|cadvisor:v?0\.(?:\d|[12]\d|3[0-3])(?:\.|$))/,
      newer: 'gcr.io/cadvisor/cadvisor v0.34 or newer',
    },
    containerd:
      'mount /run/containerd and pass --containerd=/run/containerd/containerd.sock --containerd-namespace=k8s.io, or drop cAdvisor: the kubelet serves the same metrics at /metrics/cadvisor',
    crio: 'mount /run/crio, where cAdvisor finds crio.sock by itself, or drop cAdvisor: the kubelet serves the same metrics at /metrics/cadvisor',
    looksAt: { containerd: '/run/containerd/containerd.sock', crio: '/var/run/crio/crio.sock' },
    source: 'https://github.com/google/cadvisor/blob/master/docs/runtime_options.md',
  }),
  row({
    product: 'Pumba',
    images: ['gaiaadm/pumba', 'alexei-led/pumba'],
    containerd:
      'mount /run/containerd/containerd.sock in place of it and pass --runtime containerd --containerd-namespace k8s.io',
    crio: 'use Chaos Mesh or LitmusChaos, which speak to CRI-O: Pumba only knows Docker, containerd and Podman',
    source: 'https://github.com/alexei-led/pumba',
  }),
  row({
    product: 'Chaos Mesh',
    keys: [['chaosDaemon', 'socketPath']],
    images: ['chaos-mesh/chaos-daemon', 'pingcap/chaos-daemon'],
    containerd:
      'set chaosDaemon.runtime: containerd and chaosDaemon.socketPath: /run/containerd/containerd.sock in the chart',
    crio: 'set chaosDaemon.runtime: crio and chaosDaemon.socketPath: /run/crio/crio.sock in the chart',
    holds: [{ key: 'socketPath', containerd: '/run/containerd/containerd.sock', crio: '/run/crio/crio.sock' }],
    source: 'https://chaos-mesh.org/docs/production-installation-using-helm/',
  }),
  row({
    product: 'Litmus',
    images: [
      'litmuschaos/go-runner',
      'litmuschaos/ansible-runner',
      'litmuschaos/pumba',
      'litmuschaos/container-kill-helper',
    ],
    containerd: 'set CONTAINER_RUNTIME=containerd and SOCKET_PATH=/run/containerd/containerd.sock in the experiment',
    crio: 'set CONTAINER_RUNTIME=crio and SOCKET_PATH=/run/crio/crio.sock in the experiment',
    holds: [{ key: 'SOCKET_PATH', containerd: '/run/containerd/containerd.sock', crio: '/run/crio/crio.sock' }],
    source: 'https://litmuschaos.github.io/litmus/experiments/categories/pods/container-kill/',
  }),
  row({
    product: 'Litmus',
    variables: ['CONTAINER_PATH'],
    signs: ['litmus'],
    containerd:
      'delete CONTAINER_PATH, which LitmusChaos 3 does not read, and set CONTAINER_RUNTIME=containerd and SOCKET_PATH=/run/containerd/containerd.sock',
    crio: 'delete CONTAINER_PATH, which LitmusChaos 3 does not read, and set CONTAINER_RUNTIME=crio and SOCKET_PATH=/run/crio/crio.sock',
    source: 'https://github.com/litmuschaos/litmus-go/pull/605',
  }),
  row({
    product: 'SignalFx agent',
    keys: [['dockerURL']],
    images: ['signalfx/signalfx-agent', 'signalfx-agent'],
    both: 'delete it together with the monitor docker-container-stats: the monitor kubelet-metrics reads containers of every runtime',
    source: 'https://github.com/signalfx/signalfx-agent/blob/main/docs/monitors/kubelet-metrics.md',
  }),
  row({
    product: 'Netdata',
    images: ['netdata/netdata', 'titpetric/netdata'],
    both: 'delete the mount: in a pod Netdata reads usage from the cgroups of the node, and names from the Kubernetes API',
    source: 'https://github.com/netdata/netdata/pull/5576',
  }),
  row({
    product: 'CloudWatch agent',
    images: ['amazon/cloudwatch-agent', 'cloudwatch-agent/cloudwatch-agent'],
    containerd:
      'mount /run/containerd/containerd.sock at the same path in its place; a current agent finds it there by itself',
    crio: 'delete the mount: the agent knows the sockets of Docker and containerd only; the kubeletstats receiver of OpenTelemetry reads the kubelet',
    source:
      'https://github.com/aws-samples/amazon-cloudwatch-container-insights/blob/main/k8s-deployment-manifest-templates/deployment-mode/daemonset/container-insights-monitoring/cwagent/cwagent-daemonset.yaml',
  }),
  row({
    product: 'Log Analytics agent of Azure',
    images: ['microsoft/oms'],
    both: 'replace it by Container insights of Azure Monitor, whose ama-logs pods read the kubelet and /var/log: this agent is retired',
    source: 'https://learn.microsoft.com/en-us/azure/azure-monitor/containers/kubernetes-monitoring-enable',
  }),
  row({
    product: 'Container insights of Azure Monitor',
    images: ['azuremonitor/containerinsights/ciprod'],
    both: 'run the current ama-logs pods of Container insights: they read the kubelet and /var/log, and need nothing of Docker',
    source: 'https://learn.microsoft.com/en-us/azure/azure-monitor/containers/kubernetes-monitoring-enable',
  }),
  row({
    product: 'Portainer',
    images: ['portainer/agent', 'portainer/portainer', 'portainer/portainer-ce', 'portainer/portainer-ee'],
    both: 'delete the socket and install Portainer for Kubernetes (chart portainer/portainer), which works with the Kubernetes API',
    source: 'https://docs.portainer.io/start/install-ce/server/kubernetes',
  }),
  row({
    product: 'GitLab Runner',
    keys: [
      ['runners', 'docker'],
      ['runners', '[]', 'docker'],
      ['runners', 'kubernetes', 'volumes'],
      ['runners', '[]', 'kubernetes', 'volumes'],
    ],
    images: ['gitlab-org/gitlab-runner', 'gitlab/gitlab-runner'],
    both: 'use executor = "kubernetes" without the socket, and build images with BuildKit or Buildah, or with a docker:dind service (DOCKER_HOST: tcp://docker:2375 and DOCKER_TLS_CERTDIR: "")',
    source: 'https://docs.gitlab.com/runner/executors/kubernetes/',
  }),
  row({
    product: 'Jenkins',
    keys: [
      ['dockerHost', 'uri'],
      ['clouds', '[]', 'docker'],
    ],
    images: ['jenkins/inbound-agent', 'jenkins/jnlp-slave', 'jenkins/jenkins', 'jenkinsci/jenkins'],
    both: 'run agents as pods of the Kubernetes plugin without the socket, and build images there with BuildKit or Buildah, or with a docker:dind sidecar',
    source: 'https://plugins.jenkins.io/kubernetes/',
  }),
  row({
    product: 'Woodpecker',
    images: ['woodpeckerci/woodpecker-agent'],
    both: 'set WOODPECKER_BACKEND=kubernetes and delete the socket',
    source: 'https://woodpecker-ci.org/docs/administration/configuration/backends/kubernetes',
  }),
  row({
    product: 'Drone',
    images: ['drone/drone-runner-docker', 'drone/agent'],
    both: 'replace it by drone/drone-runner-kube, which runs steps as pods, and delete the socket',
    source: 'https://docs.drone.io/runner/kubernetes/overview/',
  }),
  row({
    product: 'Buildkite',
    images: ['buildkite/agent'],
    both: 'run jobs as pods with agent-stack-k8s, and delete the socket; build images with BuildKit or Buildah',
    source: 'https://buildkite.com/docs/agent/v3/agent-stack-k8s',
  }),
  row({
    product: 'Azure Pipelines agent',
    variables: ['AZP_URL', 'AZP_POOL', 'VSTS_ACCOUNT', 'VSTS_POOL'],
    images: ['azp-agent', 'vsts-agent', 'azure-pipelines/vsts-agent'],
    both: 'delete the mount, and build images with BuildKit or Buildah, or with a docker:dind sidecar that shares an emptyDir at /var/run with the agent',
    source: 'https://learn.microsoft.com/en-us/azure/devops/pipelines/agents/docker',
  }),
  row({
    product: 'Actions Runner Controller',
    images: ['summerwind/actions-runner', 'actions/actions-runner'],
    both: 'set containerMode.type: dind (or kubernetes) in gha-runner-scale-set, and delete the socket of the node',
    source:
      'https://docs.github.com/en/actions/hosting-your-own-runners/managing-self-hosted-runners-with-actions-runner-controller/deploying-runner-scale-sets-with-actions-runner-controller',
  }),
  row({
    product: 'Nuclio',
    keys: [['dashboard', 'containerBuilderKind']],
    variables: ['NUCLIO_CONTAINER_BUILDER_KIND'],
    images: ['nuclio/dashboard'],
    both: 'set dashboard.containerBuilderKind: kaniko (variable NUCLIO_CONTAINER_BUILDER_KIND) and a registry to push to',
    source: 'https://docs.nuclio.io/en/stable/setup/k8s/running-in-production-k8s.html',
  }),
  row({
    product: 'OpenKruise',
    keys: [['daemon', 'socketLocation']],
    images: ['openkruise/kruise-manager'],
    containerd: 'set daemon.socketLocation: /run/containerd in the chart',
    crio: 'set daemon.socketLocation: /run/crio in the chart',
    source: 'https://openkruise.io/docs/installation',
  }),
  row({
    product: 'node-problem-detector',
    images: ['node-problem-detector/node-problem-detector', 'node-problem-detector'],
    both: 'delete the socket and docker-monitor.json; the health checker takes --component=cri in place of --component=docker',
    source: 'https://github.com/kubernetes/node-problem-detector#health-checker',
  }),
  ...PRODUCTS_IN_PODS,
  row({
    product: 'a Docker client',
    variables: ['DOCKER_HOST'],
    both: 'delete DOCKER_HOST and the Docker client that reads it: use the Kubernetes API, crictl, or a build tool that needs no engine',
    source: SOURCES.affected,
  }),
];
