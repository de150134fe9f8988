#!/usr/bin/env bash
set -euo pipefail

SOCK=/var/run/docker.sock

apt-get update
apt-get install -y docker-ce docker-ce-cli kubelet kubeadm

cat > /etc/docker/daemon.json <<'EOF'
{
  "registry-mirrors": ["https://mirror.acme.example"],
  "exec-opts": ["native.cgroupdriver=systemd"],
  "log-opts": { "max-size": "50m" }
}
EOF
systemctl restart docker

until curl --silent --unix-socket "$SOCK" http://localhost/_ping; do
  sleep 1
done

kubeadm join --config /etc/kubernetes/kubeadm.yaml
docker ps --filter name=k8s_kube-proxy --quiet | xargs --no-run-if-empty docker logs --tail 20
