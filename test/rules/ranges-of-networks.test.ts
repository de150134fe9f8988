/** The range that Docker's bridge has by default, as that of something else. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

const told = (text: string) =>
  lintTexts({ 'cloud/network.tf': text, 'nodes/join.sh': '#!/bin/bash\nkubeadm join a\n' }).findings.map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );

describe('the range 172.17.0.0/16 in Terraform', () => {
  it.each([
    'resource "google_compute_subnetwork" "apps" {\n  ip_cidr_range = "172.17.0.0/16"\n}\n',
    'resource "aws_vpc" "apps" {\n  cidr_block = "172.17.0.0/16"\n}\n',
    'module "vpc" {\n  vpc_cidr = "172.17.0.0/16"\n}\n',
    'module "cluster" {\n  pod_cidr = "172.17.0.0/16"\n  private_subnet_cidrs = ["172.17.0.0/16"]\n}\n',
  ])('is that of a network which is made with it: %j', (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    'resource "aws_security_group_rule" "containers" {\n  cidr_blocks = ["172.17.0.0/16"]\n}\n',
    'resource "aws_vpc_security_group_ingress_rule" "containers" {\n  cidr_ipv4 = "172.17.0.0/16"\n}\n',
  ])('is that of Docker where it is let through: %j', (text) => {
    expect(told(text)).toEqual(['notice docker-bridge-network']);
  });
});
