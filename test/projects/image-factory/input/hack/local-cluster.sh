#!/usr/bin/env bash
minikube start --driver=docker --container-runtime=containerd
docker network inspect minikube
