namespace Daytwo.Runtime.Election;

/// <summary>A change was not sent, because this process does not, or no longer, lead. Nothing happened; the leader will do what is needed.</summary>
public sealed class NotLeaderException() : IOException("The change was not sent: this process does not hold the leader's lease.");
