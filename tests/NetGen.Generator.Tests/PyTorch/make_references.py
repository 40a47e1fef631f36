#!/usr/bin/env python3
"""Stores PyTorch's numbers for the networks of reference_networks, reference_graphs and reference_vision.

    python3 make_references.py [DIR]

writes one safetensors file per network into DIR (References beside this file). Parameters, inputs, targets and sample
weights are drawn from a seed made of the network's name, in single precision, so that both precisions start from the
very same numbers. In each file:

    dense1.weight               a parameter (F32)
    input/NAME, target/NAME     the columns of the batch (F32; class indices I32)
    weight/LOSS                 sample weights, where a loss has any (F32)
    upstream/OUTPUT             a gradient handed in for each output (F32)

and, computed in single (F32) and in double (F64) precision, under single/ and double/:

    output/NAME                 the outputs
    loss/LOSS, total            each loss without its factor; the sum of losses times factors
    gradient/PARAMETER          d total / d parameter
    inputgradient/INPUT         d total / d input
    vjp/PARAMETER, inputvjp/INPUT   d (sum of upstream times output) / d parameter, d input

all of them in training form. Where prediction differs, because a network has states, there are also

    predicted/output/NAME, predicted/total   the same in prediction form
    next/STATE                  the state after the pass in training form
"""

import os
import sys
import zlib

import torch

import reference_graphs  # noqa: F401  (registers its networks)
import reference_vision  # noqa: F401  (registers its networks)
import safetensors_writer
from reference_networks import NETWORKS


def draw_columns(net, random):
    """All numbers that the network is given."""
    tensors = {"input/" + name: torch.randn((net.samples,) + shape, generator=random) for name, shape in net.inputs.items()}
    parameters = {name: net.scale * torch.randn(shape, generator=random) for name, shape in net.parameters.items()}
    parameters.update({name: parameters[name].abs() + 0.25 for name in net.states})
    tensors.update(parameters)
    values = net.forward({name: value.clone() for name, value in parameters.items()}, inputs_of(net, tensors))
    for loss in net.losses:
        if "target/" + loss.target not in tensors:
            tensors["target/" + loss.target] = draw_target(loss, values[loss.source].shape, random)
        if loss.sample_weights:
            tensors["weight/" + loss.name] = torch.rand((net.samples,), generator=random) + 0.1
    for name in net.outputs if net.backward else ():
        tensors["upstream/" + name] = torch.randn(values[name].shape, generator=random)
    return tensors


def draw_target(loss, shape, random):
    if loss.classes:
        return torch.randint(loss.classes, (shape[0],), generator=random).to(torch.int32)
    if loss.distribution:
        # Several labels share the mass equally: what a sparsemax loss is for. One place is always among them.
        labels = (torch.rand(shape, generator=random) < 0.4).to(torch.float32)
        labels[:, 0] = 1
        return labels / labels.sum(1, keepdim=True)
    return torch.rand(shape, generator=random) if loss.binary else torch.randn(shape, generator=random)


def inputs_of(net, tensors):
    return {name: tensors["input/" + name] for name in net.inputs}


def gradients(scalar, leaves, prefix):
    found = torch.autograd.grad(scalar, list(leaves.values()), retain_graph=True, allow_unused=True)
    return {
        prefix + name: torch.zeros_like(leaf) if gradient is None else gradient
        for (name, leaf), gradient in zip(leaves.items(), found)
    }


def losses_of(net, values, columns, convert):
    """Each loss and its value."""
    found = []
    for loss in net.losses:
        each = loss.function(values[loss.source], convert(columns["target/" + loss.target]))
        weights = convert(columns.get("weight/" + loss.name, torch.ones(net.samples)))
        found.append((loss, (weights * each).sum() / weights.sum()))
    return found


def total_of(each):
    return sum(loss.weight * value for loss, value in each)


def compute(net, columns, dtype):
    """All results in one precision."""
    def convert(tensor):
        return tensor if tensor.dtype == torch.int32 else tensor.to(dtype)

    parameters = {name: convert(columns[name]).clone() for name in net.parameters}
    trainable = {name: value.requires_grad_() for name, value in parameters.items() if name not in net.frozen}
    inputs = {name: convert(value).clone().requires_grad_() for name, value in inputs_of(net, columns).items()}
    results = {}
    if net.states:
        predicted = net.forward(parameters, inputs, training=False)
        results.update({"predicted/output/" + name: predicted[name] for name in net.outputs})
        if net.losses:
            results["predicted/total"] = total_of(losses_of(net, predicted, columns, convert))
    values = net.forward(parameters, inputs)
    results.update({"output/" + name: values[name] for name in net.outputs})
    results.update({"next/" + name: parameters[name] for name in net.states})
    if net.losses:
        each = losses_of(net, values, columns, convert)
        results.update({"loss/" + loss.name: value for loss, value in each})
        total = results["total"] = total_of(each)
        results.update(gradients(total, trainable, "gradient/"))
        results.update(gradients(total, inputs, "inputgradient/"))

    if net.backward:
        upstream = sum((convert(columns["upstream/" + name]) * values[name]).sum() for name in net.outputs)
        results.update(gradients(upstream, trainable, "vjp/"))
        results.update(gradients(upstream, inputs, "inputvjp/"))
    return results


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "References")
    os.makedirs(folder, exist_ok=True)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for net in NETWORKS:
        columns = draw_columns(net, torch.Generator().manual_seed(zlib.crc32(net.name.encode("ascii"))))
        tensors = dict(columns)
        for precision, dtype in (("single", torch.float32), ("double", torch.float64)):
            tensors.update({f"{precision}/{name}": value for name, value in compute(net, columns, dtype).items()})
        path = os.path.join(folder, net.name + ".safetensors")
        safetensors_writer.write(path, tensors, {"network": net.name, "made_by": "PyTorch " + torch.__version__})
        print(net.name, os.path.getsize(path))


if __name__ == "__main__":
    main()
