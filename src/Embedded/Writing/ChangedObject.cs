using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Writing;

/// <summary>An update on its way: what it must agree with, what it cannot change, and what it counts as.</summary>
/// <param name="before">The existing object in the served version.</param>
internal sealed class ChangedObject(WriteContext context, StoredObject existing, JsonObject before, JsonObject value)
{
    private JsonObject value = value;

    private static readonly string[] System =
        ["creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "selfLink"];

    /// <summary>Checks identity and version, then fills in what clients may leave out.</summary>
    public Fault? Adopt()
    {
        var kind = context.Kind;
        if (MetadataShape.Check(value, kind) is { } wrong)
        {
            return Refusals.BadRequest($"{kind.Kind} in version \"{kind.Version}\" cannot be handled as a {kind.Kind}: {wrong}");
        }

        var metadata = value.Metadata();
        var version = metadata.Text("resourceVersion");
        if (version.Length > 0 && !long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return new Fault(500, "", $"strconv.ParseUint: parsing \"{version}\": invalid syntax");
        }

        if (version.Length > 0 && version != "0" && version != existing.Value.ResourceVersion())
        {
            return Refusals.Modified(kind, existing.Name);
        }

        foreach (var field in System)
        {
            metadata.Take(field, before.Child("metadata"));
        }

        metadata["resourceVersion"] = existing.Value.ResourceVersion();
        metadata["namespace"] ??= existing.Namespace;
        metadata["uid"] ??= existing.Uid;
        if (existing.Namespace is null)
        {
            metadata.Remove("namespace");
        }

        return null;
    }

    /// <summary>Takes back what this path may not write: the status, or all but the status.</summary>
    public void KeepOtherParts()
    {
        if (context.Subresource == "status")
        {
            KeepAllButStatus();
        }
        else if (context.Kind.HasStatus && context.Subresource.Length == 0)
        {
            value.Take("status", before);
        }
    }

    /// <summary>Goes on with the object as admission changed it.</summary>
    public void Replace(JsonObject admitted) => value = admitted;

    /// <summary>Raises the generation when the wanted state changed.</summary>
    public void CountGeneration()
    {
        var kind = context.Kind;
        if (context.Subresource is "status" || !(kind.Generation || kind.Custom is not null))
        {
            return;
        }

        if (!JsonNode.DeepEquals(Wanted(before), Wanted(value)))
        {
            value.Metadata()["generation"] = (before.Child("metadata").Integer("generation") ?? 0) + 1;
        }
    }

    /// <summary>Whether two versions differ in nothing but the times of their managed fields.</summary>
    public static bool SameButForTimes(JsonObject left, JsonObject right) => JsonNode.DeepEquals(Timeless(left), Timeless(right));

    private void KeepAllButStatus()
    {
        foreach (var (field, _) in value.ToArray())
        {
            if (field is not ("status" or "metadata" or "apiVersion" or "kind"))
            {
                value.Remove(field);
            }
        }

        foreach (var (field, kept) in before.Where(p => p.Key is not ("status" or "metadata")))
        {
            value[field] = kept?.DeepClone();
        }

        if (context.Kind.Custom is not null)
        {
            var managed = value.Metadata()["managedFields"]?.DeepClone();
            value.Take("metadata", before);
            value.Metadata()["managedFields"] = managed;
        }
    }

    private JsonObject Wanted(JsonObject whole)
    {
        var wanted = whole.Clone();
        wanted.Remove("metadata");
        if (context.Kind.HasStatus)
        {
            wanted.Remove("status");
        }

        return wanted;
    }

    private static JsonObject Timeless(JsonObject whole)
    {
        var copy = whole.Clone();
        foreach (var entry in copy.Metadata().Items("managedFields"))
        {
            entry.Remove("time");
        }

        return copy;
    }
}
