namespace Daytwo.Embedded.Apply;

/// <summary>Fields that an endpoint leaves as they are, so that nobody comes to own them there.</summary>
internal static class ResetFields
{
    /// <summary>The main endpoint of a kind with a status subresource.</summary>
    public static readonly FieldSet Main = FieldSet.Of("status");

    /// <summary>The status endpoint of a custom resource.</summary>
    public static readonly FieldSet Status = FieldSet.Of("metadata", "spec");
}
