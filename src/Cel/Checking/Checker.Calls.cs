using System.Text;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

internal sealed partial class Checker
{
    private CelType Call(CallExpression node)
    {
        if (node.Function == Operators.OptionalSelect)
        {
            return OptionalSelect(node);
        }

        var arguments = Array.ConvertAll(node.Arguments, TypeOf);
        if (node.Target is null)
        {
            return LookupFunction(node.Function) is { } function
                ? Resolve(node, function, arguments, isMember: false)
                : Undeclared(node.Offset, node.Function);
        }

        if (QualifiedName(node.Target) is { } prefix && LookupFunction($"{prefix}.{node.Function}") is { } namespaced)
        {
            return Resolve(node, namespaced, arguments, isMember: false);
        }

        var target = TypeOf(node.Target);
        return LookupFunction(node.Function) is { } member
            ? Resolve(node, member, [target, .. arguments], isMember: true)
            : Undeclared(node.Offset, node.Function);
    }

    private CelType Resolve(CallExpression node, CelFunction function, CelType[] arguments, bool isMember)
    {
        var reference = new Reference { Function = function, IsNamespaced = !isMember && node.Target is not null };
        if (function.Name is Operators.And or Operators.Or)
        {
            return Logical(node, function, reference, arguments);
        }

        CelType? result = null;
        foreach (var overload in function.Overloads)
        {
            if (overload.IsMember != isMember)
            {
                continue;
            }

            var (candidate, candidateResult) = Instantiate(overload);
            if (!_bindings.TryAssign(arguments, candidate))
            {
                continue;
            }

            reference.Overloads.Add(overload);
            var own = _bindings.Substitute(candidateResult, unboundToDyn: false);
            result = result is null || result.IsDyn || own.Is(result) ? result ?? own : CelType.Dyn;
        }

        if (result is null)
        {
            _issues.Report(node.Offset, $"found no matching overload for '{function.Name}' applied to '{Signature(arguments, isMember)}'");
            return CelType.Error;
        }

        _references[node.Id] = reference;
        return result;
    }

    private CelType Logical(CallExpression node, CelFunction function, Reference reference, CelType[] arguments)
    {
        var result = CelType.Bool;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!_bindings.TryAssign(arguments[i], CelType.Bool))
            {
                Mismatch(node.Arguments[i].Offset, CelType.Bool, arguments[i]);
                result = CelType.Error;
            }
        }

        reference.Overloads.Add(function.Overloads[0]);
        _references[node.Id] = reference;
        return result;
    }

    /// <summary>The signature with fresh type variables.</summary>
    private (CelType[] Arguments, CelType Result) Instantiate(CelOverload overload)
    {
        if (overload.TypeParameters.Count == 0)
        {
            return (overload.Arguments, overload.Result);
        }

        var fresh = overload.TypeParameters.ToDictionary(p => p, _ => _bindings.NewVariable());
        return (Array.ConvertAll(overload.Arguments, Replace), Replace(overload.Result));

        CelType Replace(CelType type) => type.Kind == TypeKind.Parameter ? fresh[type.Name] : type.Parameters.Count == 0 ? type : TypeBindings.Rebuild(type, Replace);
    }

    private string Signature(CelType[] arguments, bool isMember)
    {
        var names = Array.ConvertAll(arguments, a => _bindings.Substitute(a, unboundToDyn: true).ToString());
        var text = new StringBuilder();
        if (isMember)
        {
            text.Append(names[0]).Append('.');
        }

        return text.Append('(').AppendJoin(", ", names[(isMember ? 1 : 0)..]).Append(')').ToString();
    }
}
