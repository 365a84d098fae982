namespace Daytwo.Embedded.Apply;

/// <summary>
/// A set of fields as a tree. A field may be a member, have members below it, or both. Operations give new sets and
/// may share branches, so a set is not changed once it has been handed on.
/// </summary>
internal sealed class FieldSet
{
    private readonly SortedSet<PathElement> members = [];
    private readonly SortedDictionary<PathElement, FieldSet> children = [];

    public static FieldSet Empty => new();

    public IReadOnlyCollection<PathElement> Members => members;

    public IReadOnlyCollection<KeyValuePair<PathElement, FieldSet>> Children => children;

    public bool IsEmpty => members.Count == 0 && children.Values.All(c => c.IsEmpty);

    /// <summary>A set of whole paths of field names, such as <c>metadata.name</c>.</summary>
    public static FieldSet Of(params IEnumerable<string> paths)
    {
        var set = new FieldSet();
        foreach (var path in paths)
        {
            set.Add([.. path.Split('.').Select(PathElement.Field)]);
        }

        return set;
    }

    /// <summary>Adds a path, not its parents; the empty path is nobody's.</summary>
    public void Add(ReadOnlySpan<PathElement> path)
    {
        switch (path.Length)
        {
            case 0:
                return;
            case 1:
                members.Add(path[0]);
                return;
            default:
                Descend(path[0]).Add(path[1..]);
                return;
        }
    }

    public bool Has(PathElement element) => members.Contains(element);

    public bool Has(ReadOnlySpan<PathElement> path) =>
        path.Length == 1 ? Has(path[0]) : path.Length > 1 && children.TryGetValue(path[0], out var child) && child.Has(path[1..]);

    /// <summary>What lies below an element; empty when nothing does.</summary>
    public FieldSet Below(PathElement element) => children.TryGetValue(element, out var child) ? child : Empty;

    public bool HasChild(PathElement element) => children.ContainsKey(element);

    public FieldSet Union(FieldSet other)
    {
        var result = new FieldSet();
        result.members.UnionWith(members);
        result.members.UnionWith(other.members);
        foreach (var (element, child) in children)
        {
            result.children[element] = other.children.TryGetValue(element, out var more) ? child.Union(more) : child;
        }

        foreach (var (element, child) in other.children)
        {
            result.children.TryAdd(element, child);
        }

        return result;
    }

    public FieldSet Intersection(FieldSet other)
    {
        var result = new FieldSet();
        result.members.UnionWith(members.Where(other.members.Contains));
        foreach (var (element, child) in children)
        {
            if (other.children.TryGetValue(element, out var more))
            {
                result.Take(element, child.Intersection(more));
            }
        }

        return result;
    }

    /// <summary>Without the members of the other; what lies below those stays.</summary>
    public FieldSet Difference(FieldSet other)
    {
        var result = new FieldSet();
        result.members.UnionWith(members.Where(m => !other.members.Contains(m)));
        foreach (var (element, child) in children)
        {
            result.Take(element, other.children.TryGetValue(element, out var less) ? child.Difference(less) : child);
        }

        return result;
    }

    /// <summary>Without the members of the other and everything below those.</summary>
    public FieldSet RecursiveDifference(FieldSet other)
    {
        var result = new FieldSet();
        result.members.UnionWith(members.Where(m => !other.members.Contains(m)));
        foreach (var (element, child) in children.Where(c => !other.members.Contains(c.Key)))
        {
            result.Take(element, other.children.TryGetValue(element, out var less) ? child.RecursiveDifference(less) : child);
        }

        return result;
    }

    /// <summary>With every declared field that has members below it as a member too, so that it counts as removable.</summary>
    public FieldSet WithDeclaredParents(FieldType? type)
    {
        var result = new FieldSet();
        result.members.UnionWith(members);
        foreach (var (element, child) in children)
        {
            if (element.Kind == PathElementKind.Field && type?.Declares(element.Name) == true)
            {
                result.members.Add(element);
            }

            var below = element.Kind switch
            {
                PathElementKind.Field => type?.Field(element.Name),
                PathElementKind.Key => type?.Item,
                _ => null,
            };
            result.children[element] = child.WithDeclaredParents(below);
        }

        return result;
    }

    /// <summary>All paths: of each level its members first, then what lies below.</summary>
    public IEnumerable<PathElement[]> Paths() => Paths([]);

    public bool SameAs(FieldSet other) =>
        members.SetEquals(other.members) && children.Count == other.children.Count
        && children.All(c => other.children.TryGetValue(c.Key, out var same) && c.Value.SameAs(same));

    /// <summary>Puts a whole branch below an element, while the set is being read.</summary>
    internal void Attach(PathElement element, FieldSet child) => children[element] = child;

    private FieldSet Descend(PathElement element)
    {
        if (!children.TryGetValue(element, out var child))
        {
            child = children[element] = new FieldSet();
        }

        return child;
    }

    private IEnumerable<PathElement[]> Paths(PathElement[] prefix) =>
        members.Select(m => (PathElement[])[.. prefix, m]).Concat(children.SelectMany(c => c.Value.Paths([.. prefix, c.Key])));

    private void Take(PathElement element, FieldSet child)
    {
        if (!child.IsEmpty)
        {
            children[element] = child;
        }
    }
}
