using System.Text;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Tests.Support;

namespace Daytwo.Webhooks.Tests.Reviews;

public sealed class ReviewReaderTests
{
    [Fact]
    public void Review_of_a_pod_is_read_in_place()
    {
        var body = SampleReviews.Utf8(SampleReviews.CreatePod());

        var review = ReviewReader.Read(body);

        Assert.Equal(SampleReviews.Uid, Text(review.Uid));
        Assert.Equal(new ReviewResource("", "v1", "pods", ""), review.Resource);
        Assert.Equal(review.Resource, review.RequestResource);
        Assert.Equal("CREATE", review.Operation);
        Assert.StartsWith("{\n  \"uid\"", Text(review.Request).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("} }", Text(review.Request), StringComparison.Ordinal);
        Assert.True(body.AsSpan().Overlaps(review.Request.Span));
    }

    [Fact]
    public void Subresource_and_original_resource_are_told_apart()
    {
        const string json = """
            {"request":{"operation":"UPDATE","uid":"u","subResource":"scale","requestSubResource":"scale","requestResource":{"resource":"deployments","version":"v1beta1","group":"extensions"},
            "resource":{"version":"v1","group":"apps","resource":"deployments"},"dryRun":true,"oldObject":{"a":[1,{}]},"object":null},"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","more":[{}]}
            """;

        var review = ReviewReader.Read(SampleReviews.Utf8(json));

        Assert.Equal(new ReviewResource("apps", "v1", "deployments", "scale"), review.Resource);
        Assert.Equal(new ReviewResource("extensions", "v1beta1", "deployments", "scale"), review.RequestResource);
        Assert.Equal(("UPDATE", "u"), (review.Operation, Text(review.Uid)));
    }

    [Theory]
    [InlineData("\"uid\":\"u\"", "\"uid\":\"\"", "request.uid")]
    [InlineData("\"uid\":\"u\"", "\"uid\":3", "request.uid")]
    [InlineData("\"CREATE\"", "\"PATCH\"", "request.operation is 'PATCH'; it is one of CREATE, UPDATE, DELETE, CONNECT")]
    [InlineData("\"resource\":\"pods\"", "\"other\":\"pods\"", "request.resource needs version and resource")]
    [InlineData("\"resource\":{", "\"resource\":[{", "no")]
    [InlineData("\"v1\"}", "\"v1\"", "not JSON")]
    public void Defect_is_named(string good, string bad, string message)
    {
        const string json = """{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u","operation":"CREATE","resource":{"group":"","resource":"pods","version":"v1"}}}""";
        Assert.NotNull(ReviewReader.Read(SampleReviews.Utf8(json)));

        var thrown = Assert.Throws<ReviewFormatException>(() => ReviewReader.Read(SampleReviews.Utf8(json.Replace(good, bad, StringComparison.Ordinal))));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_as_deep_as_the_api_takes_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));
        var json = "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":{\"uid\":\"u\",\"operation\":\"CREATE\",\"object\":" + deep + ",\"resource\":{\"group\":\"\",\"resource\":\"pods\",\"version\":\"v1\"}}}";

        Assert.Contains(deep, Text(ReviewReader.Read(SampleReviews.Utf8(json)).Request), StringComparison.Ordinal);
    }

    [Fact]
    public void Body_cut_anywhere_is_refused_and_nothing_else_happens()
    {
        var body = SampleReviews.Utf8(SampleReviews.CreatePod()).AsMemory();
        body = body[..(body.Span.LastIndexOf((byte)'}') + 1)];
        for (var length = 0; length < body.Length; length++)
        {
            Assert.Throws<ReviewFormatException>(() => ReviewReader.Read(body[..length]));
        }
    }

    private static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);
}
