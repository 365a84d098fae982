namespace Daytwo.Embedded.Selectors;

/// <summary>One condition on labels.</summary>
internal sealed record LabelRequirement(string Key, LabelOperator Operator, IReadOnlyList<string> Values)
{
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(Key, out var value);
        return Operator switch
        {
            LabelOperator.In => has && Values.Contains(value!),
            LabelOperator.NotIn => !has || !Values.Contains(value!),
            LabelOperator.Exists => has,
            LabelOperator.DoesNotExist => !has,
            LabelOperator.GreaterThan => has && Compare(value!) > 0,
            _ => has && Compare(value!) < 0,
        };
    }

    /// <summary>Compares a label with the one value; 0, which satisfies neither order, when either is no integer.</summary>
    private int Compare(string value) =>
        long.TryParse(value, out var left) && long.TryParse(Values[0], out var right) ? left.CompareTo(right) : 0;
}
