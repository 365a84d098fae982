namespace Daytwo.Bench.Compare;

/// <summary>A job done by us and by the twin in one run on the same servers.</summary>
internal interface IComparison
{
    /// <summary>The name given to <c>./bench</c>; figures start with it.</summary>
    static abstract string Name { get; }

    /// <summary>What is compared, in one line for <c>./bench --list</c>.</summary>
    static abstract string Description { get; }

    /// <summary>Runs both several times in turn.</summary>
    static abstract Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct);
}
