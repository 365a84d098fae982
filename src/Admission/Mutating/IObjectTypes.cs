using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Mutating;

/// <summary>What mutation must know of the types of objects: the schemas of an API. Called from several threads.</summary>
public interface IObjectTypes
{
    /// <summary>Merges an apply configuration into an object as server-side apply does, refusing what would replace atomic lists, maps or structs.</summary>
    /// <param name="live">Is not changed.</param>
    MutationAnswer Merge(GroupVersionKind kind, JsonObject live, JsonObject configuration);

    /// <summary>Reads an object that a JSON patch made, as strictly as the API does, and fills in defaults. It may change and return what it is given.</summary>
    MutationAnswer Complete(GroupVersionKind kind, JsonObject patched);
}
