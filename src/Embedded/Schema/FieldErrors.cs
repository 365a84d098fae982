namespace Daytwo.Embedded.Schema;

/// <summary>Several field errors as the API reports them together.</summary>
internal static class FieldErrors
{
    /// <summary>One error as it is, several in brackets, repeated texts once.</summary>
    public static string Text(IEnumerable<FieldError> errors)
    {
        var texts = errors.Select(e => e.ToString()).Distinct(StringComparer.Ordinal).ToArray();
        return texts.Length == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
    }
}
