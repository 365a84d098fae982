namespace Daytwo.Operator.AdmissionRule.Observation;

/// <summary>One state of one object's spec.</summary>
internal readonly record struct ObjectState(string Uid, long Generation);
