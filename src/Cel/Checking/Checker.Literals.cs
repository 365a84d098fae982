using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

internal sealed partial class Checker
{
    private CelType List(ListExpression node)
    {
        CelType? type = null;
        for (var i = 0; i < node.Elements.Length; i++)
        {
            var element = node.Elements[i];
            type = Join(type, Unwrap(element, TypeOf(element), node.Optional[i]));
        }

        return CelType.List(type ?? _bindings.NewVariable());
    }

    private CelType Map(MapExpression node)
    {
        CelType? key = null;
        CelType? value = null;
        foreach (var entry in node.Entries)
        {
            key = Join(key, TypeOf(entry.Key!));
            value = Join(value, Unwrap(entry.Value, TypeOf(entry.Value), entry.Optional));
        }

        return CelType.Map(key ?? _bindings.NewVariable(), value ?? _bindings.NewVariable());
    }

    private CelType Unwrap(Expression node, CelType type, bool optional)
    {
        if (!optional || type.IsOptional)
        {
            return optional ? type.Parameters[0] : type;
        }

        if (!type.IsDyn)
        {
            Mismatch(node.Offset, CelType.Optional(type), type);
        }

        return type;
    }

    /// <summary>The type of elements of both types: dyn where they do not fit together, which <see cref="LiteralValidator"/> then refuses.</summary>
    private CelType Join(CelType? before, CelType current) =>
        before is null ? current : _bindings.TryAssign(before, current) ? TypeBindings.MostGeneral(before, current) : CelType.Dyn;

    private CelType Object(ObjectExpression node)
    {
        if (Lookup(node.TypeName) is not { } found)
        {
            return Undeclared(node.Offset, node.TypeName);
        }

        _references[node.Id] = new Reference { Variable = found };
        var result = CelType.Error;
        if (found.Type.Kind != TypeKind.Type)
        {
            _issues.Report(node.Offset, $"'{found.Type}' is not a type");
        }
        else if (found.Type.Parameters[0].Kind == TypeKind.Struct)
        {
            result = found.Type.Parameters[0];
        }
        else
        {
            _issues.Report(node.Offset, $"'{found.Type.Parameters[0].Name}' is not a message type");
        }

        foreach (var field in node.Fields)
        {
            var value = TypeOf(field.Value);
            var declared = FieldType(field.Offset, result.Kind == TypeKind.Struct ? result.Name : found.Name, field.Field!);
            value = Unwrap(field.Value, value, field.Optional);
            if (!_bindings.TryAssign(declared, value))
            {
                _issues.Report(field.Offset, $"expected type of field '{field.Field}' is '{declared}' but provided type is '{value}'");
            }
        }

        return result;
    }

    private CelType Loop(LoopExpression node)
    {
        var range = TypeOf(node.Range);
        var accumulator = TypeOf(node.Initial);
        range = _bindings.Substitute(range, unboundToDyn: false);
        _scope = new Scope(_scope);
        var accumulatorName = _scope.Add(node.Accumulator, accumulator);
        var (first, second) = LoopVariables(node, range);
        _scope = new Scope(_scope);
        var names = new List<VariableDeclaration> { accumulatorName, _scope.Add(node.Variable, first) };
        if (node.SecondVariable is not null)
        {
            names.Add(_scope.Add(node.SecondVariable, second));
        }

        Expect(node.Condition, CelType.Bool);
        Expect(node.Step, accumulator);
        _scope = _scope.Parent;
        var result = TypeOf(node.Result);
        _scope = _scope!.Parent;
        _loops[node] = names;
        return _bindings.Substitute(result, unboundToDyn: false);
    }

    private void Expect(Expression node, CelType type)
    {
        var actual = TypeOf(node);
        if (!_bindings.TryAssign(type, actual))
        {
            Mismatch(node.Offset, type, actual);
        }
    }

    private (CelType First, CelType Second) LoopVariables(LoopExpression node, CelType range)
    {
        switch (range.Kind)
        {
            case TypeKind.List:
                return node.SecondVariable is null ? (range.Parameters[0], CelType.Dyn) : (CelType.Int, range.Parameters[0]);
            case TypeKind.Map:
                return (range.Parameters[0], range.Parameters[1]);
            case TypeKind.Dyn:
            case TypeKind.Error:
            case TypeKind.Parameter:
                _bindings.TryAssign(CelType.Dyn, range);
                return (CelType.Dyn, CelType.Dyn);
            default:
                _issues.Report(node.Range.Offset, $"expression of type '{range}' cannot be range of a comprehension (must be list, map, or dynamic)");
                return (CelType.Error, CelType.Error);
        }
    }
}
