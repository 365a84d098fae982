using Daytwo.Cel.Parsing;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Libraries;

/// <summary>Functions, macros and type names under one heading. One library is one class that makes one of these.</summary>
internal sealed record CelLibrary
{
    public IReadOnlyList<CelFunction> Functions { get; init; } = [];

    public IReadOnlyList<Macro> Macros { get; init; } = [];

    /// <summary>Types that expressions can name, besides those of the core.</summary>
    public IReadOnlyList<CelType> TypeNames { get; init; } = [];
}
