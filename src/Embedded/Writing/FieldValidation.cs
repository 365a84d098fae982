namespace Daytwo.Embedded.Writing;

/// <summary>What happens to unknown and duplicate fields.</summary>
internal enum FieldValidation
{
    Warn,
    Ignore,
    Strict,
}
