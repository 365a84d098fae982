using Microsoft.AspNetCore.Http;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>Tells the requests of a backup apart.</summary>
internal static class S3Requests
{
    /// <summary>Sends bytes of the snapshot: a part, or all of a small one.</summary>
    public static bool SendsData(this HttpRequest request) => request.Method == HttpMethods.Put && IsData(request);

    /// <summary>Makes the parts sent an object.</summary>
    public static bool CompletesUpload(this HttpRequest request) => request.Method == HttpMethods.Post && request.Query.ContainsKey("uploadId");

    /// <summary>Reads the snapshot back.</summary>
    public static bool ReadsData(this HttpRequest request) => request.Method == HttpMethods.Get && IsData(request);

    /// <summary>Makes the snapshot be listed.</summary>
    public static bool SendsManifest(this HttpRequest request) => request.Method == HttpMethods.Put && request.Path.Value!.EndsWith("/manifest.json", StringComparison.Ordinal);

    private static bool IsData(HttpRequest request) => request.Path.Value!.Contains(".db", StringComparison.Ordinal);
}
