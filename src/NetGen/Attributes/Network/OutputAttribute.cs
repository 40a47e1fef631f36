using System;

namespace NetGen;

/// <summary>Names the value of the layer before it (or of <c>From</c>) a result of the network. Without any, the results are the values that the losses consume, or the last layer.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute : LayerAttribute;
