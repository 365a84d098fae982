using Daytwo.Cel;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Admission.Expressions;

/// <summary>An expression of a policy, compiled once, or the reason why it cannot be. Immutable.</summary>
/// <param name="Text">The expression as written.</param>
/// <param name="Program">Null when it does not compile.</param>
/// <param name="Type">The type of its result; null when it does not compile.</param>
/// <param name="Error">Why it does not compile, as the apiserver prints it; null when it does.</param>
/// <param name="Issues">The parts of <paramref name="Error"/>, with positions.</param>
internal sealed record CompiledExpression(string Text, CelProgram? Program, CelType? Type, string? Error, IReadOnlyList<CelIssue> Issues)
{
    /// <param name="wanted">The types the result may have; empty allows all.</param>
    public static CompiledExpression Compile(CelEnvironment environment, string text, params ReadOnlySpan<string> wanted)
    {
        var compilation = environment.Compile(text);
        if (compilation.Program is null)
        {
            return new(text, null, null, compilation.Error, compilation.Issues);
        }

        var type = TypeNames.Of(compilation.Type!);
        if (wanted.IsEmpty || wanted.Contains(type))
        {
            return new(text, compilation.Program, compilation.Type, null, []);
        }

        var reason = wanted.Length == 1 ? $"must evaluate to {wanted[0]} but got {type}" : $"must evaluate to one of [{string.Join(' ', wanted.ToArray())}] but got {type}";
        return new(text, null, null, reason, [new CelIssue(new SourcePosition(-1, -1), reason)]);
    }
}
