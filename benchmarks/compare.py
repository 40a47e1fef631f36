"""Prints the table of compare.sh: for each workload the median of every program, the ratio to the best peer, and the share of the machine's limit.
compare.py LINES LIMITS THREADS, where LINES are workload<TAB>program<TAB>threads<TAB>min_us<TAB>median_us of several rounds."""
import statistics
import subprocess
import sys
from pathlib import Path

lines_file, limits_file, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])


def limit(name, threads):
    """The median rate of a line of limits.cpp on as many threads."""
    for line in Path(limits_file).read_text().splitlines():
        fields = line.split("\t")
        if fields[0] == f"limits:{name}" and fields[2] == str(min(threads, 2)):
            return float(fields[4])
    sys.exit(f"no line 'limits:{name}' for {threads} threads in {limits_file}")


peaks, cache = [limit("fma_avx2_256", 1), limit("fma_avx2_256", threads)], limit("read_L2_512KB_256b", 1)
roofline = Path(__file__).parent / "peers" / "roofline.py"
arithmetic = {}
for line in subprocess.run([sys.executable, roofline, *map(str, peaks)], check=True, capture_output=True, text=True).stdout.splitlines():
    fields = line.split("\t")
    # One thread predicts one sample, however many there are.
    arithmetic[fields[0]] = float(fields[2 if fields[0].startswith("infer_b1_") else 3])
# One sample reads every weight once: its limit is the bandwidth of the cache that holds them.
arithmetic["infer_b1_dense_784_128_10"] = (784 * 128 + 1280) * 4 / cache / 1e3

times = {}
for line in Path(lines_file).read_text().splitlines():
    workload, program, _, _, median = line.split("\t")
    times.setdefault(workload, {}).setdefault(program, []).append(float(median))

print(f"| workload, {threads} thread{'s' if threads > 1 else ''} | NetGen, µs | best peer, µs | ratio | other peers, µs | limit, µs | share of it |")
print("|---|---|---|---|---|---|---|")
for workload, programs in times.items():
    medians = {program: statistics.median(values) for program, values in programs.items()}
    own = medians.pop("netgen")
    ranking = sorted(medians.items(), key=lambda peer: peer[1])
    best, others = ranking[0], ranking[1:]
    bound = arithmetic[workload]
    print(f"| {workload} | {own:.4g} | {best[0]} {best[1]:.4g} | {best[1] / own:.2f} | "
          f"{', '.join(f'{name} {time:.4g}' for name, time in others)} | {bound:.3g} | {100 * bound / own:.0f} % |")
