namespace Daytwo.Embedded.Apply;

/// <summary>Which scalars a field takes.</summary>
internal enum ScalarKind
{
    Any,
    Number,
    Text,
    Boolean,
}
