#!/usr/bin/env bash
# Packs the modules of a release build, and puts the page that the site opens with into index.html. Trunk runs it
# after a build (Trunk.toml); of a development build nobody waits for it.
set -euo pipefail
[ "${TRUNK_PROFILE:-}" = release ] || exit 0
cd "$TRUNK_SOURCE_DIR"
node tools/pack.mjs "$TRUNK_STAGING_DIR"
exec cargo run -q --release --bin tonnage -- page --site "$TRUNK_STAGING_DIR"
