namespace Daytwo.Embedded.Apply;

/// <summary>How a value of a type is walked.</summary>
internal enum Handling
{
    Map,
    Scalar,
    List,
}
