"""PyTorch's side of the weight files that the tests compare.

    python3 safetensors_peer.py write FOLDER    writes files for NetGen to read
    python3 safetensors_peer.py forward FOLDER  reads 'netgen.safetensors', which NetGen wrote, into a PyTorch network
                                                and writes that network's outputs to 'netgen-forward.safetensors'

The format is read and written by the few lines below, so that nothing but PyTorch is needed.
"""

import json
import struct
import sys
from pathlib import Path

import torch

TYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}
NAMES = {type: name for name, type in TYPES.items()}


def to_bytes(tensor):
    tensor = tensor.detach().contiguous()
    if tensor.dtype == torch.bfloat16:  # numpy has no such type; the bits are what counts
        tensor = tensor.view(torch.int16)
    return tensor.numpy().tobytes()


def write(path, tensors, metadata=None):
    header = {"__metadata__": metadata} if metadata else {}
    data = b""
    for name, tensor in tensors.items():
        content = to_bytes(tensor)
        header[name] = {
            "dtype": NAMES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(content)],
        }
        data += content
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def read(path):
    content = path.read_bytes()
    (length,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = torch.frombuffer(bytearray(content[begin:end]), dtype=TYPES[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"])
    return tensors


class Two(torch.nn.Module):
    """Dense(3), ReLU, Dense(2) over four inputs, with the names that NetGen gives."""

    def __init__(self, dtype=torch.float32):
        super().__init__()
        self.dense1 = torch.nn.Linear(4, 3, dtype=dtype)
        self.dense2 = torch.nn.Linear(3, 2, dtype=dtype)

    def forward(self, x):
        return self.dense2(torch.relu(self.dense1(x)))


def inputs(dtype=torch.float32):
    return torch.tensor([[1, -2, 3, 0.5], [0.25, 4, -1, 2]], dtype=dtype)


def write_for_netgen(folder):
    torch.manual_seed(1)
    two = Two()
    weights = two.state_dict()
    write(folder / "pytorch-f32.safetensors", weights, {"format": "pt"})
    write(folder / "pytorch-f64.safetensors", {name: value.double() for name, value in weights.items()})
    write(folder / "pytorch-bf16.safetensors", {name: value.bfloat16() for name, value in weights.items()})
    numbered = torch.nn.Sequential(two.dense1, torch.nn.ReLU(), two.dense2)
    write(folder / "pytorch-sequential.safetensors", numbered.state_dict())
    write(folder / "pytorch-forward.safetensors", {"x": inputs(), "y": two(inputs())})
    half = [0.0, -1.5, 65504.0, 2.0**-24, 0.333251953125]
    whole = [0, 1, 2, 127]
    write(
        folder / "pytorch-types.safetensors",
        {
            "f64": torch.tensor([1e300, -0.1], dtype=torch.float64),
            "f32": torch.tensor([[0.1, 3e38]], dtype=torch.float32),
            "f16": torch.tensor(half, dtype=torch.float16),
            "bf16": torch.tensor([1.0, -0.0078125, 3e38], dtype=torch.bfloat16),
            "i64": torch.tensor([-(2**53), 2**53 - 1], dtype=torch.int64),
            "i32": torch.tensor([-(2**31), 2**31 - 1], dtype=torch.int32),
            "i16": torch.tensor([-(2**15), 2**15 - 1], dtype=torch.int16),
            "i8": torch.tensor([-128, 127], dtype=torch.int8),
            "u8": torch.tensor(whole + [255], dtype=torch.uint8).reshape(1, 5, 1),
            "bool": torch.tensor([True, False]),
            "scalar": torch.tensor(2.5),
            "empty": torch.zeros(3, 0),
        },
    )


def forward_of_netgen(folder):
    weights = read(folder / "netgen.safetensors")
    two = Two(weights["dense1.weight"].dtype)
    two.load_state_dict(weights, strict=True)
    x = inputs(weights["dense1.weight"].dtype)
    write(folder / "netgen-forward.safetensors", {"x": x, "y": two(x)})


if __name__ == "__main__":
    {"write": write_for_netgen, "forward": forward_of_netgen}[sys.argv[1]](Path(sys.argv[2]))
