using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Crds.Tests.Config;

/// <summary>One thing a role of config/rbac allows: a verb on a resource, in a namespace or everywhere, of any name or one.</summary>
/// <param name="Role">Kind and name of the role, for messages.</param>
/// <param name="Namespace">The role's namespace; null for a ClusterRole.</param>
/// <param name="Name">The only name allowed; null for any.</param>
internal sealed record GrantedAccess(string Role, string? Namespace, string Group, string Resource, string? Name, string Verb)
{
    /// <summary>Everything granted by the roles in the files of a folder.</summary>
    public static IReadOnlyList<GrantedAccess> Read(string folder) =>
        [.. Documents(folder).Where(document => (string?)document["kind"] is "Role" or "ClusterRole").SelectMany(OfRole)];

    /// <summary>Every document of every YAML file in the folder.</summary>
    public static IEnumerable<JsonNode> Documents(string folder) =>
        Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(file => YamlReader.ReadAll(File.ReadAllText(file), file));

    private static IEnumerable<GrantedAccess> OfRole(JsonNode role) =>
        from rule in role["rules"]!.AsArray()
        from @group in Texts(rule!["apiGroups"])
        from resource in Texts(rule["resources"])
        from name in Names(rule["resourceNames"])
        from verb in Texts(rule["verbs"])
        select new GrantedAccess($"{role["kind"]}/{role["metadata"]!["name"]}", (string?)role["metadata"]!["namespace"], @group, resource, name, verb);

    private static IEnumerable<string?> Names(JsonNode? list)
    {
        if (list is null)
        {
            return [null];
        }

        return Texts(list);
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
