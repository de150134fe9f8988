#!/usr/bin/env bash
# docker ps and systemctl restart docker are gone since the move to containerd.
set -euo pipefail
apt-get install -y containerd kubelet kubeadm
containerd config default > /etc/containerd/config.toml
systemctl restart containerd
crictl --runtime-endpoint unix:///run/containerd/containerd.sock ps
usermod -aG docker-readers "$USER_NAME"
kubeadm join --cri-socket unix:///run/containerd/containerd.sock --config /etc/kubernetes/kubeadm.yaml
if command -v docker >/dev/null; then
  echo "remove docker from this image first" >&2
  exit 1
fi
