using System.Diagnostics;
using System.Threading;

namespace NetGen;

/// <summary>
/// A number whose change threads wait for: spinning at first, because a hand-over between two spinning cores takes a
/// fraction of a microsecond, then asleep.
/// </summary>
internal sealed class Gate
{
    /// <summary>So many looks take about as long as reading the clock.</summary>
    private const int LooksPerClock = 16;

    /// <summary>Longer than what a training step does between two pieces of shared work, shorter than a thread's time slice.</summary>
    private static readonly long s_spinTicks = Stopwatch.Frequency / 10_000;

    private readonly object _lock = new();
    private int _value;
    private int _sleepers;

    /// <summary>The number now.</summary>
    internal int Value => Volatile.Read(ref _value);

    /// <summary>Changes the number and lets those go on who wait.</summary>
    internal void Set(int value)
    {
        // A full fence: whoever goes to sleep counts itself first and looks at the number then.
        Interlocked.Exchange(ref _value, value);
        var interrupted = false;
        while (Volatile.Read(ref _sleepers) > 0)
        {
            try
            {
                lock (_lock)
                {
                    Monitor.PulseAll(_lock);
                }

                break;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    /// <summary>Waits until the number is another.</summary>
    /// <param name="value">The number that has been seen.</param>
    /// <param name="spins">Whether a core is free to look again and again.</param>
    internal void WaitWhile(int value, bool spins)
    {
        if (Value != value || (spins && Spin(value)))
        {
            return;
        }

        // Work under way cannot be left: who is interrupted goes on waiting and is interrupted again behind it.
        var interrupted = false;
        Interlocked.Increment(ref _sleepers);
        while (Value == value)
        {
            try
            {
                Sleep(value);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        Interlocked.Decrement(ref _sleepers);
        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private void Sleep(int value)
    {
        lock (_lock)
        {
            while (Value == value)
            {
                Monitor.Wait(_lock);
            }
        }
    }

    private bool Spin(int value)
    {
        var end = Stopwatch.GetTimestamp() + s_spinTicks;
        do
        {
            for (var look = 0; look < LooksPerClock; look++)
            {
                if (Value != value)
                {
                    return true;
                }

                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() < end);

        return false;
    }
}
