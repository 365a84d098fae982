using System.Globalization;
using Daytwo.Cel.Lexing;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Parsing;

internal sealed partial class Parser
{
    private const string Beginnings = "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

    private ListExpression List()
    {
        var open = Next();
        List<Expression> elements = [];
        List<bool> optional = [];
        var height = 0;
        while (Current.Kind is not (TokenKind.RightBracket or TokenKind.Comma))
        {
            optional.Add(Take(TokenKind.Question));
            elements.Add(Ternary());
            height = Math.Max(height, _height);
            if (Current.Kind != TokenKind.Comma || _tokens[_at + 1].Kind == TokenKind.RightBracket)
            {
                break;
            }

            _at++;
        }

        Take(TokenKind.Comma);
        Need(TokenKind.RightBracket, "']'");
        _height = height;
        return new ListExpression(_nodes.NextId(), open.Offset, [.. elements], [.. optional]);
    }

    private MapExpression Map()
    {
        var open = Next();
        var entries = Entries(() => (Ternary(), null));
        return new MapExpression(_nodes.NextId(), open.Offset, entries);
    }

    private ObjectExpression Object(string typeName)
    {
        var open = Next();
        var fields = Entries(() => (null, Current.Kind is TokenKind.Identifier or TokenKind.QuotedIdentifier
            ? FieldName(Next())
            : throw Mismatch("mismatched", Current, "{'}', ',', '?', IDENTIFIER, ESC_IDENTIFIER}")));
        return new ObjectExpression(_nodes.NextId(), open.Offset, typeName, fields);
    }

    private Entry[] Entries(Func<(Expression? Key, string? Field)> name)
    {
        List<Entry> entries = [];
        var height = 0;
        while (Current.Kind is not (TokenKind.RightBrace or TokenKind.Comma))
        {
            var optional = Take(TokenKind.Question);
            _height = 0;
            var (key, field) = name();
            height = Math.Max(height, _height);
            var colon = Need(TokenKind.Colon, "':'");
            var value = Ternary();
            height = Math.Max(height, _height);
            entries.Add(new Entry(_nodes.NextId(), colon.Offset, key, field, value, optional));
            if (Current.Kind != TokenKind.Comma || _tokens[_at + 1].Kind == TokenKind.RightBrace)
            {
                break;
            }

            _at++;
        }

        Take(TokenKind.Comma);
        Need(TokenKind.RightBrace, "{'}', ','}");
        _height = height;
        return [.. entries];
    }

    private Expression Literal()
    {
        var start = Current;
        var negative = start.Kind == TokenKind.Minus && _tokens[_at + 1].Kind is TokenKind.Int or TokenKind.Double;
        _at += negative ? 1 : 0;
        var token = Next();
        switch (token.Kind)
        {
            case TokenKind.Int:
                return Int(token.Text, negative) is { } number ? Literal(start, CelValue.Of(number)) : Broken(start.Offset, "invalid int literal");
            case TokenKind.Uint:
                return Uint(token.Text[..^1]) is { } positive ? Literal(start, CelValue.Of(positive)) : Broken(start.Offset, "invalid uint literal");
            case TokenKind.Double:
                var value = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
                return double.IsInfinity(value) ? Broken(start.Offset, "invalid double literal") : Literal(start, CelValue.Of(negative ? -value : value));
            case TokenKind.String:
                var text = StringLiteral.Read(token.Text, bytes: false, out var refusal);
                return text is null ? Broken(start.Offset, refusal!) : Literal(start, Utf8Buffer.Of(text));
            case TokenKind.Bytes:
                var bytes = StringLiteral.Read(token.Text[1..], bytes: true, out refusal);
                return bytes is null ? Broken(start.Offset, refusal!) : Literal(start, CelValue.OfBytes(bytes));
            case TokenKind.True:
                return Literal(start, CelValue.True);
            case TokenKind.False:
                return Literal(start, CelValue.False);
            case TokenKind.Null:
                return Literal(start, CelValue.Null);
            default:
                _at--;
                throw Mismatch("mismatched", token, Beginnings);
        }
    }

    private LiteralExpression Literal(Token start, CelValue value) => new(_nodes.NextId(), start.Offset, value);

    private static long? Int(string text, bool negative)
    {
        if (Uint(text) is not { } magnitude)
        {
            return null;
        }

        return negative
            ? magnitude <= 1UL << 63 ? unchecked(-(long)magnitude) : null
            : magnitude <= long.MaxValue ? (long)magnitude : null;
    }

    private static ulong? Uint(string text)
    {
        var hex = text.StartsWith("0x", StringComparison.Ordinal);
        return ulong.TryParse(hex ? text.AsSpan(2) : text, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
