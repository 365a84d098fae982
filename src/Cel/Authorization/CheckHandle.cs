using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Authorization;

/// <summary>An authorizer, or a check that is being put together.</summary>
internal sealed class CheckHandle(CelType type, ICelAuthorizer authorizer, CelAuthorizationCheck check) : OpaqueHandle
{
    public CelAuthorizationCheck Check { get; } = check;

    public override CelType Type => type;

    public override string Text => type.Name;

    public override string GoTypeName => "library.authorizerVal";

    public override string GoNativeName => "*types.Err";

    /// <summary>The next step of putting it together.</summary>
    public CelValue With(CelType next, CelAuthorizationCheck changed) => new(new CheckHandle(next, authorizer, changed), 0);

    public CelValue Decide(string verb) => new(new DecisionHandle(authorizer.Authorize(Check with { Verb = verb })), 0);

    protected override bool? EqualToOwn(CelValue other) => null;
}
