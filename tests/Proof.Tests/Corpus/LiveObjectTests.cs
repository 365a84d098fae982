using System.Text.Json.Nodes;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Tests.Corpus;

public sealed class LiveObjectTests
{
    [Fact]
    public void Secret_leaves_with_its_keys_and_without_its_secrets()
    {
        var secret = JsonNode.Parse("""{"kind":"Secret","metadata":{"name":"a","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"hunter2"}},"data":{"password":"aHVudGVyMg=="},"stringData":{"p":"hunter2"}}""")!.AsObject();
        var redacted = LiveObject.Redact(secret).ToJsonString();
        Assert.DoesNotContain("hunter2", redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("aHVudGVyMg==", redacted, StringComparison.Ordinal);
        Assert.Contains("password", redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_API_sets_is_not_sent_anew()
    {
        var stored = JsonNode.Parse("""{"kind":"Service","metadata":{"name":"a","uid":"u","resourceVersion":"1","labels":{"x":"y"}},"spec":{"clusterIP":"10.0.0.1","ports":[{"port":1,"nodePort":30000}]},"status":{}}""")!.AsObject();
        Assert.Equal("""{"kind":"Service","metadata":{"name":"a","labels":{"x":"y"}},"spec":{"ports":[{"port":1}]}}""", LiveObject.Fresh(stored).ToJsonString());
    }

    [Fact]
    public void Selector_that_the_API_made_for_a_job_is_not_sent_anew_and_one_made_by_hand_is()
    {
        static string Fresh(bool manual)
        {
            var job = JsonNode.Parse("""
                {"kind":"Job","metadata":{"name":"a"},"spec":{"selector":{"matchLabels":{"controller-uid":"u"}},"template":{"metadata":{"labels":{"controller-uid":"u","x":"y"}}}}}
                """)!.AsObject();
            job["spec"]!["manualSelector"] = manual;
            return LiveObject.Fresh(job).ToJsonString();
        }

        Assert.Equal("""{"kind":"Job","metadata":{"name":"a"},"spec":{"template":{"metadata":{"labels":{"x":"y"}}},"manualSelector":false}}""", Fresh(manual: false));
        Assert.Contains("matchLabels", Fresh(manual: true), StringComparison.Ordinal);
    }
}
