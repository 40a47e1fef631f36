"""The networks whose numbers are stored; Networks.cs declares the same ones under the same names."""

import torch
import torch.nn.functional as F

import reference_losses as losses


class Loss:
    """A loss, the output or value that it consumes, and its target: classes, values or a distribution."""

    def __init__(self, name, function, source, target="target", classes=None, distribution=False, binary=False, weight=1.0, sample_weights=False):
        self.name = name
        self.function = function
        self.source = source
        self.target = target
        self.classes = classes
        self.distribution = distribution
        self.binary = binary
        self.weight = weight
        self.sample_weights = sample_weights


class Network:
    """
    Inputs and parameters by name and shape; forward gives the outputs and, under their names, values for losses.
    Frozen parameters have no gradient. Without backward there are no upstream gradients, which keeps a file small.
    States are positive numbers that a pass in training form changes in place; forward is then told whether it is one.
    """

    def __init__(self, name, inputs, parameters, forward, outputs, losses=(), samples=4, scale=0.6, frozen=(), states=(), backward=True):
        self.name = name
        self.inputs = inputs
        self.parameters = parameters
        self._forward = forward
        self.outputs = outputs
        self.losses = losses
        self.samples = samples
        self.scale = scale
        self.frozen = tuple(frozen) + tuple(states)
        self.states = states
        self.backward = backward


    def forward(self, parameters, inputs, training=True):
        return self._forward(parameters, inputs, training) if self.states else self._forward(parameters, inputs)


NETWORKS = []


def network(inputs, parameters, outputs=("output",), losses=(), **options):
    def register(forward):
        NETWORKS.append(Network(forward.__name__, inputs, parameters, forward, outputs, losses, **options))
        return forward

    return register


def dense(name, inputs, units, bias=True):
    shapes = {name + ".weight": (units, inputs)}
    if bias:
        shapes[name + ".bias"] = (units,)
    return shapes


def linear(p, name, x):
    return F.linear(x, p[name + ".weight"], p.get(name + ".bias"))


SMOOTH = {
    "sigmoid1": torch.sigmoid,
    "tanh1": torch.tanh,
    "gelu1": F.gelu,
    "silu1": F.silu,
    "softplus1": lambda x: F.softplus(x, 1, 1e9),
    "softplus2": lambda x: F.softplus(x, 2.5, 1e9),
    "elu1": F.elu,
    "elu2": lambda x: F.elu(x, 0.5),
    "selu1": F.selu,
}


@network({"input": (5,)}, dense("dense1", 5, 7), tuple(SMOOTH), scale=1.0)
def smooth_activations(p, x):
    h = linear(p, "dense1", x["input"])
    return {name: function(h) for name, function in SMOOTH.items()}


def hardsigmoid(x):
    # F.hardsigmoid's gradient multiplies by one sixth in single precision, in double networks too.
    return torch.clamp(x + 3, 0, 6) / 6


PIECEWISE = {
    "identity1": lambda x: x,
    "relu1": torch.relu,
    "leakyrelu1": F.leaky_relu,
    "leakyrelu2": lambda x: F.leaky_relu(x, 0.2),
    "hardsigmoid1": hardsigmoid,
    "hardswish1": F.hardswish,
}


@network({"input": (5,)}, dense("dense1", 5, 7), tuple(PIECEWISE), scale=1.5)
def piecewise_activations(p, x):
    h = linear(p, "dense1", x["input"])
    return {name: function(h) for name, function in PIECEWISE.items()}


SOFTMAX = {
    "softmax1": lambda x: torch.softmax(x, 1),
    "softmax2": lambda x: torch.softmax(x, 2),
    "logsoftmax1": lambda x: torch.log_softmax(x, 1),
    "logsoftmax2": lambda x: torch.log_softmax(x, 3),
    "sparsemax1": lambda x: losses.sparsemax(x, 1),
    "sparsemax2": lambda x: losses.sparsemax(x, 3),
}


@network({"input": (2, 3, 4)}, dense("dense1", 4, 5), tuple(SOFTMAX))
def softmax_over_axes(p, x):
    h = linear(p, "dense1", x["input"])
    return {name: function(h) for name, function in SOFTMAX.items()}


@network(
    {"input": (3, 4)}, {"prelu1.weight": (1,), "prelu2.weight": (3,)},
    losses=[Loss("meansquarederror1", losses.mean_squared_error, "output", sample_weights=True)])
def parametric_relu(p, x):
    return {"output": F.prelu(F.prelu(x["input"], p["prelu1.weight"]), p["prelu2.weight"])}


@network(
    {"input": (6,)}, {**dense("dense1", 6, 12), **dense("dense2", 4, 2)},
    losses=[Loss("squarederror1", losses.squared_error, "output")])
def maxout(p, x):
    h = linear(p, "dense1", x["input"])
    return {"output": linear(p, "dense2", h.reshape(-1, 4, 3).max(2).values)}


@network(
    {"input": (4,)}, dense("dense1", 4, 3),
    losses=[
        Loss("meansquarederror1", losses.mean_squared_error, "output", weight=0.5),
        Loss("squarederror1", losses.squared_error, "output", weight=2.0, sample_weights=True),
        Loss("meanabsoluteerror1", losses.mean_absolute_error, "output", sample_weights=True),
        Loss("huber1", losses.huber(1.0), "output", weight=-0.25),
        Loss("huber2", losses.huber(0.3), "output"),
    ], samples=6)
def regression_losses(p, x):
    return {"output": linear(p, "dense1", x["input"])}


@network(
    {"input": (4,)}, dense("dense1", 4, 3),
    losses=[Loss("binarycrossentropy1", losses.binary_cross_entropy, "output", binary=True, sample_weights=True)], scale=2.0)
def binary_classes(p, x):
    return {"output": linear(p, "dense1", x["input"])}


@network(
    {"input": (4,)}, dense("dense1", 4, 3),
    losses=[
        Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", "label", classes=3, sample_weights=True),
        Loss("sparsemaxloss1", losses.sparsemax_loss, "output", "label", classes=3, weight=0.5),
    ], samples=5, scale=1.5)
def class_indices(p, x):
    return {"output": linear(p, "dense1", x["input"])}


@network(
    {"input": (4,)}, dense("dense1", 4, 6),
    losses=[
        Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", "distribution", distribution=True),
        Loss("sparsemaxloss1", losses.sparsemax_loss, "output", "distribution", distribution=True, sample_weights=True),
    ], samples=5, scale=1.5)
def class_distributions(p, x):
    return {"output": linear(p, "dense1", x["input"])}


@network({"input": (5,)}, {**dense("dense1", 5, 17, bias=False), **dense("dense2", 17, 3, bias=False)})
def dense_without_bias(p, x):
    return {"output": linear(p, "dense2", torch.tanh(linear(p, "dense1", x["input"])))}


@network(
    {"input": (2, 3, 4)}, {**dense("dense1", 4, 5), **dense("dense2", 5, 18)},
    losses=[Loss("meansquarederror1", losses.mean_squared_error, "output")])
def dense_on_several_axes(p, x):
    return {"output": linear(p, "dense2", torch.relu(linear(p, "dense1", x["input"])))}


@network(
    {"input": (9,)}, {**dense("encoder", 9, 4), "dense1.bias": (9,)},
    losses=[Loss("squarederror1", losses.squared_error, "output")])
def tied_autoencoder(p, x):
    code = torch.sigmoid(linear(p, "encoder", x["input"]))
    return {"output": code @ p["encoder.weight"] + p["dense1.bias"]}


@network(
    {"a": (4,), "b": (4,)}, {**dense("left", 4, 3), "right.bias": (3,), **dense("dense1", 3, 2)},
    losses=[Loss("meansquarederror1", losses.mean_squared_error, "output")])
def shared_weights(p, x):
    left = torch.tanh(linear(p, "left", x["a"]))
    right = torch.tanh(F.linear(x["b"], p["left.weight"], p["right.bias"]))
    return {"output": linear(p, "dense1", left * right)}


@network({"image": (2, 3), "vector": (4,), "bias": (5,)}, {**dense("dense1", 10, 5), **dense("dense2", 5, 2)})
def several_inputs(p, x):
    joined = torch.cat([x["image"].flatten(1), x["vector"]], 1)
    return {"output": linear(p, "dense2", F.silu(linear(p, "dense1", joined) + x["bias"]))}


@network(
    {"input": (5,)}, {**dense("trunk", 5, 6), **dense("regression", 6, 2), **dense("classes", 6, 4)}, ("features", "value", "logits"),
    losses=[
        Loss("meansquarederror1", losses.mean_squared_error, "value", "amount", weight=0.75, sample_weights=True),
        Loss("kind", losses.softmax_cross_entropy, "logits", "label", classes=4, weight=1.25),
    ])
def several_outputs(p, x):
    h = torch.tanh(linear(p, "trunk", x["input"]))
    return {"value": linear(p, "regression", h), "logits": linear(p, "classes", h), "features": h}
