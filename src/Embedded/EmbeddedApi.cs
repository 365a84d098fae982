using Daytwo.Embedded.Admission;
using Daytwo.Embedded.Admission.Typing;
using Daytwo.Embedded.Admission.Webhooks;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Auditing;
using Daytwo.Embedded.Behaviours;
using Daytwo.Embedded.CustomResources;
using Daytwo.Embedded.Deleting;
using Daytwo.Embedded.Discovery;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.OpenApi;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Watching;
using Daytwo.Embedded.Writing;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Embedded;

/// <summary>
/// A Kubernetes API in memory. It answers as kube-apiserver v1.36 does, together with the controllers that collect
/// garbage, empty namespaces and check the types of admission policies. Requests are answered one at a time, each with all its consequences; with a virtual
/// clock and a seeded random source a run repeats exactly.
/// </summary>
public sealed class EmbeddedApi : IDisposable
{
    private const int MostAttempts = 1_000;

    private readonly Lock gate = new();
    private readonly IWebhookCaller webhooks;
    private readonly ClusterState state;
    private readonly DiscoveryHandler discovery;
    private readonly OpenApiHandler openApi;
    private readonly ResourceHandler resources;
    private readonly GarbageCollector garbage;
    private readonly WatchHub watches;
    private readonly AuditLog? audit;

    public EmbeddedApi(EmbeddedApiOptions? options = null)
    {
        options ??= new EmbeddedApiOptions();
        webhooks = options.Webhooks;
        state = new ClusterState(options);
        var ownership = new RecordedOwnership(state.Kinds);
        var admission = new AdmissionChain(state, ownership);
        var writer = new ObjectWriter(state, new KindBehaviours(), ownership, admission);
        var reader = new ObjectReader(state);
        var deleter = new ObjectDeleter(state);
        watches = new WatchHub(state, gate);
        audit = options.AuditLog is { } log ? new AuditLog(log, state) : null;
        garbage = new GarbageCollector(state, deleter);
        discovery = new DiscoveryHandler(state.Kinds);
        openApi = new OpenApiHandler(state.Kinds);
        resources = new ResourceHandler(state, reader, new ObjectHandler(state, reader, writer, deleter, ownership, admission),
            new ScaleHandler(reader, writer), new PodActions(state, reader, deleter), watches);
        Connect(new DefinitionLifecycle(state, ownership), new PolicyStatus(state, ownership), new ClusterSeed(state, writer));
    }

    /// <summary>The revision of the latest write.</summary>
    public long Revision
    {
        get
        {
            lock (gate)
            {
                return state.Store.Revision;
            }
        }
    }

    /// <summary>How many watches are open.</summary>
    public int OpenWatches
    {
        get
        {
            lock (gate)
            {
                return watches.Count;
            }
        }
    }

    /// <summary>Answers a request. A watch's body is endless: disposing the response ends it. While webhooks are asked about it, other requests are answered.</summary>
    public ApiResponse Handle(ApiRequest request, Caller caller)
    {
        var memory = new AttemptMemory { Received = state.Clock.GetUtcNow() };
        for (var attempt = 1; attempt < MostAttempts; attempt++)
        {
            var response = Attempt(request, caller, memory);
            if (memory.Pending is not { Count: > 0 } calls)
            {
                return response;
            }

            memory.Know(webhooks.SendAll(calls));
        }

        return Reply.Refuse(WebhookFaults.Internal("the object was changed by others each time webhooks had been asked about it")).ToResponse([]);
    }

    private ApiResponse Attempt(ApiRequest request, Caller caller, AttemptMemory memory)
    {
        lock (gate)
        {
            var mark = request.Path.IndexOf('?', StringComparison.Ordinal);
            var path = RequestPath.Segments(mark < 0 ? request.Path : request.Path[..mark]);
            var query = new QueryParameters(mark < 0 ? "" : request.Path[(mark + 1)..]);
            var warnings = new List<string>();
            var reply = discovery.Answer(path, request.Accept, query) ?? openApi.Answer(path) ?? Answer(request, path, query, caller, warnings, memory);
            garbage.Settle();
            return reply.ToResponse(warnings);
        }
    }

    /// <summary>Forgets the history up to a revision, as etcd's compaction does: older watches and lists expire.</summary>
    public void Compact(long revision)
    {
        lock (gate)
        {
            state.Store.Compact(revision);
        }
    }

    /// <summary>Ends all open watches without a word, as a lost connection or a restart does.</summary>
    public void DropWatches()
    {
        lock (gate)
        {
            watches.EndAll();
        }
    }

    public void Dispose() => DropWatches();

    private void Connect(DefinitionLifecycle definitions, PolicyStatus policies, ClusterSeed seed)
    {
        state.Store.Changed += watches.Tell;
        state.Store.Changed += garbage.Follow;
        state.Store.Changed += change =>
        {
            if (change.Collection == DefinitionLifecycle.Collection)
            {
                definitions.Follow(change);
            }
        };
        state.Store.Changed += policies.Follow;
        state.Store.Changed += seed.Follow;
        seed.Plant();
    }

    private Reply Answer(ApiRequest request, string[] path, QueryParameters query, Caller caller, List<string> warnings, AttemptMemory memory)
    {
        if (RequestPath.Parse(path) is not { } target || !state.Kinds.HasGroup(target.Group))
        {
            return Reply.Text("404 page not found\n", 404);
        }

        var kind = state.Kinds.Find(target.Group, target.Version, target.Plural);
        var subresource = target.Subresource is null ? null : kind?.Subresource(target.Subresource);
        if (kind is null || (target.Subresource is not null && subresource is null) || (!kind.Namespaced && target.Namespace is not null)
            || (kind.Namespaced && target is { Namespace: null, Name: not null }))
        {
            return Reply.Refuse(Refusals.UnknownResource);
        }

        var asked = new ResourceRequest(kind, target.Namespace, target.Name, subresource)
        {
            Method = request.Method.Method,
            Query = query,
            Accept = request.Accept,
            ContentType = request.ContentType,
            Body = request.Body,
            Caller = caller,
            Warnings = warnings,
            Memory = memory,
        };
        var reply = resources.Answer(asked);
        if (audit is not null && memory.Pending.Count == 0 && ResourceHandler.Verb(asked) is { } verb)
        {
            audit.Write(asked, verb, request.Path, reply);
        }

        return reply;
    }
}
