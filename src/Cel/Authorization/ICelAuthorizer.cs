namespace Daytwo.Cel.Authorization;

/// <summary>Answers the authorization checks of expressions: <c>authorizer.group('apps').resource('deployments').check('create').allowed()</c>.</summary>
public interface ICelAuthorizer
{
    /// <summary>Whether the request's user, or the service account named in the check, may do it. Called while an expression runs; must not block for long.</summary>
    CelDecision Authorize(CelAuthorizationCheck check);
}
