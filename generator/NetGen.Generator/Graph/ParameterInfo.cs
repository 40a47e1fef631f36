using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Graph;

/// <summary>How a parameter is drawn: the names and numbers of the runtime's Initializer.</summary>
internal sealed record InitializerInfo(string Kind, double Value, int FanIn, int FanOut);

/// <summary>A parameter of a network, in canonical shape.</summary>
internal sealed record ParameterInfo(
    string Name, Shape Shape, InitializerInfo Initializer, bool Trainable, double L1, double L2)
{
    /// <summary>Whether it is no weight but what training passes keep for prediction, as a running mean: each gives its next value.</summary>
    public bool IsState { get; init; }

    /// <summary>How many weights it adds to the network.</summary>
    public long WeightCount => IsState ? 0 : Shape.Count;
}

/// <summary>A named result of a graph.</summary>
internal sealed record GraphResult(string Name, ResultRole Role, Value Value)
{
    /// <summary>Whether the result belongs to a parameter, in whose place of the gradient buffer it is written.</summary>
    public bool IsOfParameter => Role is ResultRole.ParameterGradient or ResultRole.NextState;
}

internal enum ResultRole
{
    Output,

    /// <summary>The total of the losses on the data, a single number without a sample axis.</summary>
    Loss,

    /// <summary>What a loss consumes.</summary>
    Prediction,

    /// <summary>∂loss/∂parameter, named as the parameter.</summary>
    ParameterGradient,

    /// <summary>What a state is after a training pass, named as the state.</summary>
    NextState,

    /// <summary>∂loss/∂input, named as the input.</summary>
    InputGradient,
}
