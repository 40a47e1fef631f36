using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tests.Reference;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.PyTorch;

/// <summary>One network with PyTorch's parameters and batch.</summary>
internal sealed class PyTorchRun
{
    private static readonly Lazy<EmittedNetworks> Single = new(() => Compile(isDouble: false));
    private static readonly Lazy<EmittedNetworks> Double = new(() => Compile(isDouble: true));

    private readonly string _precision;

    public PyTorchRun(string name, bool isDouble)
    {
        Reference = PyTorchReference.Read(name);
        _precision = isDouble ? "double/" : "single/";
        (OutputTolerance, GradientTolerance) = isDouble ? (1e-10, 1e-10) : (1e-5, 1e-4);
        Network = (isDouble ? Double : Single).Value.Create(Networks.ClassName(name));
        foreach (var parameter in Network.Parameters.Views())
        {
            parameter.CopyFrom(Reference[parameter.Name]);
        }

        Batch = CreateBatch();
    }

    public PyTorchReference Reference { get; }

    public INetwork Network { get; }

    public Batch Batch { get; }

    public double OutputTolerance { get; }

    public double GradientTolerance { get; }

    public Batch CreateBatch(IReadOnlyList<ColumnDescription> columns, string prefix)
    {
        var batch = new Batch(columns);
        batch.Resize(Reference.Samples);
        foreach (var column in batch.Columns)
        {
            Set(column, Reference[prefix + column.Description.Name]);
        }

        return batch;
    }

    public void Check(string name, double[] actual, double tolerance) => Agreement.Check(Reference[_precision + name], actual, tolerance, _precision + name);

    /// <summary>Compares a number of a prediction.</summary>
    public void CheckPredicted(string name, double[] actual) => Agreement.Check(Reference[Reference.Predicted(_precision, name)], actual, OutputTolerance, name);

    public void CheckPredicted(Batch outputs)
    {
        foreach (var column in outputs.Columns)
        {
            CheckPredicted("output/" + column.Description.Name, Columns.Read(column));
        }
    }

    public void CheckColumns(Batch batch, string prefix, double tolerance)
    {
        Assert.Equal(Reference.Names(_precision + prefix), batch.Columns.Select(column => column.Description.Name));
        foreach (var column in batch.Columns)
        {
            Check(prefix + column.Description.Name, Columns.Read(column), tolerance);
        }
    }

    public void CheckParameters(ParameterBuffer gradients, string prefix)
    {
        Assert.NotEmpty(Reference.Names(_precision + prefix));
        foreach (var parameter in gradients.Views())
        {
            if (parameter.Segment.Trainable || parameter.Segment.IsState)
            {
                Check((parameter.Segment.IsState ? "next/" : prefix) + parameter.Name, parameter.ToArray<double>(), GradientTolerance);
            }
        }
    }

    private Batch CreateBatch()
    {
        var description = Network.Description;
        var batch = new Batch(description.BatchColumns.IsDefaultOrEmpty ? description.Inputs : description.BatchColumns);
        batch.Resize(Reference.Samples);
        foreach (var column in batch.Columns.Where(column => column.Description.Role != ColumnRole.SampleWeight))
        {
            Set(column, Reference[(column.Description.Role == ColumnRole.Input ? "input/" : "target/") + column.Description.Name]);
        }

        var weights = batch.Columns.Where(column => column.Description.Role == ColumnRole.SampleWeight);
        foreach (var (column, loss) in weights.Zip(description.Losses))
        {
            if (Reference.Has("weight/" + loss.Name))
            {
                Set(column, Reference["weight/" + loss.Name]);
            }
        }

        return batch;
    }

    private static void Set(BatchColumn column, double[] numbers)
    {
        Columns.Write(column, numbers);
        column.IsPresent = true;
    }

    // All of them at once: what costs time is to start the compiler.
    private static EmittedNetworks Compile(bool isDouble) =>
        EmittedNetworks.Compile(Networks.Names.Select(name => Networks.Source(name, isDouble)));
}
