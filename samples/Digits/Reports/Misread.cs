namespace NetGen.Samples.Digits.Reports;

/// <summary>A test image that the network takes for something else.</summary>
/// <param name="Number">The number of the image in the test data.</param>
/// <param name="Truth">What it is.</param>
/// <param name="Prediction">What it was taken for.</param>
/// <param name="Image">The image.</param>
internal sealed record Misread(int Number, int Truth, int Prediction, GreyImage Image);
