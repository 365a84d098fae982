# Sourced by ./daytwo, ./test and ./bench: finds or installs what they need, and says what it does.

# The .NET SDK is the one thing that must be there already.
need_sdk() {
  command -v dotnet >/dev/null || { echo "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download" >&2; exit 3; }
}

# A checkout that stands beside a folder of cluster programs uses them; elsewhere the programs look after themselves.
use_neighbouring_programs() { # SET...
  local packed="$root/../shared/bin"
  if [ -z "${DAYTWO_ASSETS:-}" ] && [ -x "$packed/unpack" ]; then
    export DAYTWO_ASSETS="${XDG_CACHE_HOME:-$HOME/.cache}/daytwo/assets"
    "$packed/unpack" "$DAYTWO_ASSETS" "$@"
  fi
}

# has NAME FOLDER: whether a program can be found where the product looks.
has() {
  local cache="${XDG_CACHE_HOME:-$HOME/.cache}/daytwo"
  [ -n "${DAYTWO_ASSETS:-}" ] && { [ -x "$DAYTWO_ASSETS/$2/$1" ] || [ -x "$DAYTWO_ASSETS/$1" ]; } && return 0
  [ -x "$cache/$2/$1" ] || command -v "$1" >/dev/null
}

# from_debian WHAT PACKAGE…: says so and installs the packages, where we may.
from_debian() {
  local what=$1; shift
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  echo "$what: not found; installing from Debian: $*" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1 \
    || echo "$what: could not be installed; going on without it" >&2
}

# etcd comes from Debian where nothing better is at hand and we may install.
install_etcd_from_debian() {
  has etcd etcd && return 0
  from_debian etcd etcd-server
  # The package starts a service of its own, which nobody here needs.
  if command -v systemctl >/dev/null && [ -d /run/systemd/system ]; then systemctl disable --now etcd >/dev/null 2>&1 || true; fi
}

# The library that compresses snapshots twice as fast as the runtime's own, and smaller.
install_isal() {
  local found
  for found in /lib/*/libisal.so.2 /usr/lib/*/libisal.so.2 /usr/lib64/libisal.so.2 /usr/lib/libisal.so.2; do [ -e "$found" ] && return 0; done
  from_debian libisal.so.2 libisal2
}

# publish DIRECTORY PROJECT…: programs as they ship, each one file: native code where its compiler can be restored and there is a linker,
# else .NET's own code compiled ahead. Says which.
publish() {
  local directory=$1 project native=false log; shift
  echo "publishing …" >&2
  command -v clang >/dev/null || command -v gcc >/dev/null || from_debian "a linker for native code" gcc libc6-dev
  log=$(mktemp)
  if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
    echo "published without native code, as there is no linker (clang or gcc): programs start slower and need more memory" >&2
  elif (for project; do dotnet restore "$root/$project" -r linux-x64 -p:Native=true -v quiet -nologo || exit 1; done) > "$log" 2>&1; then
    native=true
  else
    echo "published without native code, as its compiler could not be restored: programs start slower and need more memory" >&2
    grep -m1 'error' "$log" >&2 || true
  fi
  for project; do
    if ! dotnet publish "$root/$project" -c Release -r linux-x64 -o "$directory" -p:Native=$native -v quiet -nologo -clp:ErrorsOnly > "$log" 2>&1; then
      cat "$log" >&2; rm -f "$log"; return 1
    fi
  done
  rm -f "$log"
}
