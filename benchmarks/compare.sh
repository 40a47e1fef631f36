#!/usr/bin/env bash
# Measures NetGen beside its peers on this machine and prints a table with the ratio to the best of them.
#
#   benchmarks/compare.sh [--threads N] [--only NAME] [--rounds N]
#
# The peers are Debian's PyTorch and FANN and npm's ONNX Runtime; what is missing is installed (as root) or unpacked below
# artifacts/peers. All programs take turns on each workload, several rounds of it, and medians are compared.
set -eu
cd "$(dirname "$0")/.."

threads=1
only=
rounds=3
while [ $# -gt 0 ]; do
    case $1 in
        --threads) threads=$2 ;;
        --only) only=$2 ;;
        --rounds) rounds=$2 ;;
        *) echo "compare.sh: unknown option '$1'; see the head of the script" >&2; exit 1 ;;
    esac
    shift 2 || { echo "compare.sh: a value is missing behind the last option" >&2; exit 1; }
done

work=$PWD/artifacts/peers
mkdir -p "$work"
cp benchmarks/peers/*.py benchmarks/peers/*.c benchmarks/peers/*.cpp "$work"

# The lists of packages, once.
updated=
update() {
    [ -n "$updated" ] || apt-get update -qq || return
    updated=1
}
# Packages of Debian: installed where this may be done, unpacked where not. PyTorch's own dependencies are too many to unpack.
unpack() {
    # A fresh machine has no lists of packages yet.
    apt-get download --print-uris "$@" >/dev/null 2>&1 || update
    (cd "$work" && mkdir -p deb && cd deb && apt-get download "$@" >/dev/null && for file in *.deb; do dpkg -x "$file" "$work/root"; done && rm -f ./*.deb)
}
# Only what is missing: a machine may have one of them from elsewhere, beside which Debian's does not install.
missing=()
/usr/bin/python3 -c 'import torch' 2>/dev/null || missing+=(python3-torch)
command -v g++ >/dev/null || missing+=(g++)
command -v npm >/dev/null || missing+=(npm)
if [ ${#missing[@]} -gt 0 ]; then
    update && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
libraries=$work/root/usr/lib/$(gcc -print-multiarch)
blas=pthread
[ "$threads" -gt 1 ] && blas=openmp
[ -e "$libraries/libfloatfann.so.2" ] || unpack libfann2 libfann-dev python3-onnx
[ -e "$libraries/openblas-$blas/libblas.so.3" ] || unpack "libopenblas0-$blas"
[ -d "$work/node_modules/onnxruntime-node" ] || (cd "$work" && npm install --silent --no-fund --no-audit --ignore-scripts onnxruntime-node)

(cd "$work" && g++ -O2 ort_capi.cpp -o ort_capi -ldl \
    && gcc -O2 -march=native -I"$work/root/usr/include" fann_bench.c -o fann_bench -L"$libraries" -lfloatfann -lm \
    && g++ -O3 -march=native -pthread limits.cpp -o limits)
[ -d "$work/onnx" ] || (cd "$work" && PYTHONPATH="$work/root/usr/lib/python3/dist-packages" /usr/bin/python3 export_onnx.py >/dev/null)
dotnet build -c Release benchmarks/NetGen.Benchmarks --nologo -v quiet >&2
netgen=$PWD/benchmarks/NetGen.Benchmarks/bin/Release/net10.0/NetGen.Benchmarks

lines=$work/lines.tsv
"$netgen" workloads --list --only "$only" >"$work/names"
: >"$lines"
(cd "$work" && ./limits) >"$work/limits.tsv"
for round in $(seq "$rounds"); do
    while read -r name; do
        echo "round $round of $rounds: $name" >&2
        "$netgen" workloads --threads "$threads" --only "$name" >>"$lines"
        (cd "$work" && LD_LIBRARY_PATH=$libraries/openblas-$blas /usr/bin/python3 torch_bench.py --threads "$threads" --only "$name" 2>/dev/null) >>"$lines"
        case $name in infer_*) (cd "$work" && ./ort_capi "$threads" "$name") >>"$lines" ;; esac
        case $name in *dense_4_16_3* | *dense_784_128_10) (cd "$work" && LD_LIBRARY_PATH=$libraries ./fann_bench | grep "^$name" || true) >>"$lines" ;; esac
    done <"$work/names"
done

/usr/bin/python3 benchmarks/compare.py "$lines" "$work/limits.tsv" "$threads"
