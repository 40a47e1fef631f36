using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Optimization;

namespace NetGen.Generator.Planning;

/// <summary>The programs of a network: what each of its methods runs, and where everything lies.</summary>
/// <param name="Model">The network.</param>
/// <param name="Parameters">Where its parameters lie.</param>
/// <param name="Prediction"><c>Predict</c>: the outputs in prediction form.</param>
/// <param name="Sample"><c>Predict</c> of one sample; null where it does not pay, or the samples of a batch depend on each other.</param>
/// <param name="Pass"><c>Forward</c> and <c>Backward</c>; null where no gradient passes.</param>
/// <param name="Evaluation"><c>Loss</c>: the loss in prediction form; null without losses.</param>
/// <param name="Training"><c>LossAndGradient</c>; null without losses.</param>
internal sealed record NetworkPlan(
    NetworkModel Model, ParameterPlan Parameters, ProgramPlan Prediction, ProgramPlan? Sample, ProgramPlan? Pass, ProgramPlan? Evaluation, ProgramPlan? Training)
{
    /// <summary>Whether the prediction of a sample does not depend on the others, so that workers can share a batch.</summary>
    public bool SamplesAreApart { get; private init; }

    /// <summary>Plans all programs.</summary>
    /// <param name="model">The network.</param>
    /// <param name="guarded">Whether values share no memory and have guards behind them; see <see cref="ProgramPlanner.Plan"/>.</param>
    /// <param name="apart">Whether samples come one after the other even where groups of them would pay: for tests of what is computed then.</param>
    /// <param name="extreme">Whether micro-batches are as small and tiles as wide as can be; see <see cref="ProgramForm.IsExtreme"/>.</param>
    public static NetworkPlan Of(NetworkModel model, bool guarded = false, bool apart = false, bool extreme = false)
    {
        var (all, ofPrediction) = apart ? (Passes.Apart(Passes.All), Passes.OfSample) : (Passes.All, Passes.OfPrediction);
        var parameters = ParameterPlan.Of(model);
        var hasLoss = model.Losses.Count > 0;
        var outputs = GraphCopy.Of(model.Prediction, result => result.Role == ResultRole.Output);
        var prediction = Passes.Run(outputs, ofPrediction);
        var sample = OneSampleForm.Pays(outputs, prediction) ? OneSampleGraph.Of(Passes.Run(outputs, Passes.OfSample)) : null;
        return new NetworkPlan(
            model,
            parameters,
            Plan(prediction, new ProgramForm { Prepares = true }),
            sample is null ? null : Plan(sample, new ProgramForm { Prepares = true, IsOneSample = true }),
            model.PassesGradients ? Plan(Passes.Run(GradientGraphs.VectorJacobianProduct(model), all), new ProgramForm { KeepsInputs = true }) : null,
            hasLoss ? Plan(Passes.Run(GraphCopy.Of(model.Prediction, result => result.Role is ResultRole.Loss or ResultRole.Prediction), ofPrediction), new ProgramForm()) : null,
            hasLoss ? Plan(Passes.Run(GradientGraphs.LossAndGradient(model), all), new ProgramForm { IsShared = true }) : null)
        {
            SamplesAreApart = sample is not null || OneSampleGraph.Exists(outputs),
        };

        ProgramPlan Plan(ComputationGraph graph, ProgramForm form) => ProgramPlanner.Plan(graph, parameters, form with { IsGuarded = guarded, IsExtreme = extreme });
    }
}
