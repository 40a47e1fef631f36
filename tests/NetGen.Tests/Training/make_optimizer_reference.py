#!/usr/bin/env python3
"""Writes optimizer_reference.json: what PyTorch's optimisers, schedules and clipping do in double precision.

Run it with a Python that has PyTorch (made with 1.13). Parameters and gradients are multiples of 1/64, so that float
and double tests start from the same numbers.
"""
import json
import os

import torch

STEPS = 10
torch.manual_seed(20240601)

OPTIMIZERS = [
    ("sgd", torch.optim.SGD, dict(lr=0.1)),
    ("sgd_decay", torch.optim.SGD, dict(lr=0.05, weight_decay=0.3)),
    ("momentum", torch.optim.SGD, dict(lr=0.1, momentum=0.9)),
    ("momentum_dampened", torch.optim.SGD, dict(lr=0.05, momentum=0.7, dampening=0.4, weight_decay=0.1)),
    ("nesterov", torch.optim.SGD, dict(lr=0.1, momentum=0.9, nesterov=True)),
    ("nesterov_decay", torch.optim.SGD, dict(lr=0.02, momentum=0.5, nesterov=True, weight_decay=0.2)),
    ("adagrad", torch.optim.Adagrad, dict()),
    ("adagrad_all", torch.optim.Adagrad, dict(lr=0.2, lr_decay=0.1, weight_decay=0.05, initial_accumulator_value=0.3, eps=1e-3)),
    ("rmsprop", torch.optim.RMSprop, dict()),
    ("rmsprop_momentum", torch.optim.RMSprop, dict(lr=0.02, alpha=0.9, eps=1e-4, weight_decay=0.1, momentum=0.8)),
    ("rmsprop_centered", torch.optim.RMSprop, dict(lr=0.02, alpha=0.8, eps=1e-2, centered=True)),
    ("rmsprop_centered_momentum", torch.optim.RMSprop, dict(lr=0.01, alpha=0.7, eps=1e-2, momentum=0.6, centered=True)),
    ("adam", torch.optim.Adam, dict()),
    ("adam_all", torch.optim.Adam, dict(lr=0.1, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1)),
    ("adam_amsgrad", torch.optim.Adam, dict(lr=0.1, betas=(0.5, 0.6), amsgrad=True)),
    ("adamw", torch.optim.AdamW, dict()),
    ("adamw_all", torch.optim.AdamW, dict(lr=0.1, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.5)),
    ("adamw_amsgrad", torch.optim.AdamW, dict(lr=0.1, betas=(0.5, 0.6), amsgrad=True)),
]

SCHEDULES = [
    ("step", lambda o: torch.optim.lr_scheduler.StepLR(o, 3)),
    ("step_half", lambda o: torch.optim.lr_scheduler.StepLR(o, 2, gamma=0.5)),
    ("exponential", lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.9)),
    ("cosine", lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 8)),
    ("cosine_minimum", lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 12, eta_min=0.01)),
    ("warmup", lambda o: torch.optim.lr_scheduler.LinearLR(o)),
    ("warmup_exponential", lambda o: torch.optim.lr_scheduler.SequentialLR(o, [
        torch.optim.lr_scheduler.LinearLR(o, start_factor=0.2, total_iters=4),
        torch.optim.lr_scheduler.ExponentialLR(o, 0.8)], milestones=[4])),
]


def grid(*shape):
    """Random multiples of 1/64 in [-2, 2]."""
    return torch.randint(-128, 129, shape).double() / 64


def flat(tensors):
    return {name: tensor.detach().flatten().tolist() for name, tensor in tensors.items()}


def start():
    return {name: torch.nn.Parameter(value.clone()) for name, value in INITIAL.items()}


def trajectory(kind, arguments):
    parameters = start()
    optimizer = kind(parameters.values(), **arguments)
    states = []
    for gradient in GRADIENTS:
        for name, parameter in parameters.items():
            parameter.grad = gradient[name].clone()
        optimizer.step()
        states.append(flat(parameters))
    return states


def rates(create):
    optimizer = torch.optim.SGD(start().values(), lr=0.4)
    schedule = create(optimizer)
    values = []
    for _ in range(12):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return values


def clipped(clip):
    parameters = start()
    for name, parameter in parameters.items():
        parameter.grad = GRADIENTS[0][name].clone()
    norm = clip(parameters.values())
    return {"norm": None if norm is None else float(norm),
            "gradients": flat({name: parameter.grad for name, parameter in parameters.items()})}


INITIAL = {"weight": grid(17, 1), "bias": grid(3)}
GRADIENTS = [{name: grid(*value.shape) for name, value in INITIAL.items()} for _ in range(STEPS)]
for step_gradients in GRADIENTS:
    step_gradients["weight"][4] = 0
for value in GRADIENTS[5].values():
    value.zero_()

reference = {
    "initial": flat(INITIAL),
    "gradients": [flat(gradient) for gradient in GRADIENTS],
    "optimizers": {name: trajectory(kind, arguments) for name, kind, arguments in OPTIMIZERS},
    "schedules": {name: rates(create) for name, create in SCHEDULES},
    "clipping": {
        "norm_3": clipped(lambda p: torch.nn.utils.clip_grad_norm_(p, 3.0)),
        "norm_100": clipped(lambda p: torch.nn.utils.clip_grad_norm_(p, 100.0)),
        "value_half": clipped(lambda p: torch.nn.utils.clip_grad_value_(p, 0.5)),
    },
}

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "optimizer_reference.json")
with open(path, "w", newline="\n") as file:
    json.dump(reference, file, separators=(",", ":"))
    file.write("\n")
