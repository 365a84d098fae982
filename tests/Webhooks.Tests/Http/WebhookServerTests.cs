using System.Net;
using System.Security.Authentication;
using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Http;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Webhooks.Tests.Http;

public sealed class WebhookServerTests : IAsyncLifetime
{
    private readonly HeldCertificate _certificate = new("127.0.0.1");
    private readonly ScriptedReviewer _reviewer = new();
    private readonly MetricsRegistry _metrics = new();
    private readonly WebhookServer _server;

    public WebhookServerTests() => _server = new WebhookServer(
        new WebhookServerOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), Certificate = _certificate, LargestBody = 4096, MostUnderWay = 80 * 1024 },
        _reviewer, new RequestMetrics(_metrics), TimeProvider.System, NullLoggerFactory.Instance);

    public async ValueTask InitializeAsync() => await _server.Start(CancellationToken.None);

    [Fact]
    public async Task Review_is_answered_with_its_uid()
    {
        var answer = JsonNode.Parse(await Post("/validate/ignore?timeout=5s", SampleReviews.CreatePod()))!;

        Assert.Equal("admission.k8s.io/v1", (string?)answer["apiVersion"]);
        Assert.Equal("AdmissionReview", (string?)answer["kind"]);
        Assert.Equal(SampleReviews.Uid, (string?)answer["response"]!["uid"]);
        Assert.True((bool)answer["response"]!["allowed"]!);
        Assert.Equal((new WebhookEntry(AdmissionPhase.Validate, WebhookFailurePolicy.Ignore), TimeSpan.FromSeconds(5)), Assert.Single(_reviewer.Calls));
    }

    [Fact]
    public async Task Review_sent_in_pieces_is_answered()
    {
        using var client = Client();
        using var content = new StreamContent(new MemoryStream(SampleReviews.Utf8(SampleReviews.CreatePod())));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Address + "/mutate/fail")) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/validate", HttpStatusCode.NotFound, "no such webhook")]
    [InlineData("/validate/other", HttpStatusCode.NotFound, "no such webhook")]
    [InlineData("/validate/ignore/64", HttpStatusCode.NotFound, "no such webhook")]
    [InlineData("/canary/validate/short", HttpStatusCode.NotFound, "no such webhook")]
    [InlineData("/canary/validate/0123456789AB", HttpStatusCode.NotFound, "no such webhook")]
    [InlineData("/canary/other/0123456789ab", HttpStatusCode.NotFound, "no such webhook")]
    public async Task Path_of_no_entry_is_not_found(string path, HttpStatusCode status, string text)
    {
        using var client = Client();
        using var response = await client.PostAsync(new Uri(_server.Address + path), new StringContent("{}"));
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_is_refused()
    {
        using var client = Client();
        using var response = await client.GetAsync(new Uri(_server.Address + "/validate/ignore"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_the_limit_is_refused(bool announced)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Address + "/validate/ignore")) { Content = new StringContent(new string(' ', 5000)) };
        request.Headers.TransferEncodingChunked = !announced;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(_reviewer.Calls);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "the body is StartArray, not StartObject")]
    [InlineData("{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1beta1\"}", "apiVersion is 'admission.k8s.io/v1beta1'")]
    [InlineData("{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}", "request is missing")]
    public async Task Body_that_is_no_review_is_refused_with_what_is_wrong(string body, string message)
    {
        using var client = Client();
        using var response = await client.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_without_verdict_in_time_is_a_failure_of_the_webhook()
    {
        _reviewer.Answer = _ => ValueTask.FromException<Verdict>(new OperationCanceledException());
        using var client = Client();
        using var response = await client.PostAsync(new Uri(_server.Address + "/validate/fail?timeout=1s"), new StringContent(SampleReviews.CreatePod()));
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        await Eventually.True(() => _metrics.ToText().Contains("controller_runtime_webhook_requests_total{webhook=\"/validate/fail\",code=\"504\"} 1", StringComparison.Ordinal), "the failure is counted");
    }

    [Fact]
    public async Task Request_beyond_what_may_be_under_way_is_to_come_again_and_counted()
    {
        var answer = new TaskCompletionSource<Verdict>();
        _reviewer.Answer = _ => new ValueTask<Verdict>(answer.Task);
        var posts = new[] { Post("/validate/fail", SampleReviews.CreatePod()), Post("/validate/fail", SampleReviews.CreatePod()) };
        await Eventually.True(() => _reviewer.Calls.Count == 2, "both reviews arrive");
        Assert.Contains("daytwo_webhook_request_bytes_in_flight 65536", _metrics.ToText(), StringComparison.Ordinal);

        using var client = Client();
        using var response = await client.PostAsync(new Uri(_server.Address + "/validate/fail"), new StringContent(SampleReviews.CreatePod()));
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (response.StatusCode, Assert.Single(response.Headers.GetValues("Retry-After"))));
        await Eventually.True(() => _metrics.ToText().Contains("daytwo_webhook_overload_total{webhook=\"/validate/fail\"} 1", StringComparison.Ordinal), "the refusal is counted");

        answer.SetResult(Verdict.Pass);
        Assert.All(await Task.WhenAll(posts), text => Assert.Contains("\"allowed\":true", text, StringComparison.Ordinal));
        Assert.Contains("\"allowed\":true", await Post("/validate/fail", SampleReviews.CreatePod()), StringComparison.Ordinal);
        await Eventually.True(() => _metrics.ToText().Contains("daytwo_webhook_request_bytes_in_flight 0", StringComparison.Ordinal), "nothing is under way");
    }

    [Fact]
    public async Task Canary_is_answered_with_what_its_path_says()
    {
        var answer = JsonNode.Parse(await Post("/canary/mutate/0123456789ab?timeout=5s", SampleReviews.CreatePod()))!;

        Assert.True((bool)answer["response"]!["allowed"]!);
        Assert.Equal("daytwo canary mutate 0123456789ab", (string?)Assert.Single(answer["response"]!["warnings"]!.AsArray()));
        Assert.Empty(_reviewer.Calls);
    }

    [Fact]
    public async Task Handshake_below_tls_13_fails()
    {
        using var client = Client(SslProtocols.Tls12);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent("{}")));
    }

    [Fact]
    public async Task Handshake_without_a_trusted_certificate_fails_and_works_once_there_is_one()
    {
        var held = _certificate.Current;
        _certificate.Current = null;
        using var client = Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(SampleReviews.CreatePod())));
        _certificate.Current = held;
        using var response = await client.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(SampleReviews.CreatePod()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task New_connection_gets_the_new_certificate_while_an_old_one_goes_on()
    {
        using var old = Client();
        using var first = await old.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(SampleReviews.CreatePod()));
        var before = _certificate.Seen(old);

        _certificate.Rotate();
        using var second = await old.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(SampleReviews.CreatePod()));
        using var fresh = Client();
        using var third = await fresh.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(SampleReviews.CreatePod()));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, second.StatusCode, third.StatusCode]);
        Assert.Equal(before, _certificate.Seen(old));
        Assert.NotEqual(before, _certificate.Seen(fresh));
    }

    [Fact]
    public async Task Request_under_way_is_answered_when_the_server_stops()
    {
        var answer = new TaskCompletionSource<Verdict>();
        _reviewer.Answer = _ => new ValueTask<Verdict>(answer.Task);
        var post = Post("/validate/ignore", SampleReviews.CreatePod());
        await Eventually.True(() => _reviewer.Calls.Count == 1, "the review arrives");

        var stopping = _server.Stop(CancellationToken.None);
        answer.SetResult(Verdict.Pass);

        Assert.Contains("\"allowed\":true", await post, StringComparison.Ordinal);
        await stopping;
    }

    [Fact]
    public async Task Connection_ends_with_its_next_answer_when_the_server_is_about_to_end()
    {
        using var client = Client();
        using var before = await client.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(SampleReviews.CreatePod()));
        Assert.Null(before.Headers.ConnectionClose);

        _server.Drain();

        using var after = await client.PostAsync(new Uri(_server.Address + "/validate/ignore"), new StringContent(SampleReviews.CreatePod()));
        Assert.Equal((HttpStatusCode.OK, true), (after.StatusCode, after.Headers.ConnectionClose));
    }

    private async Task<string> Post(string path, string body)
    {
        using var client = Client();
        using var response = await client.PostAsync(new Uri(_server.Address + path), new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text;
    }

    private HttpClient Client(SslProtocols protocols = SslProtocols.Tls13) => _certificate.Client(protocols);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }
}
