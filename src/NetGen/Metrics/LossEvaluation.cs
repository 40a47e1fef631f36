namespace NetGen;

/// <summary>What an evaluation says about one loss of a network.</summary>
/// <param name="Name">The name of the loss.</param>
/// <param name="Kind">Its attribute, without the ending.</param>
/// <param name="Accuracy">
/// The share of right classifications, in [0, 1], or NaN where the loss does not classify. With a class index or a
/// distribution as target: the largest prediction against it, where the first of equal ones counts as the largest. For
/// <c>BinaryCrossEntropy</c>: logit &gt; 0 against target &gt; 0.5, value by value. Every sample counts once, whatever
/// its weight, but those of weight 0 are masked out.
/// </param>
/// <param name="ConfusionMatrix">
/// The counts behind it, or null where the loss does not classify or has more than 1024 classes. For
/// <c>BinaryCrossEntropy</c> it has two classes, over all values.
/// </param>
public sealed record LossEvaluation(string Name, string Kind, double Accuracy, ConfusionMatrix? ConfusionMatrix);
