#!/usr/bin/env bash
# eng/record-profile.sh   records which methods our programs use and writes eng/program.profile, from which they are compiled ahead.
# Needs what ./bench needs (DAYTWO_ASSETS); takes some ten minutes. When to run it: tools/Profile/README.md.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$root/eng/programs.sh"
need_sdk
use_neighbouring_programs v1.36.3 etcd s3 twin
out="$root/artifacts/bench"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
mkdir "$work/traces"

echo "publishing …" >&2
for project in src/Cli/Cli.csproj benchmarks/Bench/Bench.csproj; do
  dotnet publish "$root/$project" -c Release -r linux-x64 -o "$out" -v quiet -nologo -clp:ErrorsOnly >&2
done

# Runs a published program, and what it starts of ours, with the runtime's event pipe on: look-ups of compiled methods, compilation, what they are.
recorded() { # PROGRAM ARGUMENTS...
  echo "$*" >&2
  DOTNET_EnableEventPipe=1 DOTNET_EventPipeOutputStreaming=1 DOTNET_EventPipeOutputPath="$work/traces/{pid}.nettrace" \
    DOTNET_EventPipeConfig='Microsoft-Windows-DotNETRuntime:0x6000080018:5' \
    timeout 1200 "$out/$1" "${@:2}" > "$work/output" 2>&1 || echo "  ended with $?" >&2
}

free_port() {
  local port=0
  while port=$((RANDOM % 10000 + 20000)); (: < "/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

for words in --help version crds "completion bash" programs "backup now --help"; do
  # shellcheck disable=SC2086
  recorded daytwo $words
done
recorded daytwo rules test "$root/config/rules/tests"
recorded daytwo cel < "$root/benchmarks/Bench/Cel/cases.jsonl"
recorded daytwo demo --once --offline
recorded daytwo demo --once --offline --embedded --directory
recorded daytwo rules compare --local -f "$root/config/rules/no_latest_tag.yaml" --generate 100

# Backups from the command line, of an etcd of our own.
etcd=$(PATH="${DAYTWO_ASSETS:-}/etcd:${DAYTWO_ASSETS:-}:$PATH" command -v etcd)
client=http://127.0.0.1:$(free_port); peer=http://127.0.0.1:$(free_port)
"$etcd" --data-dir "$work/etcd" --listen-client-urls "$client" --advertise-client-urls "$client" --listen-peer-urls "$peer" > "$work/etcd.log" 2>&1 &
etcd=$!; trap 'kill "$etcd" || true; rm -rf "$work"' EXIT
head -c 32 /dev/urandom | base64 > "$work/key"; chmod 600 "$work/key"
for _ in 1 2; do
  recorded daytwo backup now --endpoints "$client" --to "file:$work/store" --encryption-key "$work/key"
done
for words in list verify "get --out $work/snapshot.db" "prune --keep-last 1"; do
  # shellcheck disable=SC2086
  recorded daytwo backup $words --to "file:$work/store" --encryption-key "$work/key"
done
recorded daytwo snapshot status "$work/snapshot.db"

# Backups to S3, controllers, expressions, webhooks under load.
for comparison in snapshot memory cel webhook; do
  recorded daytwo-bench "$comparison"
done

dotnet run --project "$root/tools/Profile" -c Release -- record "$root/eng/program.profile" "$work/traces" \
  "$root/src/Cli/obj/Release/net10.0/linux-x64/linked" "$root/benchmarks/Bench/obj/Release/net10.0/linux-x64/linked"
