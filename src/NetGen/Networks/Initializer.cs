namespace NetGen;

/// <summary>How the values of one parameter are drawn.</summary>
/// <param name="Kind">The distribution.</param>
/// <param name="Value">Its constant, deviation, bound or gain.</param>
/// <param name="FanIn">How many inputs a unit sums over.</param>
/// <param name="FanOut">How many units an input feeds.</param>
public sealed record Initializer(Init Kind, double Value, int FanIn, int FanOut);
