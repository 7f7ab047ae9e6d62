# What ./dev needs on this machine, installed when it is missing. Sourced by ./dev
# from the project's folder, not run by itself. Works with macOS's bash 3.2.
# shellcheck shell=bash

TRUNK_VERSION=0.21.14
NODE_MAJOR=20
# Programs built here live apart from the user's own, one folder a version.
TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/tonnage"

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Debian's package PACKAGE. On a system without apt the user installs it.
apt_install() {
    local package=$1 sudo=
    has apt-get || stop "$package is missing: install it the way your system installs programs, then run ./dev again."
    if [ "$(id -u)" != 0 ]; then
        # Without a terminal sudo could only wait for a password that nobody types.
        { has sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }; } ||
            stop "$package is missing: run \`sudo apt-get install $package\`, then ./dev again."
        sudo=sudo
    fi
    say "Installing $package with apt-get (about a minute) ..."
    # A failed update is no reason to stop: an older package list may do.
    $sudo apt-get update -qq || true
    $sudo env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
        stop "apt-get could not install $package: check the network, or install it by hand, then run ./dev again."
}

# cargo, of the release that rust-toolchain.toml asks for.
need_rust() {
    # A shell opened before rustup was installed does not have it on PATH yet.
    if ! has cargo && [ -x "$HOME/.cargo/bin/cargo" ]; then PATH="$HOME/.cargo/bin:$PATH"; fi
    has cargo || stop "Rust is missing: install rustup as https://rustup.rs says, then run ./dev again."
    if has rustup && [ -z "${RUSTUP_TOOLCHAIN:-}" ]; then need_toolchain; fi
    cargo --version >/dev/null || stop "cargo does not start: see the message above."
    has cc || need_compiler
}

need_toolchain() {
    local channel name
    channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
    # The same release may be installed under another name, such as `stable`.
    for name in "$channel" $(rustup toolchain list | cut -d' ' -f1); do
        case "$(RUSTUP_AUTO_INSTALL=0 rustup run "$name" rustc --version 2>/dev/null)" in
            "rustc $channel "*)
                [ "$name" = "$channel" ] || export RUSTUP_TOOLCHAIN="$name"
                return
                ;;
        esac
    done
    say "Installing Rust $channel with rustup (about a minute) ..."
    rustup toolchain install "$channel" --profile minimal --component rustfmt --component clippy \
        --no-self-update ||
        stop "rustup could not install Rust $channel: check the network, then run ./dev again."
}

# rustc links with the system's C compiler.
need_compiler() {
    [ "$(uname)" != Darwin ] ||
        stop "A C compiler is missing: run \`xcode-select --install\`, then ./dev again."
    apt_install build-essential
}

need_wasm_target() {
    local target=wasm32-unknown-unknown
    [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ] && return
    has rustup || stop "Rust's $target target is missing: install it the way your Rust was installed, then run ./dev again."
    say "Installing Rust's $target target (a few seconds) ..."
    rustup target add "$target" ||
        stop "rustup could not install the target $target: check the network, then run ./dev again."
}

# All crates of Cargo.lock, because ./dev runs trunk offline.
need_crates() {
    cargo fetch ||
        stop "cargo could not fetch the crates of Cargo.lock: see the message above, check the network, then run ./dev again."
}

# What PROGRAM says its version is; nothing if it does not run.
version_of() { env -u NO_COLOR "$1" --version 2>/dev/null | awk 'NR == 1 { print $2 }' || true; }

# need_program PROGRAM CRATE VERSION OPT_LEVEL MINUTES
# The program on PATH if it is exactly that version, else our own copy.
need_program() {
    local program=$1 crate=$2 version=$3 level=$4 minutes=$5
    local root="$TOOLS/$program-$version"
    if has "$program" && [ "$(version_of "$program")" = "$version" ]; then return; fi
    PATH="$root/bin:$PATH"
    if [ "$(version_of "$root/bin/$program")" = "$version" ]; then return; fi
    say "Building $program $version into $root (once; about $minutes minutes on two cores) ..."
    # Its locked dependencies first; any that fit when one of those cannot be had.
    cargo_install "$crate" "$version" "$level" "$root" --locked ||
        { say "Trying again without its locked dependencies ..." &&
            cargo_install "$crate" "$version" "$level" "$root"; } ||
        stop "Could not build $program $version: see the message above, check the network, then run ./dev again."
    rm -rf "$TOOLS/build"
}

# cargo_install CRATE VERSION OPT_LEVEL ROOT [--locked]
# A quick build, not a quick program: both programs work for a second or so a build.
# Without default features they cannot download, which ./dev never asks them to.
cargo_install() {
    local crate=$1 version=$2 level=$3 root=$4
    shift 4
    local quiet=--quiet
    [ ! -t 2 ] || quiet=
    mkdir -p "$TOOLS/build"
    (
        # From a neutral folder with neutral settings: the project's flags are for
        # the page. The toolchain stays the project's.
        if has rustup; then
            RUSTUP_TOOLCHAIN=$(rustup show active-toolchain | cut -d' ' -f1)
            export RUSTUP_TOOLCHAIN
        fi
        unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET \
            CARGO_BUILD_TARGET_DIR
        export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL="$level" \
            CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=false \
            CARGO_PROFILE_RELEASE_STRIP=true
        # A fixed folder, so that an interrupted build goes on where it was.
        export CARGO_TARGET_DIR="$TOOLS/build"
        cd "$TOOLS" && cargo install $quiet "$crate" --version "$version" --no-default-features \
            --force --root "$root" "$@"
    )
}

# Its serving and bundling are as quick at level 0 as at 1, and it builds in 4 minutes, not 6.
need_trunk() { need_program trunk trunk "$TRUNK_VERSION" 0 4; }

# wasm-bindgen's program must be the version of the library in Cargo.lock, to the digit.
need_wasm_bindgen() {
    local version
    [ -f Cargo.lock ] || stop "Cargo.lock is missing: run \`cargo generate-lockfile\`, then ./dev again."
    version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, ""); print $3; exit }' Cargo.lock)
    [ -n "$version" ] || stop "Cargo.lock names no wasm-bindgen: run \`cargo generate-lockfile\`, then ./dev again."
    need_program wasm-bindgen wasm-bindgen-cli "$version" 1 3
}

need_npm_packages() {
    local major
    { has node && has npm; } ||
        stop "Node.js is missing: install version $NODE_MAJOR or newer, with npm, from https://nodejs.org, then run ./dev again."
    major=$(node -p 'process.versions.node.split(".")[0]')
    [ "$major" -ge "$NODE_MAJOR" ] ||
        stop "Node.js $major is too old: install version $NODE_MAJOR or newer from https://nodejs.org, then run ./dev again."
    PATH="$PWD/node_modules/.bin:$PATH"
    npm_install . 100
}

# What only the benchmark compares with; need_npm_packages comes first.
need_benchmark_packages() { npm_install benches 170; }

# npm_install FOLDER MEGABYTES
# The packages of the folder's package-lock.json.
npm_install() {
    local lock="$1/package-lock.json" copy="$1/node_modules/.package-lock-copy.json"
    # A copy tells what is installed; file times would not survive a checkout or a cache.
    if cmp -s "$lock" "$copy"; then return; fi
    say "Installing npm packages (some seconds; $2 MB) ..."
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) ||
        stop "npm could not install the packages of $lock: check the network, then run ./dev again."
    cp "$lock" "$copy"
}

# Sets CHROMIUM to a browser that the page's tests can drive.
need_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then
        has "$CHROMIUM" || stop "CHROMIUM names a program that is not there: $CHROMIUM"
    else
        CHROMIUM=$(find_chromium) || {
            apt_install chromium
            CHROMIUM=$(find_chromium) || stop "Chromium is missing: install it and set CHROMIUM to its path."
        }
    fi
    export CHROMIUM
}

# A font with Chinese characters: a test looks at them.
need_chinese_font() {
    has fc-list || apt_install fontconfig
    [ -n "$(fc-list :lang=zh file)" ] || apt_install fonts-noto-cjk
    [ -n "$(fc-list :lang=zh file)" ] || stop "No font has Chinese characters: install one, as Noto Sans CJK, then run ./dev again."
}

find_chromium() {
    local program
    for program in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        command -v "$program" 2>/dev/null && return
    done
    return 1
}
