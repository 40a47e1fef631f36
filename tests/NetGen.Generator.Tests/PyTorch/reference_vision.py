"""Convolutions, pooling and normalisation over strides, paddings, dilations, groups and odd sizes; they join those of reference_networks."""

import torch
import torch.nn.functional as F

import reference_losses as losses
from reference_networks import Loss, dense, linear, network


def conv(name, *shape, bias=True):
    """A weight [filters, channels / groups, kernel...] and a bias."""
    shapes = {name + ".weight": shape}
    if bias:
        shapes[name + ".bias"] = (shape[0],)
    return shapes


def convolved(function, p, name, x, **options):
    return function(x, p[name + ".weight"], p.get(name + ".bias"), **options)


@network(
    {"input": (4, 13)},
    {**conv("plain", 3, 4, 3), **conv("strided", 6, 4, 5), **conv("grouped", 6, 2, 3, bias=False), **conv("same", 5, 4, 4), **conv("depthwise", 8, 1, 2)},
    ("plain", "strided", "grouped", "same", "depthwise"))
def convolutions_of_signals(p, x):
    x = x["input"]
    return {
        "plain": convolved(F.conv1d, p, "plain", x),
        "strided": convolved(F.conv1d, p, "strided", x, stride=3, padding=2),
        "grouped": convolved(F.conv1d, p, "grouped", x, dilation=4, padding=1, groups=2),
        "same": convolved(F.conv1d, p, "same", x, padding="same"),
        "depthwise": convolved(F.conv1d, p, "depthwise", x, groups=4, stride=2),
    }


@network(
    {"input": (2, 7, 9)},
    {
        **conv("plain", 3, 2, 3, 3), **conv("rectangular", 4, 2, 1, 4), **conv("strided", 5, 2, 3, 3), **conv("uneven", 3, 2, 2, 3),
        **conv("dilated", 3, 2, 3, 2, bias=False), **conv("grouped", 4, 1, 3, 3), **conv("pointwise", 17, 2, 1, 1), **conv("whole", 4, 2, 7, 9), **conv("same", 3, 2, 4, 2),
    },
    ("plain", "rectangular", "strided", "uneven", "dilated", "grouped", "pointwise", "whole", "same"), samples=3)
def convolutions_of_images(p, x):
    x = x["input"]
    return {
        "plain": convolved(F.conv2d, p, "plain", x),
        "rectangular": convolved(F.conv2d, p, "rectangular", x, padding=(0, 2)),
        "strided": convolved(F.conv2d, p, "strided", x, stride=2, padding=1),
        "uneven": convolved(F.conv2d, p, "uneven", x, stride=(3, 2), padding=(1, 2)),
        "dilated": convolved(F.conv2d, p, "dilated", x, dilation=(2, 3), padding=(3, 1)),
        "grouped": convolved(F.conv2d, p, "grouped", x, groups=2, padding=1),
        "pointwise": convolved(F.conv2d, p, "pointwise", x),
        "whole": convolved(F.conv2d, p, "whole", x),
        "same": convolved(F.conv2d, p, "same", x, padding="same"),
    }


@network(
    {"input": (4, 3, 5)},
    {
        "plain.weight": (4, 3, 3, 3), "plain.bias": (3,), "strided.weight": (4, 2, 3, 2), "strided.bias": (2,),
        "grouped.weight": (4, 3, 2, 2), "padded.weight": (4, 2, 3, 3), "padded.bias": (2,), "dilated.weight": (4, 1, 2, 3), "dilated.bias": (1,),
    },
    ("plain", "strided", "grouped", "padded", "dilated"), samples=3)
def transposed_convolutions(p, x):
    x = x["input"]
    return {
        "plain": convolved(F.conv_transpose2d, p, "plain", x),
        "strided": convolved(F.conv_transpose2d, p, "strided", x, stride=(2, 3), output_padding=(1, 2)),
        "grouped": convolved(F.conv_transpose2d, p, "grouped", x, stride=2, groups=2),
        "padded": convolved(F.conv_transpose2d, p, "padded", x, padding=1),
        "dilated": convolved(F.conv_transpose2d, p, "dilated", x, dilation=(3, 2), padding=(1, 0), stride=2),
    }


@network(
    {"input": (2, 7, 9)}, conv("conv2d1", 3, 2, 2, 2),
    ("halved", "overlapping", "padded", "dilated", "mean", "inside", "around", "whole"))
def pooling(p, x):
    x = convolved(F.conv2d, p, "conv2d1", x["input"])
    return {
        "halved": F.max_pool2d(x, 2),
        "overlapping": F.max_pool2d(x, 3, stride=2),
        "padded": F.max_pool2d(x, (3, 2), stride=(2, 1), padding=1),
        "dilated": F.max_pool2d(x, 2, stride=1, dilation=(3, 2)),
        "mean": F.avg_pool2d(x, 2),
        "inside": F.avg_pool2d(x, 3, stride=2, padding=1, count_include_pad=False),
        "around": F.avg_pool2d(x, (3, 4), stride=(1, 2), padding=(1, 2)),
        "whole": x.mean((2, 3)),
    }


@network({"input": (2, 3, 4)}, conv("conv2d1", 3, 2, 2, 2), ("nearest", "uneven", "bilinear", "corners", "padded", "cropped"))
def resizing(p, x):
    x = convolved(F.conv2d, p, "conv2d1", x["input"])
    return {
        "nearest": F.interpolate(x, scale_factor=2.0, mode="nearest"),
        "uneven": F.interpolate(x, scale_factor=(1.0, 3.0), mode="nearest"),
        "bilinear": F.interpolate(x, scale_factor=(3.0, 2.0), mode="bilinear", align_corners=False),
        "corners": F.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=True),
        "padded": F.pad(x, (2, 0, 1, 3), value=0.5),
        "cropped": x[:, :, 1:, 1:-1],
    }


@network(
    {"input": (6, 3, 4)},
    {
        "rows.weight": (4,), "rows.bias": (4,), "all.weight": (6, 3, 4), "all.bias": (6, 3, 4),
        "groups.weight": (6,), "groups.bias": (6,), "instance.weight": (6,), "instance.bias": (6,),
    },
    ("rows", "all", "groups", "ungrouped", "instance", "bare", "response", "narrow"), scale=1.0)
def normalisations(p, x):
    x = x["input"]
    return {
        "rows": F.layer_norm(x, (4,), p["rows.weight"], p["rows.bias"]),
        "all": F.layer_norm(x, (6, 3, 4), p["all.weight"], p["all.bias"], eps=0.01),
        "groups": F.group_norm(x, 3, p["groups.weight"], p["groups.bias"]),
        "ungrouped": F.group_norm(x, 1),
        "instance": F.instance_norm(x, weight=p["instance.weight"], bias=p["instance.bias"]),
        "bare": F.instance_norm(x),
        "response": F.local_response_norm(x, 5, alpha=0.5, beta=0.6, k=1.5),
        "narrow": F.local_response_norm(x, 2),
    }


@network(
    {"input": (1, 16, 16)}, {**conv("conv1", 4, 1, 5, 5), **conv("conv2", 8, 4, 3, 3), **dense("dense1", 32, 12), **dense("dense2", 12, 5)},
    losses=[Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", classes=5)], samples=3, scale=0.3)
def small_image_classifier(p, x):
    h = F.max_pool2d(torch.relu(convolved(F.conv2d, p, "conv1", x["input"])), 2)
    h = F.avg_pool2d(torch.tanh(convolved(F.conv2d, p, "conv2", h)), 2)
    return {"output": linear(p, "dense2", torch.relu(linear(p, "dense1", h.flatten(1))))}


@network(
    {"input": (3, 8, 6)}, {**conv("conv1", 6, 3, 3, 3), **conv("conv2", 6, 6, 3, 3), **conv("shortcut", 6, 3, 1, 1), **dense("dense1", 6, 3)},
    losses=[Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", classes=3)], samples=3, scale=0.3)
def residual_images(p, x):
    h = torch.relu(convolved(F.conv2d, p, "conv1", x["input"], stride=2, padding=1))
    h = convolved(F.conv2d, p, "conv2", h, padding=1)
    h = torch.relu(h + convolved(F.conv2d, p, "shortcut", x["input"], stride=2))
    return {"output": linear(p, "dense1", h.mean((2, 3)))}


# Wide enough for Winograd's form, whose tiles are of two by two results: odd sizes leave half a tile over.
@network(
    {"input": (3, 11, 9)}, {**conv("conv1", 16, 3, 1, 1), **conv("conv2", 16, 16, 3, 3), **conv("conv3", 16, 16, 3, 3), **dense("dense1", 16, 3)},
    losses=[Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", classes=3)], samples=3, scale=0.3)
def images_in_tiles(p, x):
    h = torch.relu(convolved(F.conv2d, p, "conv1", x["input"]))
    h = torch.relu(convolved(F.conv2d, p, "conv2", h, padding=1))
    h = torch.tanh(convolved(F.conv2d, p, "conv3", h))
    return {"output": linear(p, "dense1", h.mean((2, 3)))}


def batch_norm(name, channels, affine=True):
    """Weight, bias and the running mean and variance, in PyTorch's order."""
    suffixes = (("weight", "bias") if affine else ()) + ("running_mean", "running_var")
    return {f"{name}.{suffix}": (channels,) for suffix in suffixes}


def running(*names):
    return tuple(f"{name}.{suffix}" for name in names for suffix in ("running_mean", "running_var"))


def normed(p, name, x, training, momentum=0.1, eps=1e-5):
    return F.batch_norm(
        x, p[name + ".running_mean"], p[name + ".running_var"], p.get(name + ".weight"), p.get(name + ".bias"), training, momentum, eps)


@network(
    {"input": (4, 3, 5)},
    {**batch_norm("images", 4), **batch_norm("bare", 4, affine=False), **batch_norm("quick", 4), **batch_norm("rows", 4), **dense("dense1", 60, 6, bias=False), **batch_norm("units", 6)},
    ("images", "bare", "quick", "rows", "units"), states=running("images", "bare", "quick", "rows", "units"), scale=1.0)
def batch_normalisations(p, x, training):
    x = x["input"]
    return {
        "images": normed(p, "images", x, training),
        "bare": normed(p, "bare", x, training, momentum=1.0),
        "quick": normed(p, "quick", x, training, momentum=0.7, eps=0.1),
        "rows": normed(p, "rows", x.flatten(2), training, momentum=0.0),
        "units": normed(p, "units", linear(p, "dense1", x.flatten(1)), training),
    }


@network(
    {"input": (3, 8, 8)},
    {
        **conv("conv1", 8, 3, 3, 3, bias=False), **batch_norm("norm1", 8), **conv("conv2", 8, 4, 3, 3, bias=False), **batch_norm("norm2", 8),
        **conv("shortcut", 8, 3, 1, 1, bias=False), **batch_norm("norm3", 8), **dense("dense1", 8, 3),
    },
    losses=[Loss("softmaxcrossentropy1", losses.softmax_cross_entropy, "output", classes=3, sample_weights=True)], samples=5, scale=0.4,
    states=running("norm1", "norm2", "norm3"))
def normalised_residual_images(p, x, training):
    h = torch.relu(normed(p, "norm1", convolved(F.conv2d, p, "conv1", x["input"], padding=1), training))
    h = normed(p, "norm2", convolved(F.conv2d, p, "conv2", h, stride=2, padding=1, groups=2), training)
    h = h + normed(p, "norm3", convolved(F.conv2d, p, "shortcut", x["input"], stride=2), training)
    return {"output": linear(p, "dense1", torch.relu(h).mean((2, 3)))}
