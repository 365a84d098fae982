using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Store;

/// <summary>One version of one object. <see cref="Value"/> is never changed once stored; clone it to change it.</summary>
internal sealed class StoredObject(string collection, long revision, JsonObject value)
{
    public string Collection { get; } = collection;

    /// <summary>The store's revision that wrote this version; also its <c>metadata.resourceVersion</c>.</summary>
    public long Revision { get; } = revision;

    public JsonObject Value { get; } = value;

    public string? Namespace { get; } = value.ObjectNamespace();

    public string Name { get; } = value.ObjectName();

    public string Uid { get; } = value.Uid();

    /// <summary>The key inside the collection; its ordinal order is the order of lists.</summary>
    public string Key => KeyOf(Namespace, Name);

    public static string KeyOf(string? ns, string name) => ns is null ? name : $"{ns}/{name}";
}
