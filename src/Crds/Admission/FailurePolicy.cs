namespace Daytwo.Crds.Admission;

/// <summary>What becomes of a request that could not be judged.</summary>
public enum FailurePolicy
{
    Fail,
    Ignore,
}
