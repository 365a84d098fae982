using System.Text.Json.Nodes;
using Daytwo.Embedded.Admission;
using Daytwo.Embedded.Admission.Webhooks;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Behaviours;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Writing;

/// <summary>Writes objects as the API's registry does: fills in, checks, versions, stores.</summary>
internal sealed class ObjectWriter(ClusterState state, KindBehaviours behaviours, IFieldOwnership ownership, AdmissionChain admission)
{
    /// <summary>Stores a new object.</summary>
    /// <param name="incoming">What the client sent, in the served version; owned by the writer from now on.</param>
    public Answer<Written> Create(WriteContext context, JsonObject incoming)
    {
        var kind = context.Kind;
        if (Place(context, incoming) is { } misplaced)
        {
            return misplaced;
        }

        var value = incoming;
        if (!kind.KeepsStatus && kind.HasStatus)
        {
            value.Remove("status");
        }

        if (FieldCheck.Run(context, value) is { } malformed)
        {
            return malformed;
        }

        behaviours.Of(kind).Complete(value);
        Own(context, null, value);
        if (admission.Mutate(context.Creation(value)).Refused(out value!, out var refused))
        {
            return refused;
        }

        var generated = Identify(kind, value, context.Request.Memory);
        foreach (var (field, initial) in kind.Initial ?? [])
        {
            value[field] = initial?.DeepClone();
        }

        value = Admit(kind, VersionConversion.Stored(kind, value));
        var behaviour = behaviours.Of(kind);
        behaviour.Prepare(value, null);
        List<FieldError> errors = [.. MetadataValidation.New(value, kind), .. Check(context, value, null), .. behaviour.Check(value, null)];
        if (errors.Count > 0)
        {
            return Refusals.Invalid(kind, value.ObjectName(), errors);
        }

        return admission.Validate(context.Creation(VersionConversion.Served(kind, value))) is { } denied ? denied : Store(context, value, generated);
    }

    /// <summary>Replaces an object, or one subresource of it.</summary>
    public Answer<Written> Update(WriteContext context, StoredObject existing, JsonObject incoming)
    {
        var kind = context.Kind;
        var before = VersionConversion.Served(kind, existing.Value);
        var changed = new ChangedObject(context, existing, before, incoming);
        if (changed.Adopt() is { } refused)
        {
            return refused;
        }

        var value = incoming;
        if (FieldCheck.Run(context, value) is { } malformed)
        {
            return malformed;
        }

        changed.KeepOtherParts();
        behaviours.Of(kind).Complete(value);
        Own(context, before, value);
        if (admission.Mutate(context.Change(value, before)).Refused(out value!, out var rejected))
        {
            return rejected;
        }

        changed.Replace(value);
        changed.CountGeneration();
        value = Admit(kind, VersionConversion.Stored(kind, value));
        var behaviour = behaviours.Of(kind);
        behaviour.Prepare(value, existing.Value);
        List<FieldError> errors =
        [
            // The real API checks metadata twice on updates, and tells each cause twice.
            .. MetadataValidation.Changed(value, existing.Value), .. MetadataValidation.Changed(value, existing.Value), .. Check(context, value, existing.Value), .. behaviour.Check(value, existing.Value),
        ];
        if (errors.Count > 0)
        {
            return Refusals.Invalid(kind, existing.Name, errors);
        }

        return admission.Validate(context.Change(VersionConversion.Served(kind, value), before)) is { } denied ? denied : Replace(context, existing, value);
    }

    private Fault? Place(WriteContext context, JsonObject incoming)
    {
        var kind = context.Kind;
        var ns = context.Request.Namespace;
        if (MetadataShape.Check(incoming, kind) is { } wrong)
        {
            return Refusals.BadRequest($"{kind.Kind} in version \"{kind.Version}\" cannot be handled as a {kind.Kind}: {wrong}");
        }

        if (ns is null)
        {
            return incoming.ObjectNamespace() is null ? null : Refusals.BadRequest("namespace should not be set on a cluster-scoped object");
        }

        if (incoming.ObjectNamespace() is { } named && named != ns)
        {
            return Refusals.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        }

        incoming.Metadata()["namespace"] = ns;
        if (state.Store.Get("namespaces", null, ns) is not { } home)
        {
            return Refusals.NotFound("", "namespaces", ns);
        }

        return home.Value.Terminating() ? Refusals.NamespaceTerminating(kind, incoming.ObjectName(), ns) : null;
    }

    /// <summary>Gives a new object its name, UID and times; true when the name was generated.</summary>
    private bool Identify(KindDefinition kind, JsonObject value, AttemptMemory memory)
    {
        var metadata = value.Metadata();
        var generated = metadata.Text("name").Length == 0 && metadata.Text("generateName").Length > 0;
        if (generated)
        {
            metadata["name"] = memory.GeneratedName ??= state.Identities.Name(metadata.Text("generateName"));
        }

        metadata["uid"] = memory.Uid ??= state.Identities.Uid();
        metadata["creationTimestamp"] = state.Now;
        foreach (var system in (string[])["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "resourceVersion"])
        {
            metadata.Remove(system);
        }

        if (kind.Generation || kind.Custom is not null)
        {
            metadata["generation"] = 1;
        }

        return generated;
    }

    private static JsonObject Admit(KindDefinition kind, JsonObject value)
    {
        if (kind.Admitted is not null)
        {
            DefaultValues.Fill(value, kind.Admitted);
        }

        return value;
    }

    private void Own(WriteContext context, JsonObject? before, JsonObject value)
    {
        if (!context.OwnershipDone)
        {
            var writer = new FieldWriter(context.Options.Manager, context.Kind.ApiVersion, context.Subresource, state.Clock.GetUtcNow());
            ownership.Update(context.Kind, before, value, writer);
        }
    }

    private static IReadOnlyList<FieldError> Check(WriteContext context, JsonObject value, JsonObject? existing) =>
        context.Kind.Custom?.Schema.Validate(value, existing, context.Request.Warnings) ?? [];

    private Answer<Written> Store(WriteContext context, JsonObject value, bool generated)
    {
        var kind = context.Kind;
        if (state.Store.Get(kind.Collection, value.ObjectNamespace(), value.ObjectName()) is not null)
        {
            return generated ? Refusals.GenerateNameTaken(kind, value.ObjectName()) : Refusals.AlreadyExists(kind, value.ObjectName());
        }

        return new Written(context.Options.DryRun ? value : state.Store.Put(kind.Collection, value).Value, Created: true);
    }

    private Answer<Written> Replace(WriteContext context, StoredObject existing, JsonObject value)
    {
        if (Finalization.IsOver(value))
        {
            return new Written(context.Options.DryRun ? value : Removed(existing, value));
        }

        if (context.Options.DryRun || ChangedObject.SameButForTimes(existing.Value, value))
        {
            return new Written(context.Options.DryRun ? value : existing.Value);
        }

        return new Written(state.Store.Put(context.Kind.Collection, value).Value);
    }

    /// <summary>Removes an object whose last finalizer went; the answer shows it under its old version, as the API's does.</summary>
    private JsonObject Removed(StoredObject existing, JsonObject last)
    {
        var shown = last.Clone();
        state.Store.Remove(existing, last);
        return shown;
    }
}
