using Daytwo.Cel.Lexing;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Parsing;

internal sealed partial class Parser
{
    private static readonly HashSet<string> Reserved =
    [
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop", "package", "namespace", "null",
        "return", "true", "var", "void", "while",
    ];

    private Expression Member()
    {
        var depth = _members.Depth;
        _members.Enter();
        var target = Primary();
        while (Current.Kind is TokenKind.Dot or TokenKind.LeftBracket)
        {
            _members.Enter();
            target = Current.Kind == TokenKind.Dot ? Selection(target) : Index(target);
        }

        _members.ReturnTo(depth);
        return target;
    }

    private Expression Selection(Expression target)
    {
        var height = _height;
        var dot = Next();
        var optional = Take(TokenKind.Question);
        var name = Current.Kind is TokenKind.Identifier or TokenKind.QuotedIdentifier ? Next() : throw Unnamed(dot, optional);
        if (!optional && name.Kind == TokenKind.Identifier && Current.Kind == TokenKind.LeftParenthesis)
        {
            var open = Next();
            var arguments = Arguments();
            _height = Math.Max(height, _height) + 1;
            return CallOrMacro(open.Offset, name.Text, target, arguments);
        }

        var field = FieldName(name);
        _height = height + 1;
        return optional
            ? new CallExpression(_nodes.NextId(), dot.Offset, Operators.OptionalSelect, null, [target, new LiteralExpression(_nodes.NextId(), name.Offset, CelValue.Of(field))])
            : new SelectExpression(_nodes.NextId(), dot.Offset, target, field);
    }

    private SyntaxException Unnamed(Token dot, bool optional)
    {
        if (!optional)
        {
            return Current.Text is "true" or "false" or "null" ? Mismatch("mismatched", Current, "IDENTIFIER") : NoWayOn(dot, Current);
        }

        var mismatch = Mismatch("mismatched", Current, "{IDENTIFIER, ESC_IDENTIFIER}");
        _issues.Report(Current.Offset, "unsupported ident kind");
        return mismatch;
    }

    private string FieldName(Token name)
    {
        if (name.Kind == TokenKind.Identifier)
        {
            return name.Text;
        }

        if (_dialect < CelDialect.Kubernetes137)
        {
            _issues.Report(name.Offset, "unsupported syntax: '`'");
        }

        return name.Text[1..^1];
    }

    private Expression Index(Expression target)
    {
        var height = _height;
        var open = Next();
        var optional = Take(TokenKind.Question);
        var index = Ternary();
        Need(TokenKind.RightBracket, "']'");
        _height = Math.Max(height, _height) + 1;
        return CallOrMacro(open.Offset, optional ? Operators.OptionalIndex : Operators.Index, null, target, index);
    }

    private Expression[] Arguments()
    {
        List<Expression> arguments = [];
        var height = 0;
        if (Take(TokenKind.RightParenthesis))
        {
            _height = 0;
            return [];
        }

        do
        {
            arguments.Add(Ternary());
            height = Math.Max(height, _height);
        }
        while (Take(TokenKind.Comma));
        Need(TokenKind.RightParenthesis, "{',', ')'}");
        _height = height;
        return [.. arguments];
    }

    private Expression Primary()
    {
        _height = 0;
        if (ObjectName() is { } typeName)
        {
            return Object(typeName);
        }

        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
            case TokenKind.Dot when _tokens[_at + 1].Kind == TokenKind.Identifier:
                return Identifier();
            case TokenKind.LeftParenthesis:
                _at++;
                var nested = Ternary();
                Need(TokenKind.RightParenthesis, "')'");
                return nested;
            case TokenKind.LeftBracket:
                return List();
            case TokenKind.LeftBrace:
                return Map();
            default:
                return Literal();
        }
    }

    private Expression Identifier()
    {
        var start = Current;
        var prefix = Take(TokenKind.Dot) ? "." : "";
        var name = Next();
        if (Current.Kind == TokenKind.LeftParenthesis)
        {
            var open = Next();
            if (Reserved.Contains(name.Text))
            {
                Arguments();
                return Broken(start.Offset, $"reserved identifier: {name.Text}");
            }

            var arguments = Arguments();
            return CallOrMacro(open.Offset, prefix + name.Text, null, arguments);
        }

        return Reserved.Contains(name.Text)
            ? Broken(start.Offset, $"reserved identifier: {name.Text}")
            : new IdentifierExpression(_nodes.NextId(), name.Offset, prefix + name.Text);
    }

    /// <summary>The name when names and dots, then a brace follow; they are consumed up to the brace.</summary>
    private string? ObjectName()
    {
        var at = _at + (Current.Kind == TokenKind.Dot ? 1 : 0);
        while (_tokens[at].Kind == TokenKind.Identifier && _tokens[at + 1].Kind == TokenKind.Dot)
        {
            at += 2;
        }

        if (_tokens[at].Kind != TokenKind.Identifier || _tokens[at + 1].Kind != TokenKind.LeftBrace)
        {
            return null;
        }

        var name = string.Concat(_tokens[_at..(at + 1)].Select(t => t.Text));
        _at = at + 1;
        return name;
    }
}
