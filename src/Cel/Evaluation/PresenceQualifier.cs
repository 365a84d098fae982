using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>The last selection of has(): whether the value is there.</summary>
internal sealed class PresenceQualifier(KeyQualifier tested) : Qualifier(false)
{
    public override CelValue Qualify(EvaluationRun run, CelValue value)
    {
        run.Charge(1);
        var found = tested.Find(value);
        return found.IsUnset ? CelValue.False : found.IsError ? found : CelValue.True;
    }

    public override CelValue QualifyIfPresent(EvaluationRun run, CelValue value) => tested.QualifyIfPresent(run, value);
}
