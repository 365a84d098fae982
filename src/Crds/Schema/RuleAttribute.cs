namespace Daytwo.Crds.Schema;

/// <summary>
/// A CEL rule that the apiserver enforces on this type or field (<c>x-kubernetes-validations</c>). <c>self</c> is the
/// value, <c>oldSelf</c> the one before an update; a rule that uses it runs on updates only.
/// </summary>
/// <param name="expression">True when the value is acceptable.</param>
/// <param name="message">What is wrong, what is allowed and what to do; a CEL string when <see cref="Computed"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class RuleAttribute(string expression, string message) : Attribute
{
    public string Expression { get; } = expression;

    public string Message { get; } = message;

    /// <summary>The message is a CEL expression, so that it can quote the value.</summary>
    public bool Computed { get; init; }

    /// <summary>Where the error points, relative to the value, such as <c>.bucket</c>; empty for the value itself.</summary>
    public string FieldPath { get; init; } = "";

    /// <summary>The rule binds the items of a list, not the list.</summary>
    public bool EachItem { get; init; }
}
