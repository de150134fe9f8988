#!/bin/bash
# Fills a folder with the tools that `npm run test:tools` asks: from Debian's packages and the Go module proxy.
#   scripts/tools/install.sh FOLDER
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
work=$(mktemp -d)
cd "$work"
apt-get download docker.io containerd podman skopeo jq libjq1 libonig5 libgpgme11 libassuan0 libsubid4
for package in *.deb; do dpkg -x "$package" root; done
for tool in docker ctr podman skopeo jq; do
  cp "root/usr/bin/$tool" "$folder/$tool.real"
  printf '#!/bin/bash\nLD_LIBRARY_PATH=%s/lib exec %s/%s.real "$@"\n' "$folder" "$folder" "$tool" > "$folder/$tool"
  chmod +x "$folder/$tool"
done
mkdir -p "$folder/lib"
cp -a root/usr/lib/*/*.so* "$folder/lib/"
GOBIN=$folder go install sigs.k8s.io/cri-tools/cmd/crictl@v1.37.0
go mod download -json github.com/containerd/nerdctl@v1.7.7 | sed -n 's/.*"Dir": "\(.*\)".*/\1/p' > nerdctl.dir
cp -r "$(cat nerdctl.dir)" nerdctl
chmod -R u+w nerdctl
(cd nerdctl && go build -o "$folder/nerdctl" ./cmd/nerdctl) || echo 'nerdctl could not be built; its commands will be listed as not tried'
