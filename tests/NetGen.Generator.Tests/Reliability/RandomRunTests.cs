using System;
using System.Globalization;
using System.IO;
using NetGen.RandomNetworks;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Running;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>What a run of random networks says last, however it ends.</summary>
public sealed class RandomRunTests
{
    [Fact]
    public void TheLastLineCountsNetworksDiagnosedOnesAndFailures()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(0, new RandomRun(output, shrink: false).Run(count: 3, seed: 1, workers: 1));
        Assert.Matches(@"\n3 networks, [0-3] diagnosed, 0 failures\r?\n$", output.ToString());
    }

    [Fact]
    public void ACrashLeavesTheNetworksInProgressAndTheLastLine()
    {
        var record = Path.GetTempFileName();
        try
        {
            var seeds = new SeedsInProgress(record);
            seeds.Begin(7);
            Assert.Equal("seed 7 fails in 'crash'.\n1 networks, 0 diagnosed, 1 failures", File.ReadAllText(record));

            seeds.Begin(9, "public partial class Sample;");
            Assert.Equal(
                "seed 7 or 9 fails in 'crash'.\nseed 9:\npublic partial class Sample;\n1 networks, 0 diagnosed, 1 failures", File.ReadAllText(record));

            seeds.End(7, new Verdict(IsDiagnosed: true, null));
            seeds.End(9, new Verdict(IsDiagnosed: false, new Failure("reference", "as planted")));
            seeds.Begin(10);
            Assert.Equal("seed 10 fails in 'crash'.\n3 networks, 1 diagnosed, 2 failures", File.ReadAllText(record));
        }
        finally
        {
            File.Delete(record);
        }
    }

    [Fact]
    public void WhatTakesTooLongIsKept()
    {
        var seeds = new SeedsInProgress(null);
        seeds.Begin(7, "public partial class Sample;");

        Assert.Null(seeds.Overdue(TimeSpan.FromHours(1)));
        Assert.Equal((7, "public partial class Sample;"), seeds.Overdue(TimeSpan.FromTicks(-1)));
    }
}
