namespace Daytwo.Rules;

/// <summary>The names of what is made from rules.</summary>
public static class PolicyName
{
    /// <summary>The label that names the rule on everything made from it.</summary>
    public const string RuleLabel = "daytwo.dev/rule";

    private const string Suffix = ".rule.daytwo.dev";

    /// <summary>The name of the policies and bindings of a rule, such as no-latest-tag.rule.daytwo.dev.</summary>
    public static string Of(string rule) => rule + Suffix;
}
