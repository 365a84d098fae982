using Daytwo.Cel.Values;

namespace Daytwo.Admission.Expressions;

/// <summary>What a policy's expressions read. Null where there is none.</summary>
internal readonly record struct PolicyInput(CelValue Object, CelValue OldObject, CelValue Request, CelValue Params, CelValue Namespace);
