using Daytwo.Runtime.Rules;

namespace Daytwo.Runtime.Events;

/// <summary>Identifies an event over its repeats.</summary>
internal readonly record struct EventKey(string Uid, string Kind, string Namespace, string Name, NoticeLevel Level, string Reason, string Action);
