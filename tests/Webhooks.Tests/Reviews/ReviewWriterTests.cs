using System.Buffers;
using System.Text;
using Daytwo.Webhooks.Reviews;

namespace Daytwo.Webhooks.Tests.Reviews;

public sealed class ReviewWriterTests
{
    private const string Head = "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"response\":{\"uid\":\"u\",";

    [Fact]
    public void Pass_says_nothing_else() => Assert.Equal(Head + "\"allowed\":true}}", Written(Verdict.Pass));

    [Fact]
    public void Refusal_carries_status_for_the_client() => Assert.Equal(
        Head + "\"allowed\":false,\"status\":{\"code\":422,\"reason\":\"Invalid\",\"message\":\"no \\u0022latest\\u0022\"}}}",
        Written(new Verdict { Refusal = new Refusal(422, "Invalid", "no \"latest\"") }));

    [Fact]
    public void Patch_is_base64() => Assert.Equal(
        Head + "\"allowed\":true,\"patchType\":\"JSONPatch\",\"patch\":\"W10=\"}}",
        Written(new Verdict { Patch = "[]"u8.ToArray() }));

    [Fact]
    public void Refused_request_is_not_patched() =>
        Assert.DoesNotContain("patch", Written(new Verdict { Patch = "[]"u8.ToArray(), Refusal = new Refusal(403, "Forbidden", "no") }), StringComparison.Ordinal);

    [Fact]
    public void Warnings_and_annotations_are_told() => Assert.Equal(
        Head + "\"allowed\":true,\"auditAnnotations\":{\"a\":\"1\",\"b\":\"2\"},\"warnings\":[\"w1\",\"w2\"]}}",
        Written(new Verdict { Warnings = ["w1", "w2"], AuditAnnotations = [new("a", "1"), new("b", "2")] }));

    [Fact]
    public void Uid_is_sent_back_as_it_came_however_long()
    {
        var uid = new string('x', 300) + "\\u00e9";
        Assert.Contains($"\"uid\":\"{uid}\",", Written(Verdict.Pass, uid), StringComparison.Ordinal);
    }

    private static string Written(Verdict verdict, string uid = "u")
    {
        var output = new ArrayBufferWriter<byte>();
        ReviewWriter.Write(output, Encoding.UTF8.GetBytes(uid), verdict);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
