using System;
using System.Collections.Generic;
using System.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>Feeds scalars to vector functions, every lane in use.</summary>
internal static class Lanes
{
    public static float[] Apply(Func<Vector<float>, Vector<float>> function, IReadOnlyList<float> x)
    {
        var padded = new float[x.Count + Vector<float>.Count];
        for (var i = 0; i < x.Count; i++)
        {
            padded[i] = x[i];
        }

        for (var i = 0; i < x.Count; i += Vector<float>.Count)
        {
            function(new Vector<float>(padded, i)).CopyTo(padded, i);
        }

        return padded[..x.Count];
    }

    public static double[] Apply(Func<Vector<double>, Vector<double>> function, IReadOnlyList<double> x)
    {
        var padded = new double[x.Count + Vector<double>.Count];
        for (var i = 0; i < x.Count; i++)
        {
            padded[i] = x[i];
        }

        for (var i = 0; i < x.Count; i += Vector<double>.Count)
        {
            function(new Vector<double>(padded, i)).CopyTo(padded, i);
        }

        return padded[..x.Count];
    }

    public static float Apply(Func<Vector<float>, Vector<float>> function, float x) => Apply(function, [x])[0];

    public static double Apply(Func<Vector<double>, Vector<double>> function, double x) => Apply(function, [x])[0];
}
