#!/bin/sh
set -eu
exec shop --umask "$UMASK"
