"""Losses per sample, as the attributes of the same name define them."""

import torch
import torch.nn.functional as F


def per_sample_mean(values):
    return values.flatten(1).mean(1)


def mean_squared_error(x, t):
    return per_sample_mean(F.mse_loss(x, t, reduction="none"))


def squared_error(x, t):
    return 0.5 * F.mse_loss(x, t, reduction="none").flatten(1).sum(1)


def mean_absolute_error(x, t):
    return per_sample_mean(F.l1_loss(x, t, reduction="none"))


def huber(delta):
    return lambda x, t: per_sample_mean(F.huber_loss(x, t, reduction="none", delta=delta))


def binary_cross_entropy(x, t):
    return per_sample_mean(F.binary_cross_entropy_with_logits(x, t, reduction="none"))


def softmax_cross_entropy(x, t):
    """On class indices or, where the target has the shape of the logits, on distributions."""
    return F.cross_entropy(x, t.long() if t.dim() == 1 else t, reduction="none")


def log_cosh(x, t):
    return per_sample_mean(torch.log(torch.cosh(x - t)))


def sparsemax_threshold(x, dim):
    """Martins and Astudillo, 2016, algorithm 1: sort, find the size of the support, then the threshold."""
    descending, _ = torch.sort(x, dim=dim, descending=True)
    excess = descending.cumsum(dim) - 1
    shape = [1] * x.dim()
    shape[dim] = -1
    rank = torch.arange(1, x.shape[dim] + 1, dtype=x.dtype).reshape(shape)
    size = (rank * descending > excess).sum(dim, keepdim=True)
    return excess.gather(dim, size - 1) / size.to(x.dtype)


def sparsemax(x, dim=-1):
    return torch.clamp(x - sparsemax_threshold(x, dim), min=0)


def sparsemax_loss(x, t):
    truth = F.one_hot(t.long(), x.shape[1]).to(x.dtype) if t.dim() == 1 else t
    threshold = sparsemax_threshold(x, 1)
    squares = torch.where(x > threshold, x * x - threshold * threshold, torch.zeros_like(x))
    return 0.5 * squares.sum(1) + 0.5 * (truth * truth).sum(1) - (truth * x).sum(1)
