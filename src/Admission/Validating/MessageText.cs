using System.Text;
using Daytwo.Admission.Expressions;
using Daytwo.Admission.Policies;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Validating;

/// <summary>What is said of a validation that does not hold.</summary>
internal static class MessageText
{
    private const int LongestComputed = 5 * 1024;

    /// <summary>The message expression's text when it is one short line; else the message; else the expression.</summary>
    /// <param name="computed">Null when there is no message expression.</param>
    public static string Of(Validation validation, Evaluation? computed)
    {
        if (computed is { Error: null, Value.Kind: CelKind.String } evaluation)
        {
            var text = evaluation.Value.AsString.Trim();
            if (text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= LongestComputed && !text.Contains('\n', StringComparison.Ordinal))
            {
                return text;
            }
        }

        var message = validation.Message.Trim();
        return message.Length > 0 ? message : $"failed expression: {validation.Expression.Trim()}";
    }
}
