#!/bin/sh
set -e
docker build --network host -t acme/app .
id=$(docker create acme/app)
docker cp "$id:/app" ./out
docker rm "$id"
