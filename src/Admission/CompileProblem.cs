using Daytwo.Cel.Syntax;

namespace Daytwo.Admission;

/// <summary>An expression of a policy that cannot be compiled. The policy is evaluated all the same, and its failure policy applies where the expression is needed.</summary>
/// <param name="Field">The field of the policy: <c>spec.validations[0].expression</c>.</param>
/// <param name="Expression">The expression as written.</param>
/// <param name="Text">The whole error as the apiserver prints it, with line and caret.</param>
/// <param name="Issues">Its parts; a position with line -1 means the whole expression.</param>
public sealed record CompileProblem(string Field, string Expression, string Text, IReadOnlyList<CelIssue> Issues);
