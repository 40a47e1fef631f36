using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class DatasetThreadTests
{
    [Fact]
    public void Many_threads_fill_at_once()
    {
        const int Count = 1000;
        var data = Dataset.FromArrays([.. Enumerable.Range(0, Count).Select(i => (double)i)], new int[Count], 1).Split(1, seed: 4).First;
        var expected = Describe.Fill(data, [.. Enumerable.Range(0, Count)], Describe.Input("x", 1))[0].AsSpan<float>().ToArray();

        Parallel.For(0, 64, task =>
        {
            // Every task brings a description of its own, so that checks and fills of different threads meet.
            var batch = new Batch([Describe.Input($"x{task % 8}", 1)]);
            for (var start = task; start + 10 <= Count; start += 97)
            {
                data.Fill([.. Enumerable.Range(start, 10)], batch);
                Assert.Equal(expected.AsSpan(start, 10), batch[0].AsSpan<float>());
            }
        });
    }
}
