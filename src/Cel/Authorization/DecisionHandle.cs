using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Authorization;

internal sealed class DecisionHandle(CelDecision decision) : OpaqueHandle
{
    public CelDecision Decision { get; } = decision;

    public override CelType Type => CelAuthorizer.DecisionType;

    public override string Text => Type.Name;

    public override string GoTypeName => "library.decisionVal";

    public override string GoNativeName => "*types.Err";

    protected override bool? EqualToOwn(CelValue other) => null;
}
