using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

/// <summary>Finds types and references of a tree; the rules are those of cel-go's checker.</summary>
internal sealed partial class Checker
{
    private readonly Declarations _declarations;
    private readonly IssueList _issues;
    private readonly TypeBindings _bindings = new();
    private readonly CelType?[] _types;
    private readonly Reference?[] _references;
    private readonly Dictionary<LoopExpression, IReadOnlyList<VariableDeclaration>> _loops = [];
    private Scope? _scope;

    private Checker(Declarations declarations, IssueList issues, int idLimit)
    {
        _declarations = declarations;
        _issues = issues;
        _types = new CelType?[idLimit];
        _references = new Reference?[idLimit];
    }

    public static CheckedExpression Check(Expression tree, int idLimit, Declarations declarations, IssueList issues)
    {
        var checker = new Checker(declarations, issues, idLimit);
        checker.Visit(tree);
        for (var i = 0; i < idLimit; i++)
        {
            if (checker._types[i] is { } type)
            {
                checker._types[i] = checker._bindings.Substitute(type, unboundToDyn: true);
            }
        }

        return new CheckedExpression(tree, checker._types, checker._references, checker._loops);
    }

    private void Visit(Expression node) => _types[node.Id] = node switch
    {
        LiteralExpression n => Values.ValueTypes.TypeOf(n.Value),
        IdentifierExpression n => Identifier(n),
        SelectExpression n => Select(n),
        CallExpression n => Call(n),
        ListExpression n => List(n),
        MapExpression n => Map(n),
        ObjectExpression n => Object(n),
        LoopExpression n => Loop(n),
        _ => CelType.Error,
    };

    private CelType TypeOf(Expression node)
    {
        Visit(node);
        return _types[node.Id]!;
    }

    private VariableDeclaration? Lookup(string name)
    {
        var absolute = name.StartsWith('.');
        var plain = absolute ? name[1..] : name;
        return (absolute && _declarations.LeadingDotSkipsLoops ? null : _scope?.Find(plain)) ?? _declarations.Variables.GetValueOrDefault(plain)
            ?? (_declarations.AnyObject && MutationTypes.IsObject(plain) ? MutationTypes.Declaration(plain) : null);
    }

    private CelFunction? LookupFunction(string name) => _declarations.Functions.GetValueOrDefault(name.StartsWith('.') ? name[1..] : name);

    private CelType Identifier(IdentifierExpression node)
    {
        if (Lookup(node.Name) is not { } found)
        {
            return Undeclared(node.Offset, node.Name);
        }

        _references[node.Id] = new Reference { Variable = found };
        return found.Type;
    }

    private CelType Undeclared(int offset, string name)
    {
        _issues.Report(offset, $"undeclared reference to '{name}' (in container '')");
        return CelType.Error;
    }

    private static string? QualifiedName(Expression node) => node switch
    {
        IdentifierExpression n => n.Name,
        SelectExpression { TestOnly: false } n when QualifiedName(n.Operand) is { } operand => $"{operand}.{n.Field}",
        _ => null,
    };

    private CelType Select(SelectExpression node)
    {
        if (QualifiedName(node) is { } name && Lookup(name) is { } found)
        {
            _references[node.Id] = new Reference { Variable = found };
            return found.Type;
        }

        var type = Field(node, node.Operand, node.Field, optional: false);
        return node.TestOnly ? CelType.Bool : _bindings.Substitute(type, unboundToDyn: false);
    }

    private CelType OptionalSelect(CallExpression node)
    {
        if (node.Arguments[1] is not LiteralExpression { Value.Kind: Values.CelKind.String } field)
        {
            _issues.Report(node.Arguments[1].Offset, "unsupported optional field selection");
            return CelType.Error;
        }

        _types[field.Id] = CelType.String;
        _references[node.Id] = new Reference { Function = LookupFunction(Operators.OptionalSelect), Overloads = [] };
        return _bindings.Substitute(Field(node, node.Arguments[0], field.Value.AsString, optional: true), unboundToDyn: false);
    }

    private CelType Field(Expression node, Expression operand, string field, bool optional)
    {
        var type = _bindings.Substitute(TypeOf(operand), unboundToDyn: false);
        var target = type.IsOptional ? type.Parameters[0] : type;
        CelType result;
        switch (target.Kind)
        {
            case TypeKind.Map:
                result = target.Parameters[1];
                break;
            case TypeKind.Struct:
                result = FieldType(node.Offset, target.Name, field);
                break;
            case TypeKind.Parameter:
                _bindings.TryAssign(CelType.Dyn, target);
                result = CelType.Dyn;
                break;
            default:
                if (target.Kind is not (TypeKind.Dyn or TypeKind.Error))
                {
                    _issues.Report(node.Offset, $"type '{target}' does not support field selection");
                }

                result = CelType.Dyn;
                break;
        }

        return type.IsOptional || optional ? CelType.Optional(result) : result;
    }

    private CelType FieldType(int offset, string type, string field)
    {
        if (_declarations.AnyObject && MutationTypes.IsObject(type))
        {
            return CelType.Dyn;
        }

        if (!_declarations.Structs.TryGetValue(type, out var fields))
        {
            _issues.Report(offset, $"unexpected failed resolution of '{type}'");
            return CelType.Error;
        }

        if (fields.TryGetValue(field, out var found))
        {
            return found;
        }

        _issues.Report(offset, $"undefined field '{field}'");
        return CelType.Error;
    }

    private void Mismatch(int offset, CelType expected, CelType actual) => _issues.Report(offset, $"expected type '{expected}' but found '{actual}'");
}
