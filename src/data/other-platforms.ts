/** Terraform resources whose containers run on a platform that is not Kubernetes. */
export interface OtherPlatformRow {
  /** How the type of the resource begins. */
  readonly prefix: string;
  readonly platform: string;
  readonly source: string;
}

const REGISTRY = 'https://registry.terraform.io/providers';

export const OTHER_PLATFORMS: readonly OtherPlatformRow[] = [
  {
    prefix: 'aws_ecs_',
    platform: 'Amazon ECS, whose instances run Docker Engine',
    source: `${REGISTRY}/hashicorp/aws/latest/docs/resources/ecs_task_definition`,
  },
  {
    prefix: 'aws_batch_job_definition',
    platform: 'AWS Batch on ECS',
    source: `${REGISTRY}/hashicorp/aws/latest/docs/resources/batch_job_definition`,
  },
  {
    prefix: 'docker_',
    platform: 'a Docker Engine that Terraform talks to',
    source: `${REGISTRY}/kreuzwerker/docker/latest/docs/resources/container`,
  },
  {
    prefix: 'nomad_job',
    platform: 'Nomad',
    source: `${REGISTRY}/hashicorp/nomad/latest/docs/resources/job`,
  },
  {
    prefix: 'azurerm_container_group',
    platform: 'Azure Container Instances',
    source: `${REGISTRY}/hashicorp/azurerm/latest/docs/resources/container_group`,
  },
  {
    prefix: 'google_cloud_run_',
    platform: 'Cloud Run',
    source: `${REGISTRY}/hashicorp/google/latest/docs/resources/cloud_run_v2_service`,
  },
];

/** What roles are called that set up machines of other schedulers: in one project with roles for nodes, they are not for these. */
export const OTHER_SCHEDULERS = /^(?:mesos|marathon|chronos|dcos|nomad|(?:docker[-_]?)?swarm)(?:[-_.]|$)/i;

/** Jenkins as code: clouds whose agents are machines, not pods. */
export const AGENT_MACHINES =
  /^[ \t]*(?:- )?(?:azureVM|amazonEC2|eC2Fleet|computeEngine|vsphere|openstack|digitalocean):/m;

/** What files and folders are called that run on Amazon ECS; `ecs` alone may be a machine of another cloud. */
export const OTHER_PLATFORM_NAME =
  /(?:^|[/_.-])(?:(?:aws|amazon)[-_]ecs|ecs[-_](?:ec2|fargate|anywhere|agent))(?:[/_.-]|$)/i;
