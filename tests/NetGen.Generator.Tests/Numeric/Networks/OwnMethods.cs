namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>
/// Methods as a user writes them who follows the textbook: right on paper, and not a number where an exponential
/// overflows. Between them they use every construct that the compiler reads.
/// </summary>
internal static class OwnMethods
{
    public const string Activations = """
            private static float Swish(float x) => x / (1 + MathF.Exp(-x));

            private static float Mish(float x) => x * MathF.Tanh(NaiveSoftplus(x));

            private static float NaiveSoftplus(float x) => MathF.Log(1 + MathF.Exp(x));

            private static float NaiveTanh(float x) => (MathF.Exp(x) - MathF.Exp(-x)) / (MathF.Exp(x) + MathF.Exp(-x));

            private static float NaiveLogistic(float x) => MathF.Exp(x) / (1 + MathF.Exp(x));

            private static float Wave(float x) => (MathF.Sin(3 * x) * MathF.Cos(x)) + MathF.Pow(x, 3) - MathF.Sqrt(1 + (x * x));

            private static float Pieces(float x) => x > 1 || x < -1 ? MathF.Abs(x) : MathF.Max(MathF.Min(x, 0.5f), -Half(x)) / 2f;

            private static float Half(float x) => 0.5f * x;
        """;

    public const string Losses = """
            private static float Quartic(float prediction, float target) => MathF.Pow(prediction - target, 4) + (0.1f * prediction * prediction);

            private static float LogCosh(float prediction, float target) => MathF.Log(MathF.Exp(prediction - target) + MathF.Exp(target - prediction));
        """;
}
