using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Behaviours;

/// <summary>Namespaces: labelled with their name; their finalizers change through the subresource <c>finalize</c> only.</summary>
internal sealed class NamespaceBehaviour : IKindBehaviour
{
    public const string NameLabel = "kubernetes.io/metadata.name";

    public void Complete(JsonObject value)
    {
        var metadata = value.Metadata();
        if (metadata.Child("labels") is not { } labels)
        {
            labels = [];
            metadata["labels"] = labels;
        }

        labels[NameLabel] = value.ObjectName();
    }
}
