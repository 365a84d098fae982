using Daytwo.Admission.Requests;
using Daytwo.Crds.Admission.Status;

namespace Daytwo.Webhooks.Serving;

/// <summary>Writes down a request that the outlets answered differently: which object, and nothing of what it holds.</summary>
internal static class DifferenceSample
{
    private const int LongestMessage = 256;

    public static OutletDifference Of(AdmissionRequest request, string said, DateTimeOffset at) => new()
    {
        At = at,
        Request = $"{OperationNames.Of(request.Operation)} {request.Resource.Resource}{(request.Subresource.Length > 0 ? "/" + request.Subresource : "")} {(request.Namespace.Length > 0 ? request.Namespace + "/" : "")}{request.Name}",
        Policy = "let it pass as it is",
        Webhook = request.Resource is { Group: "", Resource: "secrets" } ? "would not (a message about a Secret is not shown)" : Short(said),
    };

    private static string Short(string message) => message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
}
