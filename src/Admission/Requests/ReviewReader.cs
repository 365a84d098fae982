using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Requests;

/// <summary>Reads an AdmissionReview as a webhook receives it.</summary>
public static class ReviewReader
{
    /// <summary>The request of a review, and its UID.</summary>
    /// <param name="utf8">The review; must not change as long as the request is in use.</param>
    /// <exception cref="JsonInputException">The bytes are no JSON.</exception>
    /// <exception cref="FormatException">They are no AdmissionReview with a request: the message names the member that is missing.</exception>
    public static AdmissionRequest Read(byte[] utf8, out string uid)
    {
        var review = JsonInput.Read(utf8);
        var request = Member(review, "request");
        if (request.Kind != CelKind.Map)
        {
            throw Missing("request");
        }

        uid = Text(request, "uid") ?? throw Missing("request.uid");
        return OfRequest(request);
    }

    /// <summary>The <c>request</c> of a review alone.</summary>
    /// <param name="utf8">Holds the JSON of the request; must not change as long as the request is in use.</param>
    /// <exception cref="JsonInputException">The bytes are no JSON.</exception>
    /// <exception cref="FormatException">A member is missing: the message names it.</exception>
    public static AdmissionRequest ReadRequest(byte[] utf8, int offset, int length) => OfRequest(JsonInput.Read(utf8, offset, length));

    private static AdmissionRequest OfRequest(CelValue request)
    {
        var kind = Member(request, "kind");
        var resource = Member(request, "resource");
        return new AdmissionRequest
        {
            Kind = new(Text(kind, "group") ?? "", Text(kind, "version") ?? throw Missing("request.kind.version"), Text(kind, "kind") ?? throw Missing("request.kind.kind")),
            Resource = new(
                Text(resource, "group") ?? "", Text(resource, "version") ?? throw Missing("request.resource.version"), Text(resource, "resource") ?? throw Missing("request.resource.resource")),
            Subresource = Text(request, "subResource") ?? "",
            Name = Text(request, "name") ?? "",
            Namespace = Text(request, "namespace") ?? "",
            Operation = OperationNames.Parse(Text(request, "operation") ?? "")
                ?? throw new FormatException($"request.operation '{Text(request, "operation")}' is none of CREATE, UPDATE, DELETE, CONNECT"),
            User = new(Text(Member(request, "userInfo"), "username") ?? ""),
            DryRun = Member(request, "dryRun") is { Kind: CelKind.Bool, AsBool: true },
            Object = Member(request, "object"),
            OldObject = Member(request, "oldObject"),
            Options = Member(request, "options"),
            Review = request,
        };
    }

    private static FormatException Missing(string member) => new($"no AdmissionReview: {member} is missing");

    private static CelValue Member(CelValue value, string name) => value.Kind == CelKind.Map && value.TryGet(name, out var member) ? member : CelValue.Null;

    private static string? Text(CelValue value, string name) => Member(value, name) is { Kind: CelKind.String } text ? text.AsString : null;
}
