using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Graph;

/// <summary>How a parameter is drawn: the names and numbers of the runtime's Initializer.</summary>
internal sealed record InitializerInfo(string Kind, double Value, int FanIn, int FanOut);

/// <summary>A parameter of a network, in canonical shape.</summary>
internal sealed record ParameterInfo(
    string Name, Shape Shape, InitializerInfo Initializer, bool Trainable, double L1, double L2);

/// <summary>A named result of a graph.</summary>
internal sealed record GraphResult(string Name, ResultRole Role, Value Value);

internal enum ResultRole
{
    Output,

    /// <summary>The total of the losses on the data, a single number without a sample axis.</summary>
    Loss,

    /// <summary>What a loss consumes.</summary>
    Prediction,

    /// <summary>∂loss/∂parameter, named as the parameter.</summary>
    ParameterGradient,

    /// <summary>∂loss/∂input, named as the input.</summary>
    InputGradient,
}
