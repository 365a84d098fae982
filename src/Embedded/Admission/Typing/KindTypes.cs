using System.Runtime.CompilerServices;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Typing;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.OpenApi;
using Daytwo.Embedded.Schema.Rules;

namespace Daytwo.Embedded.Admission.Typing;

/// <summary>The served kinds as types, made of their published schemas when first asked for.</summary>
internal sealed class KindTypes(KindRegistry kinds)
{
    /// <summary>Built-in kinds are the same in every API of the process.</summary>
    private static readonly ConditionalWeakTable<KindDefinition, StrongBox<TypedKind?>> Objects = [];
    private static readonly ConditionalWeakTable<KindDefinition, StrongBox<TypedKind?>> Parameters = [];

    /// <summary>The kinds of a resource, which may be named in singular too; an empty group means any, as to kubectl.</summary>
    public IEnumerable<GroupVersionKind> Of(GroupVersionResource resource) => kinds.All
        .Where(k => (resource.Group.Length == 0 || k.Group == resource.Group) && k.Version == resource.Version && Names(k, resource.Resource))
        .Select(k => new GroupVersionKind(k.Group, k.Version, k.Kind));

    /// <summary>A kind as the type of objects; null when no such kind is served, or nothing is known of it.</summary>
    public TypedKind? OfObjects(GroupVersionKind kind) => Find(Objects, kind.ApiVersion, kind.Kind, "0");

    /// <summary>A kind as the type of parameters: to expressions it is another than that of objects of the kind.</summary>
    public TypedKind? OfParameters(ParamKind kind) => Find(Parameters, kind.ApiVersion, kind.Kind, "1");

    private TypedKind? Find(ConditionalWeakTable<KindDefinition, StrongBox<TypedKind?>> types, string apiVersion, string kind, string number) =>
        kinds.FindKind(apiVersion, kind) is { } known ? types.GetValue(known, k => new(Typed(k, number))).Value : null;

    /// <param name="number">The API appends one to the names of root types, another each time.</param>
    private static TypedKind? Typed(KindDefinition kind, string number)
    {
        if (PublishedSchema.Of(kind) is not { } schema)
        {
            return null;
        }

        var types = Cel.Schemas.SchemaTypes.Of(ExpressionSchema.Of(schema, isRoot: true), kind.Kind + number);
        return new(new(kind.Group, kind.Version, kind.Kind), types.Type, types.Objects);
    }

    private static bool Names(KindDefinition kind, string resource) =>
        resource.Equals(kind.Plural, StringComparison.OrdinalIgnoreCase) || resource.Equals(kind.Singular, StringComparison.OrdinalIgnoreCase);
}
