namespace Daytwo.Embedded.Schema.Validation;

/// <summary>
/// What a check of one value came to. <see cref="Matches"/> counts passed checks: of several alternatives that all fail,
/// the errors of the one that came furthest are reported.
/// </summary>
internal sealed class ValidationResult
{
    private readonly List<FieldError> errors = [];

    public IReadOnlyList<FieldError> Errors => errors;

    public int Matches { get; private set; }

    public bool Valid => errors.Count == 0;

    public void Match() => Matches++;

    public void Add(FieldError? error)
    {
        if (error is not null && !errors.Contains(error))
        {
            errors.Add(error);
        }
    }

    public void Merge(ValidationResult? other)
    {
        if (other is null)
        {
            return;
        }

        other.errors.ForEach(Add);
        Matches += other.Matches;
    }

    /// <summary>The same count without errors: what was wrong already and has not changed is not held against an update.</summary>
    public ValidationResult Forgiven() => new() { Matches = Matches };
}
