using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours.AdmissionParts;

/// <summary>Fields of policies, bindings and webhooks that have few words to choose from, in the order in which the API names them.</summary>
internal static class AdmissionWords
{
    public static readonly IReadOnlyList<string> FailurePolicies = ["Fail", "Ignore"];
    public static readonly IReadOnlyList<string> MatchPolicies = ["Equivalent", "Exact"];
    public static readonly IReadOnlyList<string> ReinvocationPolicies = ["IfNeeded", "Never"];
    public static readonly IReadOnlyList<string> PatchTypes = ["ApplyConfiguration", "JSONPatch"];
    public static readonly IReadOnlyList<string> Actions = ["Audit", "Deny", "Warn"];
    public static readonly IReadOnlyList<string> MissingParameters = ["Deny", "Allow"];
    public static readonly IReadOnlyList<string> SideEffects = ["None", "NoneOnDryRun"];
    public static readonly IReadOnlyList<string> Operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"];
    public static readonly IReadOnlyList<string> Scopes = ["*", "Cluster", "Namespaced"];

    /// <summary>The API has one more, Unauthorized, and refuses it.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["Forbidden", "Invalid", "RequestEntityTooLarge"];

    /// <summary>As <see cref="Check"/>, of a field that must be there.</summary>
    public static IEnumerable<FieldError> Required(JsonObject? parent, FieldPath at, string field, IReadOnlyList<string> words) =>
        parent.Text(field).Length == 0 ? [FieldError.Required(at.Child(field))] : Check(parent, at, field, words);

    /// <summary>Whether a field, if it is there, has one of the words.</summary>
    public static IEnumerable<FieldError> Check(JsonObject? parent, FieldPath at, string field, IReadOnlyList<string> words) =>
        parent?[field].TextOrNull() is { } text && !words.Contains(text) ? [FieldError.NotSupported(at.Child(field), text, words)] : [];
}
