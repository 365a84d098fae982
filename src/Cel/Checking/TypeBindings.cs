using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

/// <summary>What the checker found out about type variables, and whether types fit together. An attempt that fails leaves no trace.</summary>
internal sealed class TypeBindings
{
    private readonly Dictionary<string, CelType> _bound = [];
    private readonly List<(string Name, CelType? Before)> _trail = [];
    private int _next;

    public CelType NewVariable() => CelType.Parameter($"_var{_next++}");

    /// <summary>Whether a value of one type may stand where the other is wanted; binds variables when so.</summary>
    public bool TryAssign(CelType first, CelType second)
    {
        var mark = _trail.Count;
        return Assignable(first, second) || Undo(mark);
    }

    /// <summary>As <see cref="TryAssign(CelType, CelType)"/> for all arguments of a call.</summary>
    public bool TryAssign(ReadOnlySpan<CelType> first, ReadOnlySpan<CelType> second)
    {
        var mark = _trail.Count;
        return AllAssignable(first, second) || Undo(mark);
    }

    /// <summary>The type with its variables replaced by what they are bound to.</summary>
    /// <param name="unboundToDyn">Whether variables that nothing bound become dyn.</param>
    public CelType Substitute(CelType type, bool unboundToDyn)
    {
        if (type.Kind == TypeKind.Parameter)
        {
            return _bound.TryGetValue(type.Name, out var bound) ? Substitute(bound, unboundToDyn) : unboundToDyn ? CelType.Dyn : type;
        }

        return type.Parameters.Count == 0 ? type : Rebuild(type, p => Substitute(p, unboundToDyn));
    }

    /// <summary>A copy of a type with its parameters mapped.</summary>
    public static CelType Rebuild(CelType type, Func<CelType, CelType> map) => type.Kind switch
    {
        TypeKind.List => CelType.List(map(type.Parameters[0])),
        TypeKind.Map => CelType.Map(map(type.Parameters[0]), map(type.Parameters[1])),
        TypeKind.Type => CelType.TypeOf(map(type.Parameters[0])),
        TypeKind.Opaque => CelType.Opaque(type.Name, [.. type.Parameters.Select(map)]),
        _ => type,
    };

    /// <summary>The one that says less about its values.</summary>
    public static CelType MostGeneral(CelType first, CelType second) => EqualOrLessSpecific(first, second) ? first : second;

    private static bool EqualOrLessSpecific(CelType first, CelType second)
    {
        if (first.Kind is TypeKind.Dyn or TypeKind.Parameter)
        {
            return true;
        }

        if (second.Kind is TypeKind.Dyn or TypeKind.Parameter || first.Kind != second.Kind)
        {
            return false;
        }

        if (first.Kind is not (TypeKind.Opaque or TypeKind.List or TypeKind.Map))
        {
            return first.Kind == TypeKind.Type || first.Is(second);
        }

        return first.Name == second.Name && first.Parameters.Count == second.Parameters.Count && first.Parameters.Zip(second.Parameters).All(p => EqualOrLessSpecific(p.First, p.Second));
    }

    private bool AllAssignable(ReadOnlySpan<CelType> first, ReadOnlySpan<CelType> second)
    {
        if (first.Length != second.Length)
        {
            return false;
        }

        for (var i = 0; i < first.Length; i++)
        {
            if (!Assignable(first[i], second[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Assignable(CelType first, CelType second)
    {
        if (second.Kind == TypeKind.Parameter)
        {
            var (valid, bound) = TryBind(first, second);
            if (valid || bound)
            {
                return valid;
            }
        }

        if (first.Kind == TypeKind.Parameter)
        {
            return TryBind(second, first).Valid;
        }

        if (first.Kind is TypeKind.Dyn or TypeKind.Error || second.Kind is TypeKind.Dyn or TypeKind.Error)
        {
            return true;
        }

        if (first.Kind == TypeKind.Null || second.Kind == TypeKind.Null)
        {
            return (first.Kind == TypeKind.Null ? second : first).Kind is TypeKind.Null or TypeKind.Opaque or TypeKind.Struct or TypeKind.Duration or TypeKind.Timestamp;
        }

        return first.Kind switch
        {
            TypeKind.Type => second.Kind == TypeKind.Type,
            TypeKind.Opaque or TypeKind.List or TypeKind.Map =>
                first.Kind == second.Kind && first.Name == second.Name && AllAssignable([.. first.Parameters], [.. second.Parameters]),
            _ => first.Kind == second.Kind && first.Name == second.Name,
        };
    }

    private (bool Valid, bool WasBound) TryBind(CelType type, CelType variable)
    {
        if (type.Is(variable))
        {
            return (true, true);
        }

        if (_bound.TryGetValue(variable.Name, out var bound))
        {
            if (type.Is(bound))
            {
                return (true, true);
            }

            if (!Assignable(type, bound))
            {
                return (false, true);
            }

            var general = MostGeneral(type, bound);
            if (NotReferencedIn(variable, general))
            {
                Bind(variable, general);
            }

            return (true, true);
        }

        if (!NotReferencedIn(variable, type))
        {
            return (false, false);
        }

        Bind(variable, type);
        return (true, false);
    }

    private bool NotReferencedIn(CelType variable, CelType within)
    {
        if (variable.Is(within))
        {
            return false;
        }

        if (within.Kind == TypeKind.Parameter)
        {
            return !_bound.TryGetValue(within.Name, out var bound) || NotReferencedIn(variable, bound);
        }

        return within.Parameters.All(p => NotReferencedIn(variable, p));
    }

    private void Bind(CelType variable, CelType type)
    {
        _trail.Add((variable.Name, _bound.GetValueOrDefault(variable.Name)));
        _bound[variable.Name] = type;
    }

    private bool Undo(int mark)
    {
        for (var i = _trail.Count - 1; i >= mark; i--)
        {
            var (name, before) = _trail[i];
            if (before is null)
            {
                _bound.Remove(name);
            }
            else
            {
                _bound[name] = before;
            }
        }

        _trail.RemoveRange(mark, _trail.Count - mark);
        return false;
    }
}
