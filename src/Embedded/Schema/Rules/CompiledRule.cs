using Daytwo.Cel;
using Daytwo.Cel.Schemas;
using Daytwo.Cel.Types;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>A validation rule, compiled, or why it cannot be.</summary>
/// <param name="Program">Null when the rule does not compile.</param>
/// <param name="Error">Why it does not compile, as the API prints it.</param>
/// <param name="Message">The message expression's program; null when there is none.</param>
/// <param name="MessageError">Why the message expression does not compile, as the API prints it.</param>
/// <param name="UsesOldSelf">It is about transitions: evaluated only where there is an old value.</param>
internal sealed record CompiledRule(ValidationRule Rule, CelProgram? Program, string? Error, CelProgram? Message, string? MessageError, bool UsesOldSelf)
{
    /// <summary>What the rule may cost at most on one value; 0 when it does not compile.</summary>
    public ulong Cost { get; private init; }

    /// <summary>The same of its message expression.</summary>
    public ulong MessageCost { get; private init; }

    private const string OldSelf = "oldSelf";

    /// <summary>What messages call the rule.</summary>
    public string Title => (Rule.Message.Length > 0 ? Rule.Message : Rule.Rule).Trim();

    /// <param name="sizes">Of the values that the rule is about.</param>
    public static CompiledRule Compile(RuleEnvironment environment, ValidationRule rule, SchemaSizes sizes)
    {
        var own = rule.OptionalOldSelf ? environment.WithOptionalOldSelf : environment.WithOldSelf;
        var compiled = own.Compile(rule.Rule);
        var error = compiled.Error ?? (compiled.Type!.Kind == TypeKind.Bool ? null : "cel expression must evaluate to a bool");
        var (message, messageError, messageCost) = CompileMessage(environment, rule, sizes);
        return new(
            rule,
            error is null ? compiled.Program : null,
            error,
            message,
            messageError,
            UsesOldSelf: rule.Rule.Contains(OldSelf, StringComparison.Ordinal) && environment.WithoutOldSelf.Compile(rule.Rule).Program is null)
        {
            Cost = error is null ? compiled.EstimateCost(sizes) : 0,
            MessageCost = messageCost,
        };
    }

    private static (CelProgram? Program, string? Error, ulong Cost) CompileMessage(RuleEnvironment environment, ValidationRule rule, SchemaSizes sizes)
    {
        if (string.IsNullOrWhiteSpace(rule.MessageExpression))
        {
            return (null, null, 0);
        }

        var compiled = environment.WithOldSelf.Compile(rule.MessageExpression);
        if (compiled.Program is null)
        {
            return (null, $"messageExpression {compiled.Error}", 0);
        }

        return compiled.Type!.Kind == TypeKind.String ? (compiled.Program, null, compiled.EstimateCost(sizes)) : (null, "messageExpression must evaluate to a string", 0);
    }
}
