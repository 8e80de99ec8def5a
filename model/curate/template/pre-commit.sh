#!/bin/sh
# Refuses a commit that has an error in it. Switch it on with: git config core.hooksPath .githooks
# Looks at what is to be committed, and not at what else lies in the folder.
set -e
top=$(pwd -P)
corpus=$(cd "$(dirname "$0")/.." && pwd -P)
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT
git checkout-index --all --prefix="$staged/"
cd "$staged${corpus#"$top"}"
dprk-tui check . || {
    echo "Not committed: mend this first, or commit with --no-verify." >&2
    exit 1
}
