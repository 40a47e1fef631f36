using System;
using System.Linq;

namespace NetGen.Tests.Data.Augmentation;

/// <summary>Small images as numbers, sent through a pipeline.</summary>
internal static class Pictures
{
    /// <summary>The images of a data set for training, one after the other, in float.</summary>
    public static float[] Train(IDataset data, TrainingDraw draw, int[] rows, params int[] shape) =>
        Filled(data, rows, shape, ElementType.Float32, draw).AsSpan<float>().ToArray();

    /// <summary>One image through a pipeline, in double; it has the same values in float within rounding.</summary>
    public static double[] Apply(ImagePipeline pipeline, double[] image, params int[] shape) => Apply(pipeline, image, new TrainingDraw(1, 1), shape);

    /// <summary>One image through a pipeline for a certain draw.</summary>
    public static double[] Apply(ImagePipeline pipeline, double[] image, TrainingDraw draw, params int[] shape) =>
        Filled(One(image, shape).Augment(pipeline), [0], shape, ElementType.Float64, draw).AsSpan<double>().ToArray();

    /// <summary>One image as a network that is judged sees it.</summary>
    public static double[] Judge(ImagePipeline pipeline, double[] image, params int[] shape) =>
        Filled(One(image, shape).Augment(pipeline), [0], shape, ElementType.Float64, draw: null).AsSpan<double>().ToArray();

    /// <summary>The numbers 1, 2, 3 and so on.</summary>
    public static double[] Counting(int count) => [.. Enumerable.Range(1, count).Select(i => (double)i)];

    /// <summary>Images of random numbers.</summary>
    public static Dataset Random(int count, params int[] shape)
    {
        var random = new Random(7);
        var size = shape.Aggregate(1, (product, axis) => product * axis);
        return Dataset.FromArrays([.. Enumerable.Range(0, count * size).Select(_ => (float)random.NextDouble())], new int[count], shape);
    }

    public static BatchColumn Filled(IDataset data, int[] rows, int[] shape, ElementType type, TrainingDraw? draw)
    {
        ColumnDescription[] columns = [Describe.Input("input", type, shape)];
        data.CheckColumns(columns);
        var batch = new Batch(columns);
        if (draw is { } training)
        {
            data.FillForTraining(rows, batch, training);
        }
        else
        {
            data.Fill(rows, batch);
        }

        return batch[0];
    }

    private static Dataset One(double[] image, int[] shape) => new DatasetBuilder().Input("input", image, shape).Build();
}
