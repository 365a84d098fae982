using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Daytwo.Etcd.Grpc;

/// <summary>How a call ended, as its trailers, or the headers of an answer without a body, tell.</summary>
internal readonly record struct GrpcOutcome(GrpcStatus Status, string Message)
{
    /// <summary>Null when the headers carry no status.</summary>
    public static GrpcOutcome? Find(HttpHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("grpc-status", out var values))
        {
            return null;
        }

        var message = headers.NonValidated.TryGetValues("grpc-message", out var texts) ? GrpcText.Decode(texts.ToString()) : "";
        return int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new GrpcOutcome((GrpcStatus)code, message)
            : new GrpcOutcome(GrpcStatus.Unknown, $"grpc-status \"{values}\" is no number");
    }

    /// <summary>What the trailers say. An answer that never says how it ended has failed.</summary>
    public static GrpcOutcome FromTrailers(HttpHeaders trailers) =>
        Find(trailers) ?? new GrpcOutcome(GrpcStatus.Internal, "the answer ended without grpc-status");

    /// <summary>The status for an answer that is no gRPC answer, by the mapping that gRPC prescribes.</summary>
    public static GrpcStatus FromHttp(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => GrpcStatus.Internal,
        HttpStatusCode.Unauthorized => GrpcStatus.Unauthenticated,
        HttpStatusCode.Forbidden => GrpcStatus.PermissionDenied,
        HttpStatusCode.NotFound => GrpcStatus.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => GrpcStatus.Unavailable,
        _ => GrpcStatus.Unknown,
    };
}
