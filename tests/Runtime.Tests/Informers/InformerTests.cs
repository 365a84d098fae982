using Daytwo.Kubernetes;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Informers;

public sealed class InformerTests : IAsyncDisposable
{
    private readonly ManualTime _time = new();
    private readonly ThingApi _api = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Informer<Thing> _informer;
    private Task _running = Task.CompletedTask;

    public InformerTests() => _informer = new Informer<Thing>(new KubernetesClient(_api), Thing.Resource, TestServices.Create(_time));

    [Fact]
    public async Task Informer_tells_what_exists_then_what_changes()
    {
        _api.Put("a", "1");
        await Start();
        Assert.Equal("1", Value("a"));
        _api.Put("a", "2");
        _api.Put("b", "3");
        await Eventually.True(() => Value("a") == "2" && Value("b") == "3", "both changes seen");
        _api.Delete("a");
        await Eventually.True(() => Value("a") is null, "deletion seen");
    }

    [Fact]
    public async Task Broken_watch_is_resumed_and_misses_nothing()
    {
        await Start();
        _api.Break();
        await Reopened(2);
        _api.Put("a", "1");
        await Eventually.True(() => Value("a") == "1", "change after the break seen");
    }

    [Fact]
    public async Task Expired_version_is_followed_by_a_list_that_finds_what_was_missed()
    {
        _api.Put("gone", "1");
        await Start();
        _api.Refusal = (410, "Expired");
        _api.Break();
        _api.Delete("gone");
        _api.Put("new", "2");
        await Reopened(2);
        _api.Refusal = null;
        await Reopened(3);
        await Eventually.True(() => Value("gone") is null && Value("new") == "2", "both missed changes seen");
    }

    [Fact]
    public async Task Silent_watch_is_replaced()
    {
        await Start();
        _api.Mute = true;
        _api.Put("a", "1");
        _time.Advance(TimeSpan.FromMinutes(6));
        _api.Mute = false;
        await Reopened(2);
        _api.Put("a", "2");
        await Eventually.True(() => Value("a") == "2", "change seen by the new watch");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Eventually.Within(_running);
        _stop.Dispose();
    }

    private async Task Start()
    {
        _running = _informer.Run(_stop.Token);
        await Eventually.Within(_informer.WaitForSync(CancellationToken.None));
    }

    /// <summary>Lets back-offs pass until that many watches were opened.</summary>
    private Task Reopened(int count) => Eventually.True(() => _api.Opened >= count, $"{count} watches opened", _time);

    private string? Value(string name) => _informer.Store.Get(new ObjectKey("ns", name))?.Value;
}
