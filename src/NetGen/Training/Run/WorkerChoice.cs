using System;

namespace NetGen;

/// <summary>How many workers a training step gains from.</summary>
internal static class WorkerChoice
{
    /// <summary>What a worker needs to do to be worth the hand-overs of a step, some microseconds.</summary>
    private const double LeastNanoseconds = 10_000;

    /// <summary>Forward, gradient of the inputs, gradient of the weights; at about 40 multiply-adds a nanosecond.</summary>
    private const double NanosecondsPerMultiplyAdd = 3.0 / 40;

    /// <summary>An update by Adam in the second-level cache.</summary>
    private const double NanosecondsPerParameter = 0.3;

    /// <summary>The machine's cores, or fewer where each would do less than some microseconds of a step.</summary>
    internal static int For(NetworkDescription network, int batchSize)
    {
        var nanoseconds = (network.MultiplyAdds * (double)batchSize * NanosecondsPerMultiplyAdd) + (network.ParameterCount * NanosecondsPerParameter);
        return (int)Math.Clamp(nanoseconds / LeastNanoseconds, 1, Environment.ProcessorCount);
    }
}
