using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Files;
using Daytwo.Proof.Judging;
using AdmissionOperation = Daytwo.Crds.Admission.AdmissionOperation;

namespace Daytwo.Proof.Auditing;

/// <summary>
/// Judges objects that exist by rules, as if each were created now: by the engine, the rendering and the exceptions that requests meet.
/// Writes nothing. Memory does not grow with the number of objects.
/// </summary>
public sealed class AuditRun
{
    private readonly RuleAuditor[] _rules;
    private readonly AuditTally _tally;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _startedAt;
    private readonly long _start;
    private readonly GivenCluster _cluster = new([], []);
    private long _objects;

    public AuditRun(RuleSet rules, AuditOptions options, TimeProvider time)
    {
        (_time, _startedAt, _start) = (time, time.GetUtcNow(), time.GetTimestamp());
        _rules = [.. rules.Rules.Select(rule => new RuleAuditor(rule, rules.Exceptions, _startedAt))];
        _tally = new AuditTally(options, rules.Rules.Select(rule => rule.Metadata.Name));
        foreach (var note in _rules.SelectMany(rule => rule.Notes))
        {
            _tally.Add(note);
        }
    }

    /// <summary>Audits what a cluster holds, page by page. A resource that cannot be listed is an error of the rules about it.</summary>
    /// <exception cref="ApiErrorException">The API refuses to tell what it serves, or its namespaces.</exception>
    /// <exception cref="IOException">The API gave no answer.</exception>
    public async Task<AuditReport> OfCluster(KubernetesClient client, IProgress<AuditProgress> progress, CancellationToken ct)
    {
        var catalog = (await new DiscoveryClient(client.Transport).Discover(ct)).Required();
        await _cluster.ReadNamespaces(client, ct);
        await _cluster.ReadParameters(client, _rules.Where(rule => rule.Judges).Select(rule => rule.Rule), ct);
        foreach (var (type, rules) in Audited(catalog))
        {
            await Audit(client, type, rules, progress, ct);
        }

        return Finish();
    }

    /// <summary>Audits objects of files. Namespaces and ConfigMaps that rules ask for are looked for among them; a namespace that is not has its own name as its only label.</summary>
    /// <exception cref="ProofException">A file cannot be read.</exception>
    public AuditReport OfFiles(IReadOnlyList<string> paths, IProgress<AuditProgress> progress)
    {
        foreach (var json in ObjectFiles.Read(paths).Select(item => item.Json))
        {
            LearnFrom(json);
        }

        foreach (var item in ObjectFiles.Read(paths))
        {
            Judge(StoredObject.Type(item.Json), item.Json, _rules.Where(rule => rule.Judges));
            progress.Report(new AuditProgress("objects of files", _objects, null));
        }

        return Finish();
    }

    private AuditReport Finish() => _tally.Finish(_startedAt, _time.GetElapsedTime(_start), _objects);

    /// <summary>What is to be listed, and the rules about it.</summary>
    private IEnumerable<(ResourceType Type, RuleAuditor[] Rules)> Audited(ResourceCatalog catalog)
    {
        var listed = catalog with { Resources = [.. catalog.Resources.Where(resource => resource.Verbs.Contains("list") && !IsSecondName(resource.Type))] };
        return
            from pair in _rules.Where(rule => rule.Judges).SelectMany(rule => MatchedTypes.Of(rule.Rule.Spec.Match, listed).Select(type => (type, rule)))
            where MatchedTypes.Has(pair.rule.Rule.Spec.Match, pair.type, AdmissionOperation.Create)
            group pair.rule by pair.type into found
            orderby found.Key.Group, found.Key.Plural
            select (found.Key, found.ToArray());
    }

    /// <summary>Events are served by two groups.</summary>
    private static bool IsSecondName(ResourceType type) => type is { Group: "events.k8s.io" };

    private async Task Audit(KubernetesClient client, ResourceType type, RuleAuditor[] rules, IProgress<AuditProgress> progress, CancellationToken ct)
    {
        var before = _objects;
        try
        {
            await foreach (var json in LiveCorpus.Objects(client, type, int.MaxValue, ct))
            {
                if (json.Text("metadata", "namespace") is { } ns && !_cluster.TryGetNamespace(ns, out _))
                {
                    await Learn(client, ns, ct);
                }

                Judge(type, json, rules);
                progress.Report(new AuditProgress(type.Plural, _objects - before, null));
            }
        }
        catch (ApiErrorException e) when (e.Error.Kind != ApiErrorKind.Unauthorized)
        {
            foreach (var rule in rules)
            {
                _tally.Add(new AuditResult(rule.Rule.Metadata.Name, null, AuditOutcome.Error, $"{type.Plural} ({type.ApiVersion}) could not be read: {e.Message}", null));
            }
        }
    }

    private void Judge(ResourceType type, JsonObject json, IEnumerable<RuleAuditor> rules)
    {
        _objects++;
        var request = StoredObject.Request(type, json);
        foreach (var rule in rules)
        {
            if (rule.Judge(request, json, _cluster) is { } result)
            {
                _tally.Add(result);
            }
        }
    }

    /// <summary>A namespace made after the audit began.</summary>
    private async Task Learn(KubernetesClient client, string ns, CancellationToken ct)
    {
        if ((await client.Get(DynamicObject.Resource(Namespace.Resource.Type), null, ns, ct)).Succeeded(out var found))
        {
            _cluster.AddNamespace(found.Json);
        }
    }

    private void LearnFrom(JsonObject json)
    {
        switch (json.Text("apiVersion"), json.Text("kind"))
        {
            case ("v1", "Namespace"):
                _cluster.AddNamespace(GuessedResource.Namespace(json.Text("metadata", "name") ?? "", json.At("metadata", "labels") as JsonObject));
                break;
            case ("v1", "ConfigMap"):
                _cluster.AddConfigMap(json);
                break;
        }

        var ns = json.Text("metadata", "namespace") ?? "default";
        if (!_cluster.TryGetNamespace(ns, out _))
        {
            _cluster.AddNamespace(GuessedResource.Namespace(ns, null));
        }
    }
}
