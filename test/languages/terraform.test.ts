import { describe, expect, test } from 'vitest';
import { readTerraform } from '../../src/languages/terraform/terraform.ts';
import { fc } from '../support/fast-check.ts';
import { targetText } from '../support/link-text.ts';
import { describeFacts, misplaced, readWith } from './text-support.ts';

function read(text: string) {
  const result = readWith(readTerraform, 'main.tf', text);
  expect(misplaced(result.reading)).toEqual([]);
  return result;
}

describe('Terraform', () => {
  test('attributes by block, comments passed over', () => {
    const { reading } = read(
      '# "c\nresource "google_container_node_pool" "np" {\n  node_config {\n    image_type = "COS" // old\n  }\n}\n',
    );
    expect(describeFacts(reading)).toEqual([
      '4:19 terraform resource/google_container_node_pool/np/node_config/image_type = COS',
    ]);
  });

  test('an empty string is an empty value', () => {
    const { reading } = read('resource "aws_instance" "a" {\n  description = ""\n  runtime = "docker"\n}\n');
    expect(describeFacts(reading)).toEqual([
      '2:18 terraform resource/aws_instance/a/description = ',
      '3:14 terraform resource/aws_instance/a/runtime = docker',
    ]);
  });

  test('a host path of a pod', () => {
    const { reading } = read('volume {\n  host_path {\n    path = "/var/run/docker.sock"\n  }\n}\n');
    expect(describeFacts(reading, 'path')).toEqual(['3:13 mount /run/docker.sock']);
  });

  test('user data in a here-document, its indentation taken off and interpolations as holes', () => {
    const { embedded } = read('user_data = <<-EOF\n    #!/bin/bash\n    docker ps ${var.x} $${HOME}\n  EOF\n');
    expect(embedded.map((input) => [input.label, input.target, input.view.text])).toEqual([
      [
        'user_data in main.tf',
        'user-data',
        `  #!/bin/bash\n  docker ps ${'\uE000'.repeat(8)} \${HOME}\n`.replaceAll(/^ {2}/gm, ''),
      ],
    ]);
  });

  test('values of a chart', () => {
    const { reading, embedded } = read(
      'resource "helm_release" "x" {\n  values = [<<EOT\na: b\nEOT\n  ]\n  set {\n    name  = "chaosDaemon.runtime"\n    value = "docker"\n  }\n}\n',
    );
    expect(embedded.map((input) => input.target)).toEqual(['values.yaml']);
    expect(describeFacts(reading)).toContain('8:14 helm-values chaosDaemon/runtime = docker');
  });

  test('provisioners are shell', () => {
    const { reading } = read('provisioner "remote-exec" {\n  inline = [\n    "sudo docker ps",\n  ]\n}\n');
    expect(describeFacts(reading, 'command')).toEqual(['3:11 run docker ps']);
  });

  test('a template file is a link', () => {
    const { reading } = read('user_data = base64encode(templatefile("${path.module}/boot.sh.tpl", { a = "b" }))\n');
    expect(reading.links.map((link) => [link.kind, targetText(link), link.target])).toEqual([
      ['calls', 'boot.sh.tpl', 'user-data'],
    ]);
  });

  test('property: every fact points at its characters', () => {
    const piece = fc.constantFrom(
      'a = ',
      '"',
      '${',
      '}',
      '{',
      '[',
      ']',
      '<<EOF\n',
      '\nEOF\n',
      '\n',
      '"x"',
      'b "c" ',
      '(',
      ')',
      '#',
      '\\',
      '/*',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(misplaced(readWith(readTerraform, 'x.tf', pieces.join('')).reading)).toEqual([]);
      }),
    );
  });
});
