using System;

namespace NetGen;

/// <summary>f(x) = x · Φ(x) with the normal distribution function Φ (the exact form, by erf). Hendrycks and Gimpel, 2016.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GELUAttribute : LayerAttribute;
