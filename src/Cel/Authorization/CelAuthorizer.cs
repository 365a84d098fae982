using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Authorization;

/// <summary>The variables <c>authorizer</c> and <c>authorizer.requestResource</c>.</summary>
public static class CelAuthorizer
{
    /// <summary>The type of <c>authorizer</c>.</summary>
    public static CelType AuthorizerType { get; } = CelType.Struct("kubernetes.authorization.Authorizer");

    /// <summary>The type of <c>authorizer.requestResource</c>.</summary>
    public static CelType ResourceCheckType { get; } = CelType.Struct("kubernetes.authorization.ResourceCheck");

    internal static CelType PathCheckType { get; } = CelType.Struct("kubernetes.authorization.PathCheck");

    internal static CelType GroupCheckType { get; } = CelType.Struct("kubernetes.authorization.GroupCheck");

    internal static CelType DecisionType { get; } = CelType.Struct("kubernetes.authorization.Decision");

    /// <summary>Declares both variables.</summary>
    public static IReadOnlyList<CelVariable> Variables { get; } = [new("authorizer", AuthorizerType), new("authorizer.requestResource", ResourceCheckType)];

    /// <summary>The value of <c>authorizer</c>.</summary>
    public static CelValue Of(ICelAuthorizer authorizer) => new(new CheckHandle(AuthorizerType, authorizer, new CelAuthorizationCheck()), 0);

    /// <summary>The value of <c>authorizer.requestResource</c>: a check of the resource that is asked for.</summary>
    public static CelValue OfResource(ICelAuthorizer authorizer, CelAuthorizationCheck resource) => new(new CheckHandle(ResourceCheckType, authorizer, resource), 0);
}
