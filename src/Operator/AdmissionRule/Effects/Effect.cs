using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;

namespace Daytwo.Operator.AdmissionRule.Effects;

/// <summary>The one thing a decision may ask for besides its status. Each can be repeated without harm.</summary>
internal abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Creates what is not there.</summary>
    public sealed record Create(RenderedObject Wanted) : Effect;

    /// <summary>Brings what is there to what was rendered.</summary>
    public sealed record Update(RenderedObject Wanted, MadeObject Made) : Effect;

    /// <summary>Deletes what is no longer wanted, only while it is still that.</summary>
    public sealed record Delete(MadeObject Made) : Effect;

    /// <summary>Asks each apiserver what policies it has in force.</summary>
    public sealed record Prove(IReadOnlyList<ObjectState> States) : Effect;

    /// <summary>Asks each apiserver whether it calls the webhooks, for all rules they serve.</summary>
    public sealed record ProveWebhooks : Effect;
}
