using System;

namespace NetGen;

/// <summary>The self-normalising ELU with the fixed scale 1.0507009873554805 and alpha 1.6732632423543772. Klambauer, Unterthiner, Mayr and Hochreiter, 2017.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SELUAttribute : LayerAttribute;
