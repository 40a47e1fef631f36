using System;
using NetGen.Generator.Graph;
using NetGen.Numerics;

namespace NetGen.Testing.Reference;

/// <summary>The numbers that emitted code draws: those of the runtime's generator for a seed and a step.</summary>
internal sealed class PhiloxNumbers(ulong seed, long step, bool isDouble) : IRandomNumbers
{
    public double[] Draw(RandomOperation operation, int samples, int elementsPerSample)
    {
        var numbers = new double[samples * elementsPerSample];
        for (var sample = 0; sample < samples; sample++)
        {
            var row = numbers.AsSpan(sample * elementsPerSample, elementsPerSample);
            if (isDouble)
            {
                Fill(row, operation, sample);
            }
            else
            {
                FillSingle(row, operation, sample);
            }
        }

        return numbers;
    }

    private void Fill(Span<double> row, RandomOperation operation, int sample)
    {
        switch (operation.Kind)
        {
            case RandomKind.Uniform:
                Philox.FillUniform(row, seed, (uint)operation.Stream, step, sample);
                break;
            case RandomKind.Normal:
                Philox.FillNormal(row, seed, (uint)operation.Stream, step, sample);
                break;
            default:
                Philox.FillBernoulli(row, operation.Parameter, seed, (uint)operation.Stream, step, sample);
                break;
        }
    }

    // Numbers of single precision are other draws, not these rounded.
    private void FillSingle(Span<double> row, RandomOperation operation, int sample)
    {
        var single = new float[row.Length];
        switch (operation.Kind)
        {
            case RandomKind.Uniform:
                Philox.FillUniform(single, seed, (uint)operation.Stream, step, sample);
                break;
            case RandomKind.Normal:
                Philox.FillNormal(single, seed, (uint)operation.Stream, step, sample);
                break;
            default:
                Philox.FillBernoulli(single, operation.Parameter, seed, (uint)operation.Stream, step, sample);
                break;
        }

        for (var i = 0; i < single.Length; i++)
        {
            row[i] = single[i];
        }
    }
}
