using System;

namespace NetGen;

/// <summary>
/// The mean of each channel over all axes behind it: an image [channels, height, width] becomes [channels].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAvgPoolAttribute : LayerAttribute
{
}
