using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>Who owns fields. An applier is one whatever version it applies; an updater is told apart by version too.</summary>
internal sealed record ManagerKey(string Manager, bool Applies, string ApiVersion, string Subresource)
{
    public static ManagerKey Applier(string manager, string subresource) => new(Named(manager), true, "", subresource);

    public static ManagerKey Updater(string manager, string apiVersion, string subresource) => new(Named(manager), false, apiVersion, subresource);

    public string Operation => Applies ? "Apply" : "Update";

    /// <summary>How a conflict names it: <c>"kubectl" using apps/v1</c>.</summary>
    public override string ToString()
    {
        var name = GoText.Quote(Manager) + (Subresource.Length > 0 ? $" with subresource {GoText.Quote(Subresource)}" : "");
        return Applies ? name : $"{name} using {ApiVersion}";
    }

    /// <summary>The order in which conflicts name managers.</summary>
    internal string SortKey => string.Join('\0', Manager, Operation, ApiVersion, Subresource);

    private static string Named(string manager) => manager.Length == 0 ? "unknown" : manager;
}
