#!/usr/bin/python3
"""PyTorch's own loop on MNIST: 784-512-512-10 with ReLU or LeNet-5, Adam, batches of 64, cross-entropy, the data in memory.
torch_mnist.py FOLDER [--model mlp|lenet] [--threads 2] [--epochs 5]     FOLDER holds the four IDX files, plain or .gz
Prints: seconds of training, and the accuracy on the test images."""
import argparse
import gzip
import os
import sys
import time
from pathlib import Path

ap = argparse.ArgumentParser()
ap.add_argument("folder")
ap.add_argument("--model", choices=("mlp", "lenet"), default="mlp")
ap.add_argument("--threads", type=int, default=2)
ap.add_argument("--epochs", type=int, default=5)
args = ap.parse_args()
# As in torch_bench.py: BLAS reads its number of threads when it is loaded, and freed tensors stay in the process.
if os.environ.get("_TORCH_BENCH") != str(args.threads):
    os.environ.update({k: str(args.threads) for k in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")},
                      MALLOC_MMAP_THRESHOLD_="1073741824", MALLOC_TRIM_THRESHOLD_="1073741824", MALLOC_TOP_PAD_="268435456",
                      _TORCH_BENCH=str(args.threads))
    os.execv(sys.executable, [sys.executable] + sys.argv)

import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402
from models import lenet5, mlp  # noqa: E402

torch.set_num_threads(args.threads)
torch.manual_seed(1)


def idx(name, header):
    """The bytes of an IDX file behind its header."""
    path = Path(args.folder) / name
    data = path.read_bytes() if path.exists() else gzip.decompress(path.with_name(name + ".gz").read_bytes())
    return torch.frombuffer(bytearray(data[header:]), dtype=torch.uint8)


make, shape = {"mlp": (lambda: mlp(784, 512, 512, 10), (784,)), "lenet": (lenet5, (1, 28, 28))}[args.model]


def load(part):
    labels = idx(f"{part}-labels-idx1-ubyte", 8).long()
    return idx(f"{part}-images-idx3-ubyte", 16).view(-1, *shape).float() / 255, labels


images, labels = load("train")
test_images, test_labels = load("t10k")
net = make()
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
begin = time.perf_counter()
for _ in range(args.epochs):
    for batch in torch.randperm(len(labels)).split(64):
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(net(images[batch]), labels[batch]).backward()
        optimizer.step()
seconds = time.perf_counter() - begin
with torch.inference_mode():
    accuracy = (net(test_images).argmax(1) == test_labels).float().mean().item()
print(f"{args.epochs} epochs in {seconds:.1f} s on {args.threads} threads, test accuracy {accuracy:.4f}")
