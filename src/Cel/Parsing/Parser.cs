using Daytwo.Cel.Lexing;
using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Parsing;

/// <summary>Makes the syntax tree of an expression, macros expanded. Errors go to the list of issues.</summary>
internal sealed partial class Parser
{
    private const int MostCodePoints = 100_000;

    private static readonly SourcePosition Nowhere = new(-1, -1);

    private readonly CelDialect _dialect;
    private readonly IssueList _issues;
    private readonly IReadOnlyDictionary<(string Name, int Arity, bool IsMember), Macro> _macros;
    private readonly NodeFactory _nodes = new();
    private readonly RuleDepth _expressions = new();
    private readonly RuleDepth _relations = new();
    private readonly RuleDepth _calculations = new();
    private readonly RuleDepth _members = new();
    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private int _at;

    // How deep operators, selections and calls are nested in what was parsed last.
    private int _height;

    private Parser(SourceText source, CelDialect dialect, IReadOnlyDictionary<(string Name, int Arity, bool IsMember), Macro> macros, IssueList issues)
    {
        _dialect = dialect;
        _macros = macros;
        _issues = issues;
        _source = source;
        _tokens = new Lexer(source, issues).Read();
    }

    /// <summary>The tree and the number of its ids; only of use when no issue was reported.</summary>
    public static (Expression Tree, int IdLimit) Parse(SourceText source, CelDialect dialect, IReadOnlyDictionary<(string Name, int Arity, bool IsMember), Macro> macros, IssueList issues)
    {
        if (source.CodePoints.Length > MostCodePoints)
        {
            issues.Report(Nowhere, $"expression code point size exceeds limit: size: {source.CodePoints.Length}, limit {MostCodePoints}");
            return (new BrokenExpression(1, 0), 2);
        }

        var parser = new Parser(source, dialect, macros, issues);
        return (parser.Start(), parser._nodes.IdLimit);
    }

    private Token Current => _tokens[_at];

    private Expression Start()
    {
        try
        {
            var tree = Ternary();
            if (Current.Kind != TokenKind.End)
            {
                var single = _tokens[_at + 1].Kind == TokenKind.End;
                throw Mismatch(single ? "extraneous" : "mismatched", Current, "<EOF>");
            }

            if (_height > RuleDepth.Limit)
            {
                throw new DepthException("max recursion depth exceeded");
            }

            return tree;
        }
        catch (SyntaxException)
        {
            return new BrokenExpression(_nodes.NextId(), Current.Offset);
        }
        catch (DepthException e)
        {
            _issues.Report(Nowhere, e.Message);
            return new BrokenExpression(_nodes.NextId(), Current.Offset);
        }
    }

    private Token Next() => _tokens[_at++];

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        _at++;
        return true;
    }

    private Token Need(TokenKind kind, string name) => Current.Kind == kind ? Next() : throw Mismatch("mismatched", Current, name);

    private SyntaxException Mismatch(string how, Token token, string expected)
    {
        _issues.Report(token.Offset, $"Syntax error: {how} input '{token.Text}' expecting {expected}");
        return new SyntaxException();
    }

    /// <summary>Of tokens that begin several rules and go on in none.</summary>
    private SyntaxException NoWayOn(Token first, Token last)
    {
        var text = string.Concat(_source.CodePoints[first.Offset..last.End].Select(char.ConvertFromUtf32));
        text = text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        _issues.Report(last.Offset, $"Syntax error: no viable alternative at input '{text}'");
        return new SyntaxException();
    }

    private BrokenExpression Broken(int offset, string message)
    {
        _issues.Report(offset, message);
        return new BrokenExpression(_nodes.NextId(), offset);
    }

    private Expression CallOrMacro(int offset, string function, Expression? target, params Expression[] arguments)
    {
        if (!_macros.TryGetValue((function, arguments.Length, target is not null), out var macro))
        {
            return new CallExpression(_nodes.NextId(), offset, function, target, arguments);
        }

        try
        {
            _nodes.At = offset;
            return macro.Expand(_nodes, target, arguments);
        }
        catch (MacroException e)
        {
            return Broken(e.At.Offset, e.Message);
        }
    }
}
