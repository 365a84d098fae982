using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Exceptions;

/// <summary>The requests that pass: everything given must hold.</summary>
[Rule("has(self.namespaces) || has(self.names) || has(self.objectSelector) || has(self.condition)",
    "match is empty and would except every request: give at least one of namespaces, names, objectSelector, condition; to switch the rule off, set its mode to Shadow")]
[Rule("!has(self.objectSelector) || (has(self.objectSelector.matchLabels) && self.objectSelector.matchLabels.size() > 0)"
    + " || (has(self.objectSelector.matchExpressions) && self.objectSelector.matchExpressions.size() > 0)",
    "objectSelector is empty and would match every object: give matchLabels or matchExpressions, or leave it out", FieldPath = ".objectSelector")]
public sealed record ExceptionMatch
{
    private const string IsPattern = @"self.matches('^([a-z0-9]([-a-z0-9.]*[a-z0-9])?|[a-z0-9][-a-z0-9.]*\\*)$')";

    /// <summary>
    /// Namespaces of the requests. A star at the end stands for anything: team-a-*. Objects without a namespace are not matched.
    /// </summary>
    [Length(1, 64), ItemLength(1, 63), ListType("set")]
    [Rule(IsPattern, @"'\'' + self + '\' is not a namespace: use lower-case letters, digits and hyphens; one star may stand at the end, after at least one letter, such as team-a-*'", Computed = true, EachItem = true)]
    public IReadOnlyList<string>? Namespaces { get; init; }

    /// <summary>
    /// Names of the objects; of an object whose name the API makes up, what it begins with (metadata.generateName). A star at the end
    /// stands for anything: batch-*.
    /// </summary>
    [Length(1, 64), ItemLength(1, 253), ListType("set")]
    [Rule(IsPattern, @"'\'' + self + '\' is not the name of an object: use lower-case letters, digits, hyphens and dots; one star may stand at the end, after at least one letter, such as batch-*'", Computed = true, EachItem = true)]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Labels of the object; of one that is being deleted, as it was.</summary>
    public LabelSelector? ObjectSelector { get; init; }

    /// <summary>
    /// A CEL expression over object, oldObject, request and authorizer that is true for the requests that pass, such as
    /// request.userInfo.username == 'system:serviceaccount:ci:deployer'. Namespace labels and the rule's variables cannot be seen here.
    /// </summary>
    [Length(1, 4096)]
    [Rule(@"self.matches('\\S')", "condition is blank: write a CEL expression that is true for the requests that pass, or leave it out")]
    public string? Condition { get; init; }
}
