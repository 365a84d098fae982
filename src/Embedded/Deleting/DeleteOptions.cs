using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Deleting;

/// <summary>The options of a delete, from the request's body and query.</summary>
/// <param name="GracePeriodSeconds">Null when the kind's own default counts.</param>
/// <param name="Uid">The UID that must still be the object's; empty for any.</param>
/// <param name="ResourceVersion">The version that must still be the object's; empty for any.</param>
internal sealed record DeleteOptions(Propagation Propagation, bool DryRun, long? GracePeriodSeconds, string Uid, string ResourceVersion)
{
    public static readonly DeleteOptions Background = new(Propagation.Background, false, null, "", "");

    public static Answer<DeleteOptions> Parse(ResourceRequest request)
    {
        JsonObject? body = null;
        if (request.Body.Length > 0)
        {
            var (decoded, problem) = RequestBody.Read(request.Body.Span, RequestBody.MediaType(request.ContentType));
            if (decoded?.Value is not JsonObject options)
            {
                return Refusals.BadRequest($"couldn't get version/kind; json parse error: {problem ?? "the options are no object"}");
            }

            body = options;
        }

        return Check(request.Query, body) is { Count: > 0 } errors ? Refusals.InvalidOptions("DeleteOptions", [.. errors]) : Read(request.Query, body);
    }

    private static List<FieldError> Check(QueryParameters query, JsonObject? body)
    {
        var errors = new List<FieldError>();
        var policy = Policy(query, body);
        if (policy.Length > 0 && body?["orphanDependents"] is not null)
        {
            errors.Add(FieldError.Invalid(new FieldPath("propagationPolicy"), policy, "orphanDependents and deletionPropagation cannot be both set"));
        }

        if (policy.Length > 0 && !Enum.TryParse<Propagation>(policy, out _))
        {
            errors.Add(FieldError.NotSupported(new FieldPath("propagationPolicy"), policy, ["Foreground", "Background", "Orphan", "nil"]));
        }

        if (!WriteOptions.TryDryRun(query, out _, out var dryRun))
        {
            errors.Add(dryRun!);
        }

        return errors;
    }

    private static DeleteOptions Read(QueryParameters query, JsonObject? body)
    {
        var orphan = body.Flag("orphanDependents") || query.Flag("orphanDependents");
        var propagation = orphan ? Propagation.Orphan
            : Enum.TryParse<Propagation>(Policy(query, body), out var named) ? named : Propagation.Background;
        WriteOptions.TryDryRun(query, out var dryRun, out _);
        var grace = body.Integer("gracePeriodSeconds")
            ?? (long.TryParse(query["gracePeriodSeconds"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : null);
        var preconditions = body.Child("preconditions");
        return new DeleteOptions(propagation, dryRun || body.Texts("dryRun").Contains("All"), grace,
            preconditions.Text("uid"), preconditions.Text("resourceVersion"));
    }

    private static string Policy(QueryParameters query, JsonObject? body) =>
        body.Text("propagationPolicy") is { Length: > 0 } named ? named : query["propagationPolicy"];
}
