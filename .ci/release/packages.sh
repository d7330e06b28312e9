# shellcheck shell=bash
# What a release consists of; the scripts beside this file source it. Whatever needs another package comes behind it.
names=(cdktf-provider-aiven cdktf-aiven-azure-peering cdktn-provider-aiven cdktn-aiven-azure-peering aiven-azure-peering)

fail() {
  echo "$*" >&2
  exit 1
}

# Finds npm's tarball of each package in a folder: `${tarballs[name]}`, and their one version in `$version`.
declare -A tarballs
read_tarballs() {
  local file name its
  version=""
  for file in "$1"/*.tgz; do
    read -r name its < <(tar -xOzf "$file" package/package.json |
      node --print 'const { name, version } = JSON.parse(fs.readFileSync(0, "utf8")); name + " " + version')
    tarballs[$name]=$file
    [ "${version:=$its}" = "$its" ] || fail "$file has version $its, another has $version: build all of them from one tag"
  done
  for name in "${names[@]}"; do
    [ -n "${tarballs[$name]:-}" ] || fail "$1 has no tarball of $name: build all of them from one tag"
  done
  [ "${#tarballs[@]}" = "${#names[@]}" ] || fail "$1 has ${!tarballs[*]}, but a release is ${names[*]}"
}

# Puts the versions that npm has of a package into `$published`: none if it does not know the name. Ends the script if npm does not say.
ask_npm() {
  local answer
  published=""
  if answer=$(npm view "$1" versions --json --prefer-online 2>&1); then
    published=$answer
  elif [[ $answer != *E404* ]]; then
    fail "npm does not say what it has of $1: $answer"
  fi
}
is_published() { [[ $published == *"\"$version\""* ]]; }
