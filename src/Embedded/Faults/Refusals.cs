using System.Globalization;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Faults;

/// <summary>The refusals of the Kubernetes API, with its codes, reasons and texts.</summary>
internal static class Refusals
{
    /// <summary>No handler at all: an unknown resource or path below a known group version.</summary>
    public static readonly Fault UnknownResource = new(404, "NotFound", "the server could not find the requested resource") { Details = new() };

    public static readonly Fault MethodNotAllowed =
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource") { Details = new() };

    public static readonly Fault Unauthorized = new(401, "Unauthorized", "Unauthorized");

    /// <summary>A JSON patch that is well-formed but cannot be applied, such as a failed test.</summary>
    public static readonly Fault UnprocessablePatch =
        new(422, "Invalid", "the server rejected our request due to an error in our request") { Details = new() };

    public static readonly Fault UnsupportedPatchType = new(415, "UnsupportedMediaType", "415: Unsupported Media Type") { Details = new() };

    public static readonly Fault UnsupportedBodyType = new(415, "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf");

    public static readonly Fault NotAcceptable = new(406, "NotAcceptable",
        "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf, "
        + "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch") { Details = new() };

    public static readonly Fault NotAcceptableTransform = new(406, "NotAcceptable",
        "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf");

    public static Fault BadRequest(string message) => new(400, "BadRequest", message);

    public static Fault NotFound(KindDefinition kind, string name) => NotFound(kind.Group, kind.Plural, name);

    public static Fault NotFound(string group, string plural, string name) =>
        new(404, "NotFound", $"{Qualified(group, plural)} \"{name}\" not found") { Details = new(name, group, plural) };

    public static Fault AlreadyExists(KindDefinition kind, string name) =>
        new(409, "AlreadyExists", $"{kind.QualifiedPlural} \"{name}\" already exists") { Details = new(name, kind.Group, kind.Plural) };

    public static Fault GenerateNameTaken(KindDefinition kind, string name) =>
        AlreadyExists(kind, name) with { Details = new(name, kind.Group, kind.Plural) { RetryAfterSeconds = 1 } };

    public static Fault Modified(KindDefinition kind, string name) =>
        Conflict(kind, name, "the object has been modified; please apply your changes to the latest version and try again");

    public static Fault Conflict(KindDefinition kind, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {kind.QualifiedPlural} \"{name}\": {why}")
        {
            Details = new(name, kind.Group, kind.Plural),
        };

    /// <summary>A failed precondition of a delete, which the API reports by kind instead of by resource.</summary>
    public static Fault DeleteConflict(KindDefinition kind, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {Qualified(kind.Group, kind.Kind)} \"{name}\": {why}")
        {
            Details = new(name, kind.Group, kind.Kind),
        };

    public static Fault Forbidden(KindDefinition kind, string name, string why) =>
        new(403, "Forbidden", $"{kind.QualifiedPlural} \"{name}\" is forbidden: {why}") { Details = new(name, kind.Group, kind.Plural) };

    public static Fault NamespaceTerminating(KindDefinition kind, string name, string ns)
    {
        var fault = Forbidden(kind, name, $"unable to create new content in namespace {ns} because it is being terminated");
        var cause = new FaultCause("NamespaceTerminating", $"namespace {ns} is being terminated", "metadata.namespace");
        return fault with { Details = fault.Details! with { Causes = [cause] } };
    }

    public static Fault Invalid(KindDefinition kind, string name, IReadOnlyList<FieldError> errors) => Invalid(kind.Group, kind.Kind, name, errors);

    public static Fault Invalid(string group, string kind, string name, IReadOnlyList<FieldError> errors) =>
        new(422, "Invalid", $"{Qualified(group, kind)} \"{name}\" is invalid: {FieldErrors.Text(errors)}")
        {
            Details = new(name, group, kind) { Causes = [.. errors.Select(e => new FaultCause(e.Reason, e.Body, e.Field))] },
        };

    /// <summary>Bad query options; <paramref name="options"/> is such as <c>CreateOptions</c>.</summary>
    public static Fault InvalidOptions(string options, params FieldError[] errors) => Invalid("meta.k8s.io", options, "", errors);

    public static Fault Expired(string message) => new(410, "Expired", message);

    /// <summary>A watch from before what is still remembered.</summary>
    public static Fault TooOld(long revision, long oldest) =>
        Expired(string.Create(CultureInfo.InvariantCulture, $"too old resource version: {revision} ({oldest})"));

    public static Fault TooLargeVersion(long asked, long current) =>
        new(504, "Timeout", string.Create(CultureInfo.InvariantCulture, $"Timeout: Too large resource version: {asked}, current: {current}"))
        {
            Details = new() { Causes = [new FaultCause("ResourceVersionTooLarge", "Too large resource version")], RetryAfterSeconds = 1 },
        };

    public static Fault TooLargeBody(int limit) => new(413, "RequestEntityTooLarge",
        string.Create(CultureInfo.InvariantCulture, $"Request entity too large: limit is {limit}")) { Details = new() };

    private static string Qualified(string group, string name) => group.Length == 0 ? name : $"{name}.{group}";
}
