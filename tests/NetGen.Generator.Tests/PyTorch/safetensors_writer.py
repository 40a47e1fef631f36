"""Writes the safetensors format: the header's length, the header in JSON, then the numbers, little end first."""

import json
import struct

import torch

TYPES = {torch.float32: "F32", torch.float64: "F64", torch.int32: "I32"}
ALIGNMENT = 8


def write(path, tensors, metadata):
    """Writes named tensors in their order."""
    header = {"__metadata__": metadata}
    chunks = []
    offset = 0
    for name, tensor in tensors.items():
        data = tensor.detach().contiguous().numpy().astype(tensor.detach().numpy().dtype.newbyteorder("<")).tobytes()
        header[name] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, offset + len(data)]}
        chunks.append(data)
        offset += len(data)

    text = json.dumps(header, separators=(",", ":")).encode("utf-8")
    text += b" " * (-len(text) % ALIGNMENT)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)))
        file.write(text)
        for chunk in chunks:
            file.write(chunk)
