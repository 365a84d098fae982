using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;
using Daytwo.Operator.AdmissionRule.ApiServers;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;
using Daytwo.Rules.Canary;

namespace Daytwo.Operator.AdmissionRule.Canary;

/// <summary>
/// Proves on each apiserver that policies are in force: writes a canary after them, then asks each apiserver for it by dry run. One
/// canary serves all rules.
/// </summary>
/// <param name="made">What is in the API of all rules' objects, as far as the informers know.</param>
internal sealed class CanaryKeeper(KubernetesClient client, IApiServers servers, Func<IEnumerable<ObjectState>> made, string ns, TimeProvider time) : IDisposable
{
    private const int TokenLength = 12;
    private static readonly ApplyRequest Apply = new(Effects.AdmissionRuleEffects.FieldManager, Force: true);
    private readonly SemaphoreSlim gate = new(1, 1);
    private string written = "";
    private bool mutates;
    private volatile CanaryProof proof = CanaryProof.None;

    public CanaryProof Proof => proof;

    /// <summary>Asks once. What came of it is in <see cref="Proof"/>.</summary>
    /// <param name="wanted">States that were seen live, and so are older than the canary about to be written.</param>
    /// <returns>Null, or why the canary could not be written.</returns>
    public async Task<ApiError?> Ask(IEnumerable<ObjectState> wanted, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var asked = made().Concat(wanted).ToFrozenSet();
            var token = Token(asked);
            if (token != written && await Write(token, ct) is { } error)
            {
                return error;
            }

            var answers = await Task.WhenAll((await servers.List(ct)).Select(server => Probe(server, token, ct)));
            proof = proof.After(asked, answers, time.GetUtcNow());
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<ApiError?> Write(string token, CancellationToken ct)
    {
        foreach (var part in CanaryRenderer.Validating(token, ns))
        {
            if ((await Put(part, ct)).Error is { } error)
            {
                return error;
            }
        }

        mutates = true;
        foreach (var part in CanaryRenderer.Mutating(token, ns))
        {
            var put = await Put(part, ct);
            if (put.Error is { Kind: ApiErrorKind.NotFound })
            {
                mutates = false; // An API before 1.36: it has no mutating policies whose force would have to be shown.
                break;
            }

            if (put.Error is { } error)
            {
                return error;
            }
        }

        written = token;
        return null;
    }

    private ValueTask<ApiResult<DynamicObject>> Put(RenderedObject part, CancellationToken ct) =>
        client.Apply(DynamicObject.Resource(part.Type), null, part.Name, part.Json, KubernetesJson.Default.JsonObject, Apply, ct);

    private async Task<ServerProof> Probe(KnownApiServer server, string token, CancellationToken ct)
    {
        try
        {
            var lease = new LeaseWrite(new ObjectMetaWrite { Name = CanaryRenderer.LeaseName(token) }, new LeaseSpec());
            var answer = await server.Client.CreateDryRun(Lease.Resource, ns, lease, KubernetesJson.Default.LeaseWrite, ct);
            var missing = !answer.Succeeded(out var made) ? $"it refused the canary: {answer.Error}"
                : !answer.Warnings.Any(warning => warning.Contains(CanaryRenderer.Says(token), StringComparison.Ordinal)) ? "it does not enforce the newest validating policies yet"
                : mutates && made.Metadata.Annotations?.GetValueOrDefault(CanaryRenderer.Annotation) != token ? "it does not enforce the newest mutating policies yet"
                : null;
            return new ServerProof(server.Name, missing);
        }
        catch (ApiUnreachableException e)
        {
            return new ServerProof(server.Name, e.Message);
        }
    }

    /// <summary>Names one set of states.</summary>
    private static string Token(FrozenSet<ObjectState> states)
    {
        var text = string.Join('\n', states.Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Uid} {state.Generation}")).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..TokenLength];
    }
}
