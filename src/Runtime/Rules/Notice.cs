namespace Daytwo.Runtime.Rules;

/// <summary>Something worth an Event on the object decided on.</summary>
/// <param name="Reason">A CamelCase word for programs, at most 128 characters, such as <c>BackupSucceeded</c>.</param>
/// <param name="Action">What was done or attempted, CamelCase, such as <c>TakeSnapshot</c>.</param>
/// <param name="Note">A sentence for people; cut at 1,024 bytes. Never a secret.</param>
public sealed record Notice(NoticeLevel Level, string Reason, string Action, string Note)
{
    public static Notice Normal(string reason, string action, string note) => new(NoticeLevel.Normal, reason, action, note);

    public static Notice Warning(string reason, string action, string note) => new(NoticeLevel.Warning, reason, action, note);
}
