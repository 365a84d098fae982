using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.S3;

namespace Daytwo.Storage.S3;

/// <summary>Turns what the SDK throws into <see cref="StoreException"/>s.</summary>
internal static class S3Failures
{
    /// <param name="address">The store, with its endpoint.</param>
    /// <param name="key">Full key in the bucket; null when the request is about the bucket.</param>
    public static StoreException Describe(Exception error, string address, string? key)
    {
        var where = key is null ? address : $"{key} in {address}";
        return error switch
        {
            StoreException e => e,
            AmazonS3Exception { StatusCode: not 0 } e => OfAnswer(e, where),
            _ => OfTransport(error, where),
        };
    }

    private static StoreException OfAnswer(AmazonS3Exception e, string where)
    {
        var failure = S3ErrorCodes.Classify(e);
        return new StoreException(failure, $"{where}: {Quote(e)} {S3ErrorCodes.Remedy(failure)}", e);
    }

    private static string Quote(AmazonS3Exception e)
    {
        var code = string.IsNullOrEmpty(e.ErrorCode) ? $"status {(int)e.StatusCode}" : e.ErrorCode;
        var text = e.Message.Trim().TrimEnd('.');
        return text.Length == 0 || text.StartsWith("Error making request", StringComparison.Ordinal)
            ? $"the server answered {code}."
            : $"the server answered {code} ({text}).";
    }

    private static StoreException OfTransport(Exception error, string where)
    {
        for (var e = error; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case AuthenticationException when !IsAboutCertificate(e):
                    return new StoreException(
                        StoreFailure.Misconfigured,
                        $"{where}: the server does not speak TLS as we do: {e.InnerException?.Message ?? e.Message} Check that port and scheme of the endpoint fit (http or https).",
                        error);
                case AuthenticationException:
                    return new StoreException(
                        StoreFailure.CertificateUntrusted,
                        $"{where}: the server's certificate is not trusted: {e.Message} Give the authority that issued it, and use an endpoint named in the certificate.",
                        error);
                case OperationCanceledException or TimeoutException:
                    return new StoreException(StoreFailure.Timeout, $"{where}: no answer in time. Check the server and the network, or allow more time.", error);
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown } broken:
                    return Broken(broken, error, where);
                case SocketException socket:
                    return new StoreException(
                        StoreFailure.Unreachable, $"{where}: no connection: {socket.Message}. Check endpoint, name resolution and firewall.", error);
            }
        }

        return OfClient(error, where);
    }

    private static StoreException Broken(Exception cause, Exception error, string where) =>
        new(StoreFailure.Unreachable, $"{where}: the connection broke: {cause.Message.TrimEnd('.')}. Check the server and the network.", error);

    // Both kinds are of one type, and only the text tells them apart: "The remote certificate …" is the verdict on a certificate.
    private static bool IsAboutCertificate(Exception e) => e.Message.Contains("remote certificate", StringComparison.OrdinalIgnoreCase);

    private static StoreException OfClient(Exception error, string where) => error switch
    {
        AmazonClientException e when e.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) => new StoreException(
            StoreFailure.CredentialsMissing,
            $"{where}: no credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a credentials Secret, or give this machine a role.",
            e),
        AmazonClientException e when e.Message.Contains("RegionEndpoint", StringComparison.Ordinal) => new StoreException(
            StoreFailure.Misconfigured, $"{where}: no region is known. Set the region, or AWS_REGION.", e),
        HttpRequestException or IOException => Broken(error, error, where),
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => new StoreException(
            StoreFailure.Unavailable, $"{where}: {error.Message} {S3ErrorCodes.Remedy(StoreFailure.Unavailable)}", error),
        _ => new StoreException(StoreFailure.Unexpected, $"{where}: {error.Message}", error),
    };
}
