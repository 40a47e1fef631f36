using System;

namespace NetGen;

/// <summary>Draws the initial parameters of networks.</summary>
public static class Initialization
{
    /// <summary>
    /// Draws every parameter as its <see cref="Initializer"/> says. A value depends on the seed, the place of its
    /// parameter in the segment table and its canonical index alone: neither the layout nor other parameters change it,
    /// and a network of <see cref="double"/> begins with the values of one of <see cref="float"/> up to rounding.
    /// </summary>
    /// <param name="parameters">The parameters, all of which are set. Predictions are refused meanwhile.</param>
    /// <param name="seed">The seed; different seeds give independent values.</param>
    /// <exception cref="ArgumentException">An initialiser is not defined for its parameter; nothing is changed.</exception>
    /// <exception cref="InvalidOperationException">A training step is under way.</exception>
    public static void Initialize(ParameterStore parameters, int seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var scales = new double[parameters.Segments.Length];
        for (var i = 0; i < scales.Length; i++)
        {
            scales[i] = ScaleOf(parameters.Segments[i]);
        }

        parameters.BeginUpdate();
        try
        {
            for (var i = 0; i < scales.Length; i++)
            {
                var draw = new ParameterDraw(parameters.Segments[i], scales[i], new PhiloxStream(unchecked((ulong)seed), PhiloxStream.Initialization, (uint)i));
                if (parameters.Buffer.ElementType == ElementType.Float64)
                {
                    draw.Fill(parameters.Buffer.AsSpan<double>());
                }
                else
                {
                    draw.Fill(parameters.Buffer.AsSpan<float>());
                }
            }
        }
        finally
        {
            parameters.EndUpdate();
        }
    }

    /// <summary>The constant, the deviation of a normal or the bound of a uniform distribution.</summary>
    private static double ScaleOf(ParameterSegment segment)
    {
        var (kind, value, fanIn, fanOut) = segment.Initializer;
        var scale = kind switch
        {
            Init.Zeros => 0,
            Init.Constant or Init.Normal or Init.Uniform => value,
            Init.Default => 1 / Math.Sqrt(fanIn),
            Init.XavierUniform => value * Math.Sqrt(6.0 / (fanIn + fanOut)),
            Init.XavierNormal => value * Math.Sqrt(2.0 / (fanIn + fanOut)),
            Init.HeUniform => value * Math.Sqrt(6.0 / fanIn),
            Init.HeNormal => value * Math.Sqrt(2.0 / fanIn),
            _ => double.NaN,
        };
        return double.IsFinite(scale)
            ? scale
            : throw new ArgumentException($"'{segment.Name}' cannot be drawn by {segment.Initializer}: expected a known kind, a finite value and positive fans.", nameof(segment));
    }
}
