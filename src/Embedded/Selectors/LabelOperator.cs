namespace Daytwo.Embedded.Selectors;

/// <summary>How a label requirement compares; equality is <see cref="In"/> with one value.</summary>
internal enum LabelOperator
{
    In,
    NotIn,
    Exists,
    DoesNotExist,
    GreaterThan,
    LessThan,
}
