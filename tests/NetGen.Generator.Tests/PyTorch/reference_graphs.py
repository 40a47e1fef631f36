"""Networks that are more than chains, and networks of the literature; they join those of reference_networks."""

import torch
import torch.nn.functional as F

import reference_losses as losses
from reference_networks import Loss, dense, linear, network


@network(
    {"input": (6,)}, {**dense("first", 6, 6), **dense("second", 6, 6)},
    losses=[Loss("meanabsoluteerror1", losses.mean_absolute_error, "output")])
def residual(p, x):
    h = torch.relu(linear(p, "first", x["input"]))
    return {"output": torch.relu(linear(p, "second", h) + h + x["input"])}


@network(
    {"input": (4,)}, {**dense("value", 4, 3), **dense("gate", 4, 3)},
    losses=[Loss("huber1", losses.huber(0.5), "output", sample_weights=True)])
def gated(p, x):
    gate = torch.sigmoid(linear(p, "gate", x["input"]))
    product = torch.tanh(linear(p, "value", x["input"])) * gate
    return {"output": product * product}


@network({"a": (2, 3, 2), "b": (2, 3, 2), "wide": (2, 1, 2)}, dense("dense1", 4, 3), ("first", "middle", "output"))
def concatenation_axes(p, x):
    first = torch.cat([x["a"], x["b"]], 1)
    middle = torch.cat([x["a"], x["wide"], x["b"]], 2)
    last = torch.cat([x["a"], x["b"]], 3)
    return {"first": torch.tanh(first), "middle": torch.sigmoid(middle), "output": linear(p, "dense1", last)}


@network({"input": (2, 6)}, {**dense("dense1", 4, 5), **dense("dense2", 15, 2)})
def reshaping(p, x):
    h = torch.relu(linear(p, "dense1", x["input"].reshape(-1, 3, 4)))
    return {"output": linear(p, "dense2", h.flatten(1))}


@network({"input": (4,)}, {**dense("dense1", 4, 8), **dense("dense2", 8, 3)}, ("swish", "mish"), scale=1.0)
def own_activations(p, x):
    h = linear(p, "dense1", x["input"])
    swish = h / (1 + torch.exp(-h))
    mish = h * torch.tanh(torch.log(1 + torch.exp(h)))
    return {"swish": linear(p, "dense2", swish), "mish": mish}


@network(
    {"input": (4,)}, dense("dense1", 4, 3),
    losses=[Loss("loss1", losses.log_cosh, "output", sample_weights=True)], scale=1.0)
def own_loss(p, x):
    return {"output": linear(p, "dense1", x["input"])}


@network(
    {"input": (7,)}, {**dense("dense1", 7, 33), **dense("dense2", 33, 18), **dense("dense3", 18, 5)},
    losses=[Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", classes=5)], samples=9, scale=0.3)
def three_layers(p, x):
    h = torch.relu(linear(p, "dense1", x["input"]))
    h = F.gelu(linear(p, "dense2", h))
    return {"output": linear(p, "dense3", h)}


@network(
    {"input": (1, 28, 28)}, {**dense("dense1", 784, 64), **dense("dense2", 64, 10)},
    losses=[Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", classes=10)], samples=3, scale=0.1, backward=False)
def digits(p, x):
    return {"output": linear(p, "dense2", torch.relu(linear(p, "dense1", x["input"].flatten(1))))}


@network(
    {"input": (5,)}, {**dense("fixed", 5, 6), **dense("dense1", 6, 2)},
    losses=[Loss("squarederror1", losses.squared_error, "output")], frozen=("fixed.weight", "fixed.bias"))
def threshold_features(p, x):
    step = (linear(p, "fixed", x["input"]) > 0).to(x["input"].dtype)
    return {"output": linear(p, "dense1", step)}


@network(
    {"input": (2,)}, {**dense("dense1", 2, 2), **dense("dense2", 2, 2)},
    losses=[Loss("squarederror1", losses.squared_error, "output")], samples=1)
def two_by_two(p, x):
    return {"output": torch.relu(linear(p, "dense2", torch.relu(linear(p, "dense1", x["input"]))))}


@network(
    {"input": (5,)}, {**dense("scores", 5, 5), **dense("dense1", 5, 3)},
    losses=[Loss("meansquarederror1", losses.mean_squared_error, "output")], scale=1.0)
def attention_weights(p, x):
    weights = losses.sparsemax(linear(p, "scores", x["input"])) + torch.softmax(x["input"], 1)
    return {"output": linear(p, "dense1", weights * x["input"])}


@network(
    {"input": (8,)}, {**dense("encoder1", 8, 5), **dense("encoder2", 5, 3), "decoder2.bias": (5,), "decoder1.bias": (8,)},
    losses=[Loss("binarycrossentropy1", losses.binary_cross_entropy, "output", binary=True)])
def deep_tied_autoencoder(p, x):
    h = torch.tanh(linear(p, "encoder1", x["input"]))
    code = torch.tanh(linear(p, "encoder2", h))
    h = torch.tanh(code @ p["encoder2.weight"] + p["decoder2.bias"])
    return {"output": h @ p["encoder1.weight"] + p["decoder1.bias"]}


@network(
    {"input": (3, 4)}, {**dense("dense1", 4, 4), **dense("dense2", 12, 3)},
    losses=[
        Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", "target", classes=3),
        Loss("auxiliary", losses.huber(1.0), "features", "shape", weight=0.1),
    ])
def mixed_targets(p, x):
    h = F.elu(linear(p, "dense1", x["input"]))
    h = torch.cat([h, x["input"]], 2).reshape(-1, 12, 2).max(2).values
    return {"output": linear(p, "dense2", h), "features": h.reshape(-1, 3, 4)}
