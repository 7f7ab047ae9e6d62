#!/usr/bin/env bash
# Packs the modules of a release build, and puts the page that the site opens with into index.html. Trunk runs it
# after a build (Trunk.toml); of a development build nobody waits for it.
set -euo pipefail
[ "${TRUNK_PROFILE:-}" = release ] || exit 0
cd "$TRUNK_SOURCE_DIR"
# `trunk build --release` alone makes a site, too: a larger one.
if command -v node > /dev/null && { [ -x node_modules/.bin/wasm-opt ] || command -v wasm-opt > /dev/null; }; then
    node tools/pack.mjs "$TRUNK_STAGING_DIR"
else
    echo "The modules are not packed: that needs node and wasm-opt (npm ci)." >&2
fi
exec cargo run -q --release --bin tonnage -- page --site "$TRUNK_STAGING_DIR"
