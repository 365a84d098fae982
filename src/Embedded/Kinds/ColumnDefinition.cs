namespace Daytwo.Embedded.Kinds;

/// <summary>A column of a kind's table.</summary>
internal sealed record ColumnDefinition
{
    /// <summary>The columns of a kind that says nothing of its own.</summary>
    public static readonly IReadOnlyList<ColumnDefinition> Standard =
    [
        new() { Name = "Name", Path = ".metadata.name" },
        new() { Name = "Created At", Type = "date", Path = ".metadata.creationTimestamp" },
    ];

    public required string Name { get; init; }

    /// <summary>string, integer, number, boolean or date.</summary>
    public string Type { get; init => field = value ?? "string"; } = "string";

    public string? Format { get; init; }

    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Columns above 0 are shown in wide output only.</summary>
    public int Priority { get; init; }

    /// <summary>JSON paths the cell is made of, separated by spaces.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The format that makes a cell of the paths' values; null prints the value itself.</summary>
    public string? Cell { get; init; }
}
