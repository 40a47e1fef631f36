namespace NetGen;

/// <summary>How the values of a parameter are drawn when a network is created.</summary>
public enum Init
{
    /// <summary>The layer's default; for <c>Dense</c> PyTorch's: uniform in ±1/√fan_in, weights and bias alike.</summary>
    Default,

    /// <summary>All zeros.</summary>
    Zeros,

    /// <summary>All equal to the given value.</summary>
    Constant,

    /// <summary>Normal with mean 0 and the given value as standard deviation.</summary>
    Normal,

    /// <summary>Uniform in ±value.</summary>
    Uniform,

    /// <summary>Uniform in ±value · √(6 / (fan_in + fan_out)); the value is the gain, 1 unless given. Glorot and Bengio, 2010.</summary>
    XavierUniform,

    /// <summary>Normal with deviation value · √(2 / (fan_in + fan_out)); the value is the gain, 1 unless given. Glorot and Bengio, 2010.</summary>
    XavierNormal,

    /// <summary>Uniform in ±value · √(6 / fan_in); the value is a factor, 1 (for ReLU) unless given. He, Zhang, Ren and Sun, 2015.</summary>
    HeUniform,

    /// <summary>Normal with deviation value · √(2 / fan_in); the value is a factor, 1 (for ReLU) unless given. He, Zhang, Ren and Sun, 2015.</summary>
    HeNormal,
}
