#!/bin/sh
# Write the two lock files anew: hashes, and no addresses. PySide6 stays at what was tried.
set -e
cd "$(dirname "$0")/.."
printf 'PySide6-Essentials==6.11.3\n' > packaging/tried.txt
compile="uv pip compile --universal --generate-hashes --no-header --no-annotate --quiet --python-version 3.11 -c packaging/tried.txt pyproject.toml"
$compile -o packaging/requirements.txt
$compile --extra test -o packaging/requirements-test.txt
rm packaging/tried.txt
