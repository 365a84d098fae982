using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Kinds;

/// <summary>What a CustomResourceDefinition says of the objects of one version.</summary>
/// <param name="DefinitionName">The definition's name, such as <c>etcdbackups.daytwo.dev</c>.</param>
/// <param name="Schema">The version's schema.</param>
/// <param name="StorageVersion">The version objects are stored in.</param>
internal sealed record CustomKind(string DefinitionName, CustomResourceSchema Schema, string StorageVersion)
{
    /// <summary>The warning each request to this version gets when it is deprecated.</summary>
    public string? DeprecationWarning { get; init; }
}
