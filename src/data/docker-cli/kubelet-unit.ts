import { table } from '../../text/table.ts';

/** What is asked of the container of a kubelet is asked of its unit, by the purpose of the docker command. */
export const UNIT_OF_KUBELET = table<string>({
  stop: '`systemctl stop kubelet`: the kubelet is a unit of the node, and in no container',
  restart: '`systemctl restart kubelet`: the kubelet is a unit of the node, and in no container',
  logs: '`journalctl -u kubelet`: the kubelet is a unit of the node, and in no container',
  kill: '`systemctl stop kubelet`: the kubelet is a unit of the node, and in no container',
  start: '`systemctl start kubelet`: the kubelet is a unit of the node, and in no container',
  inspect:
    'ask the unit (`systemctl cat kubelet`): the kubelet is in no container, and what was mounted into it is on the node under the same path',
  remove: 'delete the line: the kubelet is a unit of the node (kubelet.service), and in no container',
});
