namespace Daytwo.Etcd.Membership;

/// <summary>A member, or an endpoint with no member known behind it, that was not chosen.</summary>
/// <param name="Name">The member's name, else its id in hexadecimal, else the endpoint.</param>
/// <param name="Text">A clause that goes on after the name: <c>is 5000 entries behind the leader</c>.</param>
public sealed record RejectedMember(string Name, Uri? Endpoint, RejectionCause Cause, string Text)
{
    public override string ToString() => $"{Name} {Text}";
}
