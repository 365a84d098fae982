namespace Daytwo.Admission.Expressions;

/// <summary>Several errors as one text, the way the apiserver prints them.</summary>
internal static class Aggregate
{
    /// <summary>One error stands alone; several, each once, in brackets.</summary>
    public static string Text(IReadOnlyList<string> errors)
    {
        if (errors.Count == 1)
        {
            return errors[0];
        }

        var distinct = errors.Distinct().ToList();
        return distinct.Count == 1 ? distinct[0] : $"[{string.Join(", ", distinct)}]";
    }
}
