using System;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Random movements in [−1, 1) on each axis, smoothed by a Gaussian along columns and then along rows, and multiplied by a factor.
/// Beyond the image nothing moves.
/// </summary>
internal sealed class ElasticWarp
{
    private const double MostSmoothness = 100;

    /// <summary>Half the Gaussian, its middle first; together all of it is 1. Beyond three deviations, where 0.3% of it lie, it is cut off.</summary>
    private readonly float[] _weights;
    private readonly float _strength;

    public ElasticWarp(double strength, double smoothness)
    {
        if (smoothness is not (> 0 and <= MostSmoothness))
        {
            throw new ArgumentOutOfRangeException(nameof(smoothness), smoothness, $"Expected a deviation in (0, {MostSmoothness}], found {smoothness}.");
        }

        var weights = new double[(int)Math.Ceiling(3 * smoothness) + 1];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Exp(-(i * i) / (2 * smoothness * smoothness));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }

        _weights = Array.ConvertAll(weights, weight => (float)(weight / sum));
        _strength = (float)strength;
    }

    /// <summary>Draws the movements of one image.</summary>
    public void Draw(ElasticMovement movement, int height, int stride, int width, ref SampleRandom random)
    {
        var noise = movement.Noise(height * stride);
        var row = movement.Row(stride + (2 * _weights.Length));
        random.FillUniform(noise);
        Smooth(noise, movement.Across(noise.Length), row, stride, width);
        random.FillUniform(noise);
        Smooth(noise, movement.Down(noise.Length), row, stride, width);
    }

    private void Smooth(Span<float> noise, Span<float> smooth, Span<float> row, int stride, int width)
    {
        PixelMath.Stretch(noise, 0.5f, 2f, -0.5f);
        for (var start = 0; start < noise.Length; start += stride)
        {
            noise.Slice(start + width, stride - width).Clear();
        }

        SmoothColumns(noise, smooth, stride);
        row.Clear();
        for (var start = 0; start < smooth.Length; start += stride)
        {
            smooth.Slice(start, width).CopyTo(row[_weights.Length..]);
            SmoothRow(row, smooth.Slice(start, stride));
        }
    }

    private void SmoothColumns(ReadOnlySpan<float> noise, Span<float> smooth, int stride)
    {
        for (var place = 0; place < noise.Length; place += Vector<float>.Count)
        {
            var sum = new Vector<float>(noise[place..]) * _weights[0];
            for (var i = 1; i < _weights.Length; i++)
            {
                var (above, below) = (place - (i * stride), place + (i * stride));
                var pair = above >= 0 ? new Vector<float>(noise[above..]) : Vector<float>.Zero;
                if (below < noise.Length)
                {
                    pair += new Vector<float>(noise[below..]);
                }

                sum += pair * _weights[i];
            }

            sum.CopyTo(smooth[place..]);
        }
    }

    private void SmoothRow(ReadOnlySpan<float> row, Span<float> smooth)
    {
        for (var x = 0; x < smooth.Length; x += Vector<float>.Count)
        {
            var middle = x + _weights.Length;
            var sum = new Vector<float>(row[middle..]) * _weights[0];
            for (var i = 1; i < _weights.Length; i++)
            {
                sum += (new Vector<float>(row[(middle - i)..]) + new Vector<float>(row[(middle + i)..])) * _weights[i];
            }

            (sum * _strength).CopyTo(smooth[x..]);
        }
    }
}
