using System.Text.Json.Nodes;
using Daytwo.Embedded.Access;
using Daytwo.Embedded.Deleting;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Presentation;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Watching;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Api;

/// <summary>Answers requests to resources: chooses the verb, runs it, shows its outcome as asked.</summary>
internal sealed class ResourceHandler(
    ClusterState state, ObjectReader reader, ObjectHandler objects, ScaleHandler scales, PodActions pods, WatchHub watches)
{
    public Reply Answer(ResourceRequest request)
    {
        var verb = Verb(request);
        if (verb is null || !(request.Subresource?.Verbs ?? request.Kind.Verbs).Contains(verb == "watch" ? "list" : verb))
        {
            return Reply.Refuse(Refusals.MethodNotAllowed);
        }

        if (ContentNegotiation.Choose(request.Accept).Refused(out var acceptance, out var fault))
        {
            return Reply.Refuse(fault);
        }

        if (request.Kind.Custom?.DeprecationWarning is { } warning)
        {
            request.Warnings.Add(warning);
        }

        return Run(request, verb, acceptance.Representation);
    }

    private Reply Run(ResourceRequest request, string verb, Accepted representation)
    {
        var presenter = new Presenter(request.Kind, representation, request.Query["includeObject"], state.Clock);
        return (request.Subresource?.Name, verb) switch
        {
            (null, "create") when Reviews.Has(request.Kind.Kind) => Plain(Reviews.Answer(request, state.Now), 201),
            ("scale", "get") => Plain(scales.Get(request)),
            ("scale", "update") => Plain(scales.Update(request)),
            ("scale", "patch") => Plain(scales.Patch(request)),
            ("eviction", _) => Plain(pods.Evict(request), 201),
            ("binding", _) => Plain(pods.Bind(request), 201),
            ("token", _) => Reply.Refuse(Refusals.UnknownResource),
            ("finalize", _) => Shown(objects.Finalize(request), presenter),
            (_, "get") => reader.Get(request).Refused(out var found, out var fault) ? Reply.Refuse(fault) : Reply.Json(presenter.Object(found.Value)),
            (_, "list") => List(request, presenter),
            (_, "watch") => Watch(request, representation),
            (_, "create") => Shown(objects.Create(request), presenter),
            (_, "update") => Shown(objects.Update(request), presenter),
            (_, "patch") => Shown(objects.Patch(request), presenter),
            (_, "deletecollection") => Page(objects.DeleteCollection(request), presenter),
            _ => Deleted(request, presenter),
        };
    }

    /// <summary>What is asked for, as rules of access call it; null where there is nothing of the kind.</summary>
    public static string? Verb(ResourceRequest request) => (request.Method, request.Name) switch
    {
        ("GET" or "HEAD", null) => request.Query.Flag("watch") ? "watch" : "list",
        ("GET" or "HEAD", _) => "get",
        ("POST", null) => request.Kind.Namespaced && request.Namespace is null ? null : "create",
        ("POST", _) => request.Subresource is null ? null : "create",
        ("PUT", not null) => "update",
        ("PATCH", not null) => "patch",
        ("DELETE", null) => request.Kind.Namespaced && request.Namespace is null ? null : "deletecollection",
        ("DELETE", _) => "delete",
        _ => null,
    };

    private Reply List(ResourceRequest request, Presenter presenter) =>
        ListOptions.Parse(request).Refused(out var options, out var fault) ? Reply.Refuse(fault) : Page(reader.List(request, options), presenter);

    private Reply Watch(ResourceRequest request, Accepted representation)
    {
        if (ListOptions.Parse(request).Refused(out var options, out var fault) || watches.Open(request, options, representation).Refused(out var body, out fault))
        {
            return Reply.Refuse(fault);
        }

        return new Reply(200, "application/json", body);
    }

    private Reply Deleted(ResourceRequest request, Presenter presenter)
    {
        if (objects.Delete(request).Refused(out var deletion, out var fault))
        {
            return Reply.Refuse(fault);
        }

        return deletion.Gone && !ShowsDeleted(request.Kind) ? Reply.Json(Success(request.Kind, deletion)) : Reply.Json(presenter.Object(deletion.Value));
    }

    /// <summary>The kinds whose delete answers with the object even when it is gone.</summary>
    private static bool ShowsDeleted(KindDefinition kind) => kind.Collection is "pods" or "services" or "serviceaccounts" or "persistentvolumes"
        or "persistentvolumeclaims" or "podtemplates" or "resourcequotas" or "storageclasses.storage.k8s.io";

    private static JsonObject Success(KindDefinition kind, Deletion deletion)
    {
        var details = new FaultDetails(deletion.Value.ObjectName(), kind.Group, kind.Plural).ToJson();
        details["uid"] = deletion.Value.Uid();
        return new JsonObject
        {
            ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["details"] = details,
        };
    }

    private static Reply Page(Answer<ListPage> answer, Presenter presenter) =>
        answer.Refused(out var page, out var fault) ? Reply.Refuse(fault) : Reply.Json(presenter.List(page));

    private static Reply Shown(Answer<Written> answer, Presenter presenter) => answer.Refused(out var written, out var fault)
        ? Reply.Refuse(fault) : Reply.Json(presenter.Object(written.Value), written.Created ? 201 : 200);

    private static Reply Plain(Answer<JsonObject> answer, int code = 200) =>
        answer.Refused(out var value, out var fault) ? Reply.Refuse(fault) : Reply.Json(value, code);
}
