#!/usr/bin/env bash
# Stays quiet: runs on the build machine.
set -euo pipefail
docker build --tag "acme/node-agent:$1" images/agent
docker push "acme/node-agent:$1"
