using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Embedded.Admission;
using Daytwo.Embedded.Deleting;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Store;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Api;

/// <summary>Answers requests that write objects and their subresources.</summary>
internal sealed class ObjectHandler(ClusterState state, ObjectReader reader, ObjectWriter writer, ObjectDeleter deleter, IFieldOwnership ownership,
    AdmissionChain admission)
{
    public Answer<Written> Create(ResourceRequest request)
    {
        if (WriteOptions.Parse(request, "CreateOptions").Refused(out var options, out var fault)
            || RequestBody.Object(request, request.Kind).Refused(out var body, out fault))
        {
            return fault;
        }

        return writer.Create(new WriteContext(request, options) { Duplicates = body.Duplicates }, (JsonObject)body.Value!);
    }

    public Answer<Written> Update(ResourceRequest request)
    {
        if (WriteOptions.Parse(request, "UpdateOptions").Refused(out var options, out var fault)
            || RequestBody.Object(request, request.Kind).Refused(out var body, out fault))
        {
            return fault;
        }

        var value = (JsonObject)body.Value!;
        var context = new WriteContext(request, options) { Duplicates = body.Duplicates };
        if (Misnamed(request, value) is { } misnamed)
        {
            return misnamed;
        }

        if (reader.Find(request.Kind, request.Namespace, request.ObjectName).Refused(out var existing, out fault))
        {
            return request.Kind.CreateOnUpdate && request.Subresource is null ? writer.Create(context, value) : fault;
        }

        return (WrongIdentity(request, existing, value) ?? Unconditional(request, existing, value)) is { } refused
            ? refused : writer.Update(context, existing, value);
    }

    public Answer<Written> Patch(ResourceRequest request)
    {
        var apply = RequestBody.MediaType(request.ContentType) == Patcher.ApplyType;
        if (Patcher.Read(request).Refused(out var patch, out var fault)
            || WriteOptions.Parse(request, "PatchOptions", apply).Refused(out var options, out fault))
        {
            return fault;
        }

        var context = new WriteContext(request, options) { Duplicates = patch.Duplicates };
        var existing = state.Store.Get(request.Kind.Collection, request.Namespace, request.ObjectName);
        if (apply)
        {
            return Apply(context, existing, patch.Value);
        }

        if (existing is null)
        {
            return Refusals.NotFound(request.Kind, request.ObjectName);
        }

        var before = VersionConversion.Served(request.Kind, existing.Value);
        if (Patcher.Patch(request, before, patch.Value).Refused(out var value, out fault))
        {
            return fault;
        }

        if (PatchedShape.Check(context, before, value, patch.Value) is { } misshapen)
        {
            return misshapen;
        }

        return Misnamed(request, value) is { } misnamed ? misnamed : writer.Update(context, existing, value);
    }

    /// <summary>Replaces a namespace's finalizers; one without any, that is being deleted, goes.</summary>
    public Answer<Written> Finalize(ResourceRequest request)
    {
        if (RequestBody.Object(request, request.Kind).Refused(out var body, out var fault)
            || reader.Find(request.Kind, null, request.ObjectName).Refused(out var existing, out fault))
        {
            return fault;
        }

        var value = existing.Value.Clone();
        var finalizers = ((JsonObject)body.Value!).Child("spec").Texts("finalizers").Select(f => (JsonNode)f).ToArray();
        value["spec"] = finalizers.Length == 0 ? [] : new JsonObject { ["finalizers"] = new JsonArray(finalizers) };
        if (!Finalization.IsOver(value))
        {
            return new Written(state.Store.Put(existing.Collection, value).Value);
        }

        var shown = value.Clone();
        state.Store.Remove(existing, value);
        return new Written(shown);
    }

    public Answer<Deletion> Delete(ResourceRequest request)
    {
        if (DeleteOptions.Parse(request).Refused(out var options, out var fault)
            || reader.Find(request.Kind, request.Namespace, request.ObjectName).Refused(out var existing, out fault))
        {
            return fault;
        }

        return Delete(request, existing, options);
    }

    public Answer<ListPage> DeleteCollection(ResourceRequest request)
    {
        if (DeleteOptions.Parse(request).Refused(out var options, out var fault)
            || ListOptions.Parse(request).Refused(out var selection, out fault)
            || reader.List(request, selection).Refused(out var page, out fault))
        {
            return fault;
        }

        foreach (var selected in page.Objects)
        {
            if (state.Store.Get(selected.Collection, selected.Namespace, selected.Name) is { } current
                && Delete(request, current, options).Refused(out _, out fault))
            {
                return fault;
            }
        }

        return page;
    }

    private Answer<Deletion> Delete(ResourceRequest request, StoredObject existing, DeleteOptions options)
    {
        var old = VersionConversion.Served(request.Kind, existing.Value);
        var call = new AdmissionCall(request, AdmissionOperation.Delete, request.Name ?? "", null, old, options.DryRun);
        return admission.Validate(call) is { } denied ? denied : deleter.Delete(request.Kind, existing, options);
    }

    private Answer<Written> Apply(WriteContext context, StoredObject? existing, JsonNode? applied)
    {
        var request = context.Request;
        if (Patcher.TypeProblem(request.Kind, applied as JsonObject) is { } problem)
        {
            return Refusals.BadRequest(problem);
        }

        var configuration = (JsonObject)applied!;

        configuration.Metadata()["name"] ??= request.ObjectName;
        if (request.Namespace is { } ns)
        {
            configuration.Metadata()["namespace"] ??= ns;
        }

        if (Misnamed(request, configuration) is { } misnamed)
        {
            return misnamed;
        }

        if (configuration.Metadata()["managedFields"] is not null)
        {
            return Refusals.BadRequest("metadata.managedFields must be nil");
        }

        var uid = configuration.Uid();
        if (uid.Length > 0 && existing is null)
        {
            return Refusals.Conflict(request.Kind, request.ObjectName,
                $"uid mismatch: the provided object specified uid {uid}, and no existing object was found");
        }

        if (existing is null && request.Subresource is not null)
        {
            return Refusals.NotFound(request.Kind, request.ObjectName);
        }

        return Merge(context, existing, configuration);
    }

    private Answer<Written> Merge(WriteContext context, StoredObject? existing, JsonObject configuration)
    {
        var kind = context.Kind;
        var live = existing is null ? null : VersionConversion.Served(kind, existing.Value);
        var author = new FieldWriter(context.Options.Manager, kind.ApiVersion, context.Subresource, state.Clock.GetUtcNow());
        var answer = ownership.Apply(kind, live, configuration, author, context.Options.Force);
        if (answer.Refused(out var merged, out var fault))
        {
            return fault;
        }

        var owned = context with { OwnershipDone = true, Duplicates = [] };
        return existing is null ? writer.Create(owned, merged) : writer.Update(owned, existing, merged);
    }

    private static Fault? Misnamed(ResourceRequest request, JsonObject value)
    {
        var name = value.ObjectName();
        if (name.Length == 0)
        {
            return Refusals.BadRequest($"the name of the object ({request.ObjectName} based on URL) was undeterminable: name must be provided");
        }

        if (name != request.ObjectName)
        {
            return Refusals.BadRequest($"the name of the object ({name}) does not match the name on the URL ({request.ObjectName})");
        }

        return value.ObjectNamespace() is { } ns && ns != request.Namespace
            ? Refusals.BadRequest(request.Namespace is null ? "namespace should not be set on a cluster-scoped object"
                : $"the namespace of the object ({ns}) does not match the namespace on the URL ({request.Namespace})") : null;
    }

    private static Fault? WrongIdentity(ResourceRequest request, StoredObject existing, JsonObject value)
    {
        var uid = value.Uid();
        if (uid.Length == 0 || uid == existing.Uid)
        {
            return null;
        }

        var collection = request.Kind.Group.Length == 0 || request.Kind.Custom is null ? request.Kind.Plural : $"{request.Kind.Group}/{request.Kind.Plural}";
        return Refusals.Conflict(request.Kind, existing.Name, $"StorageError: invalid object, Code: 4, Key: /registry/{collection}/{existing.Key}, "
            + $"ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: {uid}, UID in object meta: {existing.Uid}");
    }

    /// <summary>Custom resources are replaced only by who names the version replaced.</summary>
    private static Fault? Unconditional(ResourceRequest request, StoredObject existing, JsonObject value) =>
        (request.Kind.Custom is null && !request.Kind.ReplacedOnlyByVersion) || value.ResourceVersion().Length > 0 ? null
            : Refusals.Invalid(request.Kind.Group, request.Kind.Plural, existing.Name,
                [new(Schema.FieldErrorType.Invalid, "metadata.resourceVersion", "0", "must be specified for an update")]);
}
