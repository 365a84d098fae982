namespace Daytwo.Operator.AdmissionRule.ApiServers;

/// <summary>The apiservers of the cluster, each by itself.</summary>
internal interface IApiServers
{
    /// <summary>At least one.</summary>
    ValueTask<IReadOnlyList<KnownApiServer>> List(CancellationToken ct);
}
