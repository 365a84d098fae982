using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Webhooks.Tests.Support;

/// <summary>A cluster with one namespace and nothing else.</summary>
internal sealed class DefaultNamespace : IAdmissionCluster
{
    public const string Json = """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"default","labels":{"kubernetes.io/metadata.name":"default"}}}""";

    private static readonly CelValue Namespace = JsonInput.Read(SampleReviews.Utf8(Json));

    public bool TryGetNamespace(string name, out CelValue value)
    {
        value = Namespace;
        return name == "default";
    }

    public bool TryGetScope(ParamKind kind, out bool namespaced)
    {
        namespaced = true;
        return false;
    }

    public bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value)
    {
        value = default;
        return false;
    }

    public IEnumerable<CelValue> ListParams(ParamKind kind, string ns) => [];
}
