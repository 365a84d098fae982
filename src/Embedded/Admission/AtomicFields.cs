using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Apply;

namespace Daytwo.Embedded.Admission;

/// <summary>Finds the parts of an apply configuration that would replace a value whole.</summary>
internal static class AtomicFields
{
    public static IReadOnlyList<string> In(JsonObject configuration, FieldType type)
    {
        var found = new List<string>();
        Visit(configuration, type, "", found);
        return found;
    }

    private static void Visit(JsonNode? value, FieldType type, string path, List<string> found)
    {
        switch (value)
        {
            case JsonObject map when type.AllowsMap:
                if (type.MapIsAtomic)
                {
                    found.Add(path);
                }

                foreach (var (name, member) in map)
                {
                    if (type.Field(name) is { } field)
                    {
                        Visit(member, field, $"{path}.{name}", found);
                    }
                }

                break;
            case JsonArray list when type.AllowsList:
                if (type.ListIsAtomic)
                {
                    found.Add(path);
                }

                for (var i = 0; i < list.Count; i++)
                {
                    Visit(list[i], type.Item, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", found);
                }

                break;
        }
    }
}
