using System;

namespace NetGen;

/// <summary>Joins all axes of a sample into one.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute;
