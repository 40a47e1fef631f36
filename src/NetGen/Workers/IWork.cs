namespace NetGen;

/// <summary>A piece of work that several threads do together.</summary>
internal interface IWork
{
    /// <summary>Does the part of a worker. All workers call <see cref="Worker.Meet"/> equally often.</summary>
    void Run(Worker worker);
}
