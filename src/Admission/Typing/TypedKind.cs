using Daytwo.Admission.Requests;
using Daytwo.Cel;
using Daytwo.Cel.Types;

namespace Daytwo.Admission.Typing;

/// <summary>A kind as expressions see it when its schema is known.</summary>
/// <param name="Kind">Group, version and kind.</param>
/// <param name="Type">Of its objects; null when its schema says nothing of them.</param>
/// <param name="Objects">The object types it consists of.</param>
public sealed record TypedKind(GroupVersionKind Kind, CelType? Type, IReadOnlyList<CelObjectType> Objects);
