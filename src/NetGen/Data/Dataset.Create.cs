using System;
using System.Numerics;

namespace NetGen;

public sealed partial class Dataset
{
    private const string InputName = "input";
    private const string TargetName = "target";
    private const string WeightName = "weight";

    /// <summary>A data set to classify, from flat arrays that are kept, not copied.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="byte"/>.</typeparam>
    /// <param name="inputs">The numbers of all samples, one sample after the other.</param>
    /// <param name="classes">The class index of each sample.</param>
    /// <param name="inputShape">The shape of one sample; left out: one axis, as long as the two arrays tell.</param>
    /// <exception cref="ArgumentException">The inputs are not those of as many samples as there are classes.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public static Dataset FromArrays<T>(T[] inputs, int[] classes, params ReadOnlySpan<int> inputShape)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(classes);
        var shape = inputShape.IsEmpty ? [FlatSize(inputs.Length, classes.Length)] : inputShape;
        return new DatasetBuilder().Input(InputName, inputs, shape).Target(TargetName, classes).Build();
    }

    /// <summary>Images to classify, which stay in memory as bytes; the network gets numbers from 0 (byte 0) to 1 (byte 255).</summary>
    /// <param name="pixels">The bytes of all images, one image after the other; kept, not copied.</param>
    /// <param name="classes">The class index of each image; kept, not copied.</param>
    /// <param name="imageShape">The shape of one image, channels first: as 1, 28, 28.</param>
    /// <exception cref="ArgumentException">The bytes are not those of as many images as there are classes.</exception>
    public static Dataset FromImages(byte[] pixels, int[] classes, params ReadOnlySpan<int> imageShape) =>
        new DatasetBuilder().Input(InputName, pixels, ByteScale.UnitInterval, imageShape).Target(TargetName, classes).Build();

    /// <summary>A data set to classify, from one array for each sample.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="byte"/>.</typeparam>
    /// <param name="inputs">The numbers of each sample.</param>
    /// <param name="classes">The class index of each sample.</param>
    /// <exception cref="ArgumentException">The samples differ in length, or there are not as many as classes.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public static Dataset FromArrays<T>(T[][] inputs, int[] classes)
        where T : unmanaged, INumber<T> =>
        new DatasetBuilder().Input(InputName, Flatten(inputs, InputName), Width(inputs)).Target(TargetName, classes).Build();

    /// <summary>A data set to classify, from a matrix with one row for each sample.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="int"/> or <see cref="byte"/>.</typeparam>
    /// <param name="inputs">The samples.</param>
    /// <param name="classes">The class index of each sample.</param>
    /// <exception cref="ArgumentException">There are not as many samples as classes.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public static Dataset FromArrays<T>(T[,] inputs, int[] classes)
        where T : unmanaged, INumber<T> =>
        new DatasetBuilder().Input(InputName, Flatten(inputs), inputs.GetLength(1)).Target(TargetName, classes).Build();

    /// <summary>A data set with one target value for each sample, from one array for each sample.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="inputs">The numbers of each sample.</param>
    /// <param name="targets">The target of each sample.</param>
    /// <exception cref="ArgumentException">The samples differ in length, or there are not as many as targets.</exception>
    public static Dataset FromArrays<T>(T[][] inputs, T[] targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new DatasetBuilder().Input(InputName, Flatten(inputs, InputName), Width(inputs)).Target(TargetName, targets, 1).Build();

    /// <summary>A data set with several target values for each sample, from one array for each sample.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="inputs">The numbers of each sample.</param>
    /// <param name="targets">The targets of each sample.</param>
    /// <exception cref="ArgumentException">Samples or targets differ in length, or there are not as many of the one as of the other.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public static Dataset FromArrays<T>(T[][] inputs, T[][] targets)
        where T : unmanaged, INumber<T> =>
        new DatasetBuilder()
            .Input(InputName, Flatten(inputs, InputName), Width(inputs))
            .Target(TargetName, Flatten(targets, TargetName), Width(targets))
            .Build();

    /// <summary>A data set with several target values for each sample, from matrices with one row for each sample.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">The targets.</param>
    /// <exception cref="ArgumentException">There are not as many samples as targets.</exception>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public static Dataset FromArrays<T>(T[,] inputs, T[,] targets)
        where T : unmanaged, INumber<T> =>
        new DatasetBuilder()
            .Input(InputName, Flatten(inputs), inputs.GetLength(1))
            .Target(TargetName, Flatten(targets), targets.GetLength(1))
            .Build();

    /// <summary>The same samples with a weight for each in every loss; nothing else is copied.</summary>
    /// <param name="weights">One number of at least 0 for each sample.</param>
    /// <exception cref="ArgumentException">There are not as many weights as samples, or the data set has weights already.</exception>
    public Dataset WithSampleWeights(params ReadOnlySpan<float> weights)
    {
        if (weights.Length != Count)
        {
            throw new ArgumentException($"Expected {Count} sample weights, one for each sample; found {weights.Length}.", nameof(weights));
        }

        if (Array.Exists(_columns, column => column.Description.Role == ColumnRole.SampleWeight))
        {
            throw new ArgumentException("The data set has sample weights already.", nameof(weights));
        }

        var stored = new float[_columns[0].Count];
        for (var row = 0; row < Count; row++)
        {
            stored[_rows[row]] = weights[row];
        }

        var description = new ColumnDescription(WeightName, ColumnRole.SampleWeight, ElementType.Float32, []);
        return new Dataset([.. _columns, new NumberColumn<float>(description, stored)], _rows);
    }

    private static int FlatSize(int values, int samples) =>
        samples > 0 && values > 0 && values % samples == 0
            ? values / samples
            : throw new ArgumentException($"Expected the inputs of {samples} samples, one for each class index; found {values} values.");

    private static int Width<T>(T[][] rows) => rows.Length > 0 ? rows[0].Length : 1;

    private static T[] Flatten<T>(T[][] rows, string name)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var width = Width(rows);
        var flat = new T[checked(rows.Length * width)];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != width)
            {
                throw new ArgumentException($"Sample {i} of '{name}': expected {width} values as in sample 0, found {rows[i].Length}.");
            }

            rows[i].CopyTo(flat, i * width);
        }

        return flat;
    }

    private static T[] Flatten<T>(T[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var flat = new T[matrix.Length];
        var next = 0;
        foreach (var value in matrix)
        {
            flat[next++] = value;
        }

        return flat;
    }
}
