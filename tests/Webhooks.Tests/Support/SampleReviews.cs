using System.Text;
using Daytwo.Admission.Requests;

namespace Daytwo.Webhooks.Tests.Support;

/// <summary>AdmissionReviews as apiservers send them.</summary>
internal static class SampleReviews
{
    public const string Uid = "705ab4f5-6393-11e8-b7cc-42010a800002";

    public static string CreatePod(string image = "registry.example/app:1.2.3", string ns = "default", string extra = "") => $$"""
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{
          "uid":"{{Uid}}",
          "kind":{"group":"","version":"v1","kind":"Pod"},
          "resource":{"group":"","version":"v1","resource":"pods"},
          "requestKind":{"group":"","version":"v1","kind":"Pod"},
          "requestResource":{"group":"","version":"v1","resource":"pods"},
          "name":"web","namespace":"{{ns}}","operation":"CREATE",
          "userInfo":{"username":"alice","groups":["system:authenticated"]},{{extra}}
          "object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"web","namespace":"{{ns}}"},"spec":{"containers":[{"name":"c","image":"{{image}}"}] } },
          "oldObject":null,"dryRun":false,"options":{"kind":"CreateOptions","apiVersion":"meta.k8s.io/v1"} } }
        """;

    public static byte[] Utf8(string review) => Encoding.UTF8.GetBytes(review);

    /// <summary>The request of a review, as rules see it.</summary>
    public static AdmissionRequest Request(string review)
    {
        var request = Webhooks.Reviews.ReviewReader.Read(Utf8(review)).Request.ToArray();
        return ReviewReader.ReadRequest(request, 0, request.Length);
    }
}
